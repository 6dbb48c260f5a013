"""The invented reports that measure the reading: their format, their fairness, and that they measure."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.evaluate import evaluate
from diplomacy.heldout import FOLDER, PUBLISHED, rows
from diplomacy.reading.shapes import Quad, Root

LANGUAGES = ("ar", "de", "el", "en", "es", "fa", "fr", "it", "ja", "ko", "pt", "ru", "tr", "uk", "zh")
COLUMNS = "pair or none, PLOVER root or none, quad class, agenda dates or -, figures or -, report"
HEADER = [
    "# Invented reports for measuring the reading; nothing here happened, and nothing here trains. CC0 1.0.",
    f"# published: {PUBLISHED} (a Wednesday). Columns: {COLUMNS}",
]
LEAST = 25
DATE = re.compile(r"20\d\d(-(W\d\d|Q[1-4]|\d\d(-\d\d)?))?")
FIGURE = re.compile(r"\d+(\.\d+)? ([A-Z]{3}|%)")


def lines(language: str) -> list[list[str]]:
    content = (FOLDER / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    assert content[:2] == HEADER
    return [line.split("\t") for line in content[2:]]


def test_every_language_has_its_file() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.tsv")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_has_enough_rows_of_six_columns_in_their_form(language: str) -> None:
    labelled = lines(language)
    assert len(labelled) >= LEAST
    for pair, root, quad, agenda, figures, report in labelled:
        assert pair == "none" or (re.fullmatch("[A-Z]{2}-[A-Z]{2}", pair) and pair == "-".join(sorted(pair.split("-"))))
        assert quad == ("none" if root == "none" else Root(root).quad)
        assert agenda == "-" or all(DATE.fullmatch(date) for date in agenda.split(","))
        assert figures == "-" or all(FIGURE.fullmatch(figure) for figure in figures.split(","))
        assert report == report.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_has_all_four_quads_in_like_shares_and_some_reports_without_a_pair(language: str) -> None:
    labelled = lines(language)
    quads = Counter(row[2] for row in labelled if row[2] != "none")
    assert set(quads) == set(Quad)
    assert max(quads.values()) <= 2 * min(quads.values())
    assert sum(row[0] == "none" for row in labelled) >= LEAST // 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_part_of_a_file_has_dates_ahead_and_figures(language: str) -> None:
    labelled = lines(language)
    assert sum(row[3] != "-" for row in labelled) >= len(labelled) / 4
    assert sum(row[4] != "-" for row in labelled) >= len(labelled) / 4


def test_no_report_stands_in_what_trains() -> None:
    trained = {
        re.sub(r"<[^>]*>", "", line.split("\t")[2])
        for path in FOLDER.parent.glob("*.tsv")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    assert trained.isdisjoint(row[5] for row in chain.from_iterable(map(lines, LANGUAGES)))


def test_a_headline_becomes_the_title(tmp_path: Path) -> None:
    (tmp_path / "fr.tsv").write_text(
        "# a comment\nDZ-FR\tCONSULT\tverbal-cooperation\t2026-03\t3 EUR,4 %\tA voir ¶ Ils se voient.\n",
        encoding="utf-8",
    )
    (row,) = rows(tmp_path)
    assert (row["language"], row["title"], row["text"]) == ("fr", "A voir", "Ils se voient.")
    assert row["gold"] == {
        "pair": ["DZ", "FR"],
        "event": "CONSULT",
        "quad": "verbal-cooperation",
        "agenda": ["2026-03"],
        "figures": ["3 EUR", "4 %"],
    }


def test_the_reports_are_measured_a_language_and_over_all(gazetteer: Gazetteer) -> None:
    some = [row for row in rows() if row["language"] in {"fr", "ja"}]
    measures = {measure.name: measure for measure in evaluate({"heldout": some}, gazetteer)}
    assert list(measures) == [
        "pair first, fr",
        "pair first, ja",
        "pair first, all",
        "no pair where there is none",
        "quad, fr",
        "quad, ja",
        "quad, all",
        "root",
        "agenda precision",
        "agenda recall",
        "figures precision",
        "figures recall",
    ]
    assert all(measure.baseline is not None for measure in measures.values())
    assert measures["pair first, fr"].n + measures["pair first, ja"].n == measures["pair first, all"].n
    assert measures["pair first, all"].n + measures["no pair where there is none"].n == len(some)
