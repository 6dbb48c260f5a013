"""How likely a report tells a story: a blend of a few things that both have in common, or have not."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from diplomacy.stories.facts import Facts
from diplomacy.stories.weighing import Weighed


class Signs(NamedTuple):
    """What speaks for and against a report telling a story."""

    cosine: float
    """Of the words of both, weighted by rarity."""
    cosine_many: float
    """The same times the logarithm of the story's reports: many tell it in more words."""
    covered: float
    """Share of the report's rare words that the story has."""
    length: float
    """The logarithm of the report's words: two long reports have more words in common by chance."""
    reports: float
    """The logarithm of the story's reports."""
    same_countries: float
    other_countries: float
    """1 where both name countries and none is in both."""
    other_pair: float
    """1 where each is about two countries of which the other does not name both."""
    same_people: float
    other_people: float
    same_figures: float
    other_figures: float
    same_event: float


MOST_SHARED = 3


def signs(report: Weighed, story: Weighed) -> Signs:
    """Compare a report with a story."""
    cosine, covered = _words(report, story)
    told, known = report.facts, story.facts
    length, reports = math.log(len(told.words) + 1), math.log(max(1, known.reports))
    countries = sum(min(share, known.countries.get(code, 0) / known.reports) for code, share in told.countries.items())
    return Signs(
        cosine,
        cosine * reports,
        covered,
        length,
        reports,
        countries,
        float(bool(told.countries and known.countries) and countries == 0),
        float(_lacks_pair(told, known) and _lacks_pair(known, told)),
        *_shared(told.people, known.people),
        *_shared(told.figures, known.figures),
        float(not told.events.keys().isdisjoint(known.events)),
    )


def _words(report: Weighed, story: Weighed) -> tuple[float, float]:
    """The cosine of the words, and the share of the report's words that the story has."""
    theirs = story.words
    dot = mass = covered = 0.0
    for word, weight in report.words.items():
        mass += weight
        if word in theirs:
            dot += weight * theirs[word]
            covered += weight
    return dot / (report.norm * story.norm), covered / (mass or 1.0)


def _lacks_pair(one: Facts, other: Facts) -> bool:
    """Whether the pair that one is most about is not in what the other names."""
    if not one.pairs or not other.pairs:
        return False
    return not set(max(one.pairs, key=one.pairs.__getitem__).split("-")) <= other.countries.keys()


def _shared(told: dict[str, float], known: dict[str, float]) -> tuple[float, float]:
    """How many both have, and whether both have some and none in common."""
    if not told or not known:
        return 0.0, 0.0
    both = sum(name in known for name in told)
    return float(min(both, MOST_SHARED)), float(both == 0)


@dataclass(frozen=True, slots=True)
class Blend:
    """What each sign counts, and what has to be made up for; above 0 a report is likelier of the story than not."""

    bias: float
    weights: Signs

    def of(self, found: Signs) -> float:
        """Add up what speaks for and against."""
        return self.bias + sum(weight * sign for weight, sign in zip(self.weights, found, strict=True))


HEADLINE = Blend(
    -3.4,
    Signs(
        cosine=16.0,
        cosine_many=0.0,
        covered=0.0,
        length=0.0,
        reports=0.0,
        same_countries=0.0,
        other_countries=-0.8,
        other_pair=-7.0,
        same_people=0.2,
        other_people=-0.6,
        same_figures=0.1,
        other_figures=-0.6,
        same_event=0.0,
    ),
)
"""In a headline nearly every word that tells something counts, and what is missing is no sign."""

LEAD = Blend(
    -1.1,
    Signs(
        cosine=17.0,
        cosine_many=-2.6,
        covered=1.7,
        length=-0.6,
        reports=-0.3,
        same_countries=0.5,
        other_countries=-1.45,
        other_pair=-2.5,
        same_people=0.0,
        other_people=-1.15,
        same_figures=0.1,
        other_figures=-2.0,
        same_event=0.0,
    ),
)
"""In some sentences more is in common by chance, and who, where and how many is told."""

ACROSS = Blend(
    -6.5,
    Signs(
        cosine=18.0,
        cosine_many=0.0,
        covered=1.0,
        length=0.0,
        reports=0.0,
        same_countries=2.5,
        other_countries=-2.0,
        other_pair=-7.0,
        same_people=1.6,
        other_people=-1.0,
        same_figures=0.8,
        other_figures=-0.7,
        same_event=0.6,
    ),
)
"""For a report and a story in different languages: words tell little, what needs no translation the rest."""

FEW, MANY = math.log(15), math.log(90)
"""Up to so many words a report is taken for a headline, from so many for a lead; between them for something between."""


def likely(report: Weighed, story: Weighed) -> float:
    """How likely a report tells a story: above 0 it is likelier than not."""
    found = signs(report, story)
    whole = min(1.0, max(0.0, (found.length - FEW) / (MANY - FEW)))
    score = whole * LEAD.of(found) + (1 - whole) * HEADLINE.of(found)
    if report.facts.languages.keys().isdisjoint(story.facts.languages):
        # A language may be guessed wrong in a headline, so the words may still decide alone.
        score = max(score, ACROSS.of(found))
    return score
