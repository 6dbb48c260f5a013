"""Full-text search: FTS5 and tsvector behind one function, newest first, never by rank."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import literal
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.relations.report import Report
from storage.folding import tag, wanted
from storage.reports import of_articles, reports
from storage.schema import article
from storage.searching import PAIR, newest_matching


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
        numbers = await newest_matching(self._db, asked, since, until, limit)
        if not numbers:
            return ()
        found = of_articles(article, article.c.pair if pair is None else literal(pair)).where(
            article.c.id.in_(numbers),
            article.c.published <= until,
            *([] if since is None else [article.c.published >= since]),
        )
        return reports(await self._db.execute(found.order_by(article.c.published.desc(), article.c.id.desc())))
