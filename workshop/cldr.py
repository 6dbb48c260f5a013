"""Names, units and codes out of Unicode CLDR, as npm carries it."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from workshop.inflection import german, greek, slavic
from workshop.rows import Json, Row, grouped, load

VERSION = "48.2.0"
OLDER = ("29.0.0", "41.0.0")
"""Versions that call countries as they were called before: Swaziland, Czech Republic, Turkey."""
PACKAGES = (
    "cldr-localenames-full",
    "cldr-subdivisions-full",
    "cldr-units-full",
    "cldr-misc-full",
    "cldr-dates-full",
    "cldr-core",
)

CODE = 2
NO_COUNTRY = {"ZZ", "EZ", "QO", "XA", "XB"}
INSIDE = {"IC": "ES", "EA": "ES", "AC": "SH", "TA": "SH", "DG": "IO", "CP": "FR", "CQ": "GG"}
"""CLDR's codes that ISO 3166-1 doesn't have, and the country they belong to."""

INNER_NAMES = {"MM", "FK"}
"""Names whose bracketed part is a name of its own: `Myanmar (Burma)`."""

SHARED = (("KR", "KP"), ("CD", "CG"), ("VI", "VG"))
"""Pairs of countries whose names share the part that people say: `Korea`, `Congo`, `Virgin Islands`."""

FILLERS = frozenset(
    [
        "del",
        "de",
        "do",
        "da",
        "du",
        "la",
        "le",
        "ya",
        "ng",
        "i",
        "the",
        "of",
        "na",
        "sa",
        "en",
        "el",
        "a",
        "dans",
        "les",
        "las",
        "islas",
        "iles",
        "republika",
        "republic",
    ]
)
SHORTEST_SHARED = 3
SHORTEST_ISLANDS = 12
"""`Island` is Iceland in many languages; `Jungferninseln` is not."""


def fetch(folder: Path) -> None:
    """Unpack the packages into a folder."""
    for package in PACKAGES:
        _unpack(folder, package, VERSION, package)
    for version in OLDER:
        _unpack(folder, PACKAGES[0], version, version)


def _unpack(folder: Path, package: str, version: str, place: str) -> None:
    subprocess.run(["npm", "pack", f"{package}@{version}"], cwd=folder, check=True, capture_output=True)
    (folder / place).mkdir()
    subprocess.run(["tar", "xzf", f"{package}-{version}.tgz", "-C", place], cwd=folder, check=True)


def names(folder: Path) -> Iterator[Row]:
    """All names of all countries in all languages, with case forms where rules can give them."""
    yield from grouped(_names(folder, PACKAGES[0]))


def older(folder: Path) -> Iterator[Row]:
    """Names that older versions have and this one no longer, of countries that are still there."""
    now = _names(folder, PACKAGES[0])
    known = {name.casefold() for _, name in now}
    codes_now = {code for code, _ in now}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for version in OLDER:
        for (code, name), languages in _names(folder, version).items():
            if code in codes_now and name.casefold() not in known and not re.search(r"[][()/]", name):
                found[code, name] |= languages
    yield from grouped(found)


def _names(folder: Path, place: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for locale, territories in _territories(folder, place):
        language = _language(locale)
        for key, name in territories.items():
            code = key.split("-")[0]
            if len(code) != CODE or not code.isalpha() or code in NO_COUNTRY or name == code:
                continue
            code = INSIDE.get(code, code)
            for form in _variants(code, name.strip()):
                for spelled in {form, *_inflected(form, language)}:
                    found[code, spelled].add(language)
    return found


def parts(folder: Path) -> Iterator[Row]:
    """The names of the parts of the United Kingdom, which people say for the whole or ask about."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted((folder / "cldr-subdivisions-full/package/subdivisions").glob("*/*.json")):
        language = _language(path.stem)
        listed = load(path)["subdivisions"]["localeDisplayNames"]["subdivisions"]
        for part in ("gbeng", "gbsct", "gbwls", "gbnir"):
            name = cast("dict[str, str]", listed).get(part, "")
            for form in {name, *_inflected(name, language)} - {""} if name else ():
                found["GB", form].add(language)
    yield from grouped(found)


def shared(folder: Path) -> Iterator[Row]:
    """What the names of two countries have in common, in each language: `Kore` of `Güney Kore` and `Kuzey Kore`."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for locale, territories in _territories(folder):
        language = _language(locale)
        for first, second in SHARED:
            common = _in_common(territories.get(first, first), territories.get(second, second))
            if common and (first != "VI" or " " in common or len(common) >= SHORTEST_ISLANDS):
                found[f"{first},{second}", common].add(language)
        if territories.get("GN", "GN") != "GN":
            found["GN,GW,GQ", territories["GN"]].add(language)
    yield from grouped(found)


def codes(folder: Path) -> Iterator[Row]:
    """For each country its official languages and its code of three letters."""
    territories = load(folder / "cldr-core/package/supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
    mappings = _mappings(folder)
    for code, about in territories.items():
        if len(code) == CODE and code not in NO_COUNTRY and code not in INSIDE:
            spoken = about.get("languagePopulation", {}).items()
            official = {key.split("_")[0] for key, facts in spoken if "official" in facts.get("_officialStatus", "")}
            yield code, ",".join(sorted(official)) or "-", mappings.get(code, {}).get("_alpha3", "")


def from_fips(folder: Path) -> dict[str, str]:
    """Country by the older codes under which the factbook files them."""
    mappings = _mappings(folder)
    known = {code for code, _, _ in codes(folder)}
    same = {code: code for code in known if "_fips10" not in mappings.get(code, {})}
    return same | {about["_fips10"]: code for code, about in mappings.items() if code in known and "_fips10" in about}


def _mappings(folder: Path) -> dict[str, dict[str, str]]:
    supplemental = load(folder / "cldr-core/package/supplemental/codeMappings.json")["supplemental"]
    return cast("dict[str, dict[str, str]]", supplemental["codeMappings"])


def _territories(folder: Path, place: str = PACKAGES[0]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each locale with its names of territories."""
    for path in sorted((folder / place / "package/main").glob("*/territories.json")):
        locale = path.parent.name
        listed: Json = load(path)["main"][locale]["localeDisplayNames"]["territories"]
        yield locale, cast("dict[str, str]", listed)


