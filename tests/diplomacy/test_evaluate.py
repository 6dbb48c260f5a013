"""Measures tell how many rows they rest on, how sure they are, and what a trivial reader reaches."""

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.evaluate import evaluate
from diplomacy.measures import Row

ROWS: list[Row] = [
    {"id": 1, "text": "Norway lent Estonia a ferry.", "language": "en", "gold": {"pairs": [["EE", "NO"]]}},
    {"id": 2, "text": "Norway thanked Peru.", "language": "en", "gold": {"pairs": [["NO", "PE"]]}},
    {"id": 3, "text": "It rained.", "language": "en", "gold": {"pairs": [["NO", "PE"]]}},
]


def test_a_measure_has_its_n_its_interval_and_a_baseline(gazetteer: Gazetteer) -> None:
    found, first = evaluate({"relations": ROWS}, gazetteer)
    assert (found.name, found.n, round(found.value, 2)) == ("editors' pair found", 3, 0.67)
    assert found.interval[0] <= found.value <= found.interval[1]
    assert first.baseline is not None
    assert first.as_json()["set"] == "relations"


def test_sets_that_are_not_there_are_not_measured(gazetteer: Gazetteer) -> None:
    assert evaluate({"unheard-of": ROWS}, gazetteer) == ()


def test_the_same_rows_give_the_same_figures(gazetteer: Gazetteer) -> None:
    assert evaluate({"relations": ROWS}, gazetteer) == evaluate({"relations": ROWS}, gazetteer)
