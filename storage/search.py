"""Full-text search: FTS5 and tsvector behind one function, newest first, never by rank."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.relations.report import Report
from storage.folding import Wanted, tag, wanted
from storage.reports import of_articles, reports
from storage.schema import article, search_postgresql, search_sqlite
from storage.searching import PAIR, matches, matching, window

NEWEST_TRIED = 5000
"""PostgreSQL's index of words knows no time: so many of the newest articles are looked through before it is asked."""


class Search:
    """Questions in words."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def find(
        self, words: str, since: datetime | None, until: datetime, limit: int, *, pair: str | None = None
    ) -> tuple[Report, ...]:
        """Find the newest reports with all of these words, `"phrases in quotation marks"` and no `-word`.

        Words without any letter or digit find nothing. With `pair`, only reports that tie the two.
        """
        asked = wanted(words)
        if not asked.terms:
            return ()
        if pair is not None:
            asked = replace(asked, tags=(tag(PAIR, pair),))
        numbers = await self._newest(asked, since, until, limit)
        if not numbers:
            return ()
        found = of_articles(article, article.c.pair if pair is None else literal(pair)).where(
            article.c.id.in_(numbers),
            article.c.published <= until,
            *([] if since is None else [article.c.published >= since]),
        )
        return reports(await self._db.execute(found.order_by(article.c.published.desc(), article.c.id.desc())))

    async def _newest(self, asked: Wanted, since: datetime | None, until: datetime, limit: int) -> Sequence[int]:
        """Find the numbers of the newest articles that match."""
        if self._db.dialect.name == "postgresql":
            return await self._newest_of_few(asked, since, until, limit) or await self._newest_of_all(
                asked, since, until, limit
            )
        found = matching("sqlite", asked, since, until).order_by(search_sqlite.c.rowid.desc()).limit(limit)
        return (await self._db.scalars(found)).all()

    async def _newest_of_few(
        self, asked: Wanted, since: datetime | None, until: datetime, limit: int
    ) -> Sequence[int] | None:
        """Look for common words among the newest articles; None where that gives too few."""
        table = search_postgresql
        newest = (
            select(table).where(*window(since, until)).order_by(table.c.published.desc()).limit(NEWEST_TRIED).subquery()
        )
        found = (
            select(newest.c.article_id)
            .where(matches(asked, newest.c.vector))
            .order_by(newest.c.published.desc(), newest.c.article_id.desc())
            .limit(limit)
        )
        numbers = (await self._db.scalars(found)).all()
        return numbers if len(numbers) == limit else None

    async def _newest_of_all(self, asked: Wanted, since: datetime | None, until: datetime, limit: int) -> Sequence[int]:
        """Look for rarer words in the index; materialised, so that the planner does not walk through time instead."""
        table = search_postgresql
        hits = (
            select(table.c.article_id, table.c.published)
            .where(matches(asked), *window(since, until))
            .cte("hits")
            .prefix_with("MATERIALIZED")
        )
        found = select(hits.c.article_id).order_by(hits.c.published.desc(), hits.c.article_id.desc()).limit(limit)
        return (await self._db.scalars(found)).all()
