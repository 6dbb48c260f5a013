"""Which way round two countries of a sentence deal with each other, or that they don't: what the corpus taught."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from diplomacy.reading.features import Span
from diplomacy.reading.masking import Sided, masked
from diplomacy.reading.weights import NONE, weights

KEPT = 16
"""Who acts and which two are tied is asked of the same sentence, one soon after the other."""


@dataclass(frozen=True, slots=True)
class Way:
    """Shares that add up to one."""

    forth: float
    """The one named first acts on the other."""
    back: float
    both: float
    none: float
    """The two don't deal with each other."""


@lru_cache(maxsize=KEPT)
def way(sentence: str, first: Span, second: Span, language: str) -> Way:
    """How two stretches of a sentence, the one named first and the other, deal with each other."""
    known = weights().sides
    logits = known.logits([masked(sentence, Sided(first, second), language, names=("x", "y"))])[0]
    shares = dict(zip(known.classes, np.exp(logits).tolist(), strict=True))
    return Way(shares["first"], shares["second"], shares["both"], shares[NONE])
