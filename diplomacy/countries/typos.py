"""Typing errors: the one country whose name is nearly what somebody typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from diplomacy.countries.folding import fold
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.names import Case, rows
from diplomacy.reading.shapes import MentionKind

SHORTEST = 4
LONG = 8
"""Names of this many letters may be missed by two letters, shorter ones by one."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names that a typing error may have meant, with the country of each."""

    forms: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """The name that somebody nearly typed."""

    form: str
    code: str
    distance: int


@cache
def _names(gazetteer: Gazetteer, language: str | None) -> Names:
    """All names that count for a language; for none, of all languages."""
    chosen: list[tuple[str, str]] = []
    for form, senses in gazetteer.names.items():
        for one in senses:
            if (
                len(form) >= SHORTEST
                and one.kind in {MentionKind.NAME, MentionKind.DEMONYM}
                and one.case is not Case.EXACT
                and len(one.code) == 2  # noqa: PLR2004 - codes have two letters
                and (language is None or not one.languages or {language, "en"} & one.languages)
            ):
                chosen.append((form, one.code))
                break
    return Names(tuple(form for form, _ in chosen), tuple(code for _, code in chosen))


@cache
def _words_of_their_own() -> frozenset[str]:
    return frozenset(fold(word) for _, _, words in rows("words.tsv") for word in words.split("|"))


def guess(typed: str, language: str | None, gazetteer: Gazetteer) -> Guess | None:
    """The name nearly typed, where only one country fits; `typed` is folded."""
    if len(typed) < SHORTEST or typed in _words_of_their_own():
        return None
    for tongue in dict.fromkeys((language or "en", None)):
        fitting = _fitting(typed, _names(gazetteer, tongue))
        if fitting:
            best = min(one.distance for one in fitting)
            nearest = [one for one in fitting if one.distance == best]
            return nearest[0] if len({one.code for one in nearest}) == 1 else None
    return None


def suggestions(typed: str, language: str | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries that an unknown word may have meant, nearest first, at most four: for buttons."""
    folded = fold(typed)
    found: list[str] = [one.code for one in gazetteer.names.get(folded, ()) if len(one.code) == 2]  # noqa: PLR2004
    names = _names(gazetteer, language or "en")
    near = process.extract(folded, names.forms, scorer=OSA.normalized_similarity, score_cutoff=0.6, limit=8)
    found += [names.codes[index] for _, _, index in near]
    return tuple(dict.fromkeys(found))[:4]


def _fitting(typed: str, names: Names) -> Sequence[Guess]:
    """Names within reach of what was typed."""
    reach = 2 if len(typed) >= LONG else 1
    near = process.extract(typed, names.forms, scorer=OSA.distance, score_cutoff=reach, limit=None)
    return [
        Guess(form, names.codes[index], int(distance))
        for form, distance, index in near
        if _is_likely(typed, form, int(distance))
    ]


def _is_likely(typed: str, form: str, distance: int) -> bool:
    """Leave out what people hardly mistype: the first letter, and one of four letters for another."""
    if distance > 1 and len(form) < LONG:
        return False
    if typed[0] != form[0] and typed[:2] != form[1::-1]:
        return False
    return len(typed) > SHORTEST or len(form) > SHORTEST or sorted(typed) == sorted(form)
