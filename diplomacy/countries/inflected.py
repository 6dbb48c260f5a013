"""Inflected names: what a typed form may be a form of, in languages that change the end of a name.

`Polską` is a form of Polska, `Korei Południowej` of Korea Południowa. Names that only take an ending (`Kore'nin`,
`Deutschlands`) need none of this.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import islice, product

from diplomacy.countries.folding import fold
from diplomacy.countries.names import rows

SHORTEST_STEM = 2
MOST_WORDS = 4
MOST_WAYS = 200


def base_forms(joined: str, first_words: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Each form that folded words may come from, with the language whose rules say so; the words as they are left out.

    The rules allow too much: only a form that is a name of that language counts. `first_words` are those with which
    names of several words begin: other stretches are not tried.
    """
    words = joined.split(" ")
    if len(words) > MOST_WORDS:
        return
    ways = [ways_of(word) for word in words]
    for language in dict.fromkeys(language for found in ways for language in found):
        options = [(word, *found.get(language, ())) for word, found in zip(words, ways, strict=True)]
        if len(words) > 1:
            options[0] = tuple(first for first in options[0] if first in first_words)
        for chosen in islice(product(*options), MOST_WAYS):
            form = " ".join(chosen)
            if form != joined:
                yield form, language


@lru_cache(4096)
def ways_of(word: str) -> Mapping[str, tuple[str, ...]]:
    """By language, the words that one word may be a form of."""
    found: dict[str, tuple[str, ...]] = {}
    endings = _rules()
    for length in range(min(_longest(), len(word) - SHORTEST_STEM) + 1):
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        for language, other in endings.get(ending, ()):
            found[language] = (*found.get(language, ()), stem + other)
    return found


@cache
def _longest() -> int:
    return max(map(len, _rules()))


@cache
def _rules() -> dict[str, tuple[tuple[str, str], ...]]:
    """By ending as typed: the languages and the endings of names that it may stand for."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for languages, named, typed in rows("declensions.tsv"):
        for ending in map(_ending, typed.split("|")):
            stands_for = tuple(product(languages.split(","), map(_ending, named.split("|"))))
            found[ending] = (*found.get(ending, ()), *stands_for)
    return found


def _ending(written: str) -> str:
    return "" if written == "-" else fold(written) or written
