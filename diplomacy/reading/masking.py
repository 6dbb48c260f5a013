"""A sentence and two stretches of it in; the folded sentence with the two masked out, as the weights look at it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from diplomacy.countries.folding import Folded, fold_with_offsets
from diplomacy.reading.features import Masked, Span
from diplomacy.reading.lexicons import Lexicon, Trigger, lexicon_of
from diplomacy.reading.word_order import VERB_LAST

KEPT = 16
"""A sentence is asked for its events first, then for its pairs."""


@dataclass(frozen=True, slots=True)
class Sided:
    """Where in a sentence the one who acts and the one who is acted on stand; None where there is nobody."""

    source: Span | None
    target: Span | None


@lru_cache(maxsize=KEPT)
def looked_up(sentence: str, lexicon: Lexicon | None) -> tuple[Folded, tuple[Trigger, ...]]:
    """Fold a sentence and look for its triggers."""
    folded = fold_with_offsets(sentence)
    return folded, tuple(lexicon.find(folded.text)) if lexicon else ()


def masked(text: str, sides: Sided, language: str, *, names: tuple[str, str] = ("s", "t")) -> Masked:
    """Fold a sentence, look for its triggers and mask its two sides."""
    folded, triggers = looked_up(text, lexicon_of(language))
    return mask(folded, triggers, sides, names, verb_last=language in VERB_LAST)


def mask(
    folded: Folded,
    triggers: Sequence[Trigger],
    sides: Sided,
    names: tuple[str, str] = ("s", "t"),
    *,
    verb_last: bool = False,
) -> Masked:
    """Mask two sides of a sentence that is folded already; spans count in the sentence as written."""
    end = len(folded.text)
    both = [
        (_within(folded, span), name) if span else ((end, end), "-")
        for span, name in zip((sides.source, sides.target), names, strict=True)
    ]
    (first, first_name), (second, second_name) = sorted(both)
    second = max(second[0], first[1]), max(*second, first[1])
    return Masked(folded.text, first, second, (first_name, second_name), triggers, verb_last)


def _within(folded: Folded, span: Span) -> Span:
    return fold_offset(folded, span[0]), fold_offset(folded, span[1])


def fold_offset(folded: Folded, offset: int) -> int:
    """Where a character of the text stands in the folded text, near enough behind what folding left out."""
    if not folded.breaks:
        return offset
    at = bisect_right([stop + shift for stop, shift in zip(folded.breaks, folded.shifts, strict=True)], offset)
    return max(0, offset - folded.shifts[at - 1]) if at else offset
