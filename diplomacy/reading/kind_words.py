"""The words that tell the kind of an article: the rows of `kinds.tsv`, sorted by where they are looked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from diplomacy.countries.folding import fold
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.lexicons import Lexicon

ANY = "*"
"""The language of what is written alike in every one."""
WEIGHTS = {"": 1, "!": 2, "!!": 3}
SPACELESS = frozenset({"ja", "ko", "zh"})
"""Languages in which what a title begins or ends with need not be a word of its own."""

_CLOSED = "' "
"""Signs at the end of a form behind which the next word may begin at once."""

Parts = tuple[tuple[str, tuple[str, ...]], ...]
"""Kinds with what tells them in a title."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """What tells kinds in one language."""

    text: Lexicon
    """Words anywhere, with the mark `weight:N`."""
    opening: Parts
    parts: Parts
    closing: Parts
    within: Parts


@cache
def kind_words(language: str) -> KindWords:
    """The words of a language, with those that every language writes alike."""
    return KindWords(
        text=Lexicon(_weighed(language)),
        opening=_in_titles(language, "^"),
        parts=_in_titles(language, ":"),
        closing=_in_titles(language, "$"),
        within=_in_titles(language, "~"),
    )


@cache
def told_by(where: str) -> Mapping[str, str]:
    """The words that tell a kind there; where two kinds claim a word, the first row of the file has it."""
    found: dict[str, str] = {}
    for kind, place, forms in _rows():
        for form in forms.split("|") if place == where else ():
            found.setdefault(form if where in {"host", "path", "slug"} else fold(form), kind)
    return found


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(rows_of("kinds.tsv"))


def _weighed(language: str) -> Iterator[tuple[str, str, str]]:
    for kind, place, forms in _rows():
        spoken = place.rstrip("!")
        if spoken in {language, ANY}:
            yield kind, f"weight:{WEIGHTS[place.removeprefix(spoken)]}", forms


def _in_titles(language: str, sign: str) -> Parts:
    """What a title begins (ends) with, a word of its own in languages that divide words."""
    apart = language not in SPACELESS
    found: dict[str, list[str]] = {}
    for kind, place, forms in _rows():
        if place == language + sign:
            found.setdefault(kind, []).extend(forms.split("|"))
    before = " " if apart and sign == "$" else ""
    after = " " if apart and sign in "^:" else ""
    return tuple(
        (kind, tuple(f"{before}{form.lower()}{'' if form[-1] in _CLOSED else after}" for form in forms))
        for kind, forms in found.items()
    )
