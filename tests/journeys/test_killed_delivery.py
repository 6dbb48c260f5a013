"""The program is killed again and again while briefings go out: none is lost, only the batch under way is doubled."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from bot.delivery.outbox import BATCH
from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from storage.database import Storage
from tests.bot.lines import briefing
from tests.sandbox.visitors import TOKEN, Person

ROOT = Path(__file__).parents[2]
CHATS = range(7001, 7051)
EACH = 10
KILLS = 3


@asynccontextmanager
async def a_delivery(database: str, origin: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start a delivery that is about to send; it is killed at the end, without any goodbye."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.journeys.delivering", database, origin, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        await said(process, b"delivering")
        yield process
    finally:
        process.kill()
        await process.communicate()


async def said(process: asyncio.subprocess.Process, words: bytes) -> None:
    assert process.stdout is not None
    async with asyncio.timeout(60):
        assert (await process.stdout.readline()).strip() == words


async def arrived(person: Person) -> Counter[str]:
    """Count what arrived, by chat and words."""
    return Counter([f"{chat} {message['text']}" for chat in CHATS for message in await person.chat(chat)])


async def test_a_delivery_that_is_killed_loses_nothing_and_doubles_only_the_batch_under_way(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - to play the same game again
    chance = random.Random(seed)
    database = f"sqlite:///{tmp_path / 'killed.db'}"
    clock = HouseClock()
    sandbox = Sandbox(0, clock, Newsroom(clock), TOKEN, limits=False)
    await sandbox.start()
    storage = await Storage.open(database)
    try:
        async with aiohttp.ClientSession() as session:
            person = Person(sandbox.origin, session)
            for chat in CHATS:
                await person.put(chat, type="private")
            async with storage.writing() as store:
                waiting = [briefing(chat, number) for number in range(EACH) for chat in CHATS]
                await store.outbox.put(waiting, datetime.now(UTC))
            for _ in range(KILLS):
                enough = sum((await arrived(person)).values()) + chance.randrange(1, 120)
                async with a_delivery(database, sandbox.origin), asyncio.timeout(60):
                    while sum((await arrived(person)).values()) < min(enough, len(waiting)):
                        await asyncio.sleep(0.01)
            async with a_delivery(database, sandbox.origin) as process:
                await said(process, b"done")
            found = await arrived(person)
        async with storage.reading() as store:
            counts = await store.outbox.counts()
    finally:
        await storage.close()
        await sandbox.close()
    assert counts["sent"] == len(waiting)
    assert set(found) == {f"{message.chat} Briefing {number}.0" for number in range(EACH) for message in waiting}
    doubled = {what: count for what, count in found.items() if count > 1}
    assert max(doubled.values(), default=1) <= KILLS + 1
    assert sum(count - 1 for count in doubled.values()) <= KILLS * BATCH, f"seed {seed}: {doubled}"
