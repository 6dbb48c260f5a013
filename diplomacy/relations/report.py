"""A stored report as the pages see it, and what all reports of a window add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from diplomacy.news import Publisher, told
from diplomacy.reading.shapes import ArticleKind, Root, Stage


@dataclass(frozen=True, slots=True)
class Report:
    """The newest version of one stored article, with what it says of the pair or country that was asked about."""

    article: int
    story: int
    title: str
    text: str
    url: str
    published: datetime
    dated: bool
    publisher: Publisher
    language: str | None
    kind: ArticleKind
    pair: str | None
    event: Root | None
    stage: Stage | None
    tone: float
    topics: tuple[str, ...]
    start: int
    end: int
    """The sentence of `told` that speaks of the pair; the whole first sentence where none is marked."""
    corrected: datetime | None = None
    """When the outlet changed an actor, number, negation or stage; None where it never did."""

    @property
    def told(self) -> str:
        """The text that `start` and `end` count in."""
        return told(self.title, self.text)

    @property
    def words(self) -> str:
        """The report's own sentence."""
        return self.told[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Tally:
    """What all reports of a pair in a window add up to, without reading them one by one."""

    reports: int = 0
    stories: int = 0
    outlets: int = 0
    """Publisher names heard; `families` counts owners."""
    families: int = 0
    countries: Mapping[str, int] = field(default_factory=dict)
    """Reports by the seat of the outlet; the key `""` stands for outlets whose seat is unknown."""
    topics: Mapping[str, int] = field(default_factory=dict)
    official: int = 0
    """Reports by ministries and organisations themselves."""
    state_linked: int = 0
    sample: int = 0
    """Reports of the sample desks."""
    publishers: tuple[str, ...] = ()
    """Names of the outlets heard, most reports first, at most ten."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which feeds we read from a country: silence may be ours."""

    country: str
    feeds: int
    outlets: int
    """Distinct publishers that are no ministry."""
    ministries: int
    state_linked: int


@dataclass(frozen=True, slots=True)
class Relationship:
    """A country's dealings with one other in a window."""

    other: str
    stories: int
    reports: int
