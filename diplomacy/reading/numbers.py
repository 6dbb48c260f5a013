"""Numbers in a text, put together from digits, number words and magnitudes: `7억 3천만`, `seventeen`, `1,5 milyar`."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from diplomacy.countries.borders import is_hangul
from diplomacy.reading.figure_words import Word
from diplomacy.reading.numerals import RUN, SPACED, SPACES_GROUP, number_in

DIGITS_KIND = "digits"
LEADS = frozenset({DIGITS_KIND, "number", "digit", "small", "times"})
"""Kinds of words with which a number may begin."""

PARTS = LEADS | {"half"}
MOST_PARTS = 16
LARGEST_PLACE = 1e3


class Number(NamedTuple):
    """A number in the text."""

    start: int
    end: int
    value: float
    scale: float
    """The magnitude of its last word: in `10-15 billion` the first number shares it."""
    following: int
    """The index of the word behind it."""
    in_words: bool


def words_with_digits(text: str, words: Sequence[Word], language: str | None) -> list[Word]:
    """The words of a text with its runs of digits among them, in order."""
    spaced = list(SPACED.finditer(text)) if language in SPACES_GROUP else []
    digits = [_digits(found, language) for found in spaced]
    taken = {at for found in spaced for at in range(found.start(), found.end())}
    digits += [_digits(found, language) for found in RUN.finditer(text) if found.start() not in taken]
    return sorted([*words, *(word for word in digits if word.says)])


def _digits(found: re.Match[str], language: str | None) -> Word:
    value = number_in(found.group(), language)
    return Word(found.start(), found.end(), DIGITS_KIND, "" if value is None else repr(value))


@cache
def worth(says: str) -> tuple[float, bool]:
    """A factor in the data (`1e9`, `1000 alone`) and whether it may stand without a number before it."""
    value, _, alone = says.partition(" ")
    return float(value), bool(alone)


class _Sum:
    """A number as it grows, word by word."""

    def __init__(self) -> None:
        self.total = self.section = 0.0
        self.pending: float | None = None
        self.least = float("inf")
        self.scale = 1.0
        self.multiplied = False

    def add(self, value: float) -> bool:
        """Take a number; False where it can't belong to what stands before."""
        if value >= (self.least if self.pending is None else _lowest_place(self.pending)):
            return False
        self.pending = (self.pending or 0.0) + value
        return True

    def multiply(self, factor: float, *, small: bool) -> None:
        """Take a magnitude."""
        self.multiplied = True
        if small:
            self.section += (1.0 if self.pending is None else self.pending) * factor
            self.pending, self.least = None, factor
            return
        whole = self.section + (self.pending or 0.0)
        if whole:
            self.total += whole * factor
        else:
            self.total = (self.total or 1.0) * factor
        self.section, self.pending, self.least, self.scale = 0.0, None, factor, factor

    @property
    def value(self) -> float:
        return self.total + self.section + (self.pending or 0.0)


def _lowest_place(value: float) -> float:
    """The room that a number leaves for the next: 100 in 300, 10 in 40, none in 7 or 2.5."""
    place = 1.0
    while value and value % (place * 10) == 0 and place < LARGEST_PLACE:
        place *= 10
    return place if place > 1 else 0.0


def number_at(text: str, words: Sequence[Word], at: int, ands: frozenset[str]) -> Number | None:
    """The number that begins with a word, as long as it goes; None where there is none. `ands` join number words."""
    first = words[at]
    if first.kind not in LEADS or not _may_lead(text, first):
        return None
    grown, index, kinds = _Sum(), at, set[str]()
    while index < min(len(words), at + MOST_PARTS):
        word = words[index]
        if word.kind not in PARTS or (index > at and not _follows(text, words[index - 1], word, ands)):
            break
        if not _take(grown, word):
            break
        kinds.add(word.kind)
        index += 1
    if index == at or kinds == {"digit"}:
        return None
    return Number(first.start, words[index - 1].end, grown.value, grown.scale, index, DIGITS_KIND not in kinds)


def _may_lead(text: str, word: Word) -> bool:
    """Names such as `F-16` and `G20` hold no number; nor does a magnitude without a number where it needs one."""
    if word.kind in {"small", "times"}:
        if not worth(word.says)[1]:
            return False
    elif word.kind == DIGITS_KIND:
        before = text[word.start - 1 : word.start]
        return not (before in {"-", "/"} and text[max(0, word.start - 2) : word.start - 1].isalpha())
    return not (is_hangul(text[word.start]) and word.start > 0 and is_hangul(text[word.start - 1]))


def _follows(text: str, last: Word, word: Word, ands: frozenset[str]) -> bool:
    """Whether a word goes on with the number: only a space, a hyphen or a word that joins stands between."""
    between = text[last.end : word.start]
    if len(between) > _LONGEST_JOIN:
        return False
    if word.kind == DIGITS_KIND:
        return last.kind in {"small", "times"} and between in {"", " "}
    if word.kind in {"number", "digit"} and last.kind == DIGITS_KIND:
        return False
    if between in {"", " "}:
        return True
    if between == "-":
        return word.kind in {"small", "times"} or word.kind == last.kind == "number"
    return word.kind in {"number", "half"} and last.kind != DIGITS_KIND and between.strip() in ands


_LONGEST_JOIN = 5


def _take(grown: _Sum, word: Word) -> bool:
    value, _ = worth(word.says)
    if word.kind in {"small", "times"}:
        grown.multiply(value, small=word.kind == "small")
        return True
    if word.kind == "half":
        # Half of the unit before it: `beş buçuk milyar`; behind a magnitude half of that.
        if grown.pending is None and grown.multiplied:
            grown.total += value * grown.scale
        else:
            grown.pending = (grown.pending or 0.0) + value
        return True
    return grown.add(value)
