"""A sentence as clauses, each with its dates and the words that tell whether they lie ahead."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from diplomacy.reading.date_words import Sign
from diplomacy.reading.dates import DateSaid, Times
from diplomacy.reading.words import Sentence

Placed = TypeVar("Placed", DateSaid, Sign)
PARTED = re.compile(r"[,;:—–，；、،؛：](?!\d)|\s-\s|\n")
ENDING = frozenset('.!?…。！？"”’»)')
"""A sentence with none of these at its end is a headline."""

TELLING = frozenset({"will", "shall", "set", "act", "event", "past", "planned"})
"""Words without which a clause tells nothing by itself: its date belongs to the clause beside it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one statement."""

    start: int
    end: int
    dates: tuple[DateSaid, ...]
    signs: tuple[Sign, ...]

    def has(self, *says: str) -> bool:
        """Whether any of these signs stands in it."""
        for sign in self.signs:  # noqa: SIM110 - any() takes twice the time, and this is asked often
            if sign.says in says:
                return True
        return False

    def of(self, *says: str) -> list[Sign]:
        """The signs of these sorts, in order."""
        return [sign for sign in self.signs if sign.says in says]


def clauses(text: str, sentence: Sentence, times: Times) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order."""
    dates = within(times.dates, sentence.start, sentence.end)
    signs = within(times.signs, sentence.start, sentence.end)
    cuts = sorted(
        {*_cuts(text, sentence, dates), *(sign.start for sign in signs if sign.says in {"clause", "relative"})}
    )
    pieces = [
        _clause(begin, end, dates, signs)
        for begin, end in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True)
        if begin < end
    ]
    spoken = list(_spoken(_joined(pieces)))
    return tuple(map(_headed, spoken) if text[sentence.end - 1] not in ENDING else spoken)


def within(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Those that begin in a stretch of the text."""
    low = bisect_left(items, start, key=_start)
    return items[low : bisect_left(items, end, low, key=_start)]


def _start(one: DateSaid | Sign) -> int:
    return one.start


def _cuts(text: str, sentence: Sentence, dates: Sequence[DateSaid]) -> Iterator[int]:
    """Where punctuation parts a sentence; not inside a date."""
    for mark in PARTED.finditer(text, sentence.start, sentence.end):
        before = bisect_left(dates, mark.start() + 1, key=_start)
        if not before or dates[before - 1].end <= mark.start():
            yield mark.end()


def _clause(begin: int, end: int, dates: Sequence[DateSaid], signs: Sequence[Sign]) -> Clause:
    return Clause(begin, end, tuple(within(dates, begin, end)), tuple(within(signs, begin, end)))


def _joined(pieces: Sequence[Clause]) -> list[Clause]:
    """Join what tells nothing by itself: a date to the future before it or else to the clause behind it."""
    joined: list[Clause] = []
    held: Clause | None = None
    for piece in pieces:
        whole = _together(held, piece) if held else piece
        held = None
        if whole.has(*TELLING) or whole.has("said"):
            joined.append(whole)
        elif joined and (not whole.dates or (joined[-1].has("will", "shall") and not joined[-1].dates)):
            joined[-1] = _together(joined[-1], whole)
        elif whole.dates:
            held = whole
        else:
            joined.append(whole)
    if held:
        joined = [*joined[:-1], _together(joined[-1], held)] if joined else [held]
    return joined


def _spoken(parts: Sequence[Clause]) -> Iterator[Clause]:
    """`Would` is the future in the mouth of somebody who said so, else a condition."""
    said = False
    for part in parts:
        said = said or part.has("said")
        if part.has("would"):
            meant = "will" if said and not part.has("if") else "if"
            signs = tuple(sign._replace(says=meant) if sign.says == "would" else sign for sign in part.signs)
            yield replace(part, signs=signs)
        else:
            yield part


def _headed(part: Clause) -> Clause:
    """In a headline (`Ministers to meet on Thursday`) `to` alone is the future."""
    if not part.has("to") or part.has("will", "past", "said"):
        return part
    return replace(part, signs=tuple(sign._replace(says="will") if sign.says == "to" else sign for sign in part.signs))


def _together(first: Clause, second: Clause) -> Clause:
    return Clause(first.start, second.end, (*first.dates, *second.dates), (*first.signs, *second.signs))
