"""Reports get their stories while everybody else gets their turn. The dealings here are invented."""

import asyncio
import contextlib
import time

import pytest

from diplomacy.reading.entry import ReadEntry
from diplomacy.stories.place import beginning
from handlers.desk import StoryDesk
from handlers.jobs.placing import placed_in_stories
from storage.database import Storage
from tests.builders import NOON, a_placed_entry, an_entry

SECONDS = 0.005
AGAIN = "For this winter Estonia has the ferry Storfjord from Norway"
FERRY = "Norway lends Estonia the ferry Storfjord for as long as the winter lasts"


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
        stories = await placed_in_stories(store, StoryDesk(), reads, [beginning(read) for read in reads], {}, NOON)
    took = time.perf_counter() - began
    watch.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watch

    assert len(set(stories)) > 1
    assert max(late) < took / 3


async def test_a_transaction_that_comes_to_nothing_leaves_nothing_on_the_desk(sqlite_storage: Storage) -> None:
    desk = StoryDesk()
    first, again = (
        a_placed_entry(an_entry(title)).read
        for title in (FERRY, "For this winter Estonia has the ferry Storfjord from Norway")
    )

    async def place(read: ReadEntry, *, fails: bool = False) -> int:
        async with sqlite_storage.writing() as store:
            (story,) = await placed_in_stories(store, desk, [read], [beginning(read)], {}, NOON)
            if fails:
                raise FellOverError
        return story

    with pytest.raises(FellOverError):
        await place(first, fails=True)
    assert await place(first) == await place(again) == await place(first) == 1
    async with sqlite_storage.reading() as store:
        (stored,) = await store.stories.open(NOON)
    assert "#=2" in stored.tokens  # the third is a copy of the first


class FellOverError(Exception):
    """Something broke between two lines."""
