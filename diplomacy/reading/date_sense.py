"""What the parts of one date mean together: the stretch of the calendar, as past and as ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diplomacy.reading.calendar import MONTHS, Period, Unit, from_persian, holding
from diplomacy.reading.date_words import FIRST_YEAR, LAST_DAY, LAST_YEAR, Word
from diplomacy.reading.recurring import Sense, chosen, monthly, numbered, weekday_of, yearly

QUARTERS = 4
MIDDLE = 15
"""The day of a Persian month that tells which of ours holds most of it."""

SHORTEST = 29
BEHIND = 621
"""Years by which the Persian count is behind ours, before its new year in March one more."""


@dataclass(slots=True)
class _Parts:
    """The parts of a date, gathered from its words; 0 where a part is not told."""

    year: int = 0
    jalali: int = 0
    month: int = 0
    persian: int = 0
    day: int = 0
    named_day: bool = False
    """Something behind the number says that it is a day (5일)."""
    quarter: int = 0
    weekday: int = 0
    side: str = ""
    """`next`, `coming`, `this`, `last`."""
    period: tuple[str, int] | None = None
    loose: bool = False
    over: bool = False
    dated: bool = False
    """A word that counts only beside a number."""


def sense_of(words: Sequence[Word], published: date | None) -> Sense | None:
    """Read the words of one date. Raises ValueError or OverflowError for a day that no calendar has."""
    parts = _parts(words)
    if parts.dated and not (parts.day or parts.year or parts.jalali):
        return None
    if parts.jalali or parts.persian:
        return _persian(parts, published)
    if published is not None:
        _fix_year(parts, published)
    if parts.year:
        return _in_year(parts)
    return _near(parts, published) if published is not None else None


def _parts(words: Sequence[Word]) -> _Parts:
    """Gather the parts; the first of each sort counts."""
    parts = _Parts()
    for word in words:
        match word.sort:
            case "year" if not parts.year:
                parts.year = word.value
            case "jalali" | "month" | "persian" | "quarter" | "weekday":
                setattr(parts, word.sort, word.value)
            case "next" | "coming" | "this" | "last":
                parts.side = parts.side or word.sort
            case "period":
                parts.period = parts.period or (word.unit, word.value)
            case "number":
                _number(parts, word)
        parts.dated = parts.dated or word.dated
        parts.loose = parts.loose or word.loose
        parts.over = parts.over or word.over
    return parts


def _number(parts: _Parts, word: Word) -> None:
    """A number is what the word behind it makes it, else a day of the month."""
    match word.unit:
        case "year" if FIRST_YEAR <= word.value <= LAST_YEAR:
            parts.year = word.value
        case "month" if word.value <= MONTHS:
            parts.month = word.value
        case "quarter" if word.value <= QUARTERS:
            parts.quarter = word.value
        case "day" | "nth" | "" if word.value <= LAST_DAY and not parts.day:
            parts.day, parts.named_day = word.value, word.unit == "day"


def _fix_year(parts: _Parts, published: date) -> None:
    """`next year`, and `March` of `next March`, as a year; `next month` beside a day as a month."""
    if parts.period is None or parts.year:
        return
    unit, by = parts.period
    if unit == "year" and (parts.month or parts.quarter):
        parts.year = published.year + by
    elif unit == "month" and parts.day and not parts.month:
        month = holding(Unit.MONTH, published).moved(by).first
        parts.year, parts.month = month.year, month.month


def _in_year(parts: _Parts) -> Sense:
    """A date that tells its year."""
    if parts.month and parts.day:
        period = Period(date(parts.year, parts.month, parts.day), Unit.DAY)
    elif parts.month:
        period = Period(date(parts.year, parts.month, 1), Unit.MONTH)
    elif parts.quarter:
        period = Period(date(parts.year, parts.quarter * 3 - 2, 1), Unit.QUARTER)
    else:
        period = Period(date(parts.year, 1, 1), Unit.YEAR)
    return Sense(period, period)


def _near(parts: _Parts, published: date) -> Sense | None:
    """A date that tells no year: the nearest on each side, or the one that its words choose."""
    if parts.weekday and not parts.month:
        return _weekday(parts, published)
    if parts.month:
        return yearly(published, Unit.DAY if parts.day else Unit.MONTH, parts.month, parts.day or 1, parts.side)
    if parts.quarter:
        return yearly(published, Unit.QUARTER, parts.quarter * 3 - 2, 1, parts.side)
    if parts.period is not None:
        unit, by = parts.period
        period = holding(Unit(unit), published).moved(by)
        return Sense(period, period, loose=parts.loose, over=parts.over)
    if parts.day and (parts.named_day or parts.side in {"coming", "last"}):
        return monthly(parts.day, published, parts.side)
    return None


def _weekday(parts: _Parts, published: date) -> Sense:
    """A day of the week; with its number (Thursday the 12th), where they fit, the nearest that is both."""
    week = parts.period[1] if parts.period is not None and parts.period[0] == "week" else None
    both = numbered(parts.weekday, parts.day, published) if parts.day and week is None else None
    return both or weekday_of(parts.weekday, parts.side, week, published)


def _persian(parts: _Parts, published: date | None) -> Sense | None:
    """A date of the Persian calendar: a day by itself, a month or year as the one of ours that holds most of it."""
    if not parts.persian:
        year = Period(date(parts.jalali + BEHIND, 1, 1), Unit.YEAR)
        return Sense(year, year)
    day = parts.day or MIDDLE
    unit = Unit.DAY if parts.day else Unit.MONTH
    if parts.jalali:
        period = holding(unit, from_persian(parts.jalali, parts.persian, day))
        return Sense(period, period)
    if published is None:
        return None
    now = holding(unit, published)
    around = [
        holding(unit, from_persian(published.year - BEHIND + by, parts.persian, min(day, SHORTEST)))
        for by in range(-2, 3)
    ]
    past, ahead = max(one for one in around if one <= now), min(one for one in around if one >= now)
    return chosen(past, ahead, parts.side, MONTHS)
