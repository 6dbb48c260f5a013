"""What somebody asked about a pair, as understood, and the command that asks it again a little differently."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader


@dataclass(frozen=True, slots=True)
class Window:
    """How far back to look: a number of days, or a date that it begins on."""

    days: int = 30
    since: date | None = None
    """Outranks `days`."""

    def begins(self, until: datetime, reader: Reader) -> datetime:
        """Tell the moment this window begins, seen from its end; a date begins at the reader's midnight."""
        if self.since:
            return datetime.combine(self.since, time(), tzinfo=reader.zone)
        return until - timedelta(days=self.days)

    @property
    def typed(self) -> str:
        """The words that ask for it."""
        return f"since {self.since.isoformat()}" if self.since else str(self.days)


A_WEEK = Window(7)


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A name that was not plain: `korea` read as South Korea, `turky` as Türkiye."""

    typed: str
    country: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another country that a typed name may have meant, in its place of the pair."""

    pair: Pair
    country: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a pair, as understood."""

    pair: Pair
    window: Window = Window()
    topic: str | None = None
    words: tuple[str, ...] = ()
    """Looked for in the reports of the pair."""
    narrowing: str = ""
    """What was typed to narrow it, before it was understood as topic or words."""
    window_refused: str = ""
    """A number that was typed for a window and is out of range."""
    read_as: tuple[ReadAs, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    flags_typed: frozenset[str] = frozenset()
    """Countries whose flag the reader typed, which is then shown even where statehood is disputed."""

    def command(self, *more: str, window: Window | None = None, pair: Pair | None = None, narrowed: bool = True) -> str:
        """Ask the same again: for another window or pair, with more words, without what narrows it."""
        asked = pair or self.pair
        narrowing = (self.narrowing,) if narrowed and self.narrowing else ()
        return " ".join(("/relations", asked.first, asked.second, *narrowing, (window or self.window).typed, *more))

    @property
    def follow(self) -> str:
        """The command that follows what was asked."""
        narrowing = (self.topic or " ".join(self.words),)
        return " ".join(
            part for part in ("/subscribe", *sorted((self.pair.first, self.pair.second)), *narrowing) if part
        )

    def narrowed(self, typed: str, *, topic: str | None = None, words: tuple[str, ...] = ()) -> "Asked":
        """Ask about one topic, or about words, of the pair."""
        return replace(self, narrowing=typed, topic=topic, words=words)


@dataclass(frozen=True, slots=True)
class CountryAsked:
    """A question about one country, as understood."""

    country: str
    window: Window = A_WEEK
    read_as: tuple[ReadAs, ...] = ()
    alternatives: tuple[str, ...] = ()
    """Other countries that the name may have meant."""
    ignored: str = ""
    """What was typed beside the country and its window."""
    flag_typed: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch of time that an answer speaks of."""

    now: datetime
    since: datetime
    until: datetime
    stood: bool = False
    """Nothing came within the window: the answer tells what stood at `until`, when the newest report before it came."""
