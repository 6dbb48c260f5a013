"""What is thrown away in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.news import FeedKind
from storage.batches import batches
from storage.outbox import State
from storage.schema import article, briefing, choice, feed, item, outbox, publisher, story
from storage.searching import unindex

MOST_AT_ONCE = 5000
"""Other writers wait while one tidies, so that a large house is tidied in several goes."""
OUTBOX_KEPT = timedelta(days=7)
BRIEFINGS_KEPT = timedelta(days=40)
CHOICES_KEPT = timedelta(days=365)
"""A button of last year is pressed by nobody; whose time was not noted is kept as long from now on."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was thrown away."""

    articles: int = 0
    items: int = 0
    stories: int = 0
    messages: int = 0
    more: bool = False
    """There is more to throw away: call again, in another transaction."""


class Upkeep:
    """Questions about what is kept."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def tidy(self, now: datetime, retention: timedelta) -> Tidied:
        """Remove what was published before the retention (sample desks keep theirs), and what hangs on nothing.

        What an item was is forgotten only when its feed lists it no longer: it would come in again as news.
        """
        before = now - retention
        articles = await self._remove_articles(before)
        nothing = exists().where(article.c.item_id == item.c.id)
        items = await self._db.execute(delete(item).where(item.c.left_at < before, ~nothing))
        told_by = exists().where(article.c.story_id == story.c.id)
        stories = await self._db.execute(delete(story).where(story.c.last < before, ~told_by))
        over = outbox.c.state.in_((State.SENT, State.REFUSED, State.UNCERTAIN))
        messages = await self._db.execute(delete(outbox).where(over, outbox.c.created_at < now - OUTBOX_KEPT))
        await self._db.execute(delete(briefing).where(briefing.c.local_date < (now - BRIEFINGS_KEPT).date()))
        await self._db.execute(update(choice).where(choice.c.kept_at.is_(None)).values(kept_at=now))
        await self._db.execute(delete(choice).where(choice.c.kept_at < now - CHOICES_KEPT))
        return Tidied(articles, items.rowcount, stories.rowcount, messages.rowcount, articles == MOST_AT_ONCE)

    async def _remove_articles(self, before: datetime) -> int:
        """Remove old articles, all versions, with what they say and their place in the search index."""
        old = (
            select(article.c.id, article.c.published, article.c.feed_id, article.c.newest)
            .join(publisher, publisher.c.id == article.c.publisher_id)
            .where(article.c.published < before, publisher.c.kind != FeedKind.SAMPLE)
            .order_by(article.c.published)
            .limit(MOST_AT_ONCE)
        )
        rows = (await self._db.execute(old)).all()
        for batch in batches(rows):
            await unindex(self._db, [(row.id, row.published) for row in batch if row.newest])
            await self._db.execute(delete(article).where(article.c.id.in_([row.id for row in batch])))
        for feed_id in {row.feed_id for row in rows}:
            removed = sum(row.feed_id == feed_id and row.newest for row in rows)
            fewer = update(feed).where(feed.c.id == feed_id).values(articles=feed.c.articles - removed)
            await self._db.execute(fewer)
        return len(rows)
