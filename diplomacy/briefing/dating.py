"""Weekdays and "this week" in a report's own words, told with their date: `Monday [24 Nov]`.

The date is counted from the report's own day, and only where nothing else could be meant. A weekday takes its
direction from the verb ("announced Monday" lies behind, "will meet on Friday" ahead); where verbs point both ways or
nowhere, where somebody is quoted, where the word is part of a name or a date stands there already, nothing is added.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from diplomacy.briefing.dayword import english, korean, turkish
from diplomacy.briefing.dayword.shapes import DaysAway, DayWord, Direction, Meaning, ThisWeek, Weekday
from locales.formats import days, zones_of

READERS: Mapping[str, Callable[[str], Iterator[DayWord]]] = {
    "en": english.day_words,
    "tr": turkish.day_words,
    "ko": korean.day_words,
}

MARK = re.compile(r" \[[^\[\]]*\d[^\[\]]*\]")
"""A date of ours inside somebody's words, as every interface language writes it."""

SUNDAY = 6
WHERE_PAPERS_SIT = (timedelta(hours=-8), timedelta(hours=9))
"""From California to Tokyo: the days that an outlet of unknown seat may have had."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """A place in a text, and the day (or the first and last of a week) that is meant there."""

    at: int
    first: date
    last: date


def report_days(published: datetime, country: str | None) -> frozenset[date]:
    """List the days on which a report may have been written, by the zones of its outlet's seat; mostly one day."""
    zones = zones_of(country) if country else ()
    if zones:
        return frozenset(published.astimezone(zone).date() for zone in zones)
    return frozenset((published + offset).date() for offset in (timedelta(), *WHERE_PAPERS_SIT))


def day_marks(text: str, language: str | None, written: Collection[date]) -> tuple[DayMark, ...]:
    """Find each word for a day that means one date only, whichever of the days the report was `written` on."""
    find = READERS.get(language or "en")
    if find is None:
        return ()
    marks = []
    for word in sorted(find(text), key=lambda word: word.end):
        meant = {_counted(word.meaning, today) for today in written}
        only = meant.pop() if len(meant) == 1 else None
        if only:
            marks.append(DayMark(word.end, *only))
    return tuple(marks)


def with_days(text: str, marks: Collection[DayMark], reader_language: str) -> str:
    """Write each date in square brackets behind its word, as the reader writes dates."""
    pieces, done = [], 0
    for mark in marks:
        pieces += [text[done : mark.at], f" [{days(reader_language, mark.first, mark.last)}]"]
        done = mark.at
    return "".join((*pieces, text[done:]))


def _counted(meaning: Meaning, today: date) -> tuple[date, date] | None:
    """Count a meaning from a day; None where that day makes it ambiguous."""
    match meaning:
        case DaysAway(count):
            there = today + timedelta(days=count)
            return there, there
        case ThisWeek():
            monday = today - timedelta(days=today.weekday())
            # On a Sunday, half the world means the week that ends and half the one that begins.
            return None if today.weekday() == SUNDAY else (monday, monday + timedelta(days=6))
        case Weekday(number, Direction.PAST):
            there = today - timedelta(days=(today.weekday() - number) % 7)
            return there, there
        case Weekday(number, _):
            ahead = (number - today.weekday()) % 7
            there = today + timedelta(days=ahead)
            return (there, there) if ahead else None
