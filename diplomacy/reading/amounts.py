"""Numbers with what they count in: money, percent, quantities; and ranges, whose two ends share magnitude and unit."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from diplomacy.reading.figure_words import FigureWords, Word
from diplomacy.reading.numbers import DIGITS_KIND, LEADS, Number, number_at, worth

MONEY, PERCENT, QUANTITY = "money", "percent", "quantity"
CURRENCIES = frozenset({"sign", "money"})
UNITS = {"sign": MONEY, "money": MONEY, "cent": MONEY, "percent": PERCENT, "percent-before": PERCENT}
BEFORE = frozenset({"sign", "percent-before", "percent"})
BESIDE = frozenset({"", " ", "-", "- ", " -"})
DESCRIBED = re.compile(r"[ -](?:[^\W\d_][\w.'-]*[ -]){1,3}")
"""Adjectives between a number and the people or things counted."""

YEARS = range(1900, 2101)
SUBUNITS = 100
RANGE = re.compile(r"\s?[-~]\s?")


class Amount(NamedTuple):
    """A number with its unit."""

    start: int
    end: int
    kind: str
    value: float
    unit: str
    following: int
    """The index of the word behind it."""
    end_of_range: str = ""
    """`low` or `high` where it is one end of a range."""


class _Unit(NamedTuple):
    """A unit found beside a number."""

    end: int
    kind: str
    unit: str
    factor: float
    following: int


@cache
def _named(says: str) -> tuple[str, float]:
    """A unit in the data and its factor: `m3 1e9`."""
    unit, _, factor = says.partition(" ")
    return unit, float(factor or 1)


class Amounts:
    """Finds the amounts of one text."""

    def __init__(self, text: str, words: Sequence[Word], known: FigureWords) -> None:
        self._text, self._words, self._known = text, words, known
        self._free = 0
        """Where the last amount ended: what stands before is taken."""

    def all(self) -> list[Amount]:
        """Every amount, in order."""
        found: list[Amount] = []
        at = 0
        while at < len(self._words):
            if self._words[at].kind not in LEADS:
                at += 1
                continue
            number = self._number(at)
            amounts = self._around(number, at) if number else []
            found += amounts
            if amounts:
                self._free = amounts[-1].end
                at = max(at + 1, amounts[-1].following)
            else:
                at = number.following if number else at + 1
        return found

    # --- one number ---------------------------------------------------------------------------------------------------

    def _around(self, number: Number, at: int) -> list[Amount]:
        if self._is_vague(at) or self._is_part_of_name(number, at):
            return []
        upper = self._upper_end(number)
        last = upper or number
        unit, start = self._unit(number, last, at)
        if unit is None:
            return []
        value = last.value * unit.factor
        if upper is None:
            end, following, value = self._with_cents(unit, value)
            return [Amount(start, end, unit.kind, value, unit.unit, following)]
        scale = last.scale if number.scale == 1 and number.value < last.scale else 1.0
        low = number.value * scale * unit.factor
        first = Amount(start, number.end, unit.kind, low, unit.unit, number.following, "low")
        begin = upper.start if self._words[number.following].kind != "sign" else self._words[number.following].start
        return [first, Amount(begin, unit.end, unit.kind, value, unit.unit, unit.following, "high")]

    def _is_vague(self, at: int) -> bool:
        """`hundreds of millions`: a magnitude without a number."""
        before = self._words[at - 1] if at else None
        return before is not None and before.kind == "vague" and self._words[at].start - before.end <= 1

    def _is_part_of_name(self, number: Number, at: int) -> bool:
        """Digits that letters lead, other than a currency or another amount: `B52`."""
        before = self._text[number.start - 1 : number.start]
        if number.in_words or not before.isalpha() or ord(before) > _LAST_CYRILLIC:
            return False
        return not (at and self._words[at - 1].kind in BEFORE and self._words[at - 1].end == number.start)

    def _upper_end(self, number: Number) -> Number | None:
        """The other end of a range that begins with this number."""
        at = number.following
        if at >= len(self._words):
            return None
        word = self._words[at]
        gap = self._text[number.end : word.start]
        if len(gap) > _LONGEST_JOIN or not (gap.strip() in self._known.ranges or RANGE.fullmatch(gap)):
            return None
        if word.kind == "sign" and at + 1 < len(self._words) and self._words[at + 1].start - word.end <= 1:
            at += 1
        upper = self._number(at) if self._words[at].kind in LEADS else None
        return upper if upper and upper.value * upper.scale > number.value else None

    def _number(self, at: int) -> Number | None:
        return number_at(self._text, self._words, at, self._known.ands)

    # --- its unit -----------------------------------------------------------------------------------------------------

    def _unit(self, number: Number, last: Number, at: int) -> tuple[_Unit | None, int]:
        left = self._left(number, at)
        right = self._right(last, behind=left is not None)
        if left is None:
            return right, number.start
        if right is None or right.kind != UNITS[left.kind]:
            return self._from_left(left, last), left.start
        return _Unit(right.end, right.kind, _named(left.says)[0], right.factor, right.following), left.start

    def _from_left(self, left: Word, last: Number) -> _Unit:
        unit, factor = _named(left.says)
        return _Unit(last.end, UNITS[left.kind], unit, factor, last.following)

    def _left(self, number: Number, at: int) -> Word | None:
        """A currency or percent sign right before the number, if it is still free."""
        word = self._words[at - 1] if at else None
        if word is None or word.kind not in BEFORE or word.start < self._free:
            return None
        gap = self._text[word.end : number.start]
        if word.kind == "percent":
            return word if not gap and not number.in_words else None
        return word if gap in {"", " "} else None

    def _right(self, number: Number, *, behind: bool) -> _Unit | None:
        """The unit behind a number; a magnitude may follow it: `40 EUR million`."""
        at = number.following
        if at >= len(self._words):
            return None
        word = self._words[at]
        if word.kind not in UNITS and word.kind not in {"unit", "who"}:
            return None
        between = self._text[number.end : word.start]
        if between not in BESIDE and between.strip() not in self._known.links:
            return self._described(number, at)
        if word.kind == "sign" and self._leads_next(at, behind=behind):
            return None
        if word.kind in {"unit", "who"} and number.in_words and number.value <= 1:
            return None
        unit, factor = _named(word.says)
        following, stop = at + 1, word.end
        if word.kind in CURRENCIES and number.scale == 1 and following < len(self._words):
            magnitude = self._words[following]
            if magnitude.kind == "times" and self._text[stop : magnitude.start] == " ":
                factor, stop, following = factor * worth(magnitude.says)[0], magnitude.end, following + 1
        return _Unit(stop, UNITS.get(word.kind, QUANTITY), unit, factor, following)

    def _leads_next(self, at: int, *, behind: bool) -> bool:
        """Whether a currency sign belongs to the number that follows it, unless that one is of its cents."""
        if at + 1 >= len(self._words):
            return False
        word, after = self._words[at], self._words[at + 1]
        if after.kind != DIGITS_KIND or self._text[word.end : after.start] not in {"", " "}:
            return False
        cents = at + 2 < len(self._words) and self._words[at + 2].kind == "cent"
        return behind or not cents

    def _described(self, number: Number, at: int) -> _Unit | None:
        word = self._words[at]
        between = self._text[number.end : word.start]
        if word.kind != "who" or len(between) > _LONGEST_DESCRIPTION or not DESCRIBED.fullmatch(between):
            return None
        if (number.in_words and number.value <= 1) or self._known.stops & set(re.split("[ -]", between)):
            return None
        if number.value in YEARS and number.end - number.start == len("2026"):
            return None
        unit, factor = _named(word.says)
        return _Unit(word.end, QUANTITY, unit, factor, at + 1)

    # --- its hundredths -----------------------------------------------------------------------------------------------

    def _with_cents(self, unit: _Unit, value: float) -> tuple[int, int, float]:
        """Add cents that follow whole money: `7 dollars 25 cents`, or at the end of a sentence `8 dollars and 30`."""
        plain = unit.end, unit.following, value
        if unit.kind != MONEY or value % 1 or unit.following >= len(self._words):
            return plain
        at = unit.following
        between = self._text[unit.end : self._words[at].start]
        joined = between.strip() in self._known.ands
        if self._words[at].kind not in LEADS or not (joined or between in {"", " ", ", "}):
            return plain
        cents = self._number(at)
        if cents is None or cents.value >= SUBUNITS:
            return plain
        after = self._words[cents.following] if cents.following < len(self._words) else None
        if after and after.kind == "cent" and self._text[cents.end : after.start] in BESIDE:
            return after.end, cents.following + 1, value + cents.value / SUBUNITS
        if joined and not self._text[cents.end : cents.end + 2].strip(" .!?\n"):
            return cents.end, cents.following, value + cents.value / SUBUNITS
        return plain


_LAST_CYRILLIC = 0x52F
_LONGEST_JOIN = 6
_LONGEST_DESCRIPTION = 40
