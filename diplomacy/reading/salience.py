"""How much of a report is about each country it names: who stands at its beginning, as one who acts."""

from collections.abc import Iterable, Sequence

from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import CountrySaid, Mention, MentionKind

BY_KIND = {
    MentionKind.NAME: 1.0,
    MentionKind.DEMONYM: 0.9,
    MentionKind.CAPITAL: 0.7,
    MentionKind.PERSON: 0.8,
    MentionKind.INSTITUTION: 0.6,
    MentionKind.CITY: 0.45,
}
BY_ROLE = {Role.ACTOR: 1.0, Role.ATTRIBUTE: 0.65, Role.VENUE: 0.35, Role.SETTING: 0.35}
ASIDE = 0.7
AGAIN = 0.35
"""What a further mention of a country in the same sentence adds."""


def mention_weight(one: Seen) -> float:
    """How much a mention says that its country matters, within its sentence."""
    return BY_KIND[one.found.kind] * BY_ROLE[one.role] * (ASIDE if one.aside else 1.0)


def sentence_weight(index: int) -> float:
    """How much a sentence counts by its place: the first most."""
    return 1.0 / (1 + 0.6 * index) if index < 3 else 0.9 / (1 + index)  # noqa: PLR2004 - a lead is three sentences


def countries_said(mentions: Sequence[Seen], acting: Iterable[str] = ()) -> tuple[CountrySaid, ...]:
    """The countries of a report, most salient first; saliences add up to 1. `acting`: the sides of what happened."""
    weights: dict[str, float] = {}
    order: dict[str, int] = {}
    in_sentence: dict[tuple[str, int], int] = {}
    for one in mentions:
        key = (one.code, one.sentence.index)
        nth = in_sentence.get(key, 0)
        in_sentence[key] = nth + 1
        first = 1.15 if not weights else 1.0
        weight = first * mention_weight(one) * sentence_weight(one.sentence.index) * (AGAIN if nth else 1.0)
        weights[one.code] = weights.get(one.code, 0.0) + weight
        order.setdefault(one.code, one.found.start)
    for code in set(acting) & set(weights):
        weights[code] *= 1.5
    said: dict[str, list[Mention]] = {code: [] for code in weights}
    for one in mentions:
        said[one.code].append(Mention(one.found.start, one.found.end, one.found.text, one.found.kind))
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda code: (-weights[code], order[code]))
    return tuple(CountrySaid(code, round(weights[code] / total, 4), tuple(said[code])) for code in ranked)
