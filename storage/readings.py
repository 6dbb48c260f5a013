"""Stored articles read again: what a later reading says takes the place of what an earlier one said.

Stories, what was told, and when an article came stay as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Table, bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.reading.shapes import ArticleKind, Reading
from storage import rows
from storage.batches import batches
from storage.bulk import insert_all
from storage.rows import Value
from storage.schema import (
    agenda_item,
    article,
    article_country,
    article_pair,
    article_topic,
    event,
    feed,
    figure,
    item,
)
from storage.searching import Indexed, index, unindex

OF_EVERY_VERSION = (event, figure, agenda_item)
OF_THE_NEWEST = (article_pair, article_country, article_topic)

UNREAD = 0
"""Older than any reading: what carries it is read again."""

CURRENT = select(
    article.c.id,
    article.c.newest,
    article.c.published,
    article.c.story_id,
    article.c.publisher_id,
    article.c.language,
    article.c.kind,
    article.c.pair,
    article.c.topics,
)
TAKEN_OVER = (
    update(article)
    .where(article.c.id == bindparam("_id"))
    .values({name: bindparam(f"_{name}") for name in ("language", "kind", "pair", "topics", "reading")})
)


@dataclass(frozen=True, slots=True)
class StoredText:
    """An article as it is stored, to be read again."""

    article: int
    title: str
    text: str
    url: str
    language: str | None
    """What its feed says, else what was read."""
    published: datetime
    kind: ArticleKind
    """As it was read before."""
    categories: tuple[str, ...] | None
    """None where they were not kept in its time."""


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What an article says by a later reading, and its words for the search index."""

    article: int
    reading: Reading
    words: str


class Readings:
    """Questions about who read what is stored."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def older(self, version: int) -> int:
        """Count the articles, all versions of each, whose reading is older than this one."""
        return await self._db.scalar(select(func.count()).where(article.c.reading < version)) or 0

    async def without_text(self) -> int:
        """Count the items whose text was tidied away: nothing of them can be read again."""
        nothing = exists().where(article.c.item_id == item.c.id)
        return await self._db.scalar(select(func.count()).select_from(item).where(~nothing)) or 0

    async def older_after(self, number: int, version: int, limit: int) -> tuple[StoredText, ...]:
        """Give the next articles behind a number whose reading is older than this one, in the order of numbers."""
        asked = (
            select(article, feed.c.language.label("told_language"))
            .join(feed, feed.c.id == article.c.feed_id)
            .where(article.c.id > number, article.c.reading < version)
            .order_by(article.c.id)
            .limit(limit)
        )
        return tuple(map(_text_of, await self._db.execute(asked)))

    async def forget(self, number: int, limit: int) -> int | None:
        """Mark the next articles behind a number as never read; gives the last one's number, None at the end."""
        numbers = select(article.c.id).where(article.c.id > number).order_by(article.c.id).limit(limit)
        last: int | None = await self._db.scalar(select(func.max(numbers.subquery().c.id)))
        if last is not None:
            between = (article.c.id > number) & (article.c.id <= last)
            await self._db.execute(update(article).where(between).values(reading=UNREAD))
        return last

    async def replace(self, again: Sequence[ReadAgain]) -> int:
        """Let these readings take the place of what is stored; gives how many say something else than before.

        An article that is gone meanwhile is left out; one that has a newer version says it for itself alone.
        """
        return sum([await self._replace(batch) for batch in batches(again)])

    async def _replace(self, again: Sequence[ReadAgain]) -> int:
        wanted = {one.article: one for one in again}
        stored = (await self._db.execute(CURRENT.where(article.c.id.in_(list(wanted))))).all()
        said = {row.id: _said(row, wanted[row.id].reading) for row in stored}
        before = await self._before([row.id for row in stored])
        changed = [
            row
            for row in stored
            if said[row.id] != before[row.id] or _facts(row) != _new_facts(row, wanted[row.id].reading)
        ]
        await self._rewrite([row.id for row in changed], said)
        await self._reindex([row for row in changed if row.newest], wanted, said)
        if stored:
            await self._db.execute(TAKEN_OVER, [_taken_over(row, wanted[row.id].reading) for row in stored])
        return len(changed)

    async def _before(self, numbers: Sequence[int]) -> dict[int, "Said"]:
        """Read all rows that tell what these articles say."""
        found: dict[int, Said] = {number: {} for number in numbers}
        for table in (*OF_EVERY_VERSION, *OF_THE_NEWEST):
            for row in await self._db.execute(select(table).where(table.c.article_id.in_(numbers))):
                values = dict(row._mapping)  # noqa: SLF001 (SQLAlchemy's public name for it)
                found[row.article_id].setdefault(table, []).append(values)
        return {number: _sorted(said) for number, said in found.items()}

    async def _rewrite(self, numbers: Sequence[int], said: Mapping[int, "Said"]) -> None:
        for table in (*OF_EVERY_VERSION, *OF_THE_NEWEST):
            await self._db.execute(delete(table).where(table.c.article_id.in_(numbers)))
            await insert_all(self._db, table, [row for number in numbers for row in said[number].get(table, ())])

    async def _reindex(
        self, changed: Sequence[Row[*tuple[object, ...]]], wanted: Mapping[int, ReadAgain], said: Mapping[int, "Said"]
    ) -> None:
        """Give the newest versions their new tags in the search index."""
        await unindex(self._db, [(row.id, row.published) for row in changed])
        await index(
            self._db,
            [
                Indexed(
                    row.id,
                    row.published,
                    wanted[row.id].words,
                    rows.tags(wanted[row.id].reading, said[row.id].get(article_pair, ())),
                )
                for row in changed
            ],
        )


