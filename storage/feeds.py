"""Feeds: when each is asked, how it fared, and what is read of a country."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Select, Update, and_, bindparam, case, distinct, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.news import Feed, FeedDue, FeedKind
from diplomacy.relations.report import Coverage
from storage.batches import batches
from storage.feed_rows import Checked, FeedState, FeedTotals, due_feed, feed_state, host_of, new_row, noted
from storage.publishers import publisher_ids
from storage.rows import Value
from storage.schema import feed, publisher, story
from storage.upserts import upsert

__all__ = ["Checked", "FeedState", "FeedTotals", "Feeds"]

IN_USE = feed.c.retired.is_(False)
READABLE = or_(feed.c.last_ok_at.is_not(None), feed.c.last_tried_at.is_(None))
"""A feed that was tried and never read covers nothing."""
WITH_PUBLISHER = (
    select(
        feed,
        publisher.c.name,
        publisher.c.family,
        publisher.c.country,
        publisher.c.kind,
        publisher.c.state_linked,
    )
    .join(publisher)
    .where(IN_USE)
)


class Feeds:
    """Questions about feeds."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def register(self, feeds: Sequence[Feed], now: datetime, *, retire_others: bool) -> None:
        """Take a list of feeds: new ones are due at once, known ones keep their state and get the list's facts.

        With `retire_others`, feeds that the list leaves out are no longer asked; their articles stay.
        """
        by_url = {one.url: one for one in feeds}
        if retire_others:
            await self._retire(set(by_url))
        if not by_url:
            return
        publishers = await publisher_ids(self._db, (one.publisher for one in by_url.values()))
        rows = [new_row(one, publishers[one.publisher], now) for one in by_url.values()]
        insertion = upsert(self._db, feed)
        back_in_use = case((feed.c.retired, insertion.excluded.next_check_at), else_=feed.c.next_check_at)
        await self._db.execute(
            insertion.on_conflict_do_update(
                index_elements=["url"],
                set_={
                    "publisher_id": insertion.excluded.publisher_id,
                    "language": insertion.excluded.language,
                    "retired": False,
                    "next_check_at": back_in_use,
                },
            ),
            rows,
        )

    async def _retire(self, kept: set[str]) -> None:
        """Ask no more of feeds that are on no list."""
        known = await self._db.execute(select(feed.c.id, feed.c.url).where(IN_USE))
        for ids in batches(number for number, url in known if url not in kept):
            await self._db.execute(update(feed).where(feed.c.id.in_(ids)).values(retired=True, next_check_at=None))

    async def due(self, now: datetime, limit: int) -> tuple[FeedDue, ...]:
        """Give the feeds whose time has come, the longest waiting first."""
        waiting = WITH_PUBLISHER.where(feed.c.next_check_at <= now).order_by(feed.c.next_check_at, feed.c.id)
        return tuple(due_feed(row) for row in await self._db.execute(waiting.limit(limit)))

    async def named(self, urls: Iterable[str]) -> dict[str, FeedDue]:
        """Give the feeds in use with these addresses, as a list names them, whether their time has come or not."""
        found: dict[str, FeedDue] = {}
        for batch in batches(urls):
            found |= {
                row.url: due_feed(row) for row in await self._db.execute(WITH_PUBLISHER.where(feed.c.url.in_(batch)))
            }
        return found

    async def next_check_at(self) -> datetime | None:
        """Tell when the next feed is due; None where none ever is."""
        moment: datetime | None = await self._db.scalar(select(func.min(feed.c.next_check_at)))
        return moment

    async def checked(self, *checks: Checked) -> None:
        """Note how tries went; those that are noted alike go in one statement."""
        alike: dict[tuple[str, ...], list[Value]] = {}
        for check in checks:
            values = noted(check)
            alike.setdefault(tuple(values), []).append({f"_{name}": value for name, value in values.items()})
        for names, rows in alike.items():
            await self._db.execute(_noting(names), rows)

    async def hold_host_of(self, address: str, until: datetime) -> None:
        """Ask no feed of an address's host before a moment: its server has said 429."""
        early = and_(feed.c.host == host_of(address), feed.c.next_check_at < until)
        await self._db.execute(update(feed).where(early).values(next_check_at=until))

    async def states(self, country: str | None = None) -> tuple[FeedState, ...]:
        """Tell how all feeds fare, or those of one country's publishers; by publisher and address."""
        wanted = WITH_PUBLISHER if country is None else WITH_PUBLISHER.where(publisher.c.country == country)
        return await self._states(wanted.order_by(publisher.c.name, feed.c.url))

    async def silent(self, countries: Iterable[str], since: datetime) -> tuple[FeedState, ...]:
        """Give the feeds of these countries' publishers that were asked and have brought nothing published since."""
        newest = func.coalesce(feed.c.newest_item_at, feed.c.registered_at)
        quiet = and_(feed.c.last_tried_at.is_not(None), newest < since, publisher.c.kind != FeedKind.SAMPLE)
        wanted = WITH_PUBLISHER.where(publisher.c.country.in_(sorted(set(countries))), quiet)
        return await self._states(wanted.order_by(publisher.c.country, publisher.c.name, feed.c.url))

    async def coverage(self, country: str) -> Coverage:
        """Count what is read from a country; sample desks are nobody's outlet."""
        ministry = publisher.c.kind == FeedKind.MINISTRY
        counts = (
            select(
                func.count(),
                func.count(distinct(case((~ministry, publisher.c.name)))),
                func.count(distinct(case((ministry, publisher.c.name)))),
                func.count(distinct(case((publisher.c.state_linked, publisher.c.name)))),
            )
            .select_from(feed.join(publisher))
            .where(IN_USE, READABLE, publisher.c.country == country, publisher.c.kind != FeedKind.SAMPLE)
        )
        return Coverage(country, *(await self._db.execute(counts)).one())

    async def totals(self) -> FeedTotals:
        """Count feeds in use that can be read, and all that is stored."""
        used = select(func.count(), func.count(feed.c.last_ok_at)).where(IN_USE, READABLE)
        feeds, read = (await self._db.execute(used)).one()
        articles = await self._db.scalar(select(func.coalesce(func.sum(feed.c.articles), 0)))
        stories = await self._db.scalar(select(func.count()).select_from(story))
        return FeedTotals(feeds, read, int(articles or 0), stories or 0)

    async def _states(self, wanted: Select[*tuple[object, ...]]) -> tuple[FeedState, ...]:
        """Read feeds with their publishers."""
        return tuple(feed_state(row) for row in await self._db.execute(wanted))


@cache
def _noting(names: tuple[str, ...]) -> Update:
    """Write the statement that notes values with these names."""
    values = {name: bindparam(f"_{name}", type_=feed.c[name].type) for name in names if name != "id"}
    return update(feed).where(feed.c.id == bindparam("_id"), IN_USE).values(values)
