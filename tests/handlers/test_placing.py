"""Reports get their stories while everybody else gets their turn. The dealings here are invented."""

import asyncio
import contextlib
import time

from diplomacy.stories import beginning
from handlers.jobs.placing import placed_in_stories
from storage.database import Storage
from tests.builders import a_placed_entry, an_entry

SECONDS = 0.005


async def longest_silence(seen: list[float]) -> None:
    """Note how late each of many short naps ends."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(SECONDS)
        seen.append(time.perf_counter() - began - SECONDS)


async def test_thousands_of_reports_of_two_countries_do_not_hold_up_the_house(sqlite_storage: Storage) -> None:
    titles = (" ".join(str(number * 40 + word) for word in range(29)) for number in range(1000, 2500))
    reads = [a_placed_entry(an_entry(title)).read for title in titles]
    late: list[float] = []
    watch = asyncio.create_task(longest_silence(late))
    await asyncio.sleep(0)
    began = time.perf_counter()
    async with sqlite_storage.writing() as store:
        stories = await placed_in_stories(store, reads, [beginning(read) for read in reads], {})
    took = time.perf_counter() - began
    watch.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watch

    assert len(set(stories)) > 1
    assert max(late) < took / 3
