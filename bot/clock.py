"""The timetable: when the clock knocks, and at whose door. The only room that knows APScheduler.

Two clocks walk the same table of jobs. `Timetable` knocks in real time. `Walker` knocks by a clock that people can move
(the sandbox's), because APScheduler asks `datetime.now` itself and can't be handed another time. No job can tell which.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from handlers.contract import Job, Services

log = logging.getLogger(__name__)

Next = Callable[[datetime], Awaitable[datetime | None]]
"""Tells, from now, when something outside the table comes next (an item of the newsroom, the end of a lease)."""


def real_time() -> datetime:
    """The time of this machine, aware UTC."""
    return datetime.now(UTC)


async def knock(job: Job, services: Services) -> None:
    """Run a job once; its failure is logged and the next knock tries again."""
    try:
        await job.run(services)
    except Exception:
        log.exception("job failed", extra={"job": job.name})


class Timetable:
    """Knocks in real time: each job at its interval, never twice at once, late knocks joined into one."""

    def __init__(self, jobs: Sequence[Job], services: Services) -> None:
        """Take the table; nothing knocks before `start`."""
        self._jobs = jobs
        self._services = services
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._under_way: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to knock, the first time at once."""
        for job in self._jobs:
            self._scheduler.add_job(
                self._knock,
                IntervalTrigger(seconds=job.every.total_seconds(), timezone=UTC),
                args=[job],
                id=job.name,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
                next_run_time=real_time(),
            )
        self._scheduler.start()

    async def _knock(self, job: Job) -> None:
        task = asyncio.ensure_future(knock(job, self._services))
        self._under_way.add(task)
        try:
            await task
        finally:
            self._under_way.discard(task)

    async def stop(self) -> None:
        """Stop knocking and cancel what is under way, whose transactions are rolled back."""
        self._scheduler.shutdown(wait=False)
        await cancelled(self._under_way)


class MovableClock(Protocol):
    """A clock that people can set going, speed up and stop (the sandbox's)."""

    def now(self) -> datetime:
        """The time it shows, aware UTC."""

    @property
    def speed(self) -> float | Literal["max"]:
        """How many of its seconds pass in one of ours; `max`: as fast as the work is done."""

    @property
    def changed(self) -> "Woken":
        """What those wait on who want to know that somebody set it."""

    def advance(self, to: datetime) -> datetime:
        """Under `max`: move on to this moment, or to where it is to stand if that comes first; returns the new time."""


class Woken(Protocol):
    """A thing that happens again and again."""

    async def wait(self) -> None:
        """Return when it happens next."""


class Walker:
    """Knocks by a movable clock.

    Under `max` the clock stands still while anything is under way; then it jumps to the earliest of: a job's next piece
    of work, what `nexts` tell (next item, end of a lease), `until`. At any other speed each job runs beside the others,
    as in real time.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        services: Services,
        clock: MovableClock,
        settled: Callable[[], Awaitable[None]],
        nexts: Sequence[Next] = (),
        resting: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        """`settled` returns when no update, answer or delivery is under way.

        `resting` names the jobs that wait while the clock goes at `max`: a live clock that is moved on by hours must
        not ask the world's servers for hours of polls in one burst.
        """
        self._jobs = jobs
        self._services = services
        self._clock = clock
        self._settled = settled
        self._nexts = nexts
        self._resting = resting
        self._ticks: dict[str, datetime] = {job.name: clock.now() for job in jobs if job.due is None}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._walk: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to walk."""
        self._walk = asyncio.create_task(self._run(), name="walker")

    async def stop(self) -> None:
        """Stop walking and cancel what is under way."""
        await cancelled({*self._under_way.values(), *([self._walk] if self._walk else [])})

    async def _run(self) -> None:
        while True:
            try:
                if self._clock.speed == "max":
                    await self._step()
                else:
                    await self._stroll()
            except Exception:
                log.exception("the clock stumbled")
                await self._wait(1.0)

    async def _step(self) -> None:
        """One stop of a clock at full speed: all that is due, one after the other, then on to the next moment."""
        await asyncio.gather(*(self._under_way.pop(job.name) for job in self._awake() if job.name in self._under_way))
        await self._settled()
        for job in self._awake():
            if await self._is_due(job):
                await knock(job, self._services)
                await self._settled()
        if self._clock.speed == "max":
            self._clock.advance(await self._next_moment())

    async def _stroll(self) -> None:
        """One look at a clock that runs by itself: start what is due, then wait a moment."""
        for name in [name for name, task in self._under_way.items() if task.done()]:
            del self._under_way[name]
        for job in self._jobs:
            if job.name not in self._under_way and await self._is_due(job):
                self._under_way[job.name] = asyncio.create_task(knock(job, self._services), name=job.name)
        await self._wait(0.5)

    async def _wait(self, seconds: float) -> None:
        """Wait until somebody sets the clock, at most as long as `seconds` real ones."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._clock.changed.wait(), seconds)

    def _awake(self) -> list[Job]:
        resting = self._resting()
        return [job for job in self._jobs if job.name not in resting]

    async def _is_due(self, job: Job) -> bool:
        now = self._clock.now()
        if job.due is not None:
            due = await job.due(self._services)
            return due is not None and due <= now
        if self._ticks[job.name] > now:
            return False
        self._ticks[job.name] = now + job.every
        return True

    async def _next_moment(self) -> datetime:
        now = self._clock.now()
        moments = [*self._ticks.values()]
        moments += [due for job in self._awake() if job.due and (due := await job.due(self._services))]
        moments += [moment for tell in self._nexts if (moment := await tell(now))]
        # A piece of work that is still due after it was tried (its host is down, say) must not hold the clock for ever.
        return min((moment for moment in moments if moment > now), default=now + timedelta(hours=1))


async def cancelled(tasks: set[asyncio.Task[None]]) -> None:
    """Cancel tasks and wait until they are gone."""
    for task in tasks:
        task.cancel()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError):
            await task
