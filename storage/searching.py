"""How the two full-text indexes are written and asked, in their own languages, of tokens that hold no operator."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, cast, delete, literal, literal_column, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.bulk import insert_all
from storage.columns import EPOCH
from storage.folding import Term, Wanted
from storage.schema import SEARCH, search_postgresql, search_sqlite

ARTICLE_BITS = 29
"""FTS5 gives rows fast in the order of their numbers only, so a number tells the second first, then the article."""
ARTICLE_MASK = (1 << ARTICLE_BITS) - 1
LAST_SECOND = (1 << 34) - 1

PAIR, DECISIVE, COUNTRY, TOPIC = "p", "d", "c", "t"
"""Kinds of tags; a pair has a second one where the report is decisive for it."""

NEWEST_TRIED = 5000
"""PostgreSQL's index of words knows no time: so many of the newest articles are looked through before it is asked."""


class Indexed(NamedTuple):
    """What the index holds of one article."""

    article: int
    published: datetime
    words: str
    """Tokens with spaces between."""
    tags: list[str]


async def index(connection: AsyncConnection, rows: Iterable[Indexed]) -> None:
    """Put articles into the index."""
    if connection.dialect.name == "postgresql":
        vectors = [{"article_id": row.article, "published": row.published, "vector": tsvector(row)} for row in rows]
        await insert_all(connection, search_postgresql, vectors)
        return
    numbered = sorted(
        (row_number(row.published, row.article), row) for row in rows
    )  # FTS5 is slow when numbers go down
    texts = [{"rowid": number, "words": row.words, "tags": " ".join(row.tags)} for number, row in numbered]
    await insert_all(connection, search_sqlite, texts)


async def unindex(connection: AsyncConnection, articles: Iterable[tuple[int, datetime]]) -> None:
    """Take articles out of the index."""
    if connection.dialect.name == "postgresql":
        numbers = [number for number, _ in articles]
        await connection.execute(delete(search_postgresql).where(search_postgresql.c.article_id.in_(numbers)))
        return
    rows = [row_number(published, number) for number, published in articles]
    await connection.execute(delete(search_sqlite).where(search_sqlite.c.rowid.in_(rows)))


def matching(dialect: str, asked: Wanted, since: datetime | None, until: datetime) -> Select[int]:
    """Select the numbers of the articles that match; a second more than the window may be among them."""
    if dialect == "postgresql":
        return select(search_postgresql.c.article_id).where(matches(asked), *window(since, until))
    number = search_sqlite.c.rowid
    return select(number.bitwise_and(ARTICLE_MASK).label("article_id")).where(
        literal_column(SEARCH).match(fts5(asked)),
        number >= (0 if since is None else row_number(since)),
        number <= row_number(until, ARTICLE_MASK),
    )


def matches(asked: Wanted, vector: ColumnElement[str] = search_postgresql.c.vector) -> ColumnElement[bool]:
    """Ask PostgreSQL's index."""
    return vector.bool_op("@@")(cast(literal(tsquery(asked)), TSQUERY))


def window(since: datetime | None, until: datetime) -> list[ColumnElement[bool]]:
    """Bound PostgreSQL's index in time."""
    published = search_postgresql.c.published
    return [published <= until, *([] if since is None else [published >= since])]


async def newest_matching(
    connection: AsyncConnection, asked: Wanted, since: datetime | None, until: datetime, limit: int
) -> Sequence[int]:
    """Find the numbers of the newest articles that match."""
    if connection.dialect.name == "postgresql":
        return await _among_newest(connection, asked, since, until, limit) or await _among_all(
            connection, asked, since, until, limit
        )
    found = matching("sqlite", asked, since, until).order_by(search_sqlite.c.rowid.desc()).limit(limit)
    return (await connection.scalars(found)).all()


async def _among_newest(
    connection: AsyncConnection, asked: Wanted, since: datetime | None, until: datetime, limit: int
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
    numbers = (await connection.scalars(found)).all()
    return numbers if len(numbers) == limit else None


async def _among_all(
    connection: AsyncConnection, asked: Wanted, since: datetime | None, until: datetime, limit: int
) -> Sequence[int]:
    """Look for rarer words in the index; materialised, so that the planner does not walk through time instead."""
    table = search_postgresql
    hits = (
        select(table.c.article_id, table.c.published)
        .where(matches(asked), *window(since, until))
        .cte("hits")
        .prefix_with("MATERIALIZED")
    )
    found = select(hits.c.article_id).order_by(hits.c.published.desc(), hits.c.article_id.desc()).limit(limit)
    return (await connection.scalars(found)).all()


def row_number(published: datetime, article: int = 0) -> int:
    """Number an article's row in FTS5."""
    second = (published - EPOCH).days * 86_400 + (published - EPOCH).seconds
    return (min(max(second, 0), LAST_SECOND) << ARTICLE_BITS) | (article & ARTICLE_MASK)


def fts5(asked: Wanted) -> str:
    """Write a query of FTS5. Tokens hold letters, digits and marks alone, so quotation marks are enough."""
    parts = [*(f'tags : "{name}"' for name in asked.tags), *(_fts5_term(term) for term in asked.terms)]
    without = " OR ".join(_fts5_term(term) for term in asked.without)
    return f"({' AND '.join(parts)})" + (f" NOT ({without})" if without else "")


def _fts5_term(term: Term) -> str:
    return f'words : "{" ".join(term.tokens)}"{" *" if term.prefix else ""}'


def tsquery(asked: Wanted) -> str:
    """Write a query of PostgreSQL; a tag's colon keeps it apart from words."""
    parts = [*(f"':{name}'" for name in asked.tags), *(_tsquery_term(term) for term in asked.terms)]
    without = " | ".join(_tsquery_term(term) for term in asked.without)
    return " & ".join(parts) + (f" & !({without})" if without else "")


def _tsquery_term(term: Term) -> str:
    *first, last = (f"'{token}'" for token in term.tokens)
    return f"({' <-> '.join((*first, last + (':*' if term.prefix else '')))})"


def tsvector(row: Indexed) -> str:
    """Write what PostgreSQL stores: each token with its places, each tag without any."""
    places: dict[str, list[str]] = {}
    for place, token in enumerate(row.words.split(), 1):
        places.setdefault(token, []).append(str(place))
    words = (f"'{token}':{','.join(at)}" for token, at in places.items())
    return " ".join([*words, *(f"':{name}'" for name in row.tags)])
