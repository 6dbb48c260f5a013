"""What the rows of the corpus teach: sentences with two actors masked, each with its class.

Each sentence stands in the training with its actors as marked, with the bare names of their countries, and with the
one that acts alone, since a report may tell no more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.features import Masked
from diplomacy.reading.masking import Sided, masked
from diplomacy.reading.weights import NONE, Classifier
from workshop.corpus import Row, Span

AT_ONCE = 1000
"""So many examples are classed in one product of matrices."""


@dataclass(frozen=True, slots=True)
class Example:
    """A masked sentence, its class, and its language."""

    masked: Masked
    label: str
    language: str


def root_examples(row: Row, gazetteer: Gazetteer) -> Iterator[Example]:
    """What a row teaches of roots."""
    if "may" in row.marks:
        return
    found = list(gazetteer.find(row.text, row.language))
    narrow = _narrow(row.source, found), _narrow(row.target, found)
    for sides in dict.fromkeys([(row.source, row.target), narrow, (narrow[0], None)]):
        yield Example(masked(row.text, Sided(*sides), row.language), row.root, row.language)


def side_examples(row: Row, gazetteer: Gazetteer) -> Iterator[Example]:
    """What a row teaches of who acts: every two countries named in it, or else the two that are marked."""
    seen: dict[str, tuple[str, Span]] = {}
    for one in gazetteer.find(row.text, row.language):
        where = _where(row, one)
        if one.code not in seen or (where != "other" and seen[one.code][0] == "other"):
            seen[one.code] = (where, (one.start, one.end))
    sides = sorted(seen.values(), key=lambda side: side[1])
    if {"source", "target"} - {where for where, _ in sides}:
        sides = sorted([("source", row.source), ("target", row.target)], key=lambda side: side[1])
    for at, (where, span) in enumerate(sides):
        for other, other_span in sides[at + 1 :]:
            if span[1] <= other_span[0]:
                two = masked(row.text, Sided(span, other_span), row.language, names=("x", "y"))
                yield Example(two, _order(row, where, other), row.language)


EXAMPLES: Mapping[str, Callable[[Row, Gazetteer], Iterator[Example]]] = {"roots": root_examples, "sides": side_examples}
"""What each matrix of the weights learns from."""


def examples_of(name: str, rows: Iterable[Row], gazetteer: Gazetteer) -> list[Example]:
    """All examples that rows hold for one matrix."""
    return [example for row in rows for example in EXAMPLES[name](row, gazetteer)]


def told_right(classifier: Classifier, examples: Sequence[Example]) -> list[bool]:
    """Whether each example is classed as labelled."""
    right: list[bool] = []
    for at in range(0, len(examples), AT_ONCE):
        some = examples[at : at + AT_ONCE]
        best = classifier.logits([example.masked for example in some]).argmax(axis=1)
        right += [classifier.classes[column] == one.label for column, one in zip(best, some, strict=True)]
    return right


def _order(row: Row, first: str, second: str) -> str:
    if row.label == NONE or {first, second} != {"source", "target"}:
        return NONE
    if "mutual" in row.marks:
        return "both"
    return "first" if first == "source" else "second"


def _where(row: Row, one: Found) -> str:
    if row.source[0] <= one.start < row.source[1]:
        return "source"
    return "target" if row.target[0] <= one.start < row.target[1] else "other"


def _narrow(span: Span, found: Sequence[Found]) -> Span:
    """The country's name within a marked stretch; the stretch itself where it names none."""
    return next(((one.start, one.end) for one in found if span[0] <= one.start and one.end <= span[1]), span)
