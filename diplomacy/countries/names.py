"""Names of countries as the data files give them, each with what it names and how it must be written to count."""

import re
import sys
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from diplomacy.countries.folding import fold, fold_columns
from diplomacy.reading.shapes import MentionKind

DATA = Path(__file__).parent / "data"


class Case(IntEnum):
    """How a name must be written in running text."""

    ANY = 0
    """In whatever case: adjectives of languages that write them small, scripts without case."""
    CAPITAL = 1
    """With a capital letter."""
    EXACT = 2
    """Letter by letter: `US` is a country, `us` and `Us` are none."""
    JOINED = 3
    """Where a hyphen follows: the first half of an adjective of two countries (`Franco-German`)."""


class Sense(NamedTuple):
    """What one form names; a tuple, since tens of thousands are made when the program starts."""

    code: str
    """A country; `-` where the form names none (`Washington Post`), two with a comma where it names two."""
    kind: MentionKind
    languages: frozenset[str]
    """Languages that write it so; empty for any."""
    case: Case
    open: bool
    """Any ending may follow: the form is a stem."""


FILES: tuple[tuple[str, MentionKind], ...] = (
    ("none.tsv", MentionKind.NAME),
    ("popular.tsv", MentionKind.NAME),
    ("duos.tsv", MentionKind.DEMONYM),
    ("names.tsv", MentionKind.NAME),
    ("older.tsv", MentionKind.NAME),
    ("parts.tsv", MentionKind.NAME),
    ("english.tsv", MentionKind.NAME),
    ("demonyms.tsv", MentionKind.DEMONYM),
    ("peoples.tsv", MentionKind.DEMONYM),
    ("nationalities.tsv", MentionKind.DEMONYM),
    ("seats.tsv", MentionKind.CAPITAL),
    ("institutions.tsv", MentionKind.INSTITUTION),
    ("leaders.tsv", MentionKind.PERSON),
    ("people.tsv", MentionKind.PERSON),
    ("capitals.tsv", MentionKind.CAPITAL),
    ("regions.tsv", MentionKind.CITY),
    ("cities.tsv", MentionKind.CITY),
    ("hints.tsv", MentionKind.DEMONYM),
)
"""The files in the order in which they win where a form stands in several: the plainest first."""

SHORT = 3
"""Latin, Greek and Cyrillic forms up to this many letters must stand in exact capitals."""


def rows(name: str) -> Iterator[tuple[str, str, str]]:
    """Read a data file: three columns a line, `#` leads a comment."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split("\t")
            # Columns that repeat are kept once.
            yield sys.intern(first), sys.intern(second), third


def expand(forms: str) -> Iterator[str]:
    """Take a column of forms apart: `a|b`, and `rus+o,a,os` for one stem with several endings."""
    for form in forms.split("|"):
        stem, plus, endings = form.partition("+")
        if plus:
            yield from (stem + ending for ending in endings.split(","))
        else:
            yield form


@cache
def spoken(languages: str) -> frozenset[str]:
    """A column of languages as a set; the same column gives the same set."""
    return frozenset() if languages == "*" else frozenset(map(sys.intern, languages.split(",")))


@cache
def official_languages() -> dict[str, frozenset[str]]:
    """The official languages of each country."""
    return {code: spoken(languages) for code, languages, _ in rows("codes.tsv")}


@cache
def is_cased(character: str) -> bool:
    """Whether a letter has a capital that texts use: Georgian has some that no text uses."""
    return character.lower() != character.upper() and not "\u10d0" <= character <= "\u10ff"


HYPHEN = "-"
ABBREVIATION = 5
"""Forms in capitals up to this length are abbreviations, not words that somebody shouts."""


def case_of(form: str, kind: MentionKind) -> Case:
    """How a form must be written, told by how the data write it."""
    if form[-1] == HYPHEN:
        return Case.JOINED
    first = form[0]
    if len(form) > ABBREVIATION and "." not in form and "·" not in form and first.isalpha():
        if not is_cased(first):
            return Case.EXACT if "-" in form else Case.ANY
        return Case.ANY if kind is MentionKind.DEMONYM and first.islower() else Case.CAPITAL
    return _case_of_short(form, kind)


def _case_of_short(form: str, kind: MentionKind) -> Case:
    letters = [character for character in form if character.isalpha()]
    cased = [character for character in letters if is_cased(character)]
    if not cased:
        return Case.EXACT if "·" in form or "-" in form else Case.ANY
    if len(letters) <= SHORT or form.replace(".", "").isupper():
        return Case.EXACT
    return Case.ANY if kind is MentionKind.DEMONYM and cased[0].islower() else Case.CAPITAL


SEVERAL = re.compile("[|+*]")
"""Marks of a row of several forms, or of endings."""
ODD = re.compile("[-·.0-9]")
"""Marks that make a form count only as written."""


def senses() -> Iterator[tuple[str, str, Sense]]:
    """Every form of every file, as written and folded, with its sense; in the files' order."""
    for name, kind in FILES:
        listed = list(rows(name))
        # One call folds all forms of a file; the other columns need none.
        folded = fold_columns("\n".join(forms for _, _, forms in listed)).split("\n")
        for (code, languages, forms), short in zip(listed, folded, strict=True):
            if SEVERAL.search(forms):
                yield from _row(code, kind, spoken(languages), forms, short)
            else:
                yield forms, short, Sense(code, kind, spoken(languages), case_of(forms, kind), open=False)


def _row(
    code: str, kind: MentionKind, languages: frozenset[str], forms: str, folded: str
) -> Iterator[tuple[str, str, Sense]]:
    """The forms of a row with their senses; forms that are written alike share one."""
    if "+" not in forms and "*" not in forms and forms.lower() == forms.upper() and not ODD.search(forms):
        one = Sense(code, kind, languages, Case.ANY, open=False)
        for form, short in zip(forms.split("|"), folded.split("|"), strict=True):
            yield form, short, one
        return
    made: dict[tuple[Case, bool], Sense] = {}
    for form, short, is_open in _forms(forms, folded):
        case = case_of(form, kind)
        known = made.get((case, is_open))
        if known is None:
            known = made[case, is_open] = Sense(code, kind, languages, case, is_open)
        yield form, short, known


def _forms(forms: str, folded: str) -> Iterator[tuple[str, str, bool]]:
    """The forms of a row, as written and folded, and whether any ending may follow."""
    if "+" in forms or "*" in forms:
        for form in expand(forms):
            plain = form.rstrip("*")
            yield plain, fold(plain), form.endswith("*")
    else:
        for form, short in zip(forms.split("|"), folded.split("|"), strict=True):
            yield form, short, False
