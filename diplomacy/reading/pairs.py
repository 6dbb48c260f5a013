"""Which two countries a report ties together: those that deal with each other in a sentence, never a mere list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.salience import mention_weight, sentence_weight
from diplomacy.reading.shapes import EventSaid, PairSaid, Root
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.words import Sentence

LISTED = 4
"""So many countries side by side are a list, and a list makes no pairs."""

MOST = 8
FAINT = 0.12
"""A pair below this share of the strongest is not what the report is about."""

FAINTEST = 0.21
"""Two countries whose parts in their sentence weigh less than this together don't deal with each other in it."""

LATER, FURTHER = 0.35, 0.3
"""A pair weighs less the later its first country comes, and the more others stand between."""

TIED_BY_EVENT, IN_LIST, ON_ONE_SIDE = 1.6, 0.5, 0.4
COOPERATION_AT, CONFLICT_AT = 0.3, 1.0
"""Where states meet is no party; where one strikes is."""

HEADLINE_SPEAKS = 0.4
"""A lead that ties the pair as well speaks for the report: it says who, where and according to whom."""

MET = frozenset({Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.COOPERATE})
"""What is done in a place that is no party to it."""

LONGEST_GAP = 40
SIDE_BY_SIDE = re.compile(
    r"[\s,、،·/&]*(?:(?:and|or|ve|ile|with|et|y|e|und|και|и|و|和|與|と|및|과|와|the|as well as|including)[\s,]*)*"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with the countries in it and what it tells."""

    text: str
    sentence: Sentence
    inside: Sequence[Seen]
    event: EventSaid | None


def pairs_of(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Seen], events: Sequence[EventSaid]
) -> tuple[PairSaid, ...]:
    """The pairs of a report, most salient first; saliences are shares of the strongest pair's.

    Far down a long text they are looked for only where its beginning ties none.
    """
    by_sentence: dict[int, list[Seen]] = {}
    for one in mentions:
        by_sentence.setdefault(one.sentence.index, []).append(one)
    told_by = {(event.start, event.end): event for event in events}
    weights: dict[tuple[str, str], float] = {}
    faint: dict[tuple[str, str], float] = {}
    strongest: dict[tuple[str, str], tuple[float, Sentence]] = {}
    headline = next((one for one in sentences[:1] if text[one.end : one.end + 1] == "\n"), None)
    for index, inside in by_sentence.items():
        sentence = sentences[index]
        if weights and sentence.start > READ_IN_FULL:
            break
        told = _Told(text, sentence, inside, told_by.get((sentence.start, sentence.end)))
        for pair, weight, plain in _in_sentence(told):
            counted = weights if plain else faint
            counted[pair] = counted.get(pair, 0.0) + weight
            plainness = weight * HEADLINE_SPEAKS if sentence is headline else weight
            if plainness > strongest.get(pair, (0.0, sentence))[0]:
                strongest[pair] = (plainness, sentence)
    return _ranked(weights or faint, strongest)


def _ranked(
    weights: Mapping[tuple[str, str], float], strongest: Mapping[tuple[str, str], tuple[float, Sentence]]
) -> tuple[PairSaid, ...]:
    most = max(weights.values(), default=0.0)
    kept = sorted((pair for pair in weights if weights[pair] >= FAINT * most), key=lambda pair: (-weights[pair], pair))
    return tuple(
        PairSaid(pair, round(weights[pair] / (most + 0.2), 4), strongest[pair][1].start, strongest[pair][1].end)
        for pair in kept[:MOST]
    )


def _in_sentence(told: _Told) -> Iterator[tuple[tuple[str, str], float, bool]]:
    """The pairs that one sentence ties, with their weights, and whether it ties them plainly."""
    plainest: dict[str, Seen] = {}
    for one in told.inside:
        if one.code not in plainest or mention_weight(one) > mention_weight(plainest[one.code]):
            plainest[one.code] = one
    listed, one_side = _listed(told)
    order = sorted(plainest, key=lambda code: _backstage(told, plainest[code]))
    for at, code in enumerate(order):
        for between, other in enumerate(order[at + 1 :]):
            together = _weight(told, plainest[code]) * _weight(told, plainest[other])
            if {code, other} <= listed or (together < FAINTEST and not _may_deal(plainest[code], plainest[other])):
                continue
            weight = together * sentence_weight(told.sentence.index) / (1 + LATER * at + FURTHER * between)
            pair = (min(code, other), max(code, other))
            weight *= IN_LIST if listed & {code, other} else 1.0
            weight *= ON_ONE_SIDE if pair in one_side else 1.0
            weight *= TIED_BY_EVENT if told.event is not None and told.event.pair == pair else 1.0
            yield pair, weight, together >= FAINTEST


def _weight(told: _Told, one: Seen) -> float:
    """How much a country's plainest mention makes it a party."""
    weight = mention_weight(one)
    if one.role is Role.VENUE and told.event is not None:
        weight *= COOPERATION_AT if told.event.root in MET else CONFLICT_AT
    return weight


def _may_deal(one: Seen, other: Seen) -> bool:
    """Whether two countries of little weight may deal with each other all the same."""
    roles = {one.role, other.role}
    return Role.ACTOR in roles and Role.SETTING not in roles


def _backstage(told: _Told, one: Seen) -> int:
    """How far a country stands from what happened: among the circumstances, or only where others meet."""
    if one.aside:
        return 2
    met = told.event is None or told.event.root in MET
    return int(one.role is Role.SETTING or (one.role is Role.VENUE and met))


def _listed(told: _Told) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Countries in a list of four and more; pairs that act on one side, upon a third (`A and B imposed … on C`)."""
    lists: set[str] = set()
    one_side: set[tuple[str, str]] = set()
    runs = [list(dict.fromkeys(one.code for one in run)) for run in _runs(told)]
    mutual = told.event is None or told.event.mutual
    for run in runs:
        if len(run) >= LISTED:
            lists |= set(run)
        elif not mutual and len(run) > 1 and len(runs) > 1:
            one_side |= {(min(a, b), max(a, b)) for at, a in enumerate(run) for b in run[at + 1 :]}
    return frozenset(lists), frozenset(one_side)


def _runs(told: _Told) -> list[list[Seen]]:
    """Mentions that stand side by side, with nothing but commas and `and` between them."""
    runs: list[list[Seen]] = []
    for one in told.inside:
        gap = told.text[runs[-1][-1].found.end : one.found.start] if runs else ""
        if runs and len(gap) <= LONGEST_GAP and SIDE_BY_SIDE.fullmatch(gap):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs
