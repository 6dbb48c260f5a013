"""What happened between whom: the words that head a clause, the countries around them, and what the corpus taught.

Rules read what is said plainly: the head of the main clause, its sides, whether it happened, its stage. The weights
read what no word of the lexicon tells; where one does they were measured to add nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from diplomacy.reading.acts import Act
from diplomacy.reading.both import speaks_of_both
from diplomacy.reading.dates import Times
from diplomacy.reading.lexicons import Entry, Lexicon, Trigger
from diplomacy.reading.masking import Sided, mask
from diplomacy.reading.mentions import Seen
from diplomacy.reading.outcome import tone_of
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import EventSaid, Modality, Root, Stage, When
from diplomacy.reading.sides import Sides, sides_of
from diplomacy.reading.timing import is_background, when_of
from diplomacy.reading.told import Told, tell
from diplomacy.reading.topics import topics_of
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.weights import NONE, weights
from diplomacy.reading.words import Sentence

MOST = 12
"""So many events of a report are kept, the most important ones."""

SURE_OF_TWO, SURE_OF_ONE, DOUBT = 0.92, 0.6, 0.08
"""How sure a rule is of an event with two sides and with one, and how much less for each other class that is told."""

SURE_ALONE = 0.6
"""How sure the weights must be to tell an event where no word of the lexicon does."""

UNDATED = (When(), False)
"""No date, and no past matter."""


def events_of(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Seen],
    times: Times,
    lexicon: Lexicon | None,
    language: str,
) -> tuple[EventSaid, ...]:
    """The events of a report, most important first: those that tie countries now, then by place."""
    if lexicon is None:
        return ()
    found: list[tuple[tuple[bool, bool, int], EventSaid]] = []
    by_sentence: dict[int, list[Seen]] = {}
    for one in mentions:
        by_sentence.setdefault(one.sentence.index, []).append(one)
    both: tuple[str, str] | None = None
    for sentence in sentences:
        if sentence.start >= READ_IN_FULL:
            break
        sentence = replace(sentence, end=min(sentence.end, READ_IN_FULL))  # noqa: PLW2901 - one that never ends
        told = tell(text, sentence, by_sentence.get(sentence.index, ()), lexicon, language)
        for event in _events(told, text, times, both):
            both = both or event.pair
            found.append(((event.pair is None, event.background, sentence.index), event))
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0])[:MOST])


def _events(told: Told, text: str, times: Times, both: tuple[str, str] | None) -> list[EventSaid]:
    """The events of a sentence: what its main clause tells first. `both`: the pair that `the two sides` would be."""
    events: list[EventSaid] = []
    for one in told.acts()[:2]:
        act, sides = _side_by_side(told, one, sides_of(told, one))
        if sides.pair is None and both is not None and _is_of_both(told, both):
            sides = Sides(*both, mutual=True)
        if sides.pair is None and (events or "statement" in act.trigger.entry.marks):
            continue
        events.append(_ruled(told, act, sides, text, times))
    if not events and not told.is_statement:
        event = _unworded(told)
        return [event] if event is not None else []
    return sorted(events, key=lambda event: -_decisive(event))


def _side_by_side(told: Told, act: Act, sides: Sides) -> tuple[Act, Sides]:
    """Exercises that two countries named before them hold are theirs together."""
    shared = act.shared()
    before = {one.code for one in told.mentions if told.place(one) < act.trigger.start}
    if shared is act or sides.pair is None or not before.issuperset(sides.pair):
        return act, sides
    return shared, Sides(sides.source, sides.target, mutual=True)


def _is_of_both(told: Told, both: tuple[str, str]) -> bool:
    """Whether a sentence that names no other country speaks of the two named before."""
    return {one.code for one in told.mentions} <= set(both) and speaks_of_both(told.folded.text, told.language)


def _decisive(event: EventSaid) -> float:
    """How much an event outweighs another of its sentence: deeds over words."""
    return abs(event.tone) if event.modality is Modality.DID else abs(event.tone) / 2


def _ruled(told: Told, act: Act, sides: Sides, text: str, times: Times) -> EventSaid:
    """An event as the rules read it."""
    if act.stage is Stage.ANNOUNCED and sides.mutual and any(one.entry.says == "=announces" for one in told.triggers):
        act = replace(act, stage=Stage.AGREED)
    word = told.folded.text[act.trigger.start : act.trigger.end].strip()
    return _event(
        told, sides, act, _sure(told, act, sides), f"rule: {word} ({act.root})", _told_at(told, act, text, times)
    )


def _told_at(told: Told, act: Act, text: str, times: Times) -> tuple[When, bool]:
    """The date of an act, and whether it is told as a past matter, as context."""
    at = told.sentence.start + told.folded.origin(act.trigger.start)
    past = (
        act.trigger.start >= told.aside
        or told.is_standing(act.trigger)
        or is_background(text, told.sentence, times, at)
    )
    return when_of(text, told.sentence, times, act.modality, at), past


def _sure(told: Told, act: Act, sides: Sides) -> float:
    """Surer with two sides, less sure beside words that tell an event of another class."""
    classes = {Root(one.entry.says).quad for one in told.triggers if one.entry.is_root} | {act.root.quad}
    return (SURE_OF_TWO if sides.pair else SURE_OF_ONE) - DOUBT * (len(classes) - 1)


def _event(
    told: Told, sides: Sides, act: Act, share: float, because: str, told_at: tuple[When, bool] = UNDATED
) -> EventSaid:
    return EventSaid(
        root=act.root,
        source=sides.source,
        target=sides.target,
        pair=sides.pair,
        mutual=sides.mutual and sides.pair is not None,
        stage=act.stage,
        modality=act.modality,
        tone=act.tone,
        topics=topics_of(told.text, told.folded, told.language),
        said_by=None,
        when=told_at[0],
        background=told_at[1],
        confidence=round(min(0.95, share), 2),
        start=told.sentence.start,
        end=told.sentence.end,
        because=because,
    )


def _unworded(told: Told) -> EventSaid | None:
    """What the weights take a sentence for that ties two countries by no word of the lexicon; None where unsure."""
    acting = [one for one in told.mentions if not one.aside and one.role in {Role.ACTOR, Role.ATTRIBUTE}]
    codes = list(dict.fromkeys(one.code for one in acting))[:2]
    if len(codes) < 2:  # noqa: PLR2004 - a pair
        return None
    sides = Sides(codes[0], codes[1], mutual=False)
    best, share = _likeliest(told, sides)
    if best == NONE or share < SURE_ALONE:
        return None
    root = Root(best)
    nothing = Trigger(0, 0, Entry(best, frozenset()))
    act = Act(root, nothing, Modality.DID, None, tone_of(root, Modality.DID), mutual=False)
    return _event(told, sides, act, share * 0.8, f"weights: {best} {share:.2f}")


def _likeliest(told: Told, sides: Sides) -> tuple[str, float]:
    """The likeliest root between two countries of a sentence, or none, and its share."""
    places = [next(one for one in told.mentions if one.code == code) for code in (sides.source, sides.target)]
    source, target = ((one.found.start - told.sentence.start, one.found.end - told.sentence.start) for one in places)
    sentence = mask(told.folded, told.triggers, Sided(source, target), verb_last=told.verb_last)
    known = weights().roots
    logits = known.logits([sentence])[0]
    best = int(logits.argmax())
    return known.classes[best], float(np.exp(logits[best]))
