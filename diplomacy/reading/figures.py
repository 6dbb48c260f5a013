"""The figures of a text: money, percentages and quantities, with what they count and how they stand."""

from collections.abc import Sequence

from diplomacy.reading.amounts import Amounts
from diplomacy.reading.figure_words import figure_words
from diplomacy.reading.numbers import words_with_digits
from diplomacy.reading.numerals import plain
from diplomacy.reading.shapes import FigureSaid
from diplomacy.reading.words import Sentence


def figures_of(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[FigureSaid, ...]:
    """Every figure of a text, in order; offsets count in the text. Who says it is left open."""
    written = plain(text)
    known = figure_words(language)
    words = words_with_digits(written, known.amounts.find(written), language)
    amounts = Amounts(written, words, known.stops, language).all()
    return tuple(
        FigureSaid(text[one.start:one.end], one.kind, one.value, one.unit, None, "value", None, one.start, one.end)
        for one in amounts
    )
