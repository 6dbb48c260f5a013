"""One table of jobs, two clocks: real time, and a clock that people move."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

from bot.clock import Timetable, Walker
from handlers.contract import Job, Services
from sandbox.clock import HouseClock

START = datetime(2025, 11, 24, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
NO_SERVICES = cast("Services", None)


@dataclass
class Work:
    """Pieces of work at given moments, and when each was done."""

    now: Callable[[], datetime]
    due: list[datetime]
    done: list[datetime] = field(default_factory=list)

    async def run(self, _: Services) -> None:
        while self.due and self.due[0] <= self.now():
            self.done.append(self.due.pop(0))

    async def next(self, _: Services) -> datetime | None:
        return self.due[0] if self.due else None

    def job(self, name: str = "work") -> Job:
        return Job(name, self.run, timedelta(seconds=10), self.next)


async def settled() -> None:
    await asyncio.sleep(0)


@asynccontextmanager
async def walking(walker: Walker) -> AsyncIterator[None]:
    await walker.start()
    yield
    await walker.stop()


async def stands(clock: HouseClock) -> None:
    async with asyncio.timeout(5):
        while clock.speed == "max":
            await clock.changed.wait()


async def test_at_max_each_piece_of_work_is_done_at_its_own_moment_the_last_one_at_the_end_too() -> None:
    clock = HouseClock(START, end=START + 5 * HOUR)
    moments = [START + HOUR, START + 2 * HOUR, START + 5 * HOUR]
    work = Work(clock.now, list(moments))
    seen: list[datetime] = []

    async def look(_: Services) -> None:
        seen.append(clock.now())

    tick = Job("tick", look, timedelta(hours=2))
    async with walking(Walker((work.job(), tick), NO_SERVICES, clock, settled)):
        clock.set(speed="max")
        await stands(clock)
    assert work.done == moments
    assert seen == [START, START + 2 * HOUR, START + 4 * HOUR]
    assert (clock.now(), clock.ended) == (START + 5 * HOUR, True)


async def test_a_job_that_fails_is_tried_again_and_does_not_hold_the_clock() -> None:
    clock = HouseClock(START, end=START + 3 * HOUR)
    tries = 0

    async def fail(_: Services) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError("broken for this test")

    async def always(_: Services) -> datetime:
        return START

    async with walking(Walker((Job("bad", fail, HOUR, always),), NO_SERVICES, clock, settled)):
        clock.set(speed="max")
        await stands(clock)
    assert clock.ended
    assert tries >= 3


async def test_a_live_clock_that_is_moved_on_lets_polls_rest_and_then_does_them_once() -> None:
    real = [START]
    clock = HouseClock(real=lambda: real[0])
    begins = clock.now()
    polls = Work(clock.now, [begins + HOUR, begins + 2 * HOUR, begins + 3 * HOUR])
    briefings = Work(clock.now, [begins + 4 * HOUR])
    clock.set(until=begins + 5 * HOUR)
    resting = lambda: frozenset({"poll"}) if clock.speed == "max" else frozenset()  # noqa: E731
    walker = Walker((polls.job("poll"), briefings.job("brief")), NO_SERVICES, clock, settled, resting=resting)
    async with walking(walker):
        await stands(clock)
        assert briefings.done == [begins + 4 * HOUR]
        async with asyncio.timeout(5):
            while polls.due:
                await asyncio.sleep(0.01)
    assert len(polls.done) == 3


async def test_real_time_knocks_at_once_and_a_failure_does_not_stop_the_others() -> None:
    knocked = asyncio.Event()

    async def fail(_: Services) -> None:
        raise RuntimeError("broken for this test")

    async def knock(_: Services) -> None:
        knocked.set()

    timetable = Timetable((Job("bad", fail, HOUR), Job("good", knock, HOUR)), NO_SERVICES)
    await timetable.start()
    async with asyncio.timeout(5):
        await knocked.wait()
    await timetable.stop()
