"""`make train`: the weights of the reading, learned from the corpus; the same bits on one machine with one thread.

One row in ten is kept for the validation figures that it prints: of each matrix, of each language, of each class.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from diplomacy.countries.gazetteer import load
from diplomacy.reading.features import BUCKETS, features
from diplomacy.reading.weights import FILE, Classifier, Weights
from workshop.corpus import rows, split
from workshop.examples import Example, examples_of, told_right

STRENGTH = 3.0
"""The inverse of the regularisation."""

HIGHEST = 127


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


def validate(name: str, classifier: Classifier, examples: Sequence[Example]) -> None:
    """Print the share of held-out examples that are classed right: all, by language, by class."""
    right = told_right(classifier, examples)
    print(f"{name}: {np.mean(right):.3f} right of {len(examples):,} held out")
    keys: tuple[Callable[[Example], str], ...] = (lambda one: one.language, lambda one: one.label)
    for key in keys:
        groups: dict[str, list[bool]] = {}
        for example, is_right in zip(examples, right, strict=True):
            groups.setdefault(key(example), []).append(is_right)
        print("  " + "  ".join(f"{group} {np.mean(some):.2f} ({len(some)})" for group, some in sorted(groups.items())))


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
    learned: dict[str, Classifier] = {}
    for name in ("roots", "sides"):
        examples = examples_of(name, train, gazetteer)
        print(f"{name}: {len(examples):,} examples of {len(train):,} sentences", flush=True)
        learned[name] = learn(examples)
        validate(name, learned[name], examples_of(name, held, gazetteer))
    save(Weights(learned["roots"], learned["sides"]), FILE)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    with threadpool_limits(1):  # several threads add up in any order: other bits every time
        main()
