"""How a figure stands: it is so, is aimed at, is expected, is a mark that is no value, or was so before.

Signs stand in the lexicon. One right beside the figure decides; else the nearest in its clause does, where the words
for what is so (`reached`) count as well.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from diplomacy.reading.amounts import QUANTITY, Amount
from diplomacy.reading.figure_words import Word

VALUE, PREVIOUS, LIMIT, FLOOR = "value", "previous", "limit", "floor"
CLAUSE = re.compile(r"(?<![0-9])[,;:](?=\s)|[,;:،؛、，；。](?![0-9])|\s[-—]\s|[()\n]")
"""What parts clauses; not the marks inside numbers."""

LOOKED_AROUND = 110
"""Characters on either side in which a sign may stand."""

CLOSE = 24
"""Characters between a figure and a sign that must stand beside it."""

FILLERS = re.compile(
    r"\W*(?:(?:about|around|nearly|almost|some|the|a|an|roughly|approximately|its|their|current|an|estimated|of|"
    r"at|by|to|yaklaşik|yaklasik|toplam|약|총|environ|près|de|des|du|la|les|el|los|un|una|etwa|rund|около|"
    r"примерно|близько|نحو|حوالي|حدود|约|約)\b\W*){0,2}"
)
"""What may stand between a figure and a sign beside it."""


class Standings:
    """Judges the figures of one sentence."""

    def __init__(
        self, text: str, end: int, signs: Sequence[Word], amounts: Sequence[Amount], ranges: frozenset[str]
    ) -> None:
        self._text, self._end, self._ranges = text, end, ranges
        starts = [amount.start for amount in amounts]
        self._signs = [sign for sign in signs if not _inside(sign, starts, amounts)]
        self._ends = [sign.end for sign in self._signs]
        self._starts = [sign.start for sign in self._signs]
        self._amounts = amounts

    def of(self, at: int) -> str:
        """The standing of the amount with this index among those of the sentence."""
        amount = self._amounts[at]
        if at and self._is_from(at - 1):
            kind = self._around(at, amount.start) or VALUE
        elif self._is_from(at):
            kind = PREVIOUS
        elif amount.end_of_range == "high" and at:
            low = self.of(at - 1)
            kind = low if low != PREVIOUS else self._around(at, self._amounts[at - 1].start) or VALUE
        else:
            kind = self._beside(amount.start, amount.end) or self._around(at, amount.start) or VALUE
        if kind == FLOOR:
            return VALUE if amount.kind == QUANTITY else LIMIT
        return kind

    def _is_from(self, at: int) -> bool:
        """Whether it is the first of two figures told as a change: `from 5 to 7`, `de 5 à 7`."""
        if at + 1 >= len(self._amounts):
            return False
        one, other = self._amounts[at], self._amounts[at + 1]
        between = self._text[one.end : other.start]
        if other.start - one.end > LOOKED_AROUND or other.kind != one.kind:
            return False
        if not between.split() or between.split()[-1] not in self._ranges:
            return False
        sign = self._sign_before(one.start)
        return sign is not None and sign.says == "from-before" and self._touches(sign.end, one.start)

    def _sign_before(self, begin: int) -> Word | None:
        before = bisect_left(self._ends, begin + 1) - 1
        return self._signs[before] if before >= 0 else None

    def _beside(self, begin: int, end: int) -> str | None:
        sign = self._sign_before(begin)
        if sign and sign.says == "close-before" and self._touches(sign.end, begin):
            return sign.kind
        after = bisect_left(self._starts, end)
        if after < len(self._signs):
            sign = self._signs[after]
            if sign.says == "close-after" and self._touches(end, sign.start):
                return sign.kind
        return None

    def _touches(self, left: int, right: int) -> bool:
        return right - left <= CLOSE and FILLERS.fullmatch(self._text, left, right) is not None

    def _around(self, at: int, begin: int) -> str | None:
        """The nearest sign of the clause: before the figure, or behind it up to the next figure."""
        end = self._amounts[at].end
        last = self._last_before(begin)
        following = self._amounts[at + 1].start if at + 1 < len(self._amounts) else self._end
        if self._amounts[at].end_of_range == "low" and at + 1 < len(self._amounts):
            following = self._amounts[at + 2].start if at + 2 < len(self._amounts) else self._end
            end = self._amounts[at + 1].end
        first = self._first_after(end, following)
        if last is None or first is None:
            found = last or first
            return found.kind if found else None
        return last.kind if begin - last.end <= first.start - end else first.kind

    def _behind_dash(self, at: int) -> int:
        """A dash right behind a sign stands for `is`: `цель — 100 млрд`."""
        return at + len(" — ") if self._text.startswith((" — ", " - "), at) else at

    def _last_before(self, begin: int) -> Word | None:
        for index in range(bisect_left(self._ends, begin + 1) - 1, -1, -1):
            sign = self._signs[index]
            if begin - sign.end > LOOKED_AROUND or CLAUSE.search(self._text, self._behind_dash(sign.end), begin):
                return None
            if sign.says in {"before", "any"}:
                return sign
        return None

    def _first_after(self, end: int, following: int) -> Word | None:
        for index in range(bisect_left(self._starts, end), len(self._signs)):
            sign = self._signs[index]
            if sign.start >= following or sign.start - end > LOOKED_AROUND:
                return None
            if CLAUSE.search(self._text, end, sign.start):
                return None
            if sign.says in {"after", "any"}:
                return sign
        return None


def _inside(sign: Word, starts: Sequence[int], amounts: Sequence[Amount]) -> bool:
    at = bisect_right(starts, sign.start) - 1
    return at >= 0 and sign.start < amounts[at].end
