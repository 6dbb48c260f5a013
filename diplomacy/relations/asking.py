"""From what somebody typed, its countries resolved, to a question, or to what keeps it from being one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diplomacy.countries.pair import Pair
from diplomacy.relations.asked import A_WEEK, Alternative, Asked, CountryAsked, ReadAs, Window
from diplomacy.relations.problems import (
    AheadOfNow,
    NoCountry,
    OneCountry,
    Problem,
    SameTwice,
    TooLong,
    TooMany,
    UnknownName,
)
from diplomacy.topics import topic_called

LONGEST = 300
"""Characters that a question may have: names in the longest spelling, a topic, a window."""
LONGEST_NARROWING = 60

_LIST = re.compile(r"(?<=\S)\s+all(?:\s+(?P<page>\d{1,4}))?\s*$", re.IGNORECASE)
_NO_WINDOW = re.compile(
    r"\d+\s*(?:d|w|m|y|days?|weeks?|months?|years?|g|gün|hafta|ay|yıl|일|주|개월|년)?", re.IGNORECASE
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_A = 0x1F1E6


@dataclass(frozen=True, slots=True)
class Listed:
    """What was typed, with the list that it asks for: `TR KR 30 all 2` is page 2 of `TR KR 30`."""

    text: str
    page: int | None
    """None where no list is asked for."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What the gazetteer made of a text, as far as a question needs it."""

    countries: tuple[str, ...] = ()
    several: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    window: Window | None = None
    close: tuple[str, ...] = ()
    """Countries that the first word that is neither country nor topic may have meant, nearest first."""


def listed(text: str) -> Listed:
    """Split off `all` and a page number at the end."""
    found = _LIST.search(text)
    if found is None:
        return Listed(text, None)
    return Listed(text[: found.start()], max(1, int(found["page"] or 1)))


def flags_in(text: str) -> frozenset[str]:
    """Tell the countries whose flags stand in a text."""
    return frozenset("".join(chr(ord("A") + ord(half) - _FLAG_A) for half in flag) for flag in _FLAG.findall(text))


def pair_asked(text: str, understood: Understood, language: str, today: date) -> Asked | Problem:
    """Make a question about two countries of what was understood, or say what keeps it from being one."""
    if problem := _wrong_with_pair(text, understood, language, today):
        return problem
    first, second = dict.fromkeys(understood.countries)
    pair = Pair(first, second)
    asked = Asked(
        pair,
        window=understood.window or Window(),
        read_as=understood.read_as,
        alternatives=_alternatives(pair, understood.several),
        flags_typed=flags_in(text),
    )
    return _narrowed(asked, understood.unknown, language)


def country_asked(text: str, understood: Understood, today: date) -> CountryAsked | Problem:
    """Make a question about one country of what was understood, or say what keeps it from being one."""
    different = tuple(dict.fromkeys(understood.countries))
    if len(text) > LONGEST:
        return TooLong(len(text))
    if not different:
        return _nothing_known(understood)
    if len(different) > 1:
        return TooMany(different)
    return _ahead(understood.window, today) or CountryAsked(
        different[0],
        window=understood.window or A_WEEK,
        read_as=understood.read_as,
        alternatives=tuple(other for readings in understood.several for other in readings[1:]),
        ignored=" ".join(understood.unknown),
        flag_typed=different[0] in flags_in(text),
    )


def _wrong_with_pair(text: str, understood: Understood, language: str, today: date) -> Problem | None:
    different = tuple(dict.fromkeys(understood.countries))
    match different:
        case _ if len(text) > LONGEST:
            return TooLong(len(text))
        case ():
            return _nothing_known(understood)
        case (country,) if len(understood.countries) > 1:
            return SameTwice(country)
        case (country,):
            return _one(country, understood, language)
        case (_, _):
            return _ahead(understood.window, today)
        case _:
            return TooMany(different)


def _nothing_known(understood: Understood) -> Problem:
    if not understood.unknown:
        return NoCountry()
    return UnknownName(understood.unknown[0], close=understood.close)


def _one(country: str, understood: Understood, language: str) -> Problem:
    """Where one country is named, what is no topic was meant to be the other."""
    names = [typed for typed in understood.unknown if topic_called(typed, language) is None]
    if not names:
        return OneCountry(country)
    tail = understood.window.typed if understood.window else ""
    return UnknownName(names[0], country, tail, tuple(code for code in understood.close if code != country))


def _ahead(window: Window | None, today: date) -> Problem | None:
    return AheadOfNow(window.since) if window and window.since and window.since > today else None


def _alternatives(pair: Pair, several: Sequence[Sequence[str]]) -> tuple[Alternative, ...]:
    """List the other readings of a name that was not plain, each in its place of the pair."""
    found = []
    for default, *others in several:
        for other in others:
            if default == pair.first and other != pair.second:
                found.append(Alternative(Pair(other, pair.second), other))
            elif default == pair.second and other != pair.first:
                found.append(Alternative(Pair(pair.first, other), other))
    return tuple(found)


def _narrowed(asked: Asked, unknown: Sequence[str], language: str) -> Asked:
    """Take what names no country as a topic, else as words to look for; a number that is no window is neither."""
    refused = next((typed for typed in unknown if _NO_WINDOW.fullmatch(typed.strip())), "")
    asked = replace(asked, window_refused=refused)
    typed = " ".join(" ".join(name for name in unknown if name != refused).split())[:LONGEST_NARROWING].strip()
    if not words_in(typed):
        return asked
    if topic := topic_called(typed, language):
        return asked.narrowed(typed, topic=topic)
    return asked.narrowed(typed, words=words_in(typed))


def words_in(typed: str) -> tuple[str, ...]:
    """Split what was typed into the words to look for."""
    return tuple(word for word in typed.split() if any(letter.isalnum() for letter in word))
