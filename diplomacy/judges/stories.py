"""How well reports are put into stories, as they arrive, beside the simplest way: one pass over TF-IDF vectors."""

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.measures import Measure, Row, Rows, average, gold_of, measure_of
from diplomacy.reading.as_json import BadLine, read_line
from diplomacy.stories.stream import Stream
from diplomacy.stories.words import folded_words

NAME = "stories"
ALIKE = 0.25
"""Likeness from which the simplest way puts a report to a story: the best of .15, .2, .25, .3 for it."""

Shares = tuple[float, float]
"""Of one report: which share of its story is of its labelled story, and which share of that is in its story."""


def stories(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """BCubed F1 of the stories of all rows, in their order."""
    labelled = [str(gold_of(row).get("story")) for row in rows]
    stream = Stream()
    found = [_story(row, stream, gazetteer) for row in rows]
    measure = measure_of("stories, BCubed F1", NAME, shares(found, labelled), bcubed)
    plain = bcubed(shares(single_pass([str(row.get("text") or "") for row in rows]), labelled))
    return [replace(measure, baseline=plain, baseline_name="single pass")]


def _story(row: Row, stream: Stream, gazetteer: Gazetteer) -> object:
    line = json.dumps({name: value for name, value in row.items() if name != "gold"})
    read = read_line(line, gazetteer)
    return None if isinstance(read, BadLine) else json.loads(stream.answer((line, read))).get("story")


def shares(found: Sequence[object], labelled: Sequence[object]) -> list[Shares]:
    """For each report how much of its story is right, and how much of the right one is in it (Bagga & Baldwin)."""
    both, of_found, of_labelled = Counter(zip(found, labelled, strict=True)), Counter(found), Counter(labelled)
    return [
        (both[one, gold] / of_found[one], both[one, gold] / of_labelled[gold])
        for one, gold in zip(found, labelled, strict=True)
    ]


def bcubed(of_reports: Sequence[Shares]) -> float:
    """The harmonic mean of the two mean shares."""
    right, whole = (average([one[at] for one in of_reports]) for at in (0, 1))
    return 2 * right * whole / ((right + whole) or 1.0)


def single_pass(texts: Sequence[str]) -> list[int]:
    """The simplest way: each text to the story whose mean vector it is most like, else to a new one."""
    bags = [Counter(folded_words(text)) for text in texts]
    seen = Counter(word for bag in bags for word in bag)
    means: list[dict[str, float]] = []
    found = []
    for bag in bags:
        vector = {word: times * math.log(len(bags) / seen[word]) for word, times in bag.items()}
        likeness, story = max(((_cosine(vector, mean), -at) for at, mean in enumerate(means)), default=(0.0, 0))
        if likeness < ALIKE:
            story = -len(means)
            means.append({})
        mean, length = means[-story], _length(vector)
        for word, weight in vector.items():
            mean[word] = mean.get(word, 0.0) + weight / length
        found.append(-story)
    return found


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items()) / (_length(one) * _length(other))


def _length(vector: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
