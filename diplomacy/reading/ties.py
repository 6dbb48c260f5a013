"""How surely a sentence ties the two countries it names, and which two where it names more: what the corpus taught."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import EventSaid, MentionKind, PairSaid
from diplomacy.reading.ways import way

LOOSE, LOOSE_IF_FAINT = 0.6, 0.5
"""Two countries that are so likely not to deal with each other, and of whom no event is read, are no pair."""

LOOSE_IF_GOVERNMENTS = 0.9
GOVERNMENTS = frozenset({MentionKind.CAPITAL, MentionKind.INSTITUTION, MentionKind.PERSON})
"""What stands for a government: two of them seldom stand in one sentence by chance."""

FAINT = 0.5
"""Up to this salience the countries of a pair hardly act in its sentence: an event alone does not tie them."""

RIVALS, NEAR = 3, 0.5
"""So many pairs of one sentence, none below this share of the first, are weighed against each other."""

LOUDNESS = 2.0
"""How loud the weights speak among rivals: the power of the likelihood that a pair is tied."""

Codes = tuple[str, str]


def tied(
    text: str, pairs: Sequence[PairSaid], events: Sequence[EventSaid], mentions: Sequence[Seen], language: str
) -> tuple[PairSaid, ...]:
    """The pairs that an event ties, or that the weights don't take for a mere mention, most salient first."""
    told = {event.pair for event in events}
    rivals = _rivals(pairs)
    loose = {
        one.pair: _looseness(text, one, mentions, language) for one in pairs if one in rivals or not _is_told(one, told)
    }
    governments = {one.code for one in mentions if one.role is Role.ACTOR and one.found.kind in GOVERNMENTS}
    kept = [one for one in pairs if _is_told(one, told) or loose[one.pair] <= _most(one, told, governments)]
    return _weighed(kept, {one.pair: 1 - loose[one.pair] for one in kept if one in rivals})


def _is_told(one: PairSaid, told: AbstractSet[Codes | None]) -> bool:
    return one.pair in told and one.salience > FAINT


def _most(one: PairSaid, told: AbstractSet[Codes | None], governments: AbstractSet[str]) -> float:
    """How loose a pair may be."""
    if set(one.pair) <= governments:
        return LOOSE_IF_GOVERNMENTS
    return LOOSE_IF_FAINT if one.salience <= FAINT and one.pair not in told else LOOSE


def _rivals(pairs: Sequence[PairSaid]) -> Sequence[PairSaid]:
    """The pairs of one sentence of which any may be the one that the report is about."""
    near = [one for one in pairs if one.start == pairs[0].start and one.salience >= NEAR * pairs[0].salience]
    return near[:RIVALS] if len(near) > 1 else ()


def _weighed(pairs: Sequence[PairSaid], ties: Mapping[Codes, float]) -> tuple[PairSaid, ...]:
    """Pairs once the weights have spoken: the likeliest of the rivals has the highest salience, the others less."""
    heard = {one.pair: one.salience * ties[one.pair] ** LOUDNESS for one in pairs if one.pair in ties}
    if not heard:
        return tuple(pairs)
    share = max(one.salience for one in pairs if one.pair in ties) / (max(heard.values()) or 1.0)
    again = [replace(one, salience=round(heard[one.pair] * share, 4)) if one.pair in heard else one for one in pairs]
    return tuple(sorted(again, key=lambda one: -one.salience))


def _looseness(text: str, one: PairSaid, mentions: Sequence[Seen], language: str) -> float:
    """How likely it is that the sentence of a pair does not tie it."""
    places = [
        next((seen.found for seen in mentions if seen.code == code and one.start <= seen.found.start < one.end), None)
        for code in one.pair
    ]
    first, second = sorted((found.start - one.start, found.end - one.start) for found in places if found is not None)
    return way(text[one.start : one.end], first, second, language).none
