"""How fast a bot may send: Telegram's limits, above which it answers 429."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.api.refusals import too_many

OVERALL, OVERALL_RATE = 30, 30.0
BURST, CHAT_RATE = 3, 1.0
GROUP_LIMIT, GROUP_SPAN = 20, 60.0
REMEMBERED = 20_000
"""Chats remembered; those that have been quiet longest are forgotten first."""


@dataclass(slots=True)
class Bucket:
    """Tokens that come back evenly."""

    room: float
    rate: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Fill up, and tell in how many seconds a token is there."""
        self.tokens = min(self.room, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate


@dataclass(slots=True)
class ChatPace:
    """What one chat has had of late."""

    bucket: Bucket
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_LIMIT))

    def wait(self, now: float, *, group: bool) -> float:
        """In how many seconds this chat takes one more."""
        wait = self.bucket.wait(now)
        if group and len(self.sent) == GROUP_LIMIT:
            wait = max(wait, self.sent[0] + GROUP_SPAN - now)
        return wait


class Pace:
    """The limits on real seconds; `off` says when they do not hold."""

    def __init__(self, monotonic: Callable[[], float], off: Callable[[], bool]) -> None:
        """Start with all tokens there."""
        self._monotonic = monotonic
        self._off = off
        self._overall = Bucket(OVERALL, OVERALL_RATE, OVERALL, monotonic())
        self._chats: dict[int, ChatPace] = {}

    def spend(self, chat: int, *, group: bool) -> None:
        """Count one message to a chat; raises Refused (429) when it is too many, and counts nothing then."""
        if self._off():
            return
        now = self._monotonic()
        mine = self._chats.pop(chat, None) or ChatPace(Bucket(BURST, CHAT_RATE, BURST, now))
        self._chats[chat] = mine
        if len(self._chats) > REMEMBERED:
            del self._chats[next(iter(self._chats))]
        wait = max(self._overall.wait(now), mine.wait(now, group=group))
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        self._overall.tokens -= 1
        mine.bucket.tokens -= 1
        mine.sent.append(now)
