"""What can be wrong with a question about countries: each with what is needed to help."""

from dataclasses import dataclass
from datetime import date

from diplomacy.countries.pair import Pair


@dataclass(frozen=True, slots=True)
class NoCountry:
    """Nothing that was typed names a country, or nothing was typed."""


@dataclass(frozen=True, slots=True)
class OneCountry:
    """One country is named where two are needed."""

    country: str


@dataclass(frozen=True, slots=True)
class SameTwice:
    """One country is named twice."""

    country: str


@dataclass(frozen=True, slots=True)
class TooMany:
    """More countries than asked for are named."""

    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name fits no country; `country` was understood beside it."""

    typed: str
    country: str | None = None
    tail: str = ""
    """What else was typed (a window), to be kept in what is offered."""
    close: tuple[str, ...] = ()
    """Countries that may have been meant, nearest first."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """More was typed than any question needs."""

    characters: int


@dataclass(frozen=True, slots=True)
class AheadOfNow:
    """The window is to begin in the future."""

    date: date


Problem = NoCountry | OneCountry | SameTwice | TooMany | UnknownName | TooLong | AheadOfNow


@dataclass(frozen=True, slots=True)
class Offer:
    """Pairs worth asking about, for buttons: today's busiest; on a day without news, those of all that is stored."""

    pairs: tuple[Pair, ...] = ()
    today: bool = True
