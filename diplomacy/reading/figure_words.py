"""The words around numbers, one file a language: number words, magnitudes, currencies, units, signs of standing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from diplomacy.countries.borders import is_hangul, is_spaceless
from diplomacy.countries.names import expand
from diplomacy.reading.lexicon_files import FOLDER, rows_of
from diplomacy.reading.numerals import plain

LONGEST_ENDING = 14
EVERYWHERE = "any"
"""The file with symbols, codes and units that all languages share."""

SIGNS = frozenset({"target", "forecast", "limit", "floor", "previous", "value"})
ASIDE = frozenset({"stop", "counts"})
"""Words by which what is counted is cut out of a sentence."""

GLUE = frozenset({"and", "to", "link"})
"""Words that are looked at only where they stand between two others."""


class Word(NamedTuple):
    """A stretch of plain text that says something about a number."""

    start: int
    end: int
    kind: str
    says: str


class Words:
    """Patterns sought in plain text, longest first, at the borders of words."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        patterns: dict[str, tuple[str, str, bool, bool]] = {}
        kept: dict[tuple[str, str, bool, bool], tuple[str, str, bool, bool]] = {}
        for kind, says, written in rows:
            for form in expand(written):
                sought = plain(form.strip("*"))
                if sought:
                    told = kind, says, form.endswith("*"), form.startswith("*")
                    patterns.setdefault(sought, kept.setdefault(told, told))
        self._entries = list(patterns.values())
        self._search = AhoCorasick(
            list(patterns),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def find(self, text: str, start: int = 0) -> list[Word]:
        """All words in a plain text, in order; offsets begin at `start`."""
        found: list[Word] = []
        for pattern, begin, end in self._search.find_matches_as_indexes(text):
            if begin and text[begin - 1].isalpha() and not self._may_begin(pattern, text, begin):
                if end - begin > 1 and not text[begin:end].isalpha():
                    # A form such as `c $` ran out of the middle of a word: the sign alone may still stand here.
                    found += self.find(text[begin + 1 : end], start + begin + 1)
                continue
            stop = self._end(pattern, text, end)
            if stop is None:
                found += self._shorter(text, begin, end, start)
                continue
            kind, says = self._entries[pattern][:2]
            found.append(Word(start + begin, start + stop, kind, says))
        return found

    def _shorter(self, text: str, begin: int, end: int, start: int) -> list[Word]:
        """A longer form ran into the middle of a word: a shorter one may still stand there."""
        while True:
            shorter = self._search.find_matches_as_indexes(text[begin : end - 1])
            if not shorter or shorter[0][1]:
                return []
            pattern, end = shorter[0][0], begin + shorter[0][2]
            stop = self._end(pattern, text, end)
            if stop is not None:
                kind, says = self._entries[pattern][:2]
                return [Word(start + begin, start + stop, kind, says)]

    def _may_begin(self, pattern: int, text: str, begin: int) -> bool:
        return self._entries[pattern][3] or _may_part(text[begin - 1], text[begin])

    def _end(self, pattern: int, text: str, end: int) -> int | None:
        """Where a word ends whose form ends at `end`; None if letters go on that the form doesn't allow."""
        stop, size = end, len(text)
        if self._entries[pattern][2]:
            while stop < size and stop - end < LONGEST_ENDING and text[stop].isalpha():
                stop += 1
        return stop if stop >= size or not text[stop].isalpha() or _may_part(text[stop - 1], text[stop]) else None


def _may_part(left: str, right: str) -> bool:
    """Whether a word may begin or end between two characters: between two letters only in scripts without spaces."""
    if not (left.isalpha() and right.isalpha()):
        return True
    if left.isascii() and right.isascii():
        return False
    return is_hangul(left) or is_hangul(right) or is_spaceless(left) or is_spaceless(right)


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What a language knows about figures."""

    amounts: Words
    """Number words, magnitudes, currencies, units and what joins them."""
    signs: Words
    """Signs of standing and the verbs and prepositions around what is counted."""
    stops: frozenset[str]
    """Words that no name of what is counted goes beyond."""
    ands: frozenset[str]
    """Words that join two number words."""
    ranges: frozenset[str]
    """Words between the ends of a range."""
    links: frozenset[str]
    """Words between a number and its unit."""


@cache
def figure_words(language: str | None) -> FigureWords:
    """The words of a language and those of all, read when first asked for; those of all where it has no file."""
    rows = list(_rows(language))
    around = SIGNS | ASIDE
    return FigureWords(
        Words(row for row in rows if row[0] not in around | GLUE),
        Words(row for row in rows if row[0] in around),
        *(_forms(rows, kind) for kind in ("stop", "and", "to", "link")),
    )


def _forms(rows: Iterable[tuple[str, str, str]], kind: str) -> frozenset[str]:
    return frozenset(plain(form) for of, _, forms in rows if of == kind for form in expand(forms))


def _rows(language: str | None) -> Iterator[tuple[str, str, str]]:
    """The language's own rows first: they go before what all share."""
    if language and (FOLDER / f"figures.{language}.tsv").is_file():
        yield from rows_of(f"figures.{language}.tsv")
    yield from rows_of(f"figures.{EVERYWHERE}.tsv")
    for code, spoken, forms in rows_of("currencies.tsv"):
        if spoken == language:
            yield "money", code, forms
