"""What is thrown away in time, and what is given back to those it is about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.news import FeedKind
from storage.batches import batches
from storage.outbox import State
from storage.schema import article, briefing, chat, feed, item, outbox, publisher, sent_story, story, subscription
from storage.searching import unindex

MOST_AT_ONCE = 5000
"""Other writers wait while one tidies, so that a large house is tidied in several goes."""
OUTBOX_KEPT = timedelta(days=7)
BRIEFINGS_KEPT = timedelta(days=40)


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was thrown away."""

    articles: int = 0
    items: int = 0
    stories: int = 0
    messages: int = 0
    more: bool = False
    """There is more to throw away: call again, in another transaction."""


@dataclass(frozen=True, slots=True)
class ExportedSubscription:
    """Something the chat follows."""

    key: str
    since: str


@dataclass(frozen=True, slots=True)
class ExportedStory:
    """A story that the chat was told."""

    title: str
    told_at: str


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    """A message to the chat that is still kept."""

    state: str
    created_at: str
    payload: str


@dataclass(frozen=True, slots=True)
class ChatExport:
    """Everything that is stored about a chat; times in ISO 8601, UTC."""

    chat: int
    settings: dict[str, str | int | bool | None]
    subscriptions: tuple[ExportedSubscription, ...]
    stories: tuple[ExportedStory, ...]
    briefings: tuple[str, ...]
    """Local dates that had a briefing."""
    messages: tuple[ExportedMessage, ...]


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

    async def export(self, chat_id: int) -> ChatExport | None:
        """Give everything that is stored about a chat; None where nothing is."""
        row = (await self._db.execute(select(chat).where(chat.c.id == chat_id))).first()
        mine = select(outbox).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id)
        messages = (await self._db.execute(mine)).all()
        if row is None and not messages:
            return None
        followed = select(subscription).where(subscription.c.chat_id == chat_id).order_by(subscription.c.created_at)
        told = select(story.c.title, sent_story.c.at).join(sent_story).where(sent_story.c.chat_id == chat_id)
        served = select(briefing.c.local_date).where(briefing.c.chat_id == chat_id).order_by(briefing.c.local_date)
        return ChatExport(
            chat=chat_id,
            settings={}
            if row is None
            else {name: _plain(value) for name, value in row._asdict().items() if name != "id"},
            subscriptions=tuple(
                ExportedSubscription(one.key, one.created_at.isoformat()) for one in await self._db.execute(followed)
            ),
            stories=tuple(
                ExportedStory(one.title, one.at.isoformat())
                for one in await self._db.execute(told.order_by(sent_story.c.at))
            ),
            briefings=tuple(day.isoformat() for day in await self._db.scalars(served)),
            messages=tuple(ExportedMessage(one.state, one.created_at.isoformat(), one.payload) for one in messages),
        )


def _plain(value: object) -> str | int | bool | None:
    """Write a setting as JSON can hold it."""
    return value if isinstance(value, str | int | None) else str(value)
