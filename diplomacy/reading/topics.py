"""What a text is about, by words: one table for all languages."""

from collections.abc import Iterator
from functools import cache

from diplomacy.countries.folding import Folded
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.lexicons import Lexicon, Trigger
from diplomacy.topics import TOPICS

MOST = 6
"""Topics that a report may have at most."""

HEADLINE, LEAD = 4.0, 2.5
LEAD_LENGTH = 320
"""Words of the headline and of the first lines count more than those further down."""
AGAIN = 0.25
"""What a word counts that was there before."""
FAINT = 0.15
"""A topic with less than this share of the weight of the first is only named in passing."""

NO_TOPIC = "none"
ANY = "*"
CAPITALS = "capitals"
AROUND = 12
SHORTEST_SHARED = 5
"""Letters of a form that a language without words of its own may borrow from the others."""

_PLACES = {topic: place for place, topic in enumerate(TOPICS)}


def topics_of(text: str, folded: Folded, language: str | None = None, headline_end: int = 0) -> tuple[str, ...]:
    """The topics of a text, most plainly told first; `folded` is the text folded, or its beginning."""
    weights: dict[str, float] = {}
    seen: set[str] = set()
    for one in _words(language if language in _languages() else None).find(folded.text):
        if one.entry.says == NO_TOPIC or (CAPITALS in one.entry.marks and not _in_capitals(one, folded, text)):
            continue
        weight = HEADLINE if one.start < headline_end else LEAD if one.start < headline_end + LEAD_LENGTH else 1.0
        word = folded.text[one.start : one.end].strip()
        weight *= AGAIN if word in seen else 1
        seen.add(word)
        for topic in one.entry.says.split("+"):
            weights[topic] = weights.get(topic, 0) + weight
    least = FAINT * max(weights.values(), default=0)
    ranked = sorted(weights, key=lambda topic: (-weights[topic], _PLACES[topic]))
    return tuple(topic for topic in ranked[:MOST] if weights[topic] >= least)


def _in_capitals(one: Trigger, folded: Folded, text: str) -> bool:
    """Whether a name of capitals is written so, and not only because all around it is."""
    start, end = folded.origin(one.start), folded.origin_end(one.end)
    if not text[start:end].strip().isupper():
        return False
    around = text[max(0, start - AROUND) : start] + text[end : end + AROUND]
    return not around.isupper()


@cache
def _words(language: str | None) -> Lexicon:
    """The words of a language; for one that has none, the longer words of all."""
    return Lexicon(_rows(language))


def _rows(language: str | None) -> Iterator[tuple[str, str, str]]:
    for topic, spoken, forms in rows_of("topics.tsv"):
        if language is not None and spoken not in {language, ANY}:
            continue
        for form in forms.split("|"):
            if language is not None or spoken == ANY or len(form.rstrip("*")) >= SHORTEST_SHARED or not form.isascii():
                yield topic, CAPITALS if _is_capitals(form) else "-", form


def _is_capitals(form: str) -> bool:
    return form.isupper() and len(form) > 1


@cache
def _languages() -> frozenset[str]:
    return frozenset(spoken for _, spoken, _ in rows_of("topics.tsv")) - {ANY}
