"""Stretches of the calendar: a day, a week, a month, a quarter, a year; how they are moved and written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from diplomacy.reading.shapes import When

MONTHS = 12
DAYS_BEFORE = 226894
"""Days between the first day of the Gregorian calendar and the first of the Persian one."""

CYCLE, CYCLE_DAYS = 33, 12053
LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years of the Persian calendar in its cycle of thirty-three: right from 1800 to 2200."""

FIRST_HALF = 6


class Unit(StrEnum):
    """How exactly a stretch is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of the calendar by its first day."""

    first: date
    unit: Unit

    @property
    def last(self) -> date:
        """Its last day; the calendar's where it would end behind that."""
        try:
            return self.moved(1).first - timedelta(days=1)
        except (ValueError, OverflowError):
            return date.max

    def moved(self, by: int) -> "Period":
        """The stretch so many units later (earlier below 0). Raises ValueError or OverflowError beyond the calendar."""
        if self.unit is Unit.DAY:
            return Period(self.first + timedelta(days=by), self.unit)
        if self.unit is Unit.WEEK:
            return Period(self.first + timedelta(weeks=by), self.unit)
        months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: MONTHS}[self.unit] * by
        years, month = divmod(self.first.month - 1 + months, MONTHS)
        return Period(date(self.first.year + years, month + 1, 1), self.unit)

    def when(self, clock: time | None = None) -> When:
        """The stretch as the contract writes it; with a time of day in UTC, the instant."""
        if clock is not None and self.unit is Unit.DAY:
            return When(f"{datetime.combine(self.first, clock, UTC):%Y-%m-%dT%H:%M:%SZ}", "instant")
        first = self.first
        match self.unit:
            case Unit.DAY:
                told = first.isoformat()
            case Unit.WEEK:
                year, week, _ = first.isocalendar()
                told = f"{year:04}-W{week:02}"
            case Unit.MONTH:
                told = f"{first.year:04}-{first.month:02}"
            case Unit.QUARTER:
                told = f"{first.year:04}-Q{(first.month + 2) // 3}"
            case Unit.YEAR:
                told = f"{first.year:04}"
        return When(told, self.unit.value)


def holding(unit: Unit, day: date) -> Period:
    """The stretch of this kind in which a day lies. Raises OverflowError at the calendar's beginning."""
    match unit:
        case Unit.DAY:
            return Period(day, unit)
        case Unit.WEEK:
            return Period(day - timedelta(days=day.weekday()), unit)
        case Unit.MONTH:
            return Period(day.replace(day=1), unit)
        case Unit.QUARTER:
            return Period(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), unit)
        case Unit.YEAR:
            return Period(date(day.year, 1, 1), unit)


def from_persian(year: int, month: int, day: int) -> date:
    """A day of the Persian calendar as the world counts it. Raises ValueError where there is none."""
    if not (1 <= month <= MONTHS and 1 <= day <= (31 if month <= FIRST_HALF else 30)):
        raise ValueError(f"no such Persian day: {year}-{month}-{day}")
    cycles, into = divmod(year - 1, CYCLE)
    before = cycles * CYCLE_DAYS + into * 365 + sum(1 for leap in LEAPS if leap <= into)
    months = (month - 1) * 31 if month <= FIRST_HALF + 1 else FIRST_HALF * 31 + (month - 1 - FIRST_HALF) * 30
    return date.fromordinal(DAYS_BEFORE + before + months + day)
