"""A house with news in it, for tests of what is asked of it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from diplomacy.news import Entry, Feed
from diplomacy.reading.shapes import Reading
from storage.articles import Added
from storage.database import Storage
from tests.builders import NOON, a_feed, a_placed_entry, a_story_draft

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)


async def with_feed(storage: Storage, feed: Feed | None = None, now: datetime = NOON) -> int:
    """Register one feed more; gives its number."""
    wanted = feed or a_feed()
    async with storage.writing() as store:
        await store.feeds.register([wanted], now, retire_others=False)
        return next(state.id for state in await store.feeds.states() if state.feed.url == wanted.url)


async def with_news(
    storage: Storage,
    feed_id: int,
    news: Sequence[tuple[Entry, Reading]],
    *,
    now: datetime = NOON,
    announce: bool = True,
    story: int | None = None,
    corrected: bool = False,
) -> Added:
    """Store entries of a feed, each a story of its own unless one is named."""
    async with storage.writing() as store:
        stories = (
            await store.stories.create([a_story_draft(entry.title, first=entry.published) for entry, _ in news])
            if story is None
            else [story] * len(news)
        )
        placed = [
            a_placed_entry(entry, reading, story=number, announce=announce, corrected=corrected)
            for (entry, reading), number in zip(news, stories, strict=True)
        ]
        return await store.articles.add(feed_id, placed, [entry.identity for entry, _ in news], now)
