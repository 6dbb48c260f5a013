"""Which rows a question is about: windows of time, topics, words, and what a subscription brings."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, Text, or_, select, type_coerce

from diplomacy.countries.pair import pair_key
from diplomacy.reading.shapes import ArticleKind
from diplomacy.subscriptions import Subscription, SubscriptionKind
from storage.folding import Term, Wanted, tag, wanted
from storage.reports import Reports, of_articles, of_pairs
from storage.schema import article, article_country, article_pair, article_topic
from storage.searching import COUNTRY, PAIR, matching

Conditions = list[ColumnElement[bool]]


def within(table: FromClause, since: datetime | None, until: datetime) -> Conditions:
    """Bound a table in time, both ends included."""
    return [table.c.published <= until, *([] if since is None else [table.c.published >= since])]


def of_pair(pair: str, since: datetime | None, until: datetime) -> Conditions:
    """Bound `article_pair` to a pair and a window."""
    return [article_pair.c.pair == pair, *within(article_pair, since, until)]


def on_topic(stored: ColumnElement[tuple[str, ...]], topics: Iterable[str]) -> Conditions:
    """Keep reports on any of these topics; all, where none is named.

    The topics stand in the row itself: looking them up in a table of their own, PostgreSQL reads all of it first.
    """
    told = type_coerce(stored, Text)
    named = [told.contains(json.dumps(topic), autoescape=True) for topic in sorted(topics)]
    return [or_(*named)] if named else []


def with_words(
    dialect: str,
    number: ColumnElement[int],
    words: Iterable[str],
    without: Iterable[str],
    tags: tuple[str, ...],
    since: datetime | None,
    until: datetime,
) -> Conditions:
    """Keep reports with all words and none of the others; tags (a pair, a country) spare the index to look further."""
    conditions: Conditions = []
    if terms := terms_of(words):
        conditions.append(number.in_(matching(dialect, Wanted(terms, tags=tags), since, until)))
    conditions.extend(
        number.not_in(matching(dialect, Wanted((term,), tags=tags), since, until)) for term in terms_of(without)
    )
    return conditions


def terms_of(words: Iterable[str]) -> tuple[Term, ...]:
    """Read words that somebody follows; several in one are a phrase."""
    return tuple(term for word in words for term in wanted(f'"{word}"' if " " in word else word.lstrip("-")).terms)


def in_country(country: str, *, everything: bool) -> Reports:
    """Select reports on a country: its dealings (sport is none), or everything."""
    source = article_country.join(article, article.c.id == article_country.c.article_id)
    found = of_articles(source, article_country.c.pair, article_country.c.start, article_country.c.end)
    mine = found.where(article_country.c.country == country, article_country.c.lead)
    return mine if everything else mine.where(article_country.c.pair != "", article.c.kind != ArticleKind.SPORT)


def in_topic(topic: str) -> Reports:
    """Select reports on a topic."""
    source = article_topic.join(article, article.c.id == article_topic.c.article_id)
    return of_articles(source, article.c.pair).where(article_topic.c.topic == topic)


def followed(
    dialect: str, subscription: Subscription, since: datetime | None, until: datetime
) -> tuple[Reports, FromClause]:
    """Select what a subscription brings in a window; tells too which table's time orders it."""
    found, source, number, tags = _source(subscription, since, until)
    narrowed = found.where(
        *within(source, since, until),
        *with_words(dialect, number, subscription.words, subscription.without, tags, since, until),
    )
    return (narrowed if subscription.everything else narrowed.where(article.c.kind != ArticleKind.SPORT)), source


def _source(
    subscription: Subscription, since: datetime | None, until: datetime
) -> tuple[Reports, FromClause, ColumnElement[int], tuple[str, ...]]:
    """Choose the table that answers a subscription, the column that numbers its articles, and tags."""
    topics = subscription.topics
    match subscription.kind:
        case SubscriptionKind.PAIR:
            key = pair_key(*subscription.countries)
            pairs = of_pairs().where(article_pair.c.pair == key, *on_topic(article_pair.c.topics, topics))
            return pairs, article_pair, article_pair.c.article_id, (tag(PAIR, key),)
        case SubscriptionKind.COUNTRY:
            country = subscription.countries[0]
            found = in_country(country, everything=subscription.everything).where(*on_topic(article.c.topics, topics))
            return found, article_country, article_country.c.article_id, (tag(COUNTRY, country),)
        case SubscriptionKind.TOPIC if len(topics) == 1:
            return in_topic(topics[0]), article_topic, article_topic.c.article_id, ()
        case SubscriptionKind.TOPIC:
            found = of_articles(article, article.c.pair).where(article.c.newest)
            any_topic = select(article_topic.c.article_id).where(
                article_topic.c.topic.in_(topics), *within(article_topic, since, until)
            )
            return (found.where(article.c.id.in_(any_topic)) if topics else found), article, article.c.id, ()
