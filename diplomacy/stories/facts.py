"""What a report or a story says, as far as stories are compared by it, and the form in which a row keeps it.

A packed fact is its sign, its name and, where it is not 1, `=` and its weight: `ferry=2.5`, `@TR`, `~fdn`, `!AGREE`.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice

from diplomacy.countries.folding import fold
from diplomacy.reading.entry import ReadEntry
from diplomacy.reading.shapes import Reading
from diplomacy.stories.names import skeleton
from diplomacy.stories.words import folded_words, stems

NEAR = 30
"""Words that count whole; further down a word counts the less, the later it comes."""
MOST_WORDS = 300
MOST_TERMS = 150
FIGURES_WITHIN = 80
"""Words among which numbers are taken for the report's figures."""
MOST_COUNTRIES = 6
MOST_PEOPLE = 8
MOST_EVENTS = 3
LONGEST_FAMILY = 80
MOST_STORY_WORDS, CUT_TO = 400, 250
FADES_FROM = 8
"""Reports from which on a story's earlier ones fade."""
FADED = 0.97

Weights = dict[str, float]


@dataclass(slots=True)
class Facts:
    """What is said, each with how often or how strongly: of one report, or added up over the reports of a story."""

    words: Weights = field(default_factory=dict)
    countries: Weights = field(default_factory=dict)
    people: Weights = field(default_factory=dict)
    events: Weights = field(default_factory=dict)
    """Roots of what happened."""
    figures: Weights = field(default_factory=dict)
    languages: Weights = field(default_factory=dict)
    families: Weights = field(default_factory=dict)
    """Owners of the outlets that tell it: each is one voice."""
    pairs: Weights = field(default_factory=dict)
    """The pair that each report is most about."""
    reports: int = 1

    def add(self, other: "Facts") -> None:
        """Take in what another one says."""
        for mine, theirs in zip(self.kinds, other.kinds, strict=True):
            for name, weight in theirs.items():
                mine[name] = mine.get(name, 0.0) + weight
        self.reports += other.reports

    def fade(self) -> None:
        """Let what earlier reports said count less than what comes."""
        if self.reports >= FADES_FROM:
            self.words = {word: weight * FADED for word, weight in self.words.items()}

    def cut(self) -> list[str]:
        """Leave out the words that were told least, where there are too many; gives those left out."""
        if len(self.words) <= MOST_STORY_WORDS:
            return []
        kept = dict(nlargest(CUT_TO, self.words.items(), key=lambda one: (one[1], one[0])))
        gone = sorted(self.words.keys() - kept.keys())
        self.words = kept
        return gone

    @property
    def kinds(self) -> tuple[Weights, ...]:
        """All kinds of facts, in the order of `SIGNS`."""
        return (
            self.words,
            self.countries,
            self.people,
            self.events,
            self.figures,
            self.languages,
            self.families,
            self.pairs,
        )


SIGNS = ("", "@", "~", "!", "+", "^", "&", "*")
"""What a packed fact begins with, by its kind."""
REPORTS = "#"


def facts_of(read: ReadEntry) -> Facts:
    """What one report says."""
    return facts_in(read.entry.told, read.reading, read.entry.publisher.family)


def facts_in(text: str, reading: Reading, family: str = "") -> Facts:
    """What a told text with its reading says, and whose voice it is."""
    words = folded_words(text)[:MOST_WORDS]
    return Facts(
        words=_weighed(words),
        countries={one.code: one.salience for one in islice(reading.countries, MOST_COUNTRIES)},
        people=_once(skeleton(one.name) for one in islice(reading.people, MOST_PEOPLE)),
        events=_once(one.root.value for one in islice(reading.events, MOST_EVENTS)),
        figures=_once(word for word in words[:FIGURES_WITHIN] if word[0].isdecimal()),
        pairs=_once(one.key for one in reading.pairs[:1]),
        languages=_once([reading.language or ""]),
        families=_once(["-".join(fold(family[:LONGEST_FAMILY]).split())]),
    )


def _weighed(words: Iterable[str]) -> Weights:
    weights: Weights = {}
    for place, word in enumerate(words):
        worth = 1.0 if place < NEAR else NEAR / place
        for stem in stems(word):
            if stem in weights or len(weights) < MOST_TERMS:
                weights[stem] = weights.get(stem, 0.0) + worth
    return {stem: 1 + math.log(weight) if weight > 1 else weight for stem, weight in weights.items()}


def _once(names: Iterable[str]) -> Weights:
    return {name: 1.0 for name in names if name}


def pack(facts: Facts) -> frozenset[str]:
    """Write facts as a row keeps them."""
    packed = {
        sign + name if weight == 1 else f"{sign}{name}={weight:.3g}"
        for sign, kind in zip(SIGNS, facts.kinds, strict=True)
        for name, weight in kind.items()
    }
    return frozenset(packed | ({f"{REPORTS}={facts.reports}"} if facts.reports > 1 else set()))


def unpack(packed: Iterable[str]) -> Facts:
    """Read what `pack` wrote; words alone are facts too."""
    facts = Facts()
    kinds = dict(zip(SIGNS, facts.kinds, strict=True))
    for one in packed:
        name, _, weight = one.partition("=")
        if name == REPORTS:
            facts.reports = int(weight)
        elif one[:1] in kinds and len(name) > 1:
            kinds[one[0]][name[1:]] = float(weight or 1)
        else:
            facts.words[name] = float(weight or 1)
    return facts
