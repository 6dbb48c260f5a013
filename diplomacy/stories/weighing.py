"""Words weighed by their rarity, so that a report and a story can be compared."""

import math
from dataclasses import dataclass, replace

from diplomacy.stories.facts import Facts
from diplomacy.stories.rarity import Rarity

LIGHTEST = 12.0
"""What a report of hardly any telling words is taken to weigh: a date or a greeting is like nothing."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A report or story whose words are weighed."""

    facts: Facts
    words: dict[str, float]
    norm: float
    """The length of the vector that the weights are."""


def language_of(facts: Facts) -> str:
    """The language that most of it is in; empty where it is unknown."""
    return max(facts.languages, key=facts.languages.__getitem__, default="")


def weigh(facts: Facts, rarity: Rarity, lightest: float = 0.0) -> Weighed:
    """Weigh the words by how rare they are in the language of the facts; all of them weigh `lightest` at least."""
    weight_of = rarity.weights(language_of(facts))
    words = {word: weight * times for word, times in facts.words.items() if (weight := weight_of[word]) > 0}
    norm = math.sqrt(sum(weight * weight for weight in words.values()))
    return Weighed(facts, words, max(norm, lightest) or 1.0)


def weigh_report(facts: Facts, rarity: Rarity) -> Weighed:
    """Weigh the words of one report."""
    return weigh(facts, rarity, LIGHTEST)


def scaled(report: Weighed) -> Facts:
    """What a report adds to its story: a long one as much as a short one."""
    words = {word: times / report.norm for word, times in report.facts.words.items() if word in report.words}
    return replace(report.facts, words=words)
