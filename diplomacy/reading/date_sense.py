"""What the parts of one date mean together: the stretch of the calendar, as past and as ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diplomacy.reading.calendar import MONTHS, Period, Unit, from_persian, holding
from diplomacy.reading.date_words import FIRST_YEAR, LAST_DAY, LAST_YEAR, Word

WEEK = 7
QUARTERS = 4
UNSAID = -1
REACH = 45
"""Days before and behind the publication in which a weekday with its number is looked for."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A date as past and as ahead; `by_tense` where the words around it alone tell which."""

    past: Period
    ahead: Period
    by_tense: bool = False
    loose: bool = False
    """It may tell how long something took instead."""


@dataclass(slots=True)
class _Parts:
    """The parts of a date, gathered from its words; UNSAID where a part is not told."""

    year: int = UNSAID
    jalali: int = UNSAID
    month: int = UNSAID
    persian: int = UNSAID
    day: int = UNSAID
    named_day: bool = False
    """Something behind the number says that it is a day (5일)."""
    quarter: int = UNSAID
    weekday: int = UNSAID
    side: str = ""
    """`next`, `coming`, `this`, `last`."""
    period: tuple[str, int] | None = None
    loose: bool = False
    dated: bool = False
    """A word that counts only beside a number."""


def sense_of(words: Sequence[Word], published: date | None) -> Sense | None:
    """Read the words of one date. Raises ValueError or OverflowError for a day that no calendar has."""
    parts = _parts(words)
    if parts.dated and parts.day == UNSAID and parts.year == UNSAID and parts.jalali == UNSAID:
        return None
    if parts.jalali != UNSAID or parts.persian != UNSAID:
        return _persian(parts, published)
    if published is not None:
        _fix_year(parts, published)
    if parts.year != UNSAID:
        return _in_year(parts)
    return _near(parts, published) if published is not None else None


def _parts(words: Sequence[Word]) -> _Parts:
    """Gather the parts; the first of each sort counts."""
    parts = _Parts()
    for word in words:
        match word.sort:
            case "year" if parts.year == UNSAID:
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
        case "day" | "" if word.value <= LAST_DAY and parts.day == UNSAID:
            parts.day, parts.named_day = word.value, word.unit == "day"


def _fix_year(parts: _Parts, published: date) -> None:
    """`next year`, and `March` of `next March`, as a year; `next month` beside a day as a month."""
    if parts.period is None or parts.year != UNSAID:
        return
    unit, by = parts.period
    if unit == "year" and (parts.month != UNSAID or parts.quarter != UNSAID):
        parts.year = published.year + by
    elif unit == "month" and parts.day != UNSAID and parts.month == UNSAID:
        month = holding(Unit.MONTH, published).moved(by).first
        parts.year, parts.month = month.year, month.month


def _in_year(parts: _Parts) -> Sense:
    """A date that tells its year."""
    if parts.month != UNSAID and parts.day != UNSAID:
        period = Period(date(parts.year, parts.month, parts.day), Unit.DAY)
    elif parts.month != UNSAID:
        period = Period(date(parts.year, parts.month, 1), Unit.MONTH)
    elif parts.quarter != UNSAID:
        period = Period(date(parts.year, parts.quarter * 3 - 2, 1), Unit.QUARTER)
    else:
        period = Period(date(parts.year, 1, 1), Unit.YEAR)
    return Sense(period, period)


def _near(parts: _Parts, published: date) -> Sense | None:
    """A date that tells no year: the nearest on each side, or the one that its words choose."""
    if parts.month != UNSAID and parts.day != UNSAID:
        return _yearly(published, Unit.DAY, parts.month, parts.day, parts.side)
    if parts.weekday != UNSAID:
        return _weekday(parts, published)
    if parts.month != UNSAID:
        return _yearly(published, Unit.MONTH, parts.month, 1, parts.side)
    if parts.quarter != UNSAID:
        return _yearly(published, Unit.QUARTER, parts.quarter * 3 - 2, 1, parts.side)
    if parts.period is not None:
        unit, by = parts.period
        period = holding(Unit(unit), published).moved(by)
        return Sense(period, period, loose=parts.loose)
    if parts.day != UNSAID and (parts.named_day or parts.side in {"coming", "last"}):
        return _monthly(parts.day, published, parts.side)
    return None


def _yearly(published: date, unit: Unit, month: int, day: int, side: str) -> Sense:
    """A day, month or quarter that comes every year."""
    now = holding(unit, published)
    past = next(one for one in _years(published.year, -1, unit, month, day) if one <= now)
    ahead = next(one for one in _years(published.year, 1, unit, month, day) if one >= now)
    return _chosen(past, ahead, side, MONTHS)


