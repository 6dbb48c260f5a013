"""A season replayed: a feed that shows, at each moment of the house's clock, what had been published by then."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sandbox.newsroom.feed_text import FeedText, taken_apart, together
from sandbox.newsroom.served import Edition

SHOWN = 50
LEAD = timedelta(hours=1)
"""A replay starts so long before its first item."""
TAIL = timedelta(hours=24)
"""It is over so long after its last one."""


@dataclass(frozen=True, slots=True)
class Replay:
    """The newest items of the past, newest first; of two of one date the one that stands later in the file is newer."""

    feed: FeedText
    dates: list[datetime] = field(default_factory=list)

    @property
    def first(self) -> datetime:
        """The date of the first item."""
        return self.dates[0]

    @property
    def last(self) -> datetime:
        """The date of the last item."""
        return self.dates[-1]

    def next_item_at(self, now: datetime) -> datetime | None:
        """When the next item appears; None after the last one."""
        place = bisect_right(self.dates, now)
        return self.dates[place] if place < len(self.dates) else None

    def edition(self, now: datetime) -> Edition:
        """The feed as it was then."""
        past = bisect_right(self.dates, now)
        items = self.feed.items[max(0, past - SHOWN) : past]
        body = "\n".join(item.text for item in reversed(items))
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n{self.feed.before}{body}{self.feed.after}'
        kind = "application/atom+xml" if self.feed.element == "entry" else "application/rss+xml"
        changed = self.dates[past - 1] if past else self.first - LEAD
        return Edition(text.encode(), f"{kind}; charset=utf-8", changed)


def replay_of(paths: Sequence[Path]) -> Replay:
    """Read files into one replay; raises NoFeed or OSError."""
    feed = together(tuple(taken_apart(path.read_bytes(), path.name) for path in paths))
    return Replay(feed, [item.date for item in feed.items])
