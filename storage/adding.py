"""How entries are stored: a version takes the place of the one before it, and with it goes all that it says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import Integer, Table, and_, bindparam, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import rows
from storage.batches import batches
from storage.bulk import insert_all
from storage.columns import Moment
from storage.folding import tokens
from storage.placed import Added, PlacedEntry
from storage.publishers import publisher_ids
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


@dataclass(frozen=True, slots=True)
class Before:
    """What is stored of an item so far; no article where its text was removed."""

    item: int
    content_hash: str
    article: int | None
    version: int
    published: datetime | None
    announce: bool
    arrived: datetime | None
    corrected: datetime | None


@dataclass(frozen=True, slots=True)
class Adding:
    """What one call of `add` works on."""

    db: AsyncConnection
    feed: int
    now: datetime
    before: Mapping[str, Before]
    fresh: Mapping[str, PlacedEntry]
    last_item: int
    last_article: int
    """The only writer gives out the numbers itself: the next ones follow these."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version that is being stored, with the numbers of what it belongs to."""

    placed: PlacedEntry
    number: int
    item: int
    publisher: int
    pairs: list[Value]


LAST_NUMBERS = select(
    select(func.max(item.c.id)).scalar_subquery().label("item"),
    select(func.max(article.c.id)).scalar_subquery().label("article"),
    exists().where(item.c.feed_id == bindparam("feed")).label("listed"),
)
BEFORE = (
    select(
        item.c.id,
        item.c.identity,
        item.c.content_hash,
        article.c.id.label("article_id"),
        article.c.version,
        article.c.published,
        article.c.announce,
        article.c.arrived,
        article.c.corrected,
    )
    .join(article, and_(article.c.item_id == item.c.id, article.c.newest), isouter=True)
    .where(item.c.feed_id == bindparam("feed"), item.c.identity.in_(bindparam("identities", expanding=True)))
)


NEWEST = bindparam("_newest", type_=Moment)
COUNTED = (
    update(feed)
    .where(feed.c.id == bindparam("_feed"))
    .values(
        articles=feed.c.articles + bindparam("_added", type_=Integer),
        stored_ever=True,
        newest_item_at=case(
            (and_(NEWEST.is_not(None), or_(feed.c.newest_item_at.is_(None), feed.c.newest_item_at < NEWEST)), NEWEST),
            else_=feed.c.newest_item_at,
        ),
    )
)


async def add(
    db: AsyncConnection, feed_id: int, placed: Sequence[PlacedEntry], listed: Sequence[str], now: datetime
) -> Added:
    """Store what is new or changed; see `Articles.add`."""
    latest = {entry.read.entry.identity: entry for entry in placed}
    last = (await db.execute(LAST_NUMBERS, {"feed": feed_id})).one()
    before = await _before(db, feed_id, latest) if last.listed else {}
    fresh = {
        identity: entry
        for identity, entry in latest.items()
        if identity not in before or before[identity].content_hash != entry.read.content_hash
    }
    if fresh:
        await _store(Adding(db, feed_id, now, before, fresh, last.item or 0, last.article or 0))
    if last.listed:
        await _note_listed(db, feed_id, set(listed), now)
    changed = sum(identity in before for identity in fresh)
    return Added(new=len(fresh) - changed, changed=changed)


async def _before(db: AsyncConnection, feed_id: int, identities: Iterable[str]) -> dict[str, Before]:
    """Look up what is stored of these identities."""
    found: dict[str, Before] = {}
    for batch in batches(identities):
        for row in await db.execute(BEFORE, {"feed": feed_id, "identities": batch}):
            found[row.identity] = Before(
                row.id,
                row.content_hash,
                row.article_id,
                row.version or 0,
                row.published,
                bool(row.announce),
                row.arrived,
                row.corrected,
            )
    return found


async def _store(adding: Adding) -> None:
    """Store the versions and all that they say."""
    items = await _items(adding)
    await _supersede(adding)
    publishers = await publisher_ids(adding.db, {placed.read.entry.publisher for placed in adding.fresh.values()})
    versions = [
        Version(
            placed,
            number,
            items[identity],
            publishers[placed.read.entry.publisher],
            rows.pair_rows(placed.read.reading),
        )
        for number, (identity, placed) in enumerate(adding.fresh.items(), adding.last_article + 1)
    ]
    await insert_all(adding.db, article, [_article_row(adding, version) for version in versions])
    await _store_said(adding.db, versions)
    await index(adding.db, [_indexed(version) for version in versions])
    await _count(adding)


