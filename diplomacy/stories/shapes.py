"""The shapes of stories: one that is open, one that a report would begin, and what becomes of a report."""

from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(hours=72)
"""A report continues a story whose newest report is no further away than this."""


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A stored story that a report may continue."""

    id: int
    pair: str | None
    """The pair it is most about; None where it ties no two countries."""
    title_key: str
    """Its first title, folded: reports with the same key tell the same."""
    tokens: frozenset[str]
    """What its reports say, packed (`diplomacy/stories/facts.py`)."""
    first: datetime
    last: datetime
    """When its first and its newest report were published."""


@dataclass(frozen=True, slots=True)
class NewStory:
    """A report that tells something of its own: the story that it begins."""

    pair: str | None
    title_key: str
    tokens: frozenset[str]
    at: datetime
    opening: str = ""
    """Its first words, folded: by these wire copies are found."""


@dataclass(frozen=True, slots=True)
class Continues:
    """A report that goes on with a story."""

    story: OpenStory
    copy: bool = False
    """It is the same wire text as an earlier report, and is no second voice."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two stories that proved to be one."""

    kept: int
    """The one that began first; all that comes goes on with it."""
    merged: int