def _years(year: int, step: int, unit: Unit, month: int, day: int) -> list[Period]:
    """The same day in this and the following (or earlier) years that have it: 29 February waits for a leap year."""
    found: list[Period] = []
    for nth in range(9):
        try:
            found.append(Period(date(year + step * nth, month, day), unit))
        except ValueError:
            continue
    if not found:
        raise ValueError(f"no such day: {month}-{day}")
    return found


def _monthly(day: int, published: date, side: str) -> Sense:
    """A day of the month alone: of the present month, unless `coming` or `last` says otherwise."""
    month = holding(Unit.MONTH, published)
    if side in {"coming", "next"} and day <= published.day:
        month = month.moved(1)
    elif side == "last" and day >= published.day:
        month = month.moved(-1)
    period = Period(month.first.replace(day=day), Unit.DAY)
    return Sense(period, period)


def _weekday(parts: _Parts, published: date) -> Sense:
    """A day of the week; one whose number stands beside it (Thursday the 5th) where they fit."""
    if parts.period is not None and parts.period[0] == "week":
        week = holding(Unit.WEEK, published).moved(parts.period[1])
        day = Period(week.first + timedelta(days=parts.weekday - 1), Unit.DAY)
        return Sense(day, day)
    if parts.side in {"next", "this"}:
        week = holding(Unit.WEEK, published).moved(1 if parts.side == "next" else 0)
        day = Period(week.first + timedelta(days=parts.weekday - 1), Unit.DAY)
        return Sense(day, day)
    numbered = _numbered(parts, published) if parts.day != UNSAID else None
    if numbered is not None:
        return Sense(numbered, numbered)
    back = (published.isoweekday() - parts.weekday) % WEEK
    past = Period(published - timedelta(days=back), Unit.DAY)
    ahead = Period(published + timedelta(days=-back % WEEK), Unit.DAY)
    if parts.side == "coming" and (ahead.first - published).days == 1:
        ahead = ahead.moved(WEEK)  # nobody calls tomorrow so
    return _chosen(past, ahead, parts.side, 0, by_tense=True)


def _numbered(parts: _Parts, published: date) -> Period | None:
    """Thursday the 12th: the nearest day that is both."""
    days = [date.fromordinal(published.toordinal() + by) for by in range(-REACH, REACH)]
    fit = [day for day in days if day.day == parts.day and day.isoweekday() == parts.weekday]
    return Period(min(fit, key=lambda day: abs(day - published)), Unit.DAY) if fit else None


def _chosen(past: Period, ahead: Period, side: str, months: int, *, by_tense: bool = False) -> Sense:
    """The reading that a word chooses; `last` and `coming` never mean the present one."""
    if side == "last":
        past = _other(past, -1, months) if past == ahead else past
        return Sense(past, past)
    if side in {"next", "coming", "this"}:
        ahead = _other(ahead, 1, months) if past == ahead and side != "this" else ahead
        return Sense(ahead, ahead)
    return Sense(past, ahead, by_tense=by_tense)


def _other(period: Period, sign: int, months: int) -> Period:
    """The same day a week, some months or a year on."""
    if not months:
        return Period(period.first + timedelta(days=sign * WEEK), period.unit)
    moved = Period(period.first.replace(day=1), Unit.MONTH).moved(sign * months).first
    return Period(moved.replace(day=period.first.day), period.unit)


def _persian(parts: _Parts, published: date | None) -> Sense | None:
    """A date of the Persian calendar: a day by itself, a month or year as the one of ours that holds most of it."""
    if parts.jalali == UNSAID and published is None:
        return None
    if parts.persian == UNSAID:
        year = Period(date(parts.jalali + 621, 1, 1), Unit.YEAR)
        return Sense(year, year)
    day = parts.day if parts.day != UNSAID else 15
    unit = Unit.DAY if parts.day != UNSAID else Unit.MONTH
    if parts.jalali != UNSAID:
        period = holding(unit, from_persian(parts.jalali, parts.persian, day))
        return Sense(period, period)
    assert published is not None  # noqa: S101 - told above, for the type checker
    now = holding(unit, published)
    around = [
        holding(unit, from_persian(published.year - 621 + by, parts.persian, min(day, 29))) for by in range(-2, 3)
    ]
    past, ahead = max(one for one in around if one <= now), min(one for one in around if one >= now)
    return _chosen(past, ahead, parts.side, MONTHS)
