"""The book of zones: every IANA name, and the cities that keep each zone's time, as people call them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from diplomacy.countries.folding import fold
from locales.formats import city
from locales.phrases import LANGUAGES

CITIES = Path(__file__).parent / "cities.tsv"
NO_PLACE = frozenset({"localtime", "Factory", "posixrules"})
"""Names in the database that name no zone of anybody's."""


@dataclass(frozen=True, slots=True)
class ZoneBook:
    """All zones, by every name they go under."""

    by_key: dict[str, str]
    """Names of the IANA database in small letters, as they are written there."""
    by_name: dict[str, str]
    """Folded names of zones and cities, with the IANA name they stand for."""
    peopled: tuple[str, ...]
    """Zones in which people live, the most peopled first."""
    people: dict[str, int]
    """How many live in the cities of a zone that the book lists."""


@cache
def zone_book() -> ZoneBook:
    """Read the book once."""
    names: dict[str, str] = {}
    people: dict[str, int] = {}
    for line in CITIES.read_text(encoding="utf-8").splitlines():
        zone, population, called = line.split("\t")
        people[zone] = people.get(zone, 0) + int(population)
        for name in called.split("|"):
            names.setdefault(fold(name), zone)
    peopled = tuple(sorted(people, key=lambda zone: -people[zone]))
    own = {fold(city(language, ZoneInfo(zone))): zone for zone in reversed(peopled) for language in LANGUAGES}
    keys = sorted(available_timezones() - NO_PLACE)
    return ZoneBook(
        {key.casefold(): key for key in keys}, names | own | {fold(key): key for key in keys}, peopled, people
    )


@cache
def zone_named(key: str) -> ZoneInfo:
    """Open a zone by its IANA name; raises KeyError for a name that is none."""
    return ZoneInfo(key)
