"""What somebody who was asked for the time where they are has answered: a city, a zone, an hour."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rapidfuzz import process
from rapidfuzz.distance import OSA

from diplomacy.countries.folding import fold
from diplomacy.zones.book import zone_book, zone_named
from locales.formats import zone_of_name

OFFSET = re.compile(r"^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$", re.IGNORECASE)
HOUR = re.compile(r"^(\d{1,2})[:.h ]([0-5]\d)\s*([ap])?\.?m?\.?$", re.IGNORECASE)
BARE_HOUR = re.compile(r"^(\d{1,2})\s*([ap])\.?m\.?$", re.IGNORECASE)
CLOSE_ENOUGH = timedelta(minutes=10)
"""How far the clock on somebody's wall may be from ours."""
LIKELY = 5_000_000
"""City dwellers from which an hour is offered at once."""
LONGEST_TYPED = 64
SHORTEST_GUESSED = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SeveralZones:
    """The hour (or the country) fits several zones, the most peopled first."""

    zones: tuple[ZoneInfo, ...]


@dataclass(frozen=True, slots=True)
class LocalHour:
    """One of the hours that clocks show around the world at a moment."""

    offset: timedelta
    zone: ZoneInfo
    """The most peopled zone that shows it."""
    people: int


def find_zone(text: str, now: datetime) -> ZoneInfo | SeveralZones | None:
    """Find the zone that somebody means by a city, an IANA name, an offset or the hour on their wall."""
    typed = text.strip()
    if len(typed) > LONGEST_TYPED:
        return None
    if zones := zones_by_offset(typed, now) or zones_by_hour(typed, now):
        return SeveralZones(zones)
    return zone_by_name(typed)


def zone_by_name(typed: str) -> ZoneInfo | None:
    """Find the zone of a city or of an IANA name; a typo in a long name is forgiven."""
    book = zone_book()
    if key := book.by_key.get("_".join(typed.split()).casefold()):
        return zone_named(zone_of_name(key))
    names, wanted = book.by_name, fold(typed)
    if wanted not in names and len(wanted) >= SHORTEST_GUESSED:
        guess = process.extractOne(wanted, names.keys(), scorer=OSA.distance, score_cutoff=1)
        wanted = guess[0] if guess else ""
    return zone_named(zone_of_name(names[wanted])) if wanted in names else None


def zones_by_offset(typed: str, now: datetime) -> tuple[ZoneInfo, ...]:
    """Find the zones that are so far from UTC at this moment: `UTC+3`, `-03:30`."""
    found = OFFSET.match(typed)
    if not found:
        return ()
    sign, hours, minutes = found.groups()
    wanted = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    return matching(lambda zone: offset_of(zone, now) == wanted)


def zones_by_hour(typed: str, now: datetime) -> tuple[ZoneInfo, ...]:
    """Find the zones whose clocks show this hour now, give or take ten minutes."""
    minutes = minutes_of_day(typed)
    if minutes is None:
        return ()
    wall = timedelta(minutes=minutes)
    return matching(lambda zone: apart(local_time(zone, now), wall) <= CLOSE_ENOUGH)


def minutes_of_day(typed: str) -> int | None:
    """Read an hour of the day: `15:40`, `3.40 pm`, `3pm`; None for anything else."""
    if found := HOUR.match(typed):
        hours, minutes, half = int(found[1]), int(found[2]), found[3]
    elif found := BARE_HOUR.match(typed):
        hours, minutes, half = int(found[1]), 0, found[2]
    else:
        return None
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return hours * 60 + minutes if hours < 24 else None  # noqa: PLR2004  # a day has 24


def matching(fits: Callable[[ZoneInfo], bool]) -> tuple[ZoneInfo, ...]:
    """List the peopled zones that fit, the most peopled first."""
    return tuple(zone for key in zone_book().peopled if fits(zone := zone_named(key)))


def local_hours(now: datetime) -> tuple[LocalHour, ...]:
    """List the distinct hours that clocks show at a moment, from the earliest zone to the latest."""
    book = zone_book()
    hours: dict[timedelta, LocalHour] = {}
    for key in book.peopled:
        zone = zone_named(key)
        offset = offset_of(zone, now)
        known = hours.get(offset)
        hours[offset] = LocalHour(
            offset, known.zone if known else zone, book.people[key] + (known.people if known else 0)
        )
    return tuple(hours[offset] for offset in sorted(hours))


def likely(hours: Iterable[LocalHour]) -> tuple[LocalHour, ...]:
    """Keep the hours by which many live."""
    return tuple(hour for hour in hours if hour.people >= LIKELY)


def offset_words(offset: timedelta) -> str:
    """Write an offset as it can be typed: `UTC+3`, `UTC+5:30`, `UTC-3:30`."""
    minutes = abs(int(offset.total_seconds())) // 60
    sign = "-" if offset < timedelta() else "+"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def offset_of(zone: ZoneInfo, now: datetime) -> timedelta:
    """Tell how far a zone is from UTC at a moment."""
    return now.astimezone(zone).utcoffset() or timedelta()


def local_time(zone: ZoneInfo, now: datetime) -> timedelta:
    """Tell how much of its day has passed in a zone, by its clock."""
    local = now.astimezone(zone)
    return timedelta(hours=local.hour, minutes=local.minute)


def apart(one: timedelta, other: timedelta) -> timedelta:
    """Tell how far two hours of the day are from each other, around midnight too."""
    difference = abs(one - other)
    return min(difference, DAY - difference)


def by_people(zones: Sequence[ZoneInfo]) -> tuple[ZoneInfo, ...]:
    """Put zones in order, the most peopled first."""
    people = zone_book().people
    return tuple(sorted(zones, key=lambda zone: -people.get(zone.key, 0)))
