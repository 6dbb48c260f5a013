"""When a chat's next briefing is due: at its own hour, once a local date, through every change of clocks and of zones.

What is promised holds for all zones of the IANA database: an hour that a change of clocks leaves out is served at the
first moment after the gap (at the last moment before it, where the gap runs to the end of the day); an hour that comes
twice is served the first time; a date that a zone never had (Apia, 30 December 2011) has no briefing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MONDAY = 0
FRIDAY = 4
SECOND = timedelta(seconds=1)
LONGEST_GAP = timedelta(hours=26)
"""No zone ever skipped more: crossing the date line leaves out 24 hours."""


class Days(StrEnum):
    """On which local dates a briefing comes."""

    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"
    """Each Monday."""

    def has(self, day: date) -> bool:
        """Whether a briefing comes on this date."""
        match self:
            case Days.DAILY:
                return True
            case Days.WEEKDAYS:
                return day.weekday() <= FRIDAY
            case Days.WEEKLY:
                return day.weekday() == MONDAY


@dataclass(frozen=True, slots=True)
class Schedule:
    """A chat's hour, on which days, by which clocks."""

    zone: ZoneInfo
    at: time
    days: Days = Days.DAILY


def briefing_at(day: date, schedule: Schedule) -> datetime | None:
    """Find the one moment (aware UTC) of a local date's briefing; None for a date that the zone never had."""
    wanted = datetime.combine(day, schedule.at.replace(tzinfo=None))
    moment = first_moment(wanted, schedule.zone)
    if moment.astimezone(schedule.zone).date() == day:
        return moment
    before = moment - SECOND
    return before if before.astimezone(schedule.zone).date() == day else None


def next_briefing(after: datetime, schedule: Schedule, last: date | None = None) -> datetime:
    """Find the first moment later than `after` at which a briefing is due for a local date later than `last`."""
    earliest = after.astimezone(schedule.zone).date() - timedelta(days=1)
    if last is not None:
        earliest = max(earliest, last + timedelta(days=1))
    return next(moment for _, moment in briefings(earliest, schedule) if moment > after)


def owed(now: datetime, schedule: Schedule, last: date | None = None) -> date | None:
    """Find the local date whose briefing is due by now and not served: today's, however late; a day gone by is gone."""
    today = now.astimezone(schedule.zone).date()
    if not schedule.days.has(today) or (last is not None and today <= last):
        return None
    moment = briefing_at(today, schedule)
    return today if moment is not None and moment <= now else None


def rescheduled(
    now: datetime, schedule: Schedule, last: date | None, promised: datetime | None, promised_in: ZoneInfo | None
) -> datetime:
    """Find when the next briefing is due after somebody changed hour, days or zone.

    What was promised for a date is not lost: where the new clock is already past the hour of the promised date, the
    briefing is due at once. Nothing is served for a date that had its briefing by the old clock.
    """
    if promised is not None and promised_in is not None:
        today = owed(now, schedule, last)
        if today is not None and promised.astimezone(promised_in).date() <= today:
            return now
    return next_briefing(now, schedule, last)


def briefings(earliest: date, schedule: Schedule) -> Iterator[tuple[date, datetime]]:
    """Tell the local dates from `earliest` on that have a briefing, each with its moment."""
    day = earliest
    while True:
        if schedule.days.has(day) and (moment := briefing_at(day, schedule)) is not None:
            yield day, moment
        day += timedelta(days=1)


def first_moment(wanted: datetime, zone: ZoneInfo) -> datetime:
    """Find the first moment (aware UTC) at which the zone's clocks show `wanted` or, if they never do, more."""
    shown = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if shown.astimezone(zone).replace(tzinfo=None) == wanted:
        return shown
    # The clocks jump over `wanted`: they show less just before the jump and more just after it.
    early, late = shown - LONGEST_GAP, shown + LONGEST_GAP
    while late - early > SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).replace(tzinfo=None) < wanted:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
