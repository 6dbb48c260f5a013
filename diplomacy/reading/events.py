"""What happened between whom: the trigger of a sentence, and the countries around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplomacy.countries.folding import Folded, fold_with_offsets
from diplomacy.reading.lexicons import Entry, Lexicon, Trigger, lexicon_of
from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import Attribution, EventSaid, Modality, Quad, Reading, Root, Stage, When
from diplomacy.reading.topics import topics_of
from diplomacy.reading.words import Sentence, sentences

READ_IN_FULL = 20_000
"""Events are read in so many characters of a text; names in all of it."""

MOST = 8
NEGATION_REACH = 22
MODAL_REACH = 40
PASSIVE_REACH = 60
VERB_LAST = frozenset({"tr", "ko", "ja"})
"""Languages whose verb ends the sentence: who acts and who is acted on both stand before it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its triggers and the countries in it."""

    sentence: Sentence
    text: str
    folded: Folded
    triggers: Sequence[Trigger]
    roots: Sequence[Trigger]
    """The triggers that tell an event; the others are signs."""
    background: int
    """Where a clause begins that tells what was before (`after …`, `following …`)."""
    mentions: Sequence[Seen]
    language: str


def _told(text: str, sentence: Sentence, mentions: Sequence[Seen], lexicon: Lexicon | None, language: str) -> _Told:
    """Look for all that a sentence says."""
    words = text[sentence.start : sentence.end]
    folded = fold_with_offsets(words)
    triggers = lexicon.find(folded.text) if lexicon else []
    roots = [one for one in triggers if not one.entry.says.startswith("=")]
    background = min((one.end for one in triggers if one.entry.says == "=background"), default=len(folded.text) + 1)
    return _Told(sentence, words, folded, triggers, roots, background, mentions, language)


def events_of(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Seen], lexicon: Lexicon | None, language: str
) -> tuple[EventSaid, ...]:
    """One event for each sentence that tells one, most important first: those that tie countries, then by place."""
    if lexicon is None:
        return ()
    found: list[tuple[tuple[int, int], EventSaid]] = []
    for sentence in sentences:
        if sentence.end > READ_IN_FULL or len(found) >= MOST:
            break
        inside = [one for one in mentions if one.sentence.index == sentence.index]
        event = _event(_told(text, sentence, inside, lexicon, language))
        if event is not None:
            found.append(((event.pair is None, sentence.index), event))
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))


def _event(told: _Told) -> EventSaid | None:
    """The main event of a sentence; None where no trigger is sure enough."""
    trigger = _main(told)
    if trigger is None:
        return None
    source, target, mutual = _sides(told, trigger)
    return _built(told, trigger, source, target, mutual=mutual)


def _built(told: _Told, trigger: Trigger, source: str | None, target: str | None, *, mutual: bool) -> EventSaid:
    """Put an event together."""
    root = Root(trigger.entry.says)
    modality = _modality(told, trigger)
    stage = trigger.entry.value("stage")
    pair = (min(source, target), max(source, target)) if source and target and source != target else None
    tone = float(trigger.entry.value("tone") or 0)
    return EventSaid(
        root=root,
        source=source,
        target=target,
        pair=pair,
        mutual=mutual and pair is not None,
        stage=_stage(stage, modality),
        modality=modality,
        tone=-tone / 2 if modality is Modality.NOT else tone * (0.7 if modality is not Modality.DID else 1.0),
        topics=topics_of(told.folded.text),
        said_by=_speaker(told),
        when=When(),
        background=trigger.start >= told.background,
        confidence=_confidence(told, trigger, pair),
        start=told.sentence.start,
        end=told.sentence.end,
    )


def _main(told: _Told) -> Trigger | None:
    """The trigger of the sentence's main event: the last where the verb stands last, else the first behind an actor."""
    if not told.roots:
        return None
    if told.language in VERB_LAST:
        return _last_main(told)
    first_actor = min((_place(told, one) for one in told.mentions), default=0)
    new = [one for one in told.roots if one.start < told.background]
    return next((one for one in new if one.start >= first_actor), (new or told.roots)[0])


def _last_main(told: _Told) -> Trigger:
    """The last trigger before the words that only say who said it."""
    said = [one.start for one in told.triggers if one.entry.says == "=said"]
    before = [one for one in told.roots if not said or one.end <= said[-1]]
    return (before or told.roots)[-1]


def _place(told: _Told, one: Seen) -> int:
    """Where a mention stands in the sentence's folded text, near enough."""
    return one.found.start - told.sentence.start


def _sides(told: _Told, trigger: Trigger) -> tuple[str | None, str | None, bool]:
    """Who acts, who is acted on, and whether both do."""
    before = _acting([one for one in told.mentions if _place(told, one) < trigger.start], trigger)
    after = _acting([one for one in told.mentions if _place(told, one) >= trigger.start], trigger)
    after = [code for code in after if code not in before[:1]]
    mutual = "mutual" in trigger.entry.marks
    if told.language in VERB_LAST:
        both = before or after
        return (both[0] if both else None), (both[1] if len(both) > 1 else None), mutual and len(both) > 1
    if _is_passive(told, trigger) and after:
        return after[0], (before[0] if before else None), False
    if mutual and len(before) > 1:
        return before[0], before[1], True
    source = before[0] if before else None
    target = after[0] if after else (before[1] if len(before) > 1 else None)
    return source, target, mutual and source is not None and target is not None


