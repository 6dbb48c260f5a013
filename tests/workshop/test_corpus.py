"""The corpus: its form, its fairness, and that nothing in it stands twice or in what measures the reading."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from diplomacy.heldout import rows as held_out
from diplomacy.reading.shapes import Root, Stage
from diplomacy.reading.weights import NONE
from workshop.corpus import FOLDER, TAG, Row, rows, split
from workshop.counts import CARD, table
from workshop.counts import marks as marks_told
from workshop.likeness import alike

HEADER = [
    "# Invented sentences for training the reading; nothing here happened. CC0 1.0.",
    "# published: 2026-03-04 (a Wednesday): dates in the sentences count from this day.",
]
FILES = sorted(FOLDER.glob("*.tsv"))
LABELS = {*Root, NONE}
MARKS = {"-", "mutual", "will", "may", "not", "background", "claimed", *(f"stage:{stage}" for stage in Stage)}
DATE = re.compile(r"none|20\d\d(-\d\d(-\d\d)?|-W\d\d|-Q[1-4])?")
LEAST = {"en": 1800, "tr": 400, "ko": 400}
LEAST_ELSEWHERE = 120
LANGUAGES = {"ar", "de", "el", "en", "es", "fa", "fr", "it", "ja", "ko", "pt", "ru", "tr", "uk", "zh"}
ALIKE = 0.6


@pytest.fixture(scope="module")
def corpus() -> tuple[Row, ...]:
    return rows()


def sentences(path: Path) -> list[tuple[str, str, str]]:
    content = path.read_text(encoding="utf-8").splitlines()
    assert content[:2] == HEADER
    cells = [line.split("\t") for line in content if line and not line.startswith("#")]
    return [(label, marks, sentence) for label, marks, sentence in cells]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_has_a_known_label_known_marks_and_tags_that_nest(path: Path) -> None:
    for label, marks, sentence in sentences(path):
        assert label in LABELS, sentence
        assert set(marks.split(",")) <= MARKS, sentence
        opened: list[str] = []
        names = Counter(tag["name"] for tag in TAG.finditer(sentence) if not tag["close"])
        for tag in TAG.finditer(sentence):
            if tag["close"]:
                assert opened.pop() == tag["name"], sentence
            else:
                opened.append(tag["name"])
                assert (tag["name"] == "agenda") == (tag["date"] is not None), sentence
                assert tag["date"] is None or DATE.fullmatch(tag["date"]), sentence
        assert not opened, sentence
        assert (names["s"], names["t"]) == (1, 1), sentence
        assert "<" not in TAG.sub("", sentence), sentence


def test_there_are_enough_rows_of_every_language(corpus: tuple[Row, ...]) -> None:
    counts = Counter(row.language for row in corpus)
    assert set(counts) == LANGUAGES
    assert {language for language in counts if counts[language] < LEAST.get(language, LEAST_ELSEWHERE)} == set()
    assert len(corpus) >= 4000


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_classes_of_a_language_are_in_fair_balance(corpus: tuple[Row, ...], language: str) -> None:
    counts = Counter(row.label for row in corpus if row.language == language)
    assert set(counts) == LABELS
    assert max(counts[root] for root in Root) <= 1.5 * min(counts[root] for root in Root)
    assert min(counts.values()) <= counts[NONE] <= 2.5 * min(counts.values())


def test_no_two_sentences_are_nearly_the_same_nor_like_a_report_that_measures(corpus: tuple[Row, ...]) -> None:
    texts = [*(row.text for row in corpus), *(f"{row['title']} {row['text']}".strip() for row in held_out())]
    assert [(texts[one], texts[other]) for one, other in alike(texts, ALIKE)] == []


def test_what_validates_does_not_train(corpus: tuple[Row, ...]) -> None:
    train, held = split(corpus)
    assert len(train) + len(held) == len(corpus)
    assert {row.text for row in train}.isdisjoint(row.text for row in held)
    assert 0.08 <= len(held) / len(corpus) <= 0.12
    assert {row.label for row in held} == LABELS
    assert {row.language for row in held} == LANGUAGES


def test_a_row_validates_wherever_it_stands(corpus: tuple[Row, ...]) -> None:
    _, held = split(corpus)
    _, held_of_reversed = split(corpus[::-1])
    assert held == held_of_reversed[::-1]


def test_the_card_says_first_that_all_is_invented_and_counts_what_is_there() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert card.splitlines()[0].startswith("**All sentences in this folder are invented")
    assert table() in card
    assert marks_told() in card


@pytest.mark.shared
def test_no_sentence_is_like_one_of_the_sets_that_measure(shared: Path, corpus: tuple[Row, ...]) -> None:
    names = ("event-types", "event-classes", "directed-events", "labels-2025", "relations")
    measuring = [
        str(json.loads(line)["text"])
        for name in names
        for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    ours = [row.text for row in corpus if row.language == "en"]
    found = alike([*ours, *measuring], ALIKE)
    assert [(one, other) for one, other in found if one < len(ours) <= other] == []


def test_texts_of_which_one_stands_in_the_other_are_alike() -> None:
    told = "Norway lent Estonia a ferry."
    longer = "On Friday Norway lent Estonia a ferry for a week."
    assert list(alike([told, "It rained in Lima all day.", longer], ALIKE)) == [(0, 2)]
