"""News as it is stored: versions of what feeds list, and what each says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Row, Select, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.news import told
from diplomacy.reading.shapes import EventSaid, FigureSaid
from storage import rows
from storage.adding import add
from storage.batches import batches
from storage.placed import Added, PlacedEntry
from storage.schema import article, article_pair, event, figure, item

__all__ = ["Added", "Articles", "PlacedEntry", "Resemblance", "StoredVersion"]

T = TypeVar("T")

GONE_BUT_KNOWN = 1000
"""So many items that a feed lists no longer are still told; an older one that comes back is recognised by `add`."""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """The newest stored version of an entry, to compare a changed one with."""

    article: int
    story: int
    version: int
    content_hash: str
    title: str
    text: str
    published: datetime
    pairs: tuple[str, ...] = ()
    """Keys (`KR-TR`), in no order."""
    events: tuple[EventSaid, ...] = ()
    figures: tuple[FigureSaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Resemblance:
    """What a stored item can be recognised by when its feed calls it by another name."""

    identity: str
    url: str
    title: str
    content_hash: str


class Articles:
    """What comes in."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def known(self, feed_id: int) -> dict[str, str]:
        """Tell the content hash of each identity that the feed lists, and of the newest that it listed before."""
        of_feed = select(item.c.identity, item.c.content_hash).where(item.c.feed_id == feed_id)
        gone = of_feed.where(item.c.left_at.is_not(None)).order_by(item.c.left_at.desc(), item.c.id.desc())
        listed = await self._db.execute(of_feed.where(item.c.left_at.is_(None)))
        return {
            **dict((await self._db.execute(gone.limit(GONE_BUT_KNOWN))).all()),
            **dict(listed.all()),
        }

    async def newest(self, feed_id: int, identities: Iterable[str]) -> dict[str, StoredVersion]:
        """Give the newest version of each of these identities that has one."""
        found: dict[str, StoredVersion] = {}
        for batch in batches(identities):
            stored = (
                select(item.c.identity, item.c.content_hash, article)
                .join(article, (article.c.item_id == item.c.id) & article.c.newest)
                .where(item.c.feed_id == feed_id, item.c.identity.in_(batch))
            )
            versions = (await self._db.execute(stored)).all()
            if not versions:
                continue
            ids = [row.id for row in versions]
            pairs = await self._said(select(article_pair).where(article_pair.c.article_id.in_(ids)), _pair_of)
            told = select(event).where(event.c.article_id.in_(ids)).order_by(event.c.position)
            events = await self._said(told, rows.event_of)
            counted = select(figure).where(figure.c.article_id.in_(ids)).order_by(figure.c.position)
            figures = await self._said(counted, rows.figure_of)
            for row in versions:
                found[row.identity] = StoredVersion(
                    article=row.id,
                    story=row.story_id,
                    version=row.version,
                    content_hash=row.content_hash,
                    title=row.title,
                    text=row.text,
                    published=row.published,
                    pairs=pairs.get(row.id, ()),
                    events=events.get(row.id, ()),
                    figures=figures.get(row.id, ()),
                )
        return found

    async def _said(
        self, asked: Select[*tuple[object, ...]], read: Callable[[Row[*tuple[object, ...]]], T]
    ) -> dict[int, tuple[T, ...]]:
        """Read what articles say, by their numbers."""
        return rows.grouped((row.article_id, read(row)) for row in await self._db.execute(asked))

    async def text_of(self, article_id: int) -> str | None:
        """Give the told text of an article, any version, for checking evidence against; None where it is gone."""
        row = (
            await self._db.execute(select(article.c.title, article.c.text).where(article.c.id == article_id))
        ).first()
        return None if row is None else told(row.title, row.text)

    async def add(self, feed_id: int, placed: Sequence[PlacedEntry], listed: Sequence[str], now: datetime) -> Added:
        """Store entries of one feed with all that they say, and note which identities its document lists.

        An identity stored with the same content hash is left as it is; with another, a new version takes its place.
        """
        return await add(self._db, feed_id, placed, listed, now)

    async def recent(self, feed_id: int, limit: int) -> tuple[Resemblance, ...]:
        """Give what the newest items of a feed can be recognised by, should the feed give them other names."""
        shown = (
            select(item.c.identity, item.c.content_hash, article.c.url, article.c.title)
            .join(article, (article.c.item_id == item.c.id) & article.c.newest)
            .where(item.c.feed_id == feed_id)
            .order_by(article.c.id.desc())
            .limit(limit)
        )
        return tuple(
            Resemblance(row.identity, row.url, row.title, row.content_hash) for row in await self._db.execute(shown)
        )

    async def rename(self, feed_id: int, names: Mapping[str, str]) -> None:
        """Give items of a feed other identities (old to new), where no item has the new one yet."""
        other = item.alias()
        taken = select(other.c.id).where(other.c.feed_id == feed_id, other.c.identity == bindparam("_new"))
        renamed = (
            update(item)
            .where(item.c.feed_id == feed_id, item.c.identity == bindparam("_old"), ~taken.exists())
            .values(identity=bindparam("_new"))
        )
        if names:
            await self._db.execute(renamed, [{"_old": old, "_new": new} for old, new in names.items()])


def _pair_of(row: Row[*tuple[object, ...]]) -> str:
    """Read the key of a pair."""
    key: str = row.pair
    return key
