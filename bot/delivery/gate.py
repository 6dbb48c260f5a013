"""The gate that everything passes on its way to Telegram: the pace, with a real clock and people waiting."""

import asyncio
import time
from collections.abc import Callable

from bot.delivery.pace import Pace, Ticket, Urgency


class GateClosedError(Exception):
    """The program is ending: what waited here was not sent."""


BARELY = 0.0005
"""A timer may fire this much early; looking again at once would spin."""


class Gate:
    """Lets one message after the other pass, as the pace allows."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Take a pace, and the clock its seconds are counted on."""
        self._pace = pace
        self._monotonic = monotonic
        self._waiting: dict[Ticket, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._closed: set[Urgency] = set()

    async def passed(self, chat: int, urgency: Urgency) -> None:
        """Return when a message to this chat may go; raises GateClosedError where none may any more."""
        if urgency in self._closed:
            raise GateClosedError
        if self._pace.is_idle(self._monotonic()):
            return
        ticket = Ticket(chat, urgency)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[ticket] = turn
        self._pace.queue(ticket)
        self._release()
        try:
            await turn
        finally:
            self._waiting.pop(ticket, None)
            self._pace.withdraw(ticket)

    def waits_long(self, chat: int, seconds: float = 1.5) -> bool:
        """Tell whether the limits of this chat alone hold a broadcast to it back for longer than that."""
        now = self._monotonic()
        return self._pace.on and self._pace.ready_at(Ticket(chat, Urgency.BROADCAST), now) > now + seconds

    def close(self, urgency: Urgency) -> None:
        """Let nothing of this urgency pass any more; whoever waits is told so."""
        self._closed.add(urgency)
        for ticket, turn in self._waiting.items():
            if ticket.urgency is urgency and not turn.done():
                turn.set_exception(GateClosedError())

    def halt(self, seconds: float) -> None:
        """Let nothing pass for a while: Telegram told us to wait."""
        self._pace.halt(self._monotonic() + seconds)

    def _release(self) -> None:
        released, look_again_at = self._pace.release(self._monotonic())
        for ticket in released:
            if not self._waiting[ticket].done():
                self._waiting[ticket].set_result(None)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if look_again_at is not None:
            seconds = max(look_again_at - self._monotonic(), 0) + BARELY
            self._timer = asyncio.get_running_loop().call_later(seconds, self._release)
