"""Typing errors: the one country whose name is nearly what somebody typed.

Meant is only what somebody plausibly types: names of the reader's language and of English first, then those of the
covered languages and of the country itself. A word is a letter away from a name, a long one two, and begins as the name
does. A word that means something itself (`medicine`, `finans`) is no typing error, and a name of several words is
compared word by word, so that a country's name never swallows the word beside it (`korea ports`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from diplomacy.countries.asking import COVERED, asking
from diplomacy.countries.borders import is_hangul
from diplomacy.countries.folding import fold
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.meant import SHORTEST, Names, circles, letters_of, own_names, without_spaces
from diplomacy.countries.names import rows, spoken
from diplomacy.topics import topic_called
from locales.phrases import LANGUAGES

MIDDLE = 5
"""From this length on a name may be missed by one letter."""
LONG = 9
"""From this length on by two."""
OFFERED = 5
SIMILAR = 0.55


@dataclass(frozen=True, slots=True)
class Guess:
    """The name that somebody nearly typed."""

    form: str
    code: str
    distance: int


def guess(typed: str, language: str | None, gazetteer: Gazetteer) -> Guess | None:
    """The name nearly typed, where only one country fits; `typed` is one folded word."""
    if len(letters_of(typed)) < SHORTEST or means_itself(typed, language):
        return None
    return _nearest(_near(typed, names) for names in circles(language, gazetteer))


def guess_words(words: Sequence[str], language: str | None, gazetteer: Gazetteer) -> Guess | None:
    """The name of several words that these words nearly are, one by one; at least one of them must be right."""
    return _nearest(_near_words(words, names) for names in circles(language, gazetteer))


def run_together(typed: str, gazetteer: Gazetteer) -> Guess | None:
    """The name of several words that was typed in one: `southkorea`."""
    found = without_spaces(gazetteer).get(typed)
    return Guess(*found, distance=1) if found else None


def fits_several(typed: str, language: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a word is as near to the names of two countries that a reader knows: `nigera`."""
    return len({one.code for one in _best(_near(typed, own_names(gazetteer, language or "en")))}) > 1


def suggestions(typed: str, language: str | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries that an unknown word may have meant, nearest first: for buttons."""
    folded = fold(typed)
    if not folded:
        return ()
    found = [one.code for one in gazetteer.names.get(folded, ()) if len(one.code) == len("TR")]
    for names in circles(language, gazetteer):
        found += [one.code for one in sorted(_near(folded, names), key=lambda one: one.distance)]
    names = own_names(gazetteer, language or "en")
    near = process.extract(
        letters_of(folded), names.letters, scorer=OSA.normalized_similarity, score_cutoff=SIMILAR, limit=2 * OFFERED
    )
    found += [names.codes[index] for _, _, index in near]
    return tuple(dict.fromkeys(found))[:OFFERED]


def means_itself(word: str, language: str | None) -> bool:
    """Whether a folded word means something else than the country whose name is near it, to a reader of a language.

    Words of the covered languages count for everybody: people type topics in their own, whatever the interface's.
    """
    if word in asking().connecting or any(topic_called(word, tongue) for tongue in LANGUAGES):
        return True
    languages = _ordinary().get(word)
    return languages is not None and (not languages or bool(languages & (COVERED | {language or "en"})))


def is_common_in(word: str, language: str | None) -> bool:
    """Whether a folded word is a common one of just this language: `belge`, to a Turk, is a document."""
    return language is not None and language in _ordinary().get(word, ())


@cache
def _ordinary() -> dict[str, frozenset[str]]:
    """Common words that are near a country's name, and the languages in which they are common; empty for any."""
    found: dict[str, frozenset[str]] = {}
    for name in ("words.tsv", "ordinary.tsv"):
        for _, languages, words in rows(name):
            for word in words.split("|"):
                form = fold(word)
                known = found.get(form)
                told = spoken(languages)
                found[form] = told if known is None else known | told if known and told else frozenset()
    return found


def _nearest(circles: Iterable[Sequence[Guess]]) -> Guess | None:
    """The nearest of the first circle in which something is near, where its country is the only one."""
    for near in circles:
        best = _best(near)
        if best:
            return best[0] if len({one.code for one in best}) == 1 else None
    return None


def _best(near: Sequence[Guess]) -> Sequence[Guess]:
    least = min((one.distance for one in near), default=0)
    return [one for one in near if one.distance == least]


def _near(typed: str, names: Names) -> Sequence[Guess]:
    """Names that one word nearly is."""
    letters = letters_of(typed)
    near = process.extract(letters, names.letters, scorer=OSA.distance, score_cutoff=2, limit=None)
    found = [
        Guess(names.forms[index], names.codes[index], int(distance))
        for form, distance, index in near
        if distance <= _reach(letters, form) and _begins_alike(letters, form)
    ]
    return [*found, *_near_by_syllables(typed, names)] if is_hangul(typed[0]) else found


def _near_by_syllables(typed: str, names: Names) -> Iterator[Guess]:
    """Korean names of which one syllable is missing, doubled or in the place of its neighbour."""
    if len(typed) >= SHORTEST:
        for form, distance, index in process.extract(
            typed, names.forms, scorer=OSA.distance, score_cutoff=1, limit=None
        ):
            if distance <= _reach(typed, form) and _begins_alike(typed, form):
                yield Guess(form, names.codes[index], int(distance))


def _near_words(words: Sequence[str], names: Names) -> Sequence[Guess]:
    """Names of as many words that these words nearly are."""
    near = process.extract(
        letters_of(" ".join(words)), names.letters, scorer=OSA.distance, score_cutoff=len(words), limit=None
    )
    return [
        Guess(names.forms[index], names.codes[index], int(distance))
        for _, distance, index in near
        if _alike(words, names.forms[index].split(" "))
    ]


def _alike(words: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether words are those of a name but for slips, at least one word that tells something being right."""
    if len(words) != len(meant):
        return False
    right = [word for word, other in zip(words, meant, strict=True) if word == other]
    wrong = [(letters_of(w), letters_of(m)) for w, m in zip(words, meant, strict=True) if w != m]
    telling = any(word not in asking().connecting and len(word) >= SHORTEST - 1 for word in right)
    return telling and all(
        OSA.distance(word, other) <= max(1, _reach(word, other))
        and len(word) + len(other) >= 2 * SHORTEST - 1
        and _begins_alike(word, other)
        for word, other in wrong
    )


def _reach(typed: str, form: str) -> int:
    """How many letters may be wrong. Of four letters only two may be swapped, one left out of five, or one doubled."""
    shorter, longer = sorted((len(typed), len(form)))
    if shorter >= MIDDLE:
        return 2 if shorter >= LONG else 1
    if len(typed) == len(form):
        return 1 if sorted(typed) == sorted(form) else 0
    doubled = any(typed == form[: at + 1] + form[at:] for at in range(len(form)))
    return 1 if longer == MIDDLE and (doubled or len(typed) < len(form)) else 0


def _begins_alike(typed: str, form: str) -> bool:
    """People hardly miss the first letter; they swap it with the second."""
    return typed[0] == form[0] or typed[:2] == form[1::-1]
