"""Brings one message to its chat, by whatever detour it takes: a moved group, a closed topic, markup that is not taken.

gate ─▶ send ─▶ Sent | TryLater | Refused | Uncertain
  ▲       │
  └───────┴── Moved, TopicClosed, Unparsable, NotEditable: the message is changed and goes through once more
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.delivery.gate import Gate
from bot.delivery.message import Outgoing, Send
from bot.delivery.pace import Urgency
from bot.telegram.errors import Moved, NotEditable, Outcome, Refused, Sent, TopicClosed, TryLater, Uncertain, Unparsable
from diplomacy.briefing.document import Document, Paragraph
from diplomacy.briefing.phrasing import phrase
from diplomacy.reader import Reader
from handlers.contract import Services, Sighting
from storage.chats import ChatSettings
from storage.database import Store
from storage.errors import StorageError

log = logging.getLogger(__name__)

MOST_TRIES = 5
"""A message can meet each of the four detours once."""


class Courier:
    """Delivers messages, and notes what it learns about chats on the way."""

    def __init__(self, services: Services, send: Send, gate: Gate) -> None:
        """Take the house, the way to try a message once, and the gate that all pass."""
        self._services = services
        self._send = send
        self._gate = gate
        self._moved: dict[int, int] = {}

    async def deliver(self, message: Outgoing, urgency: Urgency) -> Sent | TryLater | Refused | Uncertain:
        """Deliver a message; raises GateClosedError where it was not sent because the program ends."""
        for _ in range(MOST_TRIES):
            if message.chat in self._moved:
                message = replace(message, chat=self._moved[message.chat])
            await self._gate.passed(message.chat, urgency)
            outcome = await self._send(message)
            if isinstance(outcome, Sent | TryLater | Refused | Uncertain):
                return await self._noted(message, outcome)
            detour = await self._detour(message, outcome)
            if detour is None:
                return Refused(str(outcome))
            message = detour
        return Refused("sent from one place to the next and back")

    async def _noted(
        self, message: Outgoing, outcome: Sent | TryLater | Refused | Uncertain
    ) -> Sent | TryLater | Refused | Uncertain:
        match outcome:
            case TryLater(after, _, flood=True):
                log.warning("Telegram asks for silence", extra={"seconds": after.total_seconds()})
                self._gate.halt(after.total_seconds())
            case Refused(reason, chat_gone=True):
                await self._stop(message.chat, reason)
            case Refused(reason):
                log.error("a message was refused", extra={"chat": message.chat, "reason": reason})
            case Uncertain(reason):
                log.warning("a message may not have arrived", extra={"chat": message.chat, "reason": reason})
            case _:
                pass
        return outcome

    async def _detour(self, message: Outgoing, outcome: Outcome) -> Outgoing | None:
        """Change a message so that it may be taken; None where there is no further way."""
        match outcome:
            case Moved(chat):
                await self._move(message.chat, chat)
                return replace(message, chat=chat, edits=None, replies_to=None)
            case TopicClosed() if message.thread is not None:
                await self._leave_topic(message)
                return replace(message, thread=None, replies_to=None)
            case Unparsable(reason) if not message.plain:
                log.error("Telegram could not parse a message", extra={"chat": message.chat, "reason": reason})
                return replace(message, plain=True)
            case NotEditable() if message.edits is not None and message.anew:
                return replace(message, edits=None)
            case _:
                return None

    async def _stop(self, chat: int, reason: str) -> None:
        now = self._services.now()
        await self._note(lambda store: store.chats.stop(chat, reason, now))
        self._services.observe(Sighting(now, "refused", reason))

    async def _move(self, old: int, new: int) -> None:
        self._moved[old] = new
        await self._note(lambda store: store.chats.move(old, new))

    async def _leave_topic(self, message: Outgoing) -> None:
        """Send a chat's briefings to the group from now on, and tell the group once."""
        left: list[ChatSettings] = []

        async def leave(store: Store) -> None:
            settings = await store.chats.get(message.chat)
            if settings is not None and settings.thread == message.thread:
                await store.chats.save(replace(settings, thread=None))
                left.append(settings)

        await self._note(leave)
        for settings in left:
            told = Document((Paragraph(phrase(Reader(settings.language), "delivery.topic_closed")),))
            await self._send(Outgoing(message.chat, told, silent=True))

    async def _note(self, change: Callable[[Store], Awaitable[None]]) -> None:
        """Write to the database if it is there; what can't be noted now is met again with the next message."""
        try:
            async with self._services.storage.writing() as store:
                await change(store)
        except StorageError as error:
            log.warning("not noted: %s", error)
