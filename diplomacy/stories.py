"""Which story a report belongs to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A stored story that a report may continue."""

    id: int
    pair: str | None
    """The pair it is most about; None where it ties no two countries."""
    title_key: str
    """Its first title, folded: reports with the same key tell the same."""
    tokens: frozenset[str]
    first: datetime
    last: datetime
    """When its first and its newest report were published."""