def _article_row(adding: Adding, version: Version) -> Value:
    """Write a version. What was to be announced stays so when only the wording changes, and keeps the time it came."""
    placed, now = version.placed, adding.now
    entry, reading = placed.read.entry, placed.read.reading
    before = adding.before.get(entry.identity)
    tells_something = before is None or before.arrived is None or placed.announce or placed.corrected
    return {
        "id": version.number,
        "item_id": version.item,
        "feed_id": adding.feed,
        "publisher_id": version.publisher,
        "version": before.version + 1 if before else 1,
        "newest": True,
        "url": entry.url or "",
        "title": entry.title,
        "text": entry.text,
        "language": reading.language or entry.language,
        "kind": reading.kind,
        "published": entry.published,
        "dated": entry.dated,
        "story_id": placed.story,
        "pair": version.pairs[0]["pair"] if version.pairs else None,
        "topics": reading.topics,
        "announce": placed.announce or (before is not None and before.announce),
        # What is dated in the future is held: it comes when its time does.
        "arrived": max(now, entry.published) if tells_something else before and before.arrived,
        "corrected": now if placed.corrected else before and before.corrected,
        "categories": entry.categories,
        "reading": reading.version,
    }


async def _store_said(db: AsyncConnection, versions: Sequence[Version]) -> None:
    """Store pairs, countries, topics, events, figures and what lies ahead, one statement a table."""
    gathered: defaultdict[Table, list[Value]] = defaultdict(list)
    for version in versions:
        reading = version.placed.read.reading
        mine: Value = {"article_id": version.number}
        when = {**mine, "published": version.placed.read.entry.published}
        where = {**when, "story_id": version.placed.story}
        for table, said, common in (
            (article_pair, version.pairs, {**where, "publisher_id": version.publisher}),
            (article_country, rows.country_rows(reading), where),
            (article_topic, rows.topic_rows(reading), when),
            (event, rows.event_rows(reading), mine),
            (figure, rows.figure_rows(reading), mine),
            (agenda_item, rows.agenda_rows(reading), mine),
        ):
            if said:
                gathered[table] += [{**row, **common} for row in said]
    for table, values in gathered.items():
        await insert_all(db, table, values)


def _indexed(version: Version) -> Indexed:
    """Tell what the search index holds of a version."""
    read = version.placed.read
    words = " ".join(tokens(read.entry.told)) if read.words is None else read.words
    return Indexed(version.number, read.entry.published, words, rows.tags(read.reading, version.pairs))


async def _items(adding: Adding) -> dict[str, int]:
    """Give each entry the number of its item; those never seen get one, the others their new hash."""
    numbers = {identity: stored.item for identity, stored in adding.before.items()}
    hashes = {identity: placed.read.content_hash for identity, placed in adding.fresh.items()}
    if changed := [{"_id": numbers[name], "_hash": mark} for name, mark in hashes.items() if name in numbers]:
        new_hash = update(item).where(item.c.id == bindparam("_id")).values(content_hash=bindparam("_hash"))
        await adding.db.execute(new_hash, changed)
    new = dict(zip((name for name in hashes if name not in numbers), count(adding.last_item + 1)))
    rows: list[Value] = [
        {"id": number, "feed_id": adding.feed, "identity": name, "content_hash": hashes[name]}
        for name, number in new.items()
    ]
    await insert_all(adding.db, item, rows)
    return numbers | new


async def _supersede(adding: Adding) -> None:
    """Keep the old versions, but take them out of all that is asked for the newest."""
    before = (adding.before[identity] for identity in adding.fresh if identity in adding.before)
    old = [(version.article, version.published) for version in before if version.article and version.published]
    for batch in batches(old):
        ids = [number for number, _ in batch]
        await adding.db.execute(update(article).where(article.c.id.in_(ids)).values(newest=False))
        for table in (article_pair, article_country, article_topic):
            await adding.db.execute(delete(table).where(table.c.article_id.in_(ids)))
        await unindex(adding.db, batch)


async def _note_listed(db: AsyncConnection, feed_id: int, listed: set[str], now: datetime) -> None:
    """Mark what the feed no longer lists and what it lists again; what stays listed costs nothing."""
    mine = item.c.feed_id == feed_id
    shown = await db.execute(select(item.c.id, item.c.identity).where(mine, item.c.left_at.is_(None)))
    still = {identity: number for number, identity in shown}
    for numbers in batches(number for identity, number in still.items() if identity not in listed):
        await db.execute(update(item).where(item.c.id.in_(numbers)).values(left_at=now))
    for names in batches(listed - still.keys()):
        again = and_(mine, item.c.identity.in_(names), item.c.left_at.is_not(None))
        await db.execute(update(item).where(again).values(left_at=None))


async def _count(adding: Adding) -> None:
    """Keep the feed's own count and the time of its newest item up to date."""
    added = sum(name not in adding.before or adding.before[name].article is None for name in adding.fresh)
    times = [placed.read.entry.published for placed in adding.fresh.values()]
    newest = max((time for time in times if time <= adding.now), default=None)
    await adding.db.execute(COUNTED, {"_feed": adding.feed, "_added": added, "_newest": newest})
