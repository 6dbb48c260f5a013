"""Names of countries as the data files give them, each with what it names and how it must be written to count."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Sense:
    """What one form names."""

    code: str
    """A country; `-` where the form names none (`Washington Post`); two with a comma where it names two (`한미`)."""
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
    ("english.tsv", MentionKind.NAME),
    ("demonyms.tsv", MentionKind.DEMONYM),
    ("nationalities.tsv", MentionKind.DEMONYM),
    ("seats.tsv", MentionKind.CAPITAL),
    ("institutions.tsv", MentionKind.INSTITUTION),
    ("leaders.tsv", MentionKind.PERSON),
    ("people.tsv", MentionKind.PERSON),
    ("capitals.tsv", MentionKind.CAPITAL),
    ("regions.tsv", MentionKind.CITY),
    ("cities.tsv", MentionKind.CITY),
)
"""The files in the order in which they win where a form stands in several: what says most plainly what is meant first."""

SHORT = 3
"""Latin, Greek and Cyrillic forms up to this many letters must stand in exact capitals."""


def rows(name: str) -> Iterator[tuple[str, str, str]]:
    """Read a data file: three columns a line, `#` leads a comment."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split("\t")
            yield first, second, third


def expand(forms: str) -> Iterator[str]:
    """Take a column of forms apart: `a|b`, and `rus+o,a,os` for one stem with several endings."""
    for form in forms.split("|"):
        stem, plus, endings = form.partition("+")
        if plus:
            yield from (stem + ending for ending in endings.split(","))
        else:
            yield form


@cache
def sense(code: str, kind: MentionKind, languages: str, case: Case, *, is_open: bool) -> Sense:
    """One sense for all forms that share it."""
    spoken = frozenset() if languages == "*" else frozenset(languages.split(","))
    return Sense(code, kind, spoken, case, is_open)


def case_of(form: str, kind: MentionKind) -> Case:
    """How a form must be written, told by how the data write it."""
    letters = [character for character in form if character.isalpha()]
    cased = [character for character in letters if character.lower() != character.upper()]
    if not cased:
        return Case.EXACT if "·" in form or "-" in form else Case.ANY
    if form.isupper() and (len(letters) <= SHORT or len(form) <= 5) or ("." in form and form.replace(".", "").isupper()):
        return Case.EXACT
    if len(letters) <= SHORT:
        return Case.EXACT
    if kind is MentionKind.DEMONYM and cased[0].islower():
        return Case.ANY
    return Case.CAPITAL


def senses() -> Iterator[tuple[str, Sense]]:
    """Every form of every file with its sense, in the files' order."""
    for name, kind in FILES:
        for code, languages, forms in rows(name):
            for form in expand(forms):
                is_open = form.endswith("*")
                yield form.rstrip("*"), sense(code, kind, languages, case_of(form, kind), is_open=is_open)
