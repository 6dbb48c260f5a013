"""What a word for a day means, before it is counted from the report's date."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which way a weekday lies from the report."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday 0, behind the report or ahead of it."""

    number: int
    direction: Direction


@dataclass(frozen=True, slots=True)
class DaysAway:
    """Yesterday -1, today 0, tomorrow 1."""

    count: int


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """Monday to Sunday of the report's week."""


Meaning = Weekday | DaysAway | ThisWeek


@dataclass(frozen=True, slots=True)
class DayWord:
    """A word for a day whose meaning is beyond doubt, and the place right behind it where its date may stand."""

    end: int
    meaning: Meaning


QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|「[^」]*(?:」|$)|‘[^’]*’(?!\w)")
"""What somebody says: their "today" may be another day than the report's."""


def outside_quotes(text: str, at: int) -> bool:
    """Tell whether a place in a text lies outside quotation marks."""
    return not any(quote.start() <= at < quote.end() for quote in QUOTED.finditer(text))
