"""When a feed is asked next: as often as it publishes, as seldom as its server asks, later after each failure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from diplomacy.news import Health

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=24)
FIRST = timedelta(hours=1)
"""For a feed of whose habits nothing is known."""
MANNERS = timedelta(hours=3)
"""The longest that `ttl`, `Cache-Control` and `Expires` are heeded: many servers say a day and publish hourly."""
BUSY = 0.6
"""What the interval is multiplied with when something new came; twice for many new items."""
QUIET = 1.3
MANY = 5
JITTER = 0.1
"""Feeds that were asked together drift apart: up to this share is added, always the same for one address."""


@dataclass(frozen=True, slots=True)
class NextCheck:
    """When a feed is asked next; `at` is None for a feed that is gone for good."""

    at: datetime | None
    interval: timedelta
    failures: int


def after_success(
    url: str,
    now: datetime,
    interval: timedelta,
    *,
    new: int,
    first: Sequence[datetime] = (),
    fresh_for: timedelta | None = None,
    ttl: timedelta | None = None,
) -> NextCheck:
    """Plan the check after one that went well.

    `new` counts what was new in it; `first` holds the dates of all items when the feed was read for the first time.
    """
    if first:
        interval = habit(first)
    else:
        interval *= (QUIET, BUSY, BUSY**2)[(new > 0) + (new >= MANY)]
    interval = clamp(interval)
    asked = min(max(fresh_for or SHORTEST, ttl or SHORTEST), MANNERS)
    return NextCheck(now + jittered(url, max(interval, asked)), interval, 0)


def after_failure(
    url: str, now: datetime, interval: timedelta, failures: int, health: Health, retry_after: timedelta | None = None
) -> NextCheck:
    """Plan the check after one that failed; `failures` counts those in a row before it."""
    if health is Health.GONE:
        return NextCheck(None, interval, failures + 1)
    doublings = min(failures, 10)
    wait = clamp(max(clamp(interval) * 2**doublings, retry_after or SHORTEST))
    return NextCheck(now + min(jittered(url, wait), LONGEST), interval, failures + 1)


def hold(now: datetime, retry_after: timedelta | None) -> datetime:
    """Tell until when a whole host waits that asked for patience; within limits, whatever it asks."""
    return now + clamp(retry_after or FIRST)


def habit(dates: Sequence[datetime]) -> timedelta:
    """Guess from the dates of a feed's items how often it publishes: half of the usual gap between two of them."""
    times = sorted(set(dates))
    if len(times) < 2:  # noqa: PLR2004 (a gap has two ends)
        return FIRST
    gaps = sorted(later - earlier for earlier, later in pairwise(times))
    return clamp(gaps[len(gaps) // 2] / 2)


def clamp(span: timedelta) -> timedelta:
    """Bring a span within the shortest and the longest."""
    return min(max(span, SHORTEST), LONGEST)


def jittered(url: str, span: timedelta) -> timedelta:
    """Lengthen a span by a share that the address decides."""
    share = int.from_bytes(hashlib.sha256(url.encode()).digest()[:4], "big") / 2**32
    return span * (1 + JITTER * share)
