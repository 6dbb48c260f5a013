"""A text in which somebody has marked who acts and who is acted on: exactly one event for these two."""

import re
from dataclasses import replace
from datetime import datetime

import numpy as np

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.acts import Act
from diplomacy.reading.dates import times_of
from diplomacy.reading.features import main_act
from diplomacy.reading.lexicons import lexicon_of
from diplomacy.reading.masking import Sided, mask
from diplomacy.reading.outcome import stage_of, tone_of
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import EventSaid, Modality, Reading, Root, When
from diplomacy.reading.sides import Sides
from diplomacy.reading.timing import timed
from diplomacy.reading.told import Told, tell
from diplomacy.reading.topics import topics_of
from diplomacy.reading.weights import NONE, weights
from diplomacy.reading.words import Sentence, sentences

Span = tuple[int, int]
RULE_SPEAKS = 3.5
"""How much more likely, as a natural logarithm, what the rules read is than what they don't."""

TAG = re.compile(r"</?[st]>")


def read_marked(
    marked: str, gazetteer: Gazetteer, *, language: str | None = None, published: datetime | None = None
) -> Reading:
    """Read a text with `<s>source</s>` and `<t>target</t>`; offsets count in the text without the tags."""
    text, spans = unmark(marked)
    reading = read_text("", text, gazetteer, language=language, published=published)
    event = _event_between(text, Sided(spans.get("s"), spans.get("t")), reading)
    return replace(reading, events=timed(text, (event,), times_of(text, reading.language, published)))


def _event_between(text: str, marked: Sided, reading: Reading) -> EventSaid:
    """The one event between two marked stretches, whether or not they are countries."""
    told = _told(text, marked, reading)
    source, target = (_country_in(reading, span) for span in (marked.source, marked.target))
    root, share, act = _root(told, marked)
    modality = act.modality if act else Modality.DID
    sides = Sides(source, target, mutual=act.mutual if act else False)
    return EventSaid(
        root=root,
        source=source,
        target=target,
        pair=sides.pair,
        mutual=sides.mutual and sides.pair is not None,
        stage=stage_of(root, act.stage, modality) if act else None,
        modality=modality,
        tone=act.tone if act and act.root is root else tone_of(root, modality),
        topics=topics_of(told.text, told.folded, told.language),
        said_by=None,
        when=When(),
        background=False,
        confidence=round(share, 2),
        start=told.sentence.start,
        end=told.sentence.end,
        because=_because(told, act, root, share),
    )


def _because(told: Told, act: Act | None, root: Root, share: float) -> str:
    words = (
        []
        if act is None
        else [f"rule: {told.folded.text[act.trigger.start : act.trigger.end].strip()} ({act.composed})"]
    )
    return "; ".join([*words, f"weights: {root} {share:.2f}"])


def _root(told: Told, marked: Sided) -> tuple[Root, float, Act | None]:
    """The root between the two as PLOVER composes it, how sure it is, and the act that the rules read."""
    at = told.sentence.start
    spans = [span and (max(0, span[0] - at), max(0, span[1] - at)) for span in (marked.source, marked.target)]
    masked = mask(told.folded, told.triggers, Sided(spans[0], spans[1]), verb_last=told.verb_last)
    act = main_act(masked)
    known = weights().roots
    logits = known.logits([masked])[0]
    if act is not None:
        logits[known.classes.index(act.composed)] += RULE_SPEAKS
    logits[known.classes.index(NONE)] = -np.inf
    best = int(logits.argmax())
    share = float(1 / np.exp(logits - logits[best]).sum())
    return Root(known.classes[best]), share, act


def _told(text: str, marked: Sided, reading: Reading) -> Told:
    """The sentences that hold the two, as one."""
    spans = [span for span in (marked.source, marked.target) if span is not None]
    begin, end = min((span[0] for span in spans), default=0), max((span[1] for span in spans), default=len(text))
    inside = [one for one in sentences(text) if one.start < end and one.end > begin] or [Sentence(0, 0, len(text))]
    language = reading.language or "en"
    lexicon = lexicon_of(language) or lexicon_of("en")
    return tell(text, Sentence(0, inside[0].start, inside[-1].end), (), lexicon, language)


def _country_in(reading: Reading, span: Span | None) -> str | None:
    """The country that a stretch names first."""
    named = [
        (mention.start, one.code)
        for one in reading.countries
        for mention in one.mentions
        if span is not None and span[0] <= mention.start < span[1]
    ]
    return min(named)[1] if named else None


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the tags out of a text; gives where each marked stretch stands without them."""
    parts: list[str] = []
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    length = last = 0
    for tag in TAG.finditer(marked):
        parts.append(marked[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        name = tag.group()[-2]
        if tag.group()[1] != "/":
            opened.setdefault(name, length)
        elif name in opened:
            spans.setdefault(name, (opened[name], length))
    parts.append(marked[last:])
    return "".join(parts), spans
