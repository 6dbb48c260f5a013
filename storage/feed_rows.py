"""Feeds as they are told and as they are stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import Row

from diplomacy.news import Feed, FeedDue, Health, Publisher, Validators
from storage.rows import Value

FIRST_INTERVAL = timedelta(minutes=30)
"""Until a feed has shown how often it publishes."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed and how it fares."""

    feed: Feed
    id: int
    health: Health
    detail: str
    last_tried_at: datetime | None
    last_ok_at: datetime | None
    newest_item_at: datetime | None
    next_check_at: datetime | None
    """None where it is never asked again."""
    interval: timedelta
    articles: int
    """How many are stored now, each in its newest version."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a try of a feed came to, and when the next one is."""

    feed_id: int
    at: datetime
    health: Health
    detail: str
    validators: Validators
    interval: timedelta
    failures: int
    next_check_at: datetime | None
    moved_to: str | None = None
    """The address to ask from now on, where the server says that the old one is left for good."""


@dataclass(frozen=True, slots=True)
class FeedTotals:
    """How much is read and stored."""

    feeds: int
    read: int
    """Feeds that could be read at least once."""
    articles: int
    stories: int


def host_of(address: str) -> str:
    """Tell the host of an address; empty for one that has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def new_row(one: Feed, publisher_id: int, now: datetime) -> Value:
    """Write a feed that was never asked."""
    return {
        "url": one.url,
        "address": one.url,
        "host": host_of(one.url),
        "publisher_id": publisher_id,
        "language": one.language,
        "retired": False,
        "registered_at": now,
        "next_check_at": now,
        "interval": FIRST_INTERVAL,
        "failures": 0,
        "health": Health.UNTRIED,
        "detail": "",
        "articles": 0,
        "stored_ever": False,
    }


def _feed(row: Row[*tuple[object, ...]]) -> Feed:
    """Read a feed as it is asked."""
    seat = row.country or None
    return Feed(row.address, Publisher(row.name, row.family, seat, row.kind, row.state_linked), row.language)


def due_feed(row: Row[*tuple[object, ...]]) -> FeedDue:
    """Read a feed whose time has come."""
    return FeedDue(
        id=row.id,
        feed=_feed(row),
        validators=Validators(row.etag, row.last_modified, row.body_hash),
        interval=row.interval,
        failures=row.failures,
        first_poll=not row.stored_ever,
    )


def feed_state(row: Row[*tuple[object, ...]]) -> FeedState:
    """Read a feed and how it fares."""
    return FeedState(
        feed=_feed(row),
        id=row.id,
        health=row.health,
        detail=row.detail,
        last_tried_at=row.last_tried_at,
        last_ok_at=row.last_ok_at,
        newest_item_at=row.newest_item_at,
        next_check_at=row.next_check_at,
        interval=row.interval,
        articles=row.articles,
    )


def noted(check: Checked) -> Value:
    """Write what a try changes in its feed's row, which `id` names."""
    values: Value = {
        "id": check.feed_id,
        "last_tried_at": check.at,
        "health": check.health,
        "detail": check.detail,
        "etag": check.validators.etag,
        "last_modified": check.validators.last_modified,
        "body_hash": check.validators.body_hash,
        "interval": check.interval,
        "failures": check.failures,
        "next_check_at": check.next_check_at,
    }
    if check.health is Health.OK:
        # A feed that was read while it was empty has no backlog.
        values |= {"last_ok_at": check.at, "stored_ever": True}
    if check.moved_to is not None:
        values |= {"address": check.moved_to, "host": host_of(check.moved_to)}
    return values
