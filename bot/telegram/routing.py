"""Which update means what: a question, a press, a chat that shuts us out, a group that moved."""

import logging
import time
from collections.abc import Awaitable, Callable, Sequence

from telegram import CallbackQuery, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update

from bot.delivery.gate import GateClosedError
from bot.telegram.answers import Answers, Asked
from bot.telegram.incoming import Me, pressed, reader_of, typed
from bot.telegram.standing import Standings
from diplomacy.briefing.phrasing import words
from handlers.contract import ChatKind, Command, Request, Services
from storage.database import Store
from storage.errors import StorageError

log = logging.getLogger(__name__)

OTHER = "other"
"""What is counted for words that are no command of ours."""


class Router:
    """Takes one update after the other."""

    def __init__(
        self,
        me: Me,
        commands: Sequence[Command],
        services: Services,
        answers: Answers,
        standings: Standings,
        answered: Callable[[str, float], None],
    ) -> None:
        """Take what deals with each sort of update."""
        self._me = me
        self._commands = {name: command for command in commands for name in (command.name, *command.aliases)}
        self._services = services
        self._answers = answers
        self._standings = standings
        self._answered = answered

    async def take(self, update: Update) -> None:
        """Deal with an update; nothing it brings about comes back as an exception."""
        try:
            await self._take(update)
        except GateClosedError:
            log.warning("an answer was not sent: the program ends")
        except Exception:
            log.exception("an update could not be dealt with", extra={"update": update.update_id})

    async def _take(self, update: Update) -> None:
        message = update.message or update.channel_post
        if update.callback_query is not None:
            await self._pressed(update.callback_query)
        elif update.my_chat_member is not None:
            await self._let_in_or_out(update.my_chat_member)
        elif message is not None and (message.migrate_to_chat_id or message.migrate_from_chat_id):
            await self._moved(message)
        elif message is not None:
            await self._said(message)

    async def _said(self, message: Message) -> None:
        request = typed(message, self._me, self._commands)
        if request is not None:
            in_group = request.chat_kind is ChatKind.GROUP
            await self._respond(request, Asked(replies_to=message.message_id if in_group else None))

    async def _pressed(self, query: CallbackQuery) -> None:
        try:
            command_line = await self._command_behind(query.data or "")
        except StorageError:
            await self._answers.end_press(query, words(reader_of(query.from_user), "errors.database_away"))
            return
        request = pressed(query, command_line) if command_line else None
        if request is None:
            await self._answers.end_press(query, words(reader_of(query.from_user), "delivery.button_gone"))
            return
        editable = query.message.message_id if isinstance(query.message, Message) else None
        await self._respond(request, Asked(query=query, editable=editable))

    async def _command_behind(self, data: str) -> str | None:
        """Give the command that a button carries, or that is stored behind its key; None for a key we do not know."""
        if not data or data.startswith("/"):
            return data or None
        async with self._services.storage.reading() as store:
            return await store.choices.find(data)

    async def _respond(self, request: Request, asked: Asked) -> None:
        began = time.monotonic()
        command = self._commands.get(request.command.casefold())
        await self._answers.respond(await self._standings.told(request, command), asked)
        self._answered(command.name if command else OTHER, time.monotonic() - began)

    async def _moved(self, message: Message) -> None:
        old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
        await self._note(lambda store: store.chats.move(old, new))

    async def _let_in_or_out(self, change: ChatMemberUpdated) -> None:
        """Stop a chat that shuts us out, and go on where it lets us in again."""
        chat, now = change.chat.id, self._services.now()
        if _is_shut_out(change.new_chat_member):
            status = change.new_chat_member.status
            await self._note(lambda store: store.chats.stop(chat, status, now))
        elif _is_shut_out(change.old_chat_member):
            await self._note(lambda store: store.chats.resume(chat))

    async def _note(self, change: Callable[[Store], Awaitable[None]]) -> None:
        try:
            async with self._services.storage.writing() as store:
                await change(store)
        except StorageError as error:
            log.warning("not noted: %s", error)


def _is_shut_out(member: ChatMember) -> bool:
    silenced = isinstance(member, ChatMemberRestricted) and not (member.is_member and member.can_send_messages)
    return silenced or member.status in {ChatMember.LEFT, ChatMember.BANNED}
