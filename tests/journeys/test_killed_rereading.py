"""`dragoman reread` is killed in the middle while news comes in: what it did stands, the rest comes next time."""

from pathlib import Path

from diplomacy.reading.version import READING_VERSION
from storage.database import Storage
from tests.builders import NOON, a_reading, an_entry
from tests.journeys.processes import line_with, started, until
from tests.storage.houses import with_feed, with_news

COUNT = 3000
WRONG = a_reading(("KR", "TR"))


async def left(storage: Storage) -> int:
    async with storage.reading() as store:
        return await store.readings.older(READING_VERSION)


async def told_of(storage: Storage, pair: str) -> int:
    async with storage.reading() as store:
        return len(await store.relations.between(pair, None, NOON, 2 * COUNT))


async def test_a_rereading_that_is_killed_goes_on_from_there_while_news_comes_in(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'news.db'}"
    storage = await Storage.open(url)
    try:
        feed = await with_feed(storage)
        said = [(an_entry(f"Norway accused Estonia of spying, part {number}"), WRONG) for number in range(COUNT)]
        await with_news(storage, feed, said)
        async with storage.writing() as store:
            await store.readings.forget(0, COUNT)

        async def begun() -> bool:
            return await left(storage) < COUNT

        async with started("reread", "--db", url, env={}, folder=tmp_path):
            await until(begun, "the first batch")
            await with_news(storage, feed, [(an_entry("Kenya thanked Peru"), WRONG)])
        missing = await left(storage)
        assert 0 < missing < COUNT
        assert await told_of(storage, "EE-NO") == COUNT - missing
        assert await told_of(storage, "KR-TR") == missing + 1
        async with started("reread", "--db", url, env={}, folder=tmp_path) as again:
            told = await line_with(again, "Read again")
        assert told == f"Read again: {missing:,} articles; {missing:,} say something else than before."
        assert (await left(storage), await told_of(storage, "EE-NO")) == (0, COUNT)
    finally:
        await storage.close()
