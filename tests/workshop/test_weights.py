"""The weights that the package carries: plain arrays that tell what the corpus holds."""

from collections import defaultdict
from statistics import mean
from zipfile import ZipFile

import numpy as np
import pytest

from diplomacy.countries.gazetteer import Gazetteer, load
from diplomacy.reading.features import BUCKETS
from diplomacy.reading.shapes import Root
from diplomacy.reading.weights import FILE, NONE, Weights, weights
from workshop.corpus import rows, split
from workshop.examples import examples_of, told_right

LARGEST = 10_000_000
LEAST = {"roots": 0.66, "sides": 0.70}
LEAST_OF_A_LANGUAGE = {"en": 0.72, "tr": 0.55, "ko": 0.55}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture(scope="module")
def learned() -> Weights:
    return weights()


def test_the_file_is_small_and_holds_nothing_pickled() -> None:
    assert FILE.stat().st_size <= LARGEST
    with ZipFile(FILE) as archive:
        assert all(name.endswith(".npy") for name in archive.namelist())
    with np.load(FILE, allow_pickle=False) as arrays:
        assert {arrays[name].dtype.kind for name in arrays.files} <= set("Uif")


def test_there_is_a_column_for_every_root_and_for_none_and_for_each_order(learned: Weights) -> None:
    assert sorted(learned.roots.classes) == sorted([*Root, NONE])
    assert sorted(learned.sides.classes) == ["both", "first", NONE, "second"]
    for one in (learned.roots, learned.sides):
        assert one.columns.shape == (BUCKETS, len(one.classes))
        assert one.scale.shape == one.bias.shape == (len(one.classes),)


@pytest.mark.parametrize("name", ["roots", "sides"])
def test_held_out_sentences_are_told_as_labelled_often_enough(
    name: str, learned: Weights, gazetteer: Gazetteer
) -> None:
    _, held = split(rows())
    examples = examples_of(name, held, gazetteer)
    right = told_right(getattr(learned, name), examples)
    assert mean(right) >= LEAST[name]
    by_language: dict[str, list[bool]] = defaultdict(list)
    for example, is_right in zip(examples, right, strict=True):
        by_language[example.language].append(is_right)
    assert {one for one, least in LEAST_OF_A_LANGUAGE.items() if mean(by_language[one]) < least} == set()