Said = dict[Table, list[Value]]
"""What an article says: its rows in each table, in an order of their own."""


def _text_of(row: Row[*tuple[object, ...]]) -> StoredText:
    return StoredText(
        article=row.id,
        title=row.title,
        text=row.text,
        url=row.url,
        language=row.told_language or row.language,
        published=row.published,
        kind=row.kind,
        categories=row.categories,
    )


def _said(row: Row[*tuple[object, ...]], reading: Reading) -> Said:
    """Write what an article says as if it came now; only its newest version is found by pair, country and topic."""
    mine: Value = {"article_id": row.id}
    when = {**mine, "published": row.published}
    where = {**when, "story_id": row.story_id}
    tables: tuple[tuple[Table, list[Value], Value], ...] = (
        (event, rows.event_rows(reading), mine),
        (figure, rows.figure_rows(reading), mine),
        (agenda_item, rows.agenda_rows(reading), mine),
    )
    if row.newest:
        tables += (
            (article_pair, rows.pair_rows(reading), {**where, "publisher_id": row.publisher_id}),
            (article_country, rows.country_rows(reading), where),
            (article_topic, rows.topic_rows(reading), when),
        )
    return _sorted({table: [{**one, **common} for one in told] for table, told, common in tables if told})


def _sorted(said: Said) -> Said:
    """Bring rows into an order of their own, so that two sayings can be compared."""
    return {table: sorted(told, key=lambda one: _key(table, one)) for table, told in said.items()}


def _key(table: Table, row: Value) -> tuple[str, ...]:
    return tuple(str(row[column.name]) for column in table.primary_key)


def _facts(row: Row[*tuple[object, ...]]) -> tuple[object, ...]:
    return row.language, row.kind, row.pair, row.topics


def _new_facts(row: Row[*tuple[object, ...]], reading: Reading) -> tuple[object, ...]:
    pairs = rows.pair_rows(reading)
    return reading.language or row.language, reading.kind, pairs[0]["pair"] if pairs else None, reading.topics


def _taken_over(row: Row[*tuple[object, ...]], reading: Reading) -> Value:
    language, kind, pair, topics = _new_facts(row, reading)
    return {
        "_id": row.id,
        "_language": language,
        "_kind": kind,
        "_pair": pair,
        "_topics": topics,
        "_reading": reading.version,
    }