def _language(locale: str) -> str:
    return locale.split("-", maxsplit=1)[0]


def _variants(code: str, name: str) -> Iterator[str]:
    """A display name, without its bracketed part, and what stands in the brackets where that is a name too."""
    yield name
    bracketed = re.fullmatch(r"(.+?)\s*[(（](.+)[)）]", name)
    if bracketed:
        if code not in {"CD", "CG"}:
            yield bracketed[1]
        if code in INNER_NAMES:
            yield bracketed[2]
    if code in {"HK", "MO"}:
        yield re.sub(r"\s*SAR China$", "", name)


def _inflected(name: str, language: str) -> set[str]:
    """Case forms of a name where its language has endings that rules can give."""
    match language:
        case "ru" | "uk":
            return slavic(name, language)
        case "el":
            return greek(name)
        case "de":
            return german(name)
        case _:
            return set()


def _in_common(first: str, second: str) -> str:
    """The words of the first name that the second has too; empty where that is no name of its own."""
    mine, other = (re.findall(r"[^\s()（），,.-]+", name) for name in (first, second))
    theirs = {word.casefold() for word in other}
    common = [word for word in mine if word.casefold() in theirs]
    while common and common[-1].casefold() in FILLERS:
        common.pop()
    while common and common[0].casefold() in FILLERS:
        common.pop(0)
    enough = len("".join(common)) >= SHORTEST_SHARED and len(common) < min(len(mine), len(other))
    return " ".join(common) if enough else ""
