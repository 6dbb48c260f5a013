r"""What people type, in many languages: every line of `exam.tsv`, clause by clause of the contract.

Columns: clause, language of the interface (- none), text (`\u200f`, `\n`, `\t` stand for the characters), countries,
several (lists parted by ;), unknown (parted by |), window, since; - for none. Own work, CC0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.resolve import Resolved, resolve

EXAM = Path(__file__).with_name("exam.tsv")
ESCAPE = re.compile(r"\\(?:u(?P<point>[0-9a-f]{4})|(?P<mark>[nt]))")


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the exam."""

    clause: str
    language: str | None
    text: str
    expected: Resolved


def questions() -> Iterator[Question]:
    """Read the exam."""
    for line in EXAM.read_text(encoding="utf-8").split("\n")[1:-1]:
        clause, language, text, countries, several, unknown, window, since = line.split("\t")
        yield Question(
            clause,
            None if language == "-" else language,
            ESCAPE.sub(_unescaped, text),
            Resolved(
                tuple(_listed(countries, " ")),
                tuple(tuple(readings.split(",")) for readings in _listed(several, ";")),
                tuple(_listed(unknown, "|")),
                None if window == "-" else int(window),
                None if since == "-" else since,
            ),
        )


def _listed(column: str, mark: str) -> list[str]:
    return [] if column == "-" else column.split(mark)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found["point"], 16)) if found["point"] else {"n": "\n", "t": "\t"}[found["mark"]]


def told(resolved: Resolved) -> tuple[object, ...]:
    """What the contract tells; the order in which several names are listed makes no difference."""
    return resolved.countries, set(resolved.several), resolved.unknown, resolved.window, resolved.since


@pytest.mark.parametrize("clause", sorted({question.clause for question in questions()}))
def test_every_line_of_a_clause_is_resolved_as_people_mean_it(gazetteer: Gazetteer, clause: str) -> None:
    asked = [question for question in questions() if question.clause == clause]
    wrong = [
        (question.language, question.text, told(resolved), told(question.expected))
        for question in asked
        for resolved in [resolve(question.text, question.language, gazetteer)]
        if told(resolved) != told(question.expected)
    ]
    assert wrong == []


def test_the_exam_spreads_over_many_languages_and_all_clauses() -> None:
    asked = list(questions())
    assert len(asked) >= 400
    assert len({question.language for question in asked}) >= 30
