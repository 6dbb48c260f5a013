"""What a text is about, by words: one table for all languages."""

from functools import cache

from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.lexicons import Lexicon

MOST = 7
"""Topics that a report may have at most."""

HEADLINE, LEAD = 4.0, 2.5
LEAD_LENGTH = 320
"""Words of the headline and of the first lines count more than those further down."""


@cache
def _words() -> Lexicon:
    return Lexicon((topic, "-", forms) for topic, _, forms in rows_of("topics.tsv"))


@cache
def topics() -> tuple[str, ...]:
    """Every topic, in the order of the table."""
    return tuple(dict.fromkeys(topic for topic, _, _ in rows_of("topics.tsv")))


@cache
def _places() -> dict[str, int]:
    """The place of each topic in the table."""
    return {topic: place for place, topic in enumerate(topics())}


def topics_of(folded: str, headline_end: int = 0) -> tuple[str, ...]:
    """The topics of a folded text, most plainly told first."""
    weights: dict[str, float] = {}
    seen: set[tuple[str, str]] = set()
    for start, end, entry in _words().find(folded):
        topic = entry.says
        weight = HEADLINE if start < headline_end else LEAD if start < headline_end + LEAD_LENGTH else 1.0
        if (told := (topic, folded[start:end].strip())) in seen:
            weight /= 4
        seen.add(told)
        weights[topic] = weights.get(topic, 0) + weight
    ranked = sorted(weights, key=lambda topic: (-weights[topic], _places()[topic]))
    return tuple(ranked[:MOST])
