"""How fast messages may go out: Telegram's limits, kept evenly, answers to people first.

Pure: the time is an argument, in seconds of a clock that never turns back. Who wants to send asks for a ticket to be
queued; `release` says which tickets may go now and when to look again.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum


class Urgency(IntEnum):
    """Who goes first."""

    REPLY = 0
    """Somebody waits for it."""
    BROADCAST = 1


@dataclass(frozen=True, slots=True, eq=False)
class Ticket:
    """One message that wants to go out."""

    chat: int
    urgency: Urgency

    @property
    def to_group(self) -> bool:
        """Tell whether it goes to a group or channel; people's own chats have positive ids."""
        return self.chat < 0


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows, with the margins that keep us from touching it."""

    a_second: float = 29.5
    """Telegram's own is 30; the half keeps 31 from ever falling into one second."""
    burst_in_a_chat: int = 3
    """Answers that a person's own chat may get at once before one a second holds there too."""
    seconds_between_in_a_chat: float = 1.0
    a_minute_in_a_group: int = 20
    kept_for_replies_in_a_group: int = 2
    """Of those twenty: broadcasts leave this many, so that a question is never behind a minute of briefings."""
    minute: float = 60.5
    """Half a second longer than a minute: messages do not travel equally fast."""
    lateness: float = 0.015
    """A slot missed by less than this moves none of the later ones, or timers that wake late would slow us down."""


@dataclass(slots=True)
class _ChatPace:
    """What one chat has had; `allowance` counts as a bucket that fills by one a second."""

    allowance: float
    counted_at: float
    sent: deque[float] = field(default_factory=deque)
    """When the messages of the last minute went."""


class Pace:
    """The state of the limits, and who waits."""

    def __init__(self, limits: Limits | None = None, *, on: bool | Callable[[], bool] = True) -> None:
        """Begin with nothing sent; switched off (asked anew each time), it releases everything at once."""
        self._on = on if callable(on) else lambda: on
        self.limits = limits or Limits()
        self._waiting: dict[Urgency, list[Ticket]] = {urgency: [] for urgency in Urgency}
        self._chats: dict[int, _ChatPace] = {}
        self._next_slot = float("-inf")
        self._halted_until = float("-inf")

    @property
    def on(self) -> bool:
        """Tell whether the limits hold."""
        return self._on()

    def is_idle(self, now: float) -> bool:
        """Tell whether there is no limit to keep and nobody to wait for."""
        return not self.on and now >= self._halted_until and not any(self._waiting.values())

    def queue(self, ticket: Ticket) -> None:
        """Let a ticket wait for its turn."""
        self._waiting[ticket.urgency].append(ticket)

    def withdraw(self, ticket: Ticket) -> None:
        """Forget a ticket that nobody waits for any more."""
        if ticket in self._waiting[ticket.urgency]:
            self._waiting[ticket.urgency].remove(ticket)

    def halt(self, until: float) -> None:
        """Let nothing out before a moment: Telegram told us to wait."""
        self._halted_until = max(self._halted_until, until)

    def release(self, now: float) -> tuple[tuple[Ticket, ...], float | None]:
        """Take out the tickets that may go now; also tell when the next may go, None where nobody waits."""
        released: list[Ticket] = []
        while (ticket := self._next(now)) is not None:
            self._waiting[ticket.urgency].remove(ticket)
            self._count(ticket, now)
            released.append(ticket)
        return tuple(released), self._look_again_at(now)

    def _next(self, now: float) -> Ticket | None:
        if now < self._halted_until or (self.on and now < self._next_slot):
            return None
        return next((ticket for ticket in self._in_turn() if not self.on or self.ready_at(ticket, now) <= now), None)

    def _in_turn(self) -> Iterator[Ticket]:
        for urgency in Urgency:
            yield from self._waiting[urgency]

    def _look_again_at(self, now: float) -> float | None:
        if now >= self._halted_until and not self.on:
            return None
        soonest = min((self.ready_at(ticket, now) for ticket in self._in_turn()), default=None)
        return None if soonest is None else max(soonest, self._next_slot, self._halted_until)

    def ready_at(self, ticket: Ticket, now: float) -> float:
        """Tell from when on the limits of a chat let a ticket pass."""
        chat = self._chats.get(ticket.chat)
        if chat is None:
            return now
        return max(self._after_the_last(chat, ticket, now), self._within_the_minute(chat, ticket, now))

    def _after_the_last(self, chat: _ChatPace, ticket: Ticket, now: float) -> float:
        limits = self.limits
        missing = 1 - self._allowance(chat, now)
        by_bucket = now + missing * limits.seconds_between_in_a_chat if missing > 0 else now
        if ticket.urgency is Urgency.REPLY and not ticket.to_group:
            return by_bucket
        return max(by_bucket, chat.counted_at + limits.seconds_between_in_a_chat)

    def _within_the_minute(self, chat: _ChatPace, ticket: Ticket, now: float) -> float:
        limits = self.limits
        kept = limits.kept_for_replies_in_a_group if ticket.urgency is Urgency.BROADCAST else 0
        allowed = limits.a_minute_in_a_group - kept
        if not ticket.to_group or len(chat.sent) < allowed:
            return now
        return chat.sent[-allowed] + limits.minute

    def _allowance(self, chat: _ChatPace, now: float) -> float:
        grown = chat.allowance + (now - chat.counted_at) / self.limits.seconds_between_in_a_chat
        return min(grown, float(self.limits.burst_in_a_chat))

    def _count(self, ticket: Ticket, now: float) -> None:
        if not self.on:
            return
        self._next_slot = max(self._next_slot, now - self.limits.lateness) + 1 / self.limits.a_second
        chat = self._chats.setdefault(ticket.chat, _ChatPace(float(self.limits.burst_in_a_chat), now))
        chat.allowance, chat.counted_at = self._allowance(chat, now) - 1, now
        chat.sent.append(now)
        while chat.sent[0] <= now - self.limits.minute:
            chat.sent.popleft()
        self._forget_quiet_chats(now)

    def _forget_quiet_chats(self, now: float) -> None:
        if len(self._chats) > FORGET_ABOVE:
            recent = now - self.limits.minute
            self._chats = {number: chat for number, chat in self._chats.items() if chat.counted_at > recent}


FORGET_ABOVE = 5_000
"""At 29.5 a second no more chats than this can have had anything within a minute."""
