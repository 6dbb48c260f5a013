"""Dates, numbers, country and language names as a reader writes them (CLDR through Babel)."""

from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal

UNITED_NATIONS = {"en": "United Nations", "tr": "Birleşmiş Milletler", "ko": "유엔"}
SHORTER = {
    ("en", "CD"): "DR Congo",
    ("en", "CG"): "Congo-Brazzaville",
    ("en", "HK"): "Hong Kong",
    ("en", "MM"): "Myanmar",
    ("en", "MO"): "Macao",
    ("en", "PS"): "Palestine",
    ("tr", "HK"): "Hong Kong",
    ("tr", "MM"): "Myanmar",
    ("tr", "MO"): "Makao",
    ("tr", "PS"): "Filistin",
    ("tr", "US"): "ABD",
    ("ko", "HK"): "홍콩",
    ("ko", "MM"): "미얀마",
    ("ko", "MO"): "마카오",
    ("ko", "PS"): "팔레스타인",
}
"""CLDR's display names that are longer than a line has room for."""

NO_FLAG = frozenset({"XK", "TW", "PS", "EH"})
"""Statehood is disputed: no flag unless the reader typed it."""


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@cache
def country_name(language: str, code: str) -> str:
    """The display name of a country, the EU or the UN; the code itself where CLDR has no name."""
    if code == "UN":
        return UNITED_NATIONS.get(language, UNITED_NATIONS["en"])
    return SHORTER.get((language, code)) or str(_locale(language).territories.get(code, code))


@cache
def language_name(language: str, code: str) -> str:
    """The display name of a language (`tr` → Turkish); the code itself where CLDR has no name."""
    return str(_locale(language).languages.get(code, code))


def flag(code: str, *, typed: bool = False) -> str:
    """Show the flag of a country; empty where statehood is disputed, unless the reader typed the flag itself."""
    return "" if code in NO_FLAG and not typed else "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)


@lru_cache(maxsize=4096)
def number(language: str, value: float) -> str:
    """A number with the language's separators: 1,912."""
    return str(format_decimal(value, locale=language))


def day(
    language: str, moment: date | datetime, zone: ZoneInfo | None = None, *, weekday: bool = False, year: bool = True
) -> str:
    """A date, in the reader's zone where one is given: `24 Nov 2025`, `Tue 25 Nov 2025`, `25 Nov`."""
    local = moment.astimezone(zone) if isinstance(moment, datetime) and zone else moment
    return str(format_date(local, PATTERNS[language][weekday, year], locale=language))


def clock_time(language: str, moment: datetime, zone: ZoneInfo) -> str:
    """An hour of the day on a 24-hour clock: `08:00`."""
    return str(format_datetime(moment, "HH:mm", tzinfo=zone, locale=language))


def city(language: str, zone: ZoneInfo) -> str:
    """The city that names a zone: Istanbul; `UTC` for UTC."""
    if zone.key in {"UTC", "Etc/UTC"}:
        return "UTC"
    return str(get_timezone_location(zone, locale=language, return_city=True)).rsplit("/", maxsplit=1)[-1]


def zone_of_name(key: str) -> str:
    """The zone that an IANA name without a city stands for: `Turkey` → `Europe/Istanbul`; any other name itself."""
    stands_for = str(get_global("zone_aliases").get(key, key))
    return key if "/" in key or stands_for.startswith("Etc/") else stands_for


def days(language: str, first: date, last: date) -> str:
    """Tell a stretch of days of one year, as short as it can be told: `24–30 Nov`, `29 Nov – 5 Dec`."""
    if first == last:
        return day(language, first, year=False)
    if first.month != last.month:
        return f"{day(language, first, year=False)} – {day(language, last, year=False)}"
    if language == "ko":
        return f"{day(language, first, year=False)}–{last.day}일"
    return f"{first.day}–{day(language, last, year=False)}"


@cache
def zones_of(country: str) -> tuple[ZoneInfo, ...]:
    """List the time zones of a country (CLDR); empty for the EU and the UN."""
    return tuple(ZoneInfo(key) for key, territory in get_global("zone_territories").items() if territory == country)


def joined(language: str, names: list[str]) -> str:
    """A list as the language writes it: `A, B and C`."""
    return str(format_list(names, locale=language))


PATTERNS = {
    "en": {(False, True): "d MMM y", (True, True): "EEE d MMM y", (False, False): "d MMM", (True, False): "EEE d MMM"},
    "tr": {(False, True): "d MMM y", (True, True): "d MMM y EEE", (False, False): "d MMM", (True, False): "d MMM EEE"},
    "ko": {
        (False, True): "y년 M월 d일",
        (True, True): "y년 M월 d일 (EEE)",
        (False, False): "M월 d일",
        (True, False): "M월 d일 (EEE)",
    },
}
"""CLDR date patterns by (weekday, year)."""
