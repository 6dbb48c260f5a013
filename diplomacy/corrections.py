"""Tell corrections from other words: an outlet corrects itself where an actor, number, negation or stage changed."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from diplomacy.reading.shapes import EventSaid

NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f']\d+)*")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s*(?:[ap]\.?m\.?|gmt|utc))?\b", re.IGNORECASE)
NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|without|denied|denies|deny|n't|cannot|değil|yok|hayır|asla|yalanladı|yalanlıyor"
    r"|ne|pas|jamais|aucun|aucune|nicht|kein|keine|nie|nunca|jamás|não|non|mai|не|нет|никогда)\b"
    r"|n['’]t\b|않|아니|못하|없|부인|ليس|لم|لن|لا\b|不|没|未|否认|ない|ません|否定"
    r"|\b\w+(?:ma|me)(?:dı|di|du|dü|yacak|yecek|mış|miş|z|zlar|zler)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+|\n+")
SAME = 60
"""From this likeness (of 100) on, two sentences are one sentence in two wordings."""
MOST_SENTENCES = 80
"""Sentences of a version that are looked at; each is compared with each of the other version's."""
LONGEST_SENTENCE = 600


def is_correction(
    before: str,
    after: str,
    *,
    pairs: tuple[Iterable[str], Iterable[str]] = ((), ()),
    events: tuple[Sequence[EventSaid], Sequence[EventSaid]] = ((), ()),
) -> bool:
    """Tell whether a report's second version takes back something of its first.

    `before` and `after` are told texts; `pairs` and `events` what each says. Something merely added is no correction.
    """
    old, new = reworded(before, after)
    return (
        _numbers(old) != _numbers(new)
        or _negations(old) != _negations(new)
        or bool(old and new and set(pairs[0]) - set(pairs[1]))
        or _changed_stage(*events)
        or _changed_sides(*events)
    )


def reworded(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the sentences that stand in both versions in other words, in matching order."""
    old, new = list(_sentences(before)), list(_sentences(after))
    rest = [sentence for sentence in new if sentence not in old]
    left, right = [], []
    for sentence in old:
        if sentence in new or not rest:
            continue
        likeness, other = max((fuzz.ratio(sentence, other, score_cutoff=SAME), other) for other in rest)
        if likeness >= SAME:
            left.append(sentence)
            right.append(other)
            rest.remove(other)
    return left, right


def _sentences(text: str) -> Iterator[str]:
    for sentence in SENTENCE.split(text, MOST_SENTENCES)[:MOST_SENTENCES]:
        if stripped := " ".join(sentence[:LONGEST_SENTENCE].split()).rstrip(" .…"):
            yield stripped


def _numbers(sentences: Iterable[str]) -> list[list[str]]:
    """The numbers of each sentence, in no order; times of day are the outlet's clockwork."""
    return [
        sorted(re.sub(r"\D", "", number) for number in NUMBER.findall(CLOCK.sub(" ", sentence)))
        for sentence in sentences
    ]


def _negations(sentences: Iterable[str]) -> list[int]:
    return [len(NEGATION.findall(sentence)) % 2 for sentence in sentences]


def _changed_stage(before: Sequence[EventSaid], after: Sequence[EventSaid]) -> bool:
    """The same two countries and the same event stand on another rung."""
    stages = {(event.pair, event.root): event.stage for event in after if event.pair and not event.background}
    return any(
        stages.get((event.pair, event.root), event.stage) != event.stage
        for event in before
        if event.pair and not event.background
    )


def _changed_sides(before: Sequence[EventSaid], after: Sequence[EventSaid]) -> bool:
    """Who did it to whom was turned round."""
    turned = {(event.root, event.target, event.source) for event in after if not event.mutual}
    kept = {(event.root, event.source, event.target) for event in after}
    return any(
        (side := (event.root, event.source, event.target)) in turned and side not in kept
        for event in before
        if not event.mutual and event.source != event.target
    )
