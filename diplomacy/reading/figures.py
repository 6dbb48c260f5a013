"""The figures of a text: money, percentages and quantities, with what they count and how they stand."""

from collections.abc import Iterator, Sequence

from diplomacy.reading.amounts import Amount, Amounts
from diplomacy.reading.counted import Counted
from diplomacy.reading.figure_words import FigureWords, figure_words
from diplomacy.reading.numbers import LEADS, words_with_digits
from diplomacy.reading.numerals import plain
from diplomacy.reading.shapes import FigureSaid
from diplomacy.reading.standings import Standings
from diplomacy.reading.words import Sentence

LONGEST_SENTENCE = 2000
"""Characters of a sentence in which signs are looked for."""


def figures_of(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[FigureSaid, ...]:
    """Every figure of a text, in order; offsets count in the text. Who says it is left open."""
    written = plain(text)
    known = figure_words(language)
    words = words_with_digits(written, known.amounts.find(written), language)
    if not any(word.kind in LEADS for word in words):
        return ()
    amounts = Amounts(written, words, known).all()
    return tuple(
        figure
        for start, end, group in _by_sentence(amounts, sentences)
        for figure in _said(text, written, start, end, group, known)
    )


def _by_sentence(amounts: Sequence[Amount], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, list[Amount]]]:
    """The amounts of each sentence that has some, with its bounds."""
    at = 0
    group: list[Amount] = []
    bounds: tuple[int, int] | None = None
    for amount in amounts:
        while at < len(sentences) and sentences[at].end <= amount.start:
            at += 1
        here = (sentences[at].start, sentences[at].end) if at < len(sentences) else (amount.start, amount.end)
        if here != bounds and group and bounds:
            yield *bounds, group
            group = []
        bounds = here
        group.append(amount)
    if bounds and group:
        yield *bounds, group


def _said(
    text: str, written: str, start: int, end: int, amounts: Sequence[Amount], known: FigureWords
) -> Iterator[FigureSaid]:
    begin = max(start, amounts[0].start - LONGEST_SENTENCE)
    stop = min(max(end, amounts[-1].end), amounts[-1].end + LONGEST_SENTENCE)
    signs = known.signs.find(written[begin:stop], begin)
    standings = Standings(written, stop, signs, amounts, known.ranges)
    counted = Counted(text, written, begin, stop, signs, known.stops)
    for at, one in enumerate(amounts):
        yield FigureSaid(
            text[one.start : one.end],
            one.kind,
            one.value,
            one.unit,
            counted.by(one),
            standings.of(at),
            None,
            one.start,
            one.end,
        )
