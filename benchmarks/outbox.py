"""The outbox into the sandbox: as fast as it goes, at Telegram's pace, and with somebody asking meanwhile.

    python -m benchmarks.outbox

The sandbox runs in a process of its own, as Telegram does.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp

from benchmarks.lines import Line, address_of, dragoman, percentile, show
from bot.wiring import House, Plan, Telegram, open_house, open_line
from diplomacy.briefing.codec import encode
from diplomacy.briefing.document import Document, Heading, Paragraph, Strong, Text
from storage.outbox import OutboxMessage

TOKEN = "1:sandbox"  # noqa: S105  # the sandbox's own
MESSAGES = 2_000
FIRST_CHAT = 20_001
ASKING = 1001
QUESTIONS = 25
FAST, PACED = 2_000, 29
"""Messages a second."""


def a_briefing() -> str:
    """A page of a briefing's size, in our own words and without news."""
    lines = tuple(
        Paragraph((Text(f"Line {number} of a briefing that is made to be measured."),)) for number in range(8)
    )
    return encode(Document((Heading((Strong("A briefing to measure"),)), *lines)))


@asynccontextmanager
async def telegram(*, limits: bool) -> AsyncIterator[str]:
    """A sandbox in a process of its own; gives its address."""
    process = await asyncio.create_subprocess_exec(
        *(dragoman(), "sandbox", "--alone", "--port", "0", "--limits" if limits else "--no-limits"),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield await address_of(process)
    finally:
        process.terminate()
        await process.wait()


async def filled(house: House, count: int) -> None:
    """Put briefings for `count` chats into the outbox."""
    now, payload = datetime.now(UTC), a_briefing()
    async with house.services.storage.writing() as store:
        messages = [
            OutboxMessage(FIRST_CHAT + number, None, f"benchmark:{number}", 1, payload) for number in range(count)
        ]
        await store.outbox.put(messages, now)


async def sent(house: House) -> int:
    """How many have left."""
    async with house.services.storage.reading() as store:
        return (await store.outbox.counts()).get("sent", 0)


async def refusals(person: aiohttp.ClientSession, origin: str) -> int:
    """How many calls the sandbox refused as too many."""
    async with person.get(f"{origin}/sandbox/log") as answer:
        return sum("Too Many" in str(call["outcome"]) for call in await answer.json())


async def timed_delivery(*, paced: bool) -> tuple[float, int, list[float]]:
    """Deliver all; messages a second, refusals, and the seconds of replies to somebody who asked meanwhile."""
    async with telegram(limits=paced) as origin, aiohttp.ClientSession() as person:
        with tempfile.TemporaryDirectory() as folder:
            plan = Plan(f"sqlite:///{folder}/bench.db", workers=1)
            for number in range(MESSAGES):
                await person.put(f"{origin}/sandbox/chats/{FIRST_CHAT + number}", json={"type": "private"})
            async with open_house(plan) as house, open_line(house, Telegram(TOKEN, origin, paced=paced)) as line:
                await filled(house, MESSAGES)
                asking = asyncio.create_task(questions(person, origin)) if paced else None
                started = time.perf_counter()
                line.delivery.wake()
                await line.delivery.drain()
                seconds = time.perf_counter() - started
                replies = await asking if asking else []
                if await sent(house) != MESSAGES:
                    raise RuntimeError("not all briefings were sent")
                return MESSAGES / seconds, await refusals(person, origin), replies


async def questions(person: aiohttp.ClientSession, origin: str) -> list[float]:
    """Ask `/help` every two seconds; the seconds until each reply stands in the chat."""
    chat = f"{origin}/sandbox/chats/{ASKING}/messages"
    took = []
    await asyncio.sleep(1)
    for number in range(1, QUESTIONS + 1):
        started = time.perf_counter()
        await person.post(chat, json={"text": "/help"})
        while await replies_in(person, chat) < number:
            await asyncio.sleep(0.01)
        took.append(time.perf_counter() - started)
        await asyncio.sleep(2)
    return took


async def replies_in(person: aiohttp.ClientSession, chat: str) -> int:
    """How many messages of the bot stand in a chat."""
    async with person.get(chat) as answer:
        return sum(message["from"] == "bot" for message in await answer.json())


def main() -> None:
    """Measure and print three lines."""
    rate, _, _ = asyncio.run(timed_delivery(paced=False))
    show(Line("outbox → sandbox, pace and limits off", f"{rate:,.0f}/s", f"≥ {FAST:,}/s", rate >= FAST))
    rate, refused, replies = asyncio.run(timed_delivery(paced=True))
    show(
        Line(
            f"outbox → sandbox, pace and limits on, {MESSAGES:,} messages",
            f"{rate:.1f}/s, {refused} refused",
            f"≥ {PACED}/s, none refused",
            rate >= PACED and not refused,
        )
    )
    worst = percentile(replies, 0.99)
    show(Line(f"a reply while {MESSAGES:,} briefings go out, p99", f"{worst:.2f} s", "≤ 1 s", worst <= 1))


if __name__ == "__main__":
    main()
