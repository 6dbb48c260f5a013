"""What happened between whom: the words that head a clause, the countries around them, and what the corpus taught.

Rules read what is said plainly: the head of the main clause, its sides, whether it happened, its stage. The weights
weigh in where rules and the rest of the sentence disagree.
"""

from collections.abc import Sequence
from dataclasses import replace

from diplomacy.reading.acts import Act, composed_tone, stage_of
from diplomacy.reading.lexicons import SAYING, Lexicon
from diplomacy.reading.masking import Sided, mask
from diplomacy.reading.mentions import Seen
from diplomacy.reading.shapes import Attribution, EventSaid, Modality, Root, Stage, When
from diplomacy.reading.sides import Sides, sides_of
from diplomacy.reading.told import Told, tell
from diplomacy.reading.topics import topics_of
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.weights import NONE, weights
from diplomacy.reading.words import Sentence

MOST = 8
"""So many sentences of a report tell events; the rest repeats them."""

RULE_SPEAKS = 2.5
"""How much more likely, as a natural logarithm, what the rules read is than what they don't."""

SPEAKERS_REACH = 80


def events_of(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Seen], lexicon: Lexicon | None, language: str
) -> tuple[EventSaid, ...]:
    """The events of a report, most important first: those that tie countries, then by place."""
    if lexicon is None:
        return ()
    found: list[tuple[tuple[bool, int], EventSaid]] = []
    for sentence in sentences:
        if sentence.end > READ_IN_FULL or len(found) >= MOST:
            break
        inside = [one for one in mentions if one.sentence.index == sentence.index]
        for event in _events(tell(text, sentence, inside, lexicon, language)):
            found.append(((event.pair is None, sentence.index), event))
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))


def _events(told: Told) -> list[EventSaid]:
    """The events of a sentence: what its main clause tells first."""
    events: list[EventSaid] = []
    for act in told.acts()[:2]:
        sides = sides_of(told, act)
        if sides.pair is None and (events or "statement" in act.trigger.entry.marks):
            continue
        events.append(event_from(told, act, sides))
    return sorted(events, key=lambda event: -_decisive(event))


def _decisive(event: EventSaid) -> float:
    """How much an event outweighs another of its sentence: deeds over words."""
    return abs(event.tone) if event.modality is Modality.DID else abs(event.tone) / 2


def event_from(told: Told, act: Act, sides: Sides) -> EventSaid:
    """An event, its root weighed by what the corpus taught."""
    root, share = _weighed(told, act, sides)
    weighed = act if root is act.root else _as(act, root)
    return EventSaid(
        root=weighed.root,
        source=sides.source,
        target=sides.target,
        pair=sides.pair,
        mutual=sides.mutual and sides.pair is not None,
        stage=Stage.AGREED if sides.mutual and weighed.stage is Stage.ANNOUNCED else weighed.stage,
        modality=act.modality,
        tone=weighed.tone,
        topics=topics_of(told.folded.text),
        said_by=_speaker(told),
        when=When(),
        background=act.trigger.start >= told.aside,
        confidence=round(min(0.95, share * (1.0 if sides.pair else 0.8)), 2),
        start=told.sentence.start,
        end=told.sentence.end,
    )


def _as(act: Act, root: Root) -> Act:
    """An act by another root: the stage stays only where the class does."""
    stage = act.stage if root.quad is act.root.quad else None
    return replace(act, root=root, stage=stage, tone=composed_tone(root, act.modality))


def _weighed(told: Told, act: Act, sides: Sides) -> tuple[Root, float]:
    """The likeliest root of an act, and how sure that is."""
    if sides.pair is None:
        return act.root, 0.6
    places = {code: next(one for one in told.mentions if one.code == code) for code in sides.pair}
    spans = [
        (one.found.start - told.sentence.start, one.found.end - told.sentence.start)
        for one in (places[str(sides.source)], places[str(sides.target)])
    ]
    sentence = mask(told.folded, told.triggers, Sided(spans[0], spans[1]), verb_last=told.verb_last)
    known = weights().roots
    logits = known.logits([sentence])[0]
    logits[known.classes.index(act.composed)] += RULE_SPEAKS
    logits[known.classes.index(NONE)] = -99
    best = known.classes[int(logits.argmax())]
    share = float(1 / (1 + sum(2.718 ** (one - logits.max()) for one in logits) - 1))
    return (act.root, share) if best == act.composed else (Root(best), share)


def _speaker(told: Told) -> Attribution | None:
    """Who says it: the last country named before the words that say so."""
    said = next((one for one in told.triggers if one.entry.says in SAYING), None)
    if said is None:
        return None
    before = [one for one in told.mentions if told.place(one) < said.start]
    if not before:
        return None
    speaker = before[-1].found
    name = speaker.text if speaker.kind == "person" else None
    return Attribution(name, speaker.code)
