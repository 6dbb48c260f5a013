"""Rows as `Report`: which columns a report is made of, and how a row becomes one."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, FromClause, Row, Select, and_, select

from diplomacy.news import Publisher, told
from diplomacy.reading.words import sentences
from diplomacy.relations.report import Report
from storage.schema import article, article_pair, publisher

LOOKED_AT = 2000
"""Characters in which the first sentence ends."""

ABOUT_THE_ARTICLE = (
    article.c.id,
    article.c.story_id,
    article.c.title,
    article.c.text,
    article.c.url,
    article.c.published,
    article.c.dated,
    article.c.language,
    article.c.kind,
    article.c.topics,
    article.c.corrected,
    publisher.c.name,
    publisher.c.family,
    publisher.c.country,
    publisher.c.kind.label("publisher_kind"),
    publisher.c.state_linked,
)
ABOUT_THE_PAIR = (article_pair.c.pair, article_pair.c.event, article_pair.c.stage, article_pair.c.tone)

Reports = Select[*tuple[object, ...]]


def of_pairs() -> Reports:
    """Select reports by rows of `article_pair`."""
    return select(*ABOUT_THE_ARTICLE, *ABOUT_THE_PAIR, article_pair.c.start, article_pair.c.end).select_from(
        article_pair.join(article, article.c.id == article_pair.c.article_id).join(
            publisher, publisher.c.id == article.c.publisher_id
        )
    )


def of_articles(
    source: FromClause,
    pair: ColumnElement[str | None] | ColumnElement[str],
    start: ColumnElement[int] = article_pair.c.start,
    end: ColumnElement[int] = article_pair.c.end,
) -> Reports:
    """Select reports by a source that has `article`; `pair` says which pair each is shown with, if it has any."""
    shown = and_(
        article_pair.c.pair == pair,
        article_pair.c.published == article.c.published,
        article_pair.c.article_id == article.c.id,
    )
    return select(*ABOUT_THE_ARTICLE, *ABOUT_THE_PAIR, start.label("start"), end.label("end")).select_from(
        source.join(publisher, publisher.c.id == article.c.publisher_id).join(article_pair, shown, isouter=True)
    )


def reports(rows: Iterable[Row[*tuple[object, ...]]]) -> tuple[Report, ...]:
    """Make reports of rows."""
    return tuple(_report(row) for row in rows)


def _report(row: Row[*tuple[object, ...]]) -> Report:
    """Make a report of a row; where no sentence is marked, the first speaks for it."""
    start, end = (row.start, row.end) if row.end else first_sentence(told(row.title, row.text))
    return Report(
        article=row.id,
        story=row.story_id,
        title=row.title,
        text=row.text,
        url=row.url,
        published=row.published,
        dated=row.dated,
        publisher=Publisher(row.name, row.family, row.country or None, row.publisher_kind, row.state_linked),
        language=row.language,
        kind=row.kind,
        pair=row.pair,
        event=row.event,
        stage=row.stage,
        tone=row.tone or 0.0,
        topics=row.topics,
        start=start,
        end=end,
        corrected=row.corrected,
    )


def first_sentence(text: str) -> tuple[int, int]:
    """Bound the first sentence, or the headline where that stands first."""
    return next(((one.start, one.end) for one in sentences(text[:LOOKED_AT])), (0, len(text)))
