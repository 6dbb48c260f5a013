"""`make train`: the weights of the reading, learned from the corpus; the same bits on one machine with one thread.

Each sentence stands in the training with its actors as marked, with the bare names of their countries, and with the
one that acts alone, since a report may tell no more. One row in ten is kept for the validation figures printed at the end.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer, load
from diplomacy.reading.features import BUCKETS, Masked, features
from diplomacy.reading.masking import Sided, masked
from diplomacy.reading.weights import FILE, NONE, Classifier, Weights
from workshop.corpus import Row, Span, rows, split

STRENGTH = 3.0
"""The inverse of the regularisation."""

HIGHEST = 127


@dataclass(frozen=True, slots=True)
class Example:
    """A masked sentence and its class."""

    masked: Masked
    label: str


def root_examples(row: Row, gazetteer: Gazetteer) -> Iterator[Example]:
    """What a row teaches of roots."""
    if "may" in row.marks:
        return
    source, target = row.source, row.target
    yield Example(masked(row.text, Sided(source, target), row.language), row.root)
    found = list(gazetteer.find(row.text, row.language))
    narrow = _narrow(source, found), _narrow(target, found)
    if narrow != (source, target):
        yield Example(masked(row.text, Sided(*narrow), row.language), row.root)
    yield Example(masked(row.text, Sided(narrow[0], None), row.language), row.root)


def side_examples(row: Row, gazetteer: Gazetteer) -> Iterator[Example]:
    """What a row teaches of who acts: every two countries named in it, and the two that are marked."""
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
                label = _order(row, where, other)
                yield Example(masked(row.text, Sided(span, other_span), row.language, names=("x", "y")), label)


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


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """One row an example: each block of features weighs one in all."""
    pointers, columns, values = [0], [], []
    for example in examples:
        weights: dict[int, float] = {}
        for block in features(example.masked):
            for bucket in block.tolist():
                weights[bucket] = weights.get(bucket, 0.0) + len(block) ** -0.5
        columns += weights.keys()
        values += weights.values()
        pointers.append(len(columns))
    return csr_matrix((values, columns, pointers), shape=(len(examples), BUCKETS))


def learn(examples: Sequence[Example]) -> Classifier:
    """Fit a logistic regression and round it to small whole numbers."""
    model = LogisticRegression(C=STRENGTH, max_iter=400, class_weight="balanced")
    model.fit(matrix(examples), [example.label for example in examples])
    coefficients = model.coef_.T.astype(np.float32)
    scale = np.abs(coefficients).max(axis=0) / HIGHEST
    columns = np.rint(coefficients / scale).astype(np.int8)
    return Classifier(tuple(map(str, model.classes_)), columns, scale, model.intercept_.astype(np.float32))


def validate(classifier: Classifier, examples: Sequence[Example]) -> float:
    """The share of examples that are classed right."""
    told = classifier.logits([example.masked for example in examples]).argmax(axis=1)
    return float(np.mean([classifier.classes[at] == example.label for at, example in zip(told, examples, strict=True)]))


def save(weights: Weights, path: Path) -> None:
    """Write plain arrays, nothing pickled."""
    np.savez_compressed(
        path,
        allow_pickle=False,
        **{
            f"{name}_{part}": array
            for name, one in (("roots", weights.roots), ("sides", weights.sides))
            for part, array in (
                ("classes", np.array(one.classes)),
                ("columns", one.columns),
                ("scale", one.scale),
                ("bias", one.bias),
            )
        },
    )


def main() -> None:
    """Learn, print the validation figures, write the file."""
    gazetteer = load()
    train, held = split(rows())
    kinds = {"roots": root_examples, "sides": side_examples}
    learned: dict[str, Classifier] = {}
    for name, examples_of in kinds.items():
        examples = [example for row in train for example in examples_of(row, gazetteer)]
        print(f"{name}: {len(examples):,} examples of {len(train):,} sentences")
        learned[name] = learn(examples)
        checks = [example for row in held for example in examples_of(row, gazetteer)]
        print(f"{name}: {validate(learned[name], checks):.3f} right of {len(checks):,} held out")
    save(Weights(learned["roots"], learned["sides"]), FILE)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
