"""Names that somebody may have meant to type: in the languages that people type, nearest to the reader first."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from diplomacy.countries.asking import COVERED
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.names import Case, Sense, official_languages
from diplomacy.reading.shapes import MentionKind

SHORTEST = 4
SHORTEST_ADJECTIVE = 6
SHORTEST_OF_OTHERS = 6
"""Names of other languages must be so long to be told from a word of the reader's."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names that a typing error may have meant, with the country of each."""

    forms: tuple[str, ...]
    codes: tuple[str, ...]
    letters: tuple[str, ...]
    """The forms letter by letter: Korean syllables are taken apart."""


def letters_of(form: str) -> str:
    """A form letter by letter: `한국` has six."""
    return unicodedata.normalize("NFD", form)


def circles(language: str | None, gazetteer: Gazetteer) -> Iterator[Names]:
    """The names that the reader knows best, then those of other languages that many type."""
    yield own_names(gazetteer, language or "en")
    yield _others(gazetteer)


@cache
def own_names(gazetteer: Gazetteer, language: str) -> Names:
    """Names of the reader's language and of English."""
    spoken = frozenset({language, "en"})
    return _chosen(gazetteer, lambda one: not one.languages or bool(one.languages & spoken))


@cache
def _others(gazetteer: Gazetteer) -> Names:
    """Names of covered languages, and of each country in its own."""
    official = official_languages()

    def many_type(one: Sense) -> bool:
        return one.kind is MentionKind.NAME and bool(one.languages & (COVERED | official.get(one.code, frozenset())))

    return _chosen(gazetteer, many_type, SHORTEST_OF_OTHERS)


def _chosen(gazetteer: Gazetteer, counts: Callable[[Sense], bool], shortest: int = SHORTEST) -> Names:
    chosen = [
        (form, one.code)
        for form, senses in gazetteer.names.items()
        for one in [next((one for one in senses if _may_be_meant(one, form, shortest) and counts(one)), None)]
        if one is not None
    ]
    forms = tuple(form for form, _ in chosen)
    return Names(forms, tuple(code for _, code in chosen), tuple(map(letters_of, forms)))


def _may_be_meant(one: Sense, form: str, shortest: int) -> bool:
    """Names, and adjectives that are long enough to be told from other words."""
    if one.kind is MentionKind.DEMONYM:
        shortest = max(shortest, SHORTEST_ADJECTIVE)
    elif one.kind is not MentionKind.NAME:
        return False
    return one.case is not Case.EXACT and len(one.code) == len("TR") and len(letters_of(form)) >= shortest


@cache
def without_spaces(gazetteer: Gazetteer) -> dict[str, tuple[str, str]]:
    """Names of several words, written as one: the name and its country."""
    found: dict[str, tuple[str, str]] = {}
    for names in (own_names(gazetteer, "en"), _others(gazetteer)):
        for form, code in zip(names.forms, names.codes, strict=True):
            if " " in form:
                found.setdefault(form.replace(" ", ""), (form, code))
    return found
