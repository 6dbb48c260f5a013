"""Words out of Unicode CLDR: units, `and`, `or`, periods such as `last month`, names of languages (adjectives)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from workshop.rows import Json, Row, grouped, load

DAYS = {"week": 7, "month": 30, "quarter": 90, "year": 365}
MARKS = " ,،、;؛⹁-\u200b\u200f\u060c"
"""What may stand around the word that joins."""

COUNTRIES = (
    "am:ET az:AZ be:BY bg:BG bn:BD bs:BA cs:CZ da:DK de:DE dz:BT el:GR en:GB es:ES et:EE fi:FI fil:PH fo:FO fr:FR "
    "he:IL hr:HR hu:HU hy:AM id:ID is:IS it:IT ja:JP ka:GE kk:KZ kl:GL km:KH ko:KR ky:KG lb:LU lo:LA lt:LT lv:LV "
    "mg:MG mk:MK mn:MN ms:MY mt:MT my:MM ne:NP nl:NL no:NO pl:PL pt:PT ro:RO ru:RU rw:RW sk:SK sl:SI sm:WS so:SO "
    "sq:AL sr:RS sv:SE tg:TJ th:TH tk:TM to:TO tr:TR uk:UA uz:UZ vi:VN zh:CN"
)
COUNTRY_OF = dict(pair.split(":") for pair in COUNTRIES.split(" "))
"""Languages whose name is, in many languages, the adjective of one country: `turecki`, `turc`, `tyrkisk`."""


def units(folder: Path) -> Iterator[Row]:
    """The words for days, weeks, months and years behind or before a number."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted((folder / "cldr-units-full/package/main").glob("*/units.json")):
        locale = path.parent.name
        listed = load(path)["main"][locale]["units"]
        for width in ("long", "short", "narrow"):
            for unit in ("day", "week", "month", "year"):
                for word in _unit_words(listed[width][f"duration-{unit}"]):
                    found[unit, word].add(_language(locale))
    yield from grouped(found)


def joining(folder: Path) -> Iterator[Row]:
    """The words that join the last two of a list: kind (and, word), languages, forms."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for locale, listed in _files(folder, "cldr-misc-full", "listPatterns.json"):
        for name, patterns in cast("Mapping[str, Mapping[str, str]]", listed["listPatterns"]).items():
            kind = "word" if "-or" in name else "and"
            for pattern in (patterns["2"], patterns["end"]):
                between = pattern.partition("{0}")[2].partition("{1}")[0]
                word = between.strip(MARKS)
                if word and word[0].isalpha() and "(" not in word:
                    found[kind, word].add(_language(locale))
    yield from grouped(found)


def periods(folder: Path) -> Iterator[Row]:
    """Phrases for the last and the running week, month, quarter and year: days, languages, forms."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for locale, listed in _files(folder, "cldr-dates-full", "dateFields.json"):
        fields = cast("Mapping[str, Mapping[str, str]]", listed["dates"]["fields"])
        for unit, days in DAYS.items():
            for when in ("relative-type--1", "relative-type-0"):
                phrase = fields[unit].get(when, "")
                if phrase and not re.search(r"\d|[+-]", phrase):
                    found[str(days), phrase].add(_language(locale))
    yield from grouped(found)


def adjectives(folder: Path) -> Iterator[Row]:
    """Names of languages by the country whose adjective they are."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for locale, listed in _files(folder, "cldr-localenames-full", "languages.json"):
        names = cast("Mapping[str, str]", listed["localeDisplayNames"]["languages"])
        for language, country in COUNTRY_OF.items():
            name = names.get(language, language)
            if name != language and len(name) > len("xyz") and not re.search(r"[()\d|]", name):
                found[country, name].add(_language(locale))
    yield from grouped(found)


def _files(folder: Path, package: str, name: str) -> Iterator[tuple[str, Mapping[str, Json]]]:
    for path in sorted((folder / package / "package/main").glob(f"*/{name}")):
        locale = path.parent.name
        yield locale, load(path)["main"][locale]


def _language(locale: str) -> str:
    return locale.split("-", maxsplit=1)[0]


def _unit_words(patterns: Json) -> Iterator[str]:
    for key, pattern in cast("dict[str, str]", patterns).items():
        word = pattern.replace("{0}", "").strip(" \u00a0\u202f.")
        if key.startswith("unitPattern") and word and not any(letter.isdigit() for letter in word):
            yield word
