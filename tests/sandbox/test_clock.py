"""The clock of the house: real time with an offset, or a replay at any speed."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import CannotGo, HouseClock

START = datetime(2025, 11, 24, 8, tzinfo=UTC)
END = START + timedelta(days=2)
HOUR = timedelta(hours=1)


class Seconds:
    """Real seconds that a test lets pass."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def replay(seconds: Seconds) -> HouseClock:
    return HouseClock(START, end=END, monotonic=seconds)


@pytest.fixture
def live(seconds: Seconds) -> HouseClock:
    return HouseClock(monotonic=seconds, real=lambda: START)


def test_a_live_clock_goes_at_once_and_a_replay_stands(live: HouseClock, replay: HouseClock, seconds: Seconds) -> None:
    seconds.passed = 60
    assert live.now() == START + timedelta(minutes=1)
    assert (replay.now(), replay.speed, replay.ended) == (START, 0, False)


def test_at_a_speed_it_goes_so_many_seconds_in_one(replay: HouseClock, seconds: Seconds) -> None:
    replay.set(speed=3600)
    seconds.passed = 2
    assert replay.now() == START + 2 * HOUR
    replay.set(speed=0)
    seconds.passed = 9
    assert replay.now() == START + 2 * HOUR


def test_a_replay_stands_at_until_and_at_its_end(replay: HouseClock, seconds: Seconds) -> None:
    replay.set(speed=3600, until=START + HOUR)
    seconds.passed = 5
    assert (replay.now(), replay.speed, replay.until) == (START + HOUR, 0, None)
    replay.set(speed=3600)
    seconds.passed = 1000
    assert (replay.now(), replay.speed, replay.ended) == (END, 0, True)


def test_until_alone_goes_at_max_and_only_the_walker_moves_it(replay: HouseClock, seconds: Seconds) -> None:
    replay.set(until=START + 2 * HOUR)
    seconds.passed = 100
    assert (replay.now(), replay.speed) == (START, "max")
    assert replay.advance(START + HOUR) == START + HOUR
    assert replay.advance(START + timedelta(minutes=5)) == START + HOUR  # never back
    assert replay.advance(START + 5 * HOUR) == START + 2 * HOUR
    assert replay.speed == "max"  # what is due at that very moment is done first
    assert replay.advance(START + 5 * HOUR) == START + 2 * HOUR
    assert replay.speed == 0


def test_a_live_clock_goes_on_in_real_time_after_until(live: HouseClock, seconds: Seconds) -> None:
    live.set(until=START + HOUR)
    live.advance(START + HOUR)
    live.advance(START + HOUR)
    seconds.passed += 10
    assert (live.now(), live.speed) == (START + HOUR + timedelta(seconds=10), 1)


def test_a_clock_without_a_walker_jumps(seconds: Seconds) -> None:
    clock = HouseClock(START, end=END, walked=False, monotonic=seconds)
    clock.set(until=START + HOUR)
    assert (clock.now(), clock.speed) == (START + HOUR, 0)
    clock.set(speed="max")
    assert (clock.now(), clock.ended) == (END, True)


def test_it_does_not_go_back_nor_on_for_ever(live: HouseClock, replay: HouseClock) -> None:
    for clock, wrong in (
        (replay, {"until": START - HOUR}),
        (replay, {"speed": -1}),
        (replay, {"speed": float("nan")}),
        (live, {"speed": "max"}),
    ):
        with pytest.raises(CannotGo):
            clock.set(**wrong)
    replay.set(until=END)
    replay.advance(END)
    with pytest.raises(CannotGo):
        replay.set(speed="max")
    replay.set(speed=5)
    assert replay.speed == 0


async def test_those_who_wait_are_told_when_it_is_set() -> None:
    clock = HouseClock(START, end=END)
    waiting = asyncio.create_task(clock.changed.wait())
    await asyncio.sleep(0)
    clock.set(speed=10_000_000)
    await asyncio.wait_for(waiting, 1)
