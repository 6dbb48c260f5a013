"""A request goes to the handlers, and their reply to the chat it came from."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import Bot, CallbackQuery
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.delivery.courier import Courier
from bot.delivery.message import Outgoing
from bot.delivery.pace import Urgency
from bot.render.cutting import cut_point
from bot.render.harmless import one_line, units
from bot.telegram.errors import Refused, TryLater
from bot.telegram.redaction import redacted
from diplomacy.briefing.document import Document, Faint, Paragraph
from diplomacy.briefing.phrasing import phrase
from handlers.contract import Reply, ReplyPlace, Request, Services

log = logging.getLogger(__name__)

Answer = Callable[[Request, Services], Awaitable[Reply]]

SLOW_SECONDS = 0.7
TYPING_LASTS_SECONDS = 4.5
"""Telegram shows the sign for five."""
TRIES = 4
LONGEST_WAIT_SECONDS = 60
LONGEST_NOTICE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Where an answer goes."""

    replies_to: int | None = None
    """The message in a group that asked."""
    query: CallbackQuery | None = None
    editable: int | None = None
    """The message that carries the pressed button, where it can still be changed."""


class Answers:
    """Asks the handlers and sends what they say."""

    def __init__(self, bot: Bot, services: Services, answer: Answer, courier: Courier) -> None:
        """Take the bot, the house, who answers, and who brings answers to their chats."""
        self._bot = bot
        self._services = services
        self._answer = answer
        self._courier = courier

    async def respond(self, request: Request, asked: Asked) -> None:
        """Answer a request, in as many messages as it takes, in order."""
        async with self._typing(request):
            reply = await self._reply(request)
        if asked.query is not None:
            await self.end_press(asked.query, reply.notice)
        for message in self._messages(reply, request, asked):
            if not await self._delivered(message):
                break

    async def end_press(self, query: CallbackQuery, notice: str | None) -> None:
        """Tell Telegram that a pressed button was dealt with, or it shows a spinning wheel."""
        try:
            await query.answer(_short(notice) if notice else None)
        except TelegramError as error:
            log.info("a press could not be answered: %s", redacted(error.message))

    async def _reply(self, request: Request) -> Reply:
        """Ask the handlers; should even their own net break, say so and leave a reference in the log."""
        try:
            return await self._answer(request, self._services)
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("no answer", extra={"reference": reference, "command": request.command[:32]})
            sorry = Paragraph(phrase(request.reader, "errors.failed"))
            return Reply(Document((sorry, Paragraph((Faint(reference),)))))

    def _messages(self, reply: Reply, request: Request, asked: Asked) -> Iterator[Outgoing]:
        in_place = asked.editable if reply.place is ReplyPlace.SAME_MESSAGE else None
        for number, part in enumerate(self._services.split(reply.document)):
            first = number == 0
            yield Outgoing(
                request.chat,
                part,
                request.thread,
                edits=in_place if first else None,
                replies_to=asked.replies_to if first else None,
            )
        for attachment in reply.attachments:
            yield Outgoing(request.chat, Document(()), request.thread, attachment=attachment)

    async def _delivered(self, message: Outgoing) -> bool:
        """Deliver one message, waiting where Telegram says so; False where the rest would not arrive either."""
        for again in range(TRIES):
            outcome = await self._courier.deliver(message, Urgency.REPLY)
            if not isinstance(outcome, TryLater):
                return not isinstance(outcome, Refused)
            log.warning("an answer waits", extra={"chat": message.chat, "reason": outcome.reason})
            seconds = outcome.after.total_seconds()
            await asyncio.sleep(min(seconds, LONGEST_WAIT_SECONDS) if outcome.flood else min(seconds, 2.0**again))
        log.error("an answer could not be sent", extra={"chat": message.chat})
        return False

    @asynccontextmanager
    async def _typing(self, request: Request) -> AsyncIterator[None]:
        """Show that an answer is being written, where it takes its time."""
        showing = asyncio.create_task(self._show_typing(request))
        try:
            yield
        finally:
            showing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await showing

    async def _show_typing(self, request: Request) -> None:
        await asyncio.sleep(SLOW_SECONDS)
        while True:
            with contextlib.suppress(TelegramError):
                await self._bot.send_chat_action(request.chat, ChatAction.TYPING, message_thread_id=request.thread)
            await asyncio.sleep(TYPING_LASTS_SECONDS)


def _short(notice: str) -> str:
    notice = one_line(notice)
    if units(notice) <= LONGEST_NOTICE:
        return notice
    return notice[: cut_point(notice, LONGEST_NOTICE // 2)].rstrip() + "…"
