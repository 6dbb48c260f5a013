"""Whether a sentence that names two countries ties them, where no word of the lexicon tells: what the corpus taught."""

from collections.abc import Sequence

import numpy as np

from diplomacy.reading.masking import Sided, masked
from diplomacy.reading.mentions import Seen
from diplomacy.reading.shapes import EventSaid, PairSaid
from diplomacy.reading.weights import NONE, weights

LOOSE = 0.6
"""Two countries that are so likely not to deal with each other, and of whom no event is read, are no pair."""


def tied(
    text: str, pairs: Sequence[PairSaid], events: Sequence[EventSaid], mentions: Sequence[Seen], language: str
) -> tuple[PairSaid, ...]:
    """The pairs that an event ties, or that the weights don't take for a mere mention."""
    told = {event.pair for event in events}
    return tuple(pair for pair in pairs if pair.pair in told or not _is_loose(text, pair, mentions, language))


def _is_loose(text: str, pair: PairSaid, mentions: Sequence[Seen], language: str) -> bool:
    places = [
        next((one.found for one in mentions if one.code == code and pair.start <= one.found.start < pair.end), None)
        for code in pair.pair
    ]
    first, second = sorted((one.start - pair.start, one.end - pair.start) for one in places if one is not None)
    sides = weights().sides
    sentence = masked(text[pair.start : pair.end], Sided(first, second), language, names=("x", "y"))
    return float(np.exp(sides.logits([sentence])[0][sides.classes.index(NONE)])) > LOOSE
