"""The clock on the wall of the house: real time plus an offset, or a replayed season at any speed."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

Speed: TypeAlias = float | Literal["max"]
TOP_SPEED = 10_000_000.0


class CannotGo(ValueError):  # noqa: N818 -- named for what the clock cannot do
    """The clock cannot be set like that; the message says why."""


class Signal:
    """A thing that happens again and again; those who wait are woken by its next time."""

    def __init__(self) -> None:
        """Start with nobody waiting."""
        self._waiting: set[asyncio.Future[None]] = set()

    async def wait(self) -> None:
        """Return when it happens next."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        future.add_done_callback(self._waiting.discard)
        await future

    def tell(self) -> None:
        """Wake everybody who waits now."""
        for future in tuple(self._waiting):
            if not future.done():
                future.set_result(None)


class HouseClock:
    """The one time of the house, aware and in UTC.

    Live it is real time plus what was skipped, and goes on at speed 1 after `until`. A replay stands (speed 0) at its
    start until it is set going, and stands again at `until` or at its end. At speed "max" it moves only by `advance`,
    which the walker of the house calls when nothing is under way; a clock without a walker jumps to `until` at once.
    """

    def __init__(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        walked: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
        real: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Begin live, or standing at `start` as a replay does; `end` is when a replay is over."""
        self.changed = Signal()
        self.walked = walked
        self._monotonic = monotonic
        self._live = start is None
        self._end = end
        self._until: datetime | None = None
        self._base = (start or real()).astimezone(UTC)
        self._speed: Speed = 1.0 if start is None else 0.0
        self._since = monotonic()

    @property
    def live(self) -> bool:
        """Whether this is real time (with an offset) and no replay."""
        return self._live

    @property
    def speed(self) -> Speed:
        """How many seconds pass here in a real one: 0 stands, "max" goes as fast as the work allows."""
        self.now()
        return self._speed

    @property
    def until(self) -> datetime | None:
        """Where the clock will stand, when somebody said so."""
        self.now()
        return self._until

    @property
    def end(self) -> datetime | None:
        """When the replay is over: 24 hours past its last item."""
        return self._end

    @property
    def ended(self) -> bool:
        """Whether it is 24 hours past the last item of the replay, and all that was due by then is done."""
        return self._end is not None and self.now() >= self._end and self._speed != "max"

    @property
    def limit(self) -> datetime | None:
        """The next moment at which the clock stands by itself: `until`, else the end of the replay."""
        return self._until if self._until is not None else self._end

    def now(self) -> datetime:
        """Tell the time."""
        if isinstance(self._speed, str) or not self._speed:
            return self._base
        moment = self._base + timedelta(seconds=(self._monotonic() - self._since) * self._speed)
        limit = self.limit
        if limit is not None and moment >= limit:
            self._arrive(limit)
            return self._base
        return moment

    def replay(self, start: datetime, end: datetime) -> None:
        """Become the clock of a replay: stand at `start`, be over at `end`."""
        self._live, self._end, self._until = False, end.astimezone(UTC), None
        self._go(start.astimezone(UTC), 0.0)

    def set(self, speed: Speed | None = None, until: datetime | None = None) -> None:
        """Set it going, as `PUT /sandbox/clock` does; `until` alone goes at max. Raises CannotGo."""
        now = self.now()
        if speed is None:
            speed = "max" if until is not None else self._speed
        if speed != "max" and not (math.isfinite(speed) and 0 <= speed <= TOP_SPEED):
            raise CannotGo(f'"speed" is 0, a number up to {TOP_SPEED:.0f}, or "max".')
        target = until.astimezone(UTC) if until is not None else None
        if target is not None and target < now:
            raise CannotGo(f'"until" lies in the past of this clock, which shows {now.isoformat()}.')
        if speed == "max" and target is None and (self._end is None or now >= self._end):
            raise CannotGo('This clock has no end ahead of it, so that "max" needs "until".')
        self._until = target if speed != 0 else None
        if target is not None and target == now:
            self._arrive(target)
            return
        if speed == "max" and not self.walked:
            limit = self.limit
            self._arrive(limit if limit is not None else now)
            return
        if self._until is None and self._end is not None and now >= self._end:
            speed = 0.0
        self._go(now, speed)

    def advance(self, to: datetime) -> datetime:
        """Move a clock that goes at max forward to `to`, or to where it is to stand; returns the new time.

        It stands only when it is advanced once more there: what is due at that very moment is done at max, too.
        """
        if self._speed != "max":
            return self.now()
        limit = self.limit
        if limit is None or to < limit:
            self._base = max(self._base, to.astimezone(UTC))
        elif self._base < limit:
            self._base = limit
        else:
            self._arrive(limit)
        return self._base

    def _arrive(self, at: datetime) -> None:
        self._until = None
        self._go(at, 1.0 if self._live else 0.0)

    def _go(self, base: datetime, speed: Speed) -> None:
        self._base, self._speed, self._since = base, speed, self._monotonic()
        self.changed.tell()
