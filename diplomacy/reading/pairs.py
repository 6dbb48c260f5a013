"""Which two countries a report ties together: those that deal with each other in a sentence, never a mere list."""

import re
from collections.abc import Sequence

from diplomacy.reading.mentions import Seen
from diplomacy.reading.salience import mention_weight, sentence_weight
from diplomacy.reading.shapes import EventSaid, PairSaid
from diplomacy.reading.words import Sentence

LISTED = 4
"""So many countries side by side are a list, and a list makes no pairs."""

MOST = 8
FAINT = 0.12
"""A pair below this share of the strongest is not what the report is about."""

SIDE_BY_SIDE = re.compile(
    r"[\s,、،·/&]*(?:(?:and|or|ve|ile|with|et|y|e|und|και|и|و|和|與|と|및|과|와|the|as well as|including)[\s,]*)*"
)


def pairs_of(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Seen], events: Sequence[EventSaid]
) -> tuple[PairSaid, ...]:
    """The pairs of a report, most salient first; saliences are shares of the strongest pair's."""
    weights: dict[tuple[str, str], float] = {}
    strongest: dict[tuple[str, str], tuple[float, Sentence]] = {}
    for sentence in sentences:
        inside = [one for one in mentions if one.sentence.index == sentence.index]
        for pair, weight in _in_sentence(text, inside, sentence, events).items():
            weights[pair] = weights.get(pair, 0.0) + weight
            if weight > strongest.get(pair, (0.0, sentence))[0]:
                strongest[pair] = (weight, sentence)
    if not weights:
        return ()
    most = max(weights.values())
    ranked = sorted(
        (pair for pair in weights if weights[pair] >= FAINT * most), key=lambda pair: (-weights[pair], pair)
    )
    return tuple(
        PairSaid(pair, round(weights[pair] / (most + 0.2), 4), strongest[pair][1].start, strongest[pair][1].end)
        for pair in ranked[:MOST]
    )


def _in_sentence(
    text: str, inside: Sequence[Seen], sentence: Sentence, events: Sequence[EventSaid]
) -> dict[tuple[str, str], float]:
    """The pairs that one sentence ties, with their weights."""
    first: dict[str, Seen] = {}
    for one in inside:
        if one.code not in first or mention_weight(one) > mention_weight(first[one.code]):
            first[one.code] = one
    if len(first) < 2:  # noqa: PLR2004 - a pair
        return {}
    listed = _listed(text, inside)
    event = next((one for one in events if (one.start, one.end) == (sentence.start, sentence.end)), None)
    order = list(dict.fromkeys(one.code for one in inside))
    found: dict[tuple[str, str], float] = {}
    for at, code in enumerate(order):
        for behind, other in enumerate(order[at + 1 :]):
            if code in listed and other in listed:
                continue
            pair = (min(code, other), max(code, other))
            weight = mention_weight(first[code]) * mention_weight(first[other]) * sentence_weight(sentence.index)
            weight /= 1 + 0.35 * at + 0.3 * behind
            if listed & {code, other}:
                weight *= 0.5
            if event is not None and event.pair == pair:
                weight *= 1.6
            found[pair] = weight
    return found


def _listed(text: str, inside: Sequence[Seen]) -> frozenset[str]:
    """Countries that stand in a list of four or more."""
    runs: list[list[Seen]] = []
    for one in inside:
        if runs and SIDE_BY_SIDE.fullmatch(text, runs[-1][-1].found.end, one.found.start):
            runs[-1].append(one)
        else:
            runs.append([one])
    lists = [{one.code for one in run} for run in runs]
    return frozenset().union(*(codes for codes in lists if len(codes) >= LISTED))
