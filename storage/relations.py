"""Facts of two countries, of one, of a topic, of what somebody follows: always the newest version of each report."""

from datetime import datetime

from sqlalchemy import FromClause, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.relations.report import Relationship, Report, Tally
from diplomacy.subscriptions import Subscription
from storage.folding import Wanted, tag
from storage.narrowing import (
    Conditions,
    followed,
    in_country,
    of_pair,
    on_topic,
    terms_of,
    with_words,
    within,
)
from storage.reports import Reports, of_pairs, reports
from storage.schema import article, article_country, article_pair
from storage.searching import DECISIVE, PAIR, TOPIC, newest_matching
from storage.tallying import tally


class Relations:
    """Questions about countries."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def tally(
        self,
        pair: str,
        since: datetime | None,
        until: datetime,
        *,
        topic: str | None = None,
        words: tuple[str, ...] = (),
    ) -> Tally:
        """Count what all reports of a pair add up to from `since` to `until`, both included."""
        return await tally(self._db, self._asked(pair, since, until, topic, words))

    async def between(
        self,
        pair: str,
        since: datetime | None,
        until: datetime,
        limit: int,
        *,
        decisive: bool = False,
        topic: str | None = None,
        words: tuple[str, ...] = (),
    ) -> tuple[Report, ...]:
        """Give the newest reports that tie a pair; `decisive`: only news that tells an event between the two."""
        found = of_pairs().where(*of_pair(pair, since, until), *on_topic(article_pair.c.topics, one(topic)))
        if decisive:
            found = found.where(article_pair.c.decisive)
        if terms := terms_of(words):
            # The index of words knows pairs and topics too, and so finds the newest without finding them all.
            tags = (tag(DECISIVE if decisive else PAIR, pair), *(tag(TOPIC, name) for name in one(topic)))
            numbers = await newest_matching(self._db, Wanted(terms, tags=tags), since, until, limit)
            found = found.where(article_pair.c.article_id.in_(numbers))
        return await self._newest(found, article_pair, limit)

    async def newest_before(self, pair: str, moment: datetime) -> datetime | None:
        """Tell when the newest report of a pair at or before a moment was published."""
        newest = select(article_pair.c.published).where(article_pair.c.pair == pair, article_pair.c.published <= moment)
        found: datetime | None = await self._db.scalar(newest.order_by(article_pair.c.published.desc()).limit(1))
        return found

    async def busiest(
        self, country: str, since: datetime | None, until: datetime, limit: int
    ) -> tuple[Relationship, ...]:
        """Give the countries that one has most to do with, by stories."""
        table = article_country
        stories = func.count(distinct(table.c.story_id)).label("stories")
        counted = (
            select(table.c.pair, stories, func.count().label("reports"))
            .where(table.c.country == country, *within(table, since, until), table.c.pair != "")
            .group_by(table.c.pair)
            .order_by(stories.desc(), func.count().desc(), table.c.pair)
        )
        rows = await self._db.execute(counted.limit(limit))
        return tuple(Relationship(_other(row.pair, country), row.stories, row.reports) for row in rows)

    async def busiest_pairs(self, since: datetime, until: datetime, limit: int) -> tuple[tuple[str, int], ...]:
        """Give the pairs with the most stories, and how many."""
        stories = func.count(distinct(article_pair.c.story_id)).label("stories")
        counted = (
            select(article_pair.c.pair, stories)
            .select_from(article.join(article_pair, article_pair.c.article_id == article.c.id))
            .where(*within(article, since, until))
            .group_by(article_pair.c.pair)
            .order_by(stories.desc(), article_pair.c.pair)
        )
        return tuple((row.pair, row.stories) for row in await self._db.execute(counted.limit(limit)))

    async def of_country(
        self, country: str, since: datetime | None, until: datetime, limit: int, *, everything: bool = False
    ) -> tuple[Report, ...]:
        """Give the newest reports on a country's dealings with others (sport is none), or on the country at all."""
        found = in_country(country, everything=everything).where(*within(article_country, since, until))
        return await self._newest(found, article_country, limit)

    async def following(
        self,
        subscription: Subscription,
        since: datetime | None,
        until: datetime,
        limit: int,
        *,
        announced_only: bool = True,
        arrived_since: datetime | None = None,
    ) -> tuple[Report, ...]:
        """Give the newest reports that a subscription brings, by when they were published.

        Feeds bring items late: a briefing that must miss nothing asks with `arrived_since` for what was stored later.
        """
        found, source = followed(self._db.dialect.name, subscription, since, until)
        if announced_only:
            found = found.where(article.c.announce)
        if arrived_since is not None:
            found = found.where(article.c.arrived > arrived_since)
        return await self._newest(found, source, limit)

    def _asked(
        self, pair: str, since: datetime | None, until: datetime, topic: str | None, words: tuple[str, ...]
    ) -> Conditions:
        """Bound `article_pair` to what was asked."""
        return [
            *of_pair(pair, since, until),
            *on_topic(article_pair.c.topics, one(topic)),
            *with_words(self._db.dialect.name, article_pair.c.article_id, words, (), (tag(PAIR, pair),), since, until),
        ]

    async def _newest(self, found: Reports, source: FromClause, limit: int) -> tuple[Report, ...]:
        """Give the newest of the selected reports; of two at one moment, the one stored later."""
        number = source.c.id if source is article else source.c.article_id
        return reports(await self._db.execute(found.order_by(source.c.published.desc(), number.desc()).limit(limit)))


def one(topic: str | None) -> tuple[str, ...]:
    """Name a topic, or none."""
    return () if topic is None else (topic,)


def _other(pair: str, country: str) -> str:
    """Tell the other one of a pair; a country with itself is its own other."""
    first, second = pair.split("-")
    return second if first == country else first
