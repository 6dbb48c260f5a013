"""People wait at the gate."""

import asyncio

import pytest

from bot.delivery.gate import Gate
from bot.delivery.pace import Limits, Pace, Urgency


async def test_answers_pass_before_broadcasts_that_came_earlier() -> None:
    gate = Gate(Pace(Limits(a_second=200, lateness=0)))
    order: list[str] = []

    async def passing(chat: int, urgency: Urgency, name: str) -> None:
        await gate.passed(chat, urgency)
        order.append(name)

    broadcasts = [asyncio.create_task(passing(chat, Urgency.BROADCAST, f"b{chat}")) for chat in range(1, 5)]
    await asyncio.sleep(0)
    await asyncio.gather(passing(9, Urgency.REPLY, "reply"), *broadcasts)
    assert order.index("reply") <= 1
    assert [name for name in order if name != "reply"] == ["b1", "b2", "b3", "b4"]


async def test_one_who_stops_waiting_holds_up_nobody() -> None:
    gate = Gate(Pace())
    await gate.passed(1, Urgency.BROADCAST)
    given_up = asyncio.create_task(gate.passed(1, Urgency.BROADCAST))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    async with asyncio.timeout(0.5):
        await gate.passed(2, Urgency.BROADCAST)


async def test_a_halt_is_over_when_its_time_has_passed() -> None:
    gate = Gate(Pace())
    gate.halt(0.05)
    began = asyncio.get_running_loop().time()
    await gate.passed(1, Urgency.REPLY)
    assert asyncio.get_running_loop().time() - began >= 0.05


async def test_switched_off_thousands_pass_at_once() -> None:
    gate = Gate(Pace(on=False))
    async with asyncio.timeout(2):
        await asyncio.gather(*(gate.passed(-1, Urgency.BROADCAST) for _ in range(5_000)))
