"""Stored articles are read again after an update, in whatever is interrupted. The dealings here are invented."""

from collections.abc import Sequence

import pytest

from diplomacy.reading.shapes import ArticleKind
from diplomacy.reading.version import READING_VERSION
from handlers import rereading
from handlers.rereading import Reread, read_again, reread
from storage.database import Storage
from storage.readings import ReadAgain, StoredText
from tests.builders import NOON, a_reading, an_entry
from tests.handlers.houses import names
from tests.storage.houses import with_feed, with_news

WRONG = a_reading(("KR", "TR"))


class StoppedError(Exception):
    """Somebody has ended it."""


async def read_many(texts: Sequence[StoredText]) -> list[ReadAgain | None]:
    return [read_again(text, names()) for text in texts]


async def with_old_readings(storage: Storage, count: int = 5) -> None:
    """News of Norway and Estonia that an earlier version took for something else."""
    feed = await with_feed(storage)
    news = [(an_entry(f"Norway accused Estonia of spying, part {number}"), WRONG) for number in range(count)]
    await with_news(storage, feed, news)
    async with storage.writing() as store:
        await store.readings.forget(0, 99)


async def found(storage: Storage, pair: str) -> int:
    async with storage.reading() as store:
        return len(await store.relations.between(pair, None, NOON, 99))


async def test_what_an_earlier_version_read_is_read_again_and_what_this_one_read_is_not(storage: Storage) -> None:
    await with_old_readings(storage)
    seen: list[tuple[int, int]] = []
    done = await reread(storage, read_many, lambda now, of: seen.append((now, of)), everything=False)
    assert done == Reread(read=5, changed=5)
    assert seen == [(0, 5), (5, 5)]
    assert (await found(storage, "KR-TR"), await found(storage, "EE-NO")) == (0, 5)
    again = await reread(storage, read_many, lambda now, of: seen.append((now, of)), everything=False)
    assert again == Reread()
    everything = await reread(storage, read_many, lambda now, of: seen.append((now, of)), everything=True)
    assert everything == Reread(read=5)


async def test_one_that_was_stopped_goes_on_where_it_was(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "AT_ONCE", 2)
    await with_old_readings(storage)

    def stop_after_two(now: int, _of: int) -> None:
        if now == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        await reread(storage, read_many, stop_after_two, everything=False)
    assert (await found(storage, "KR-TR"), await found(storage, "EE-NO")) == (3, 2)
    assert await reread(storage, read_many, lambda *_: None, everything=False) == Reread(read=3, changed=3)
    assert await found(storage, "EE-NO") == 5


async def test_an_article_that_cannot_be_read_stays_as_it_is(storage: Storage) -> None:
    await with_old_readings(storage, 3)

    async def but_the_first(texts: Sequence[StoredText]) -> list[ReadAgain | None]:
        return [None, *(await read_many(texts))[1:]]

    done = await reread(storage, but_the_first, lambda *_: None, everything=False)
    assert done == Reread(read=2, changed=2, failed=1)
    async with storage.reading() as store:
        assert await store.readings.older(READING_VERSION) == 1


async def test_the_bot_may_write_meanwhile(storage: Storage) -> None:
    await with_old_readings(storage, 2)

    async def while_the_outlet_changes_its_title(texts: Sequence[StoredText]) -> list[ReadAgain | None]:
        feed = await with_feed(storage)
        changed = an_entry("Something else", identity=an_entry("Norway accused Estonia of spying, part 0").identity)
        await with_news(storage, feed, [(changed, WRONG)])
        return await read_many(texts)

    done = await reread(storage, while_the_outlet_changes_its_title, lambda *_: None, everything=False)
    assert done == Reread(read=2, changed=2)
    assert (await found(storage, "KR-TR"), await found(storage, "EE-NO")) == (1, 1)


def test_a_kind_that_unknown_categories_told_is_kept() -> None:
    text = StoredText(1, "Norway accused Estonia", "", "", "en", NOON, ArticleKind.OPINION, None)
    assert read_again(text, names()).reading.kind is ArticleKind.OPINION
    known = StoredText(1, "Norway accused Estonia", "", "", "en", NOON, ArticleKind.OPINION, ())
    assert read_again(known, names()).reading.kind is ArticleKind.NEWS