def _acting(mentions: Sequence[Seen], trigger: Trigger) -> list[str]:
    """The countries that act or are acted on among some mentions: those told plainly, else those that describe one.

    A place is acted on only where something is done to it.
    """
    conflict = Root(trigger.entry.says).quad in {Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT}
    plain = [one for one in mentions if not one.aside] or mentions
    for role in (Role.ACTOR, Role.ATTRIBUTE, *((Role.VENUE,) if conflict else ())):
        codes = list(dict.fromkeys(one.code for one in plain if one.role is role))
        if codes:
            return codes
    return []


def _is_passive(told: _Told, trigger: Trigger) -> bool:
    """Whether `by` follows the trigger closely."""
    return any(
        one.entry.says == "=by" and trigger.end <= one.start <= trigger.end + PASSIVE_REACH for one in told.triggers
    ) and told.folded.text[trigger.start : trigger.end].rstrip().endswith(("ed", "own", "ot", "uck", "en", "eld"))


def _modality(told: _Told, trigger: Trigger) -> Modality:
    """Whether it happened, by the signs before the trigger (behind it too where the verb stands last)."""
    behind = 14 if told.language in VERB_LAST else 0
    for sign, reach, modality in (
        ("=not", NEGATION_REACH, Modality.NOT),
        ("=may", MODAL_REACH, Modality.MAY),
        ("=will", MODAL_REACH, Modality.WILL),
    ):
        if any(
            one.entry.says == sign and trigger.start - reach <= one.end and one.start <= trigger.end + behind
            for one in told.triggers
        ):
            return modality
    return Modality.DID


def _stage(stage: str | None, modality: Modality) -> Stage | None:
    """The rung that a trigger tells, one lower where it is only said to come."""
    if stage is None:
        return None
    if modality is Modality.NOT:
        return Stage.DENIED
    told = Stage(stage)
    return Stage.ANNOUNCED if modality is not Modality.DID and told in {Stage.AGREED, Stage.SIGNED} else told


def _speaker(told: _Told) -> Attribution | None:
    """Who says it: the last country named before the words that say so."""
    said = next((one for one in told.triggers if one.entry.says == "=said"), None)
    if said is None:
        return None
    before = [one for one in told.mentions if _place(told, one) < said.start]
    if not before:
        return None
    speaker = before[-1].found
    name = speaker.text if speaker.kind == "person" else None
    return Attribution(name, speaker.code)


def _confidence(told: _Told, trigger: Trigger, pair: tuple[str, str] | None) -> float:
    """Higher with two sides and no second trigger of another class."""
    quads = {Root(says).quad for says in {one.entry.says for one in told.roots}}
    sure = 0.5 + 0.2 * (pair is not None) + 0.2 / max(1, len(quads)) - 0.1 * (trigger.start >= told.background)
    return round(min(sure, 0.95), 2)


Span = tuple[int, int]
UNSURE: Span = (-1, -1)
"""A side that nobody marked."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Where somebody marked who acts and who is acted on."""

    source: Span
    target: Span


def event_between(text: str, sides: Sides, reading: Reading) -> EventSaid:
    """The one event between two marked stretches, whether or not they are countries."""
    marked = [span for span in (sides.source, sides.target) if span != UNSURE]
    begin, end = min((span[0] for span in marked), default=0), max((span[1] for span in marked), default=len(text))
    inside = [one for one in sentences(text) if one.start < end and one.end > begin] or [Sentence(0, 0, len(text))]
    sentence = Sentence(0, inside[0].start, inside[-1].end)
    lexicon = lexicon_of(reading.language) or lexicon_of("en")
    told = _told(text, sentence, (), lexicon, reading.language or "")
    trigger = _between(told, sides)
    source, target = _country_in(reading, sides.source), _country_in(reading, sides.target)
    if trigger is None:
        trigger = Trigger(0, 0, Entry(Root.CONSULT, frozenset()))
    event = _built(told, trigger, source, target, mutual="mutual" in trigger.entry.marks)
    return event if told.triggers else replace(event, confidence=0.2)


def _between(told: _Told, sides: Sides) -> Trigger | None:
    """The trigger between the marked stretches; else the nearest one outside them."""
    roots = told.roots
    first, second = sorted((sides.source, sides.target))
    low, high = first[1] - told.sentence.start, second[0] - told.sentence.start
    between = [one for one in roots if low <= one.start < high]
    if between:
        return between[-1] if told.language in VERB_LAST else between[0]
    outside = [one for one in roots if not _inside(told, one, sides)] or roots
    return min(outside, key=lambda one: (one.start < low, abs(one.start - high)), default=None)


def _inside(told: _Told, one: Trigger, sides: Sides) -> bool:
    at = one.start + told.sentence.start
    return any(span[0] <= at < span[1] for span in (sides.source, sides.target))


def _country_in(reading: Reading, span: Span) -> str | None:
    """The country that a stretch names first."""
    named = [
        (mention.start, one.code)
        for one in reading.countries
        for mention in one.mentions
        if span[0] <= mention.start < span[1]
    ]
    return min(named)[1] if named else None
