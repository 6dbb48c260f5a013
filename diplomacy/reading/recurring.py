"""Days, months and quarters that come again: which of them a date means that tells no year."""

from dataclasses import dataclass
from datetime import date, timedelta

from diplomacy.reading.calendar import MONTHS, Period, Unit, holding

WEEK = 7
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
    over: bool = False
    """It has passed, though the stretch it lies in has not."""


def yearly(published: date, unit: Unit, month: int, day: int, side: str) -> Sense:
    """A day, month or quarter that comes every year."""
    now = holding(unit, published)
    past = max(one for one in _years(published.year, -1, unit, month, day) if one <= now)
    ahead = min(one for one in _years(published.year, 1, unit, month, day) if one >= now)
    return chosen(past, ahead, side, MONTHS)


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


def monthly(day: int, published: date, side: str) -> Sense:
    """A day of the month alone: of the present month, unless `coming` or `last` says otherwise."""
    month = holding(Unit.MONTH, published)
    if side in {"coming", "next"} and day <= published.day:
        month = month.moved(1)
    elif side == "last" and day >= published.day:
        month = month.moved(-1)
    period = Period(month.first.replace(day=day), Unit.DAY)
    return Sense(period, period)


def weekday_of(weekday: int, side: str, week: int | None, published: date) -> Sense:
    """A day of the week: that of the week so many from now, where one is told."""
    if week is None and side in {"next", "this"}:
        week = 1 if side == "next" else 0
    if week is not None:
        monday = holding(Unit.WEEK, published).moved(week).first
        day = Period(monday + timedelta(days=weekday - 1), Unit.DAY)
        return Sense(day, day)
    back = (published.isoweekday() - weekday) % WEEK
    past = Period(published - timedelta(days=back), Unit.DAY)
    ahead = Period(published + timedelta(days=-back % WEEK), Unit.DAY)
    if side == "coming" and (ahead.first - published).days == 1:
        ahead = ahead.moved(WEEK)  # nobody calls tomorrow so
    return chosen(past, ahead, side, 0, by_tense=True)


def numbered(weekday: int, number: int, published: date) -> Sense | None:
    """Thursday the 12th: the nearest days that are both; None where none is near."""
    days = [date.fromordinal(published.toordinal() + by) for by in range(-REACH, REACH)]
    fit = [Period(day, Unit.DAY) for day in days if day.day == number and day.isoweekday() == weekday]
    past = [one for one in fit if one.first <= published] or fit[:1]
    ahead = [one for one in fit if one.first >= published] or fit[-1:]
    return Sense(past[-1], ahead[0], by_tense=past[-1] != ahead[0]) if fit else None


def chosen(past: Period, ahead: Period, side: str, months: int, *, by_tense: bool = False) -> Sense:
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
