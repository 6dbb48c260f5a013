"""Measures tell how many rows they rest on, how sure they are, and what a trivial reader reaches."""

from pathlib import Path

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.evaluate import JUDGES, evaluate
from diplomacy.measures import Row

ROOT = Path(__file__).parents[2]
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


def test_the_page_about_reading_tells_every_set_and_every_module() -> None:
    page = (ROOT / "docs/reading.md").read_text(encoding="utf-8")
    table = page.partition("<!-- measures -->")[2].partition("<!-- end of measures -->")[0]
    assert [name for name in JUDGES if f"| {name} |" not in table] == []
    modules = {path.stem for path in (ROOT / "diplomacy/reading").glob("*.py")} - {"__init__", "entry"}
    assert [name for name in sorted(modules) if f"`{name}`" not in page] == []


def measured(name: str, rows: list[Row], gazetteer: Gazetteer) -> dict[str, tuple[int, float, float | None]]:
    return {one.name: (one.n, one.value, one.baseline) for one in evaluate({name: rows}, gazetteer)}


def test_a_stage_is_measured_where_there_is_one_and_over_all_rows(gazetteer: Gazetteer) -> None:
    rows: list[Row] = [
        {"text": "Norway and Estonia signed a treaty on ferries.", "language": "en", "gold": {"stage": "signed"}},
        {"text": "It rained.", "language": "en", "gold": {"stage": None}},
        {"text": "It snowed.", "language": "en", "gold": {"stage": None}},
    ]
    told = measured("labels-2025", rows, gazetteer)
    assert told["stage, where there is one"] == (1, 1.0, 1.0)
    assert told["stage, all rows"][:2] == (3, 1.0)


def test_a_row_without_a_label_is_no_miss(gazetteer: Gazetteer) -> None:
    told = measured("labels-2025", [{"text": "Norway thanked Peru.", "gold": {"main_pair": ["NO", "PE"]}}], gazetteer)
    assert told["main pair"][0] == 1
    assert told["root of the main event"][0] == told["agenda recall"][0] == 0


def test_a_class_counts_sanctions_as_plover_does_and_as_the_set_does(gazetteer: Gazetteer) -> None:
    rows: list[Row] = [
        {"text": "Norway imposed sanctions on Peru.", "language": "en", "gold": {"class": 3}},
        {"text": "Norway bombed Peru.", "language": "en", "gold": {"class": 4}},
    ]
    told = measured("event-classes", rows, gazetteer)
    assert [value for _, value, _ in told.values()] == [0.5, 1.0]


def test_only_rows_with_a_state_on_both_sides_have_a_directed_pair(gazetteer: Gazetteer) -> None:
    rows: list[Row] = [
        {
            "text": "Norway bombed Peru.",
            "language": "en",
            "gold": {"event": "ASSAULT", "source": ["NO"], "target": ["PE"]},
        },
        {
            "text": "Norway bombed Peru.",
            "language": "en",
            "gold": {"event": "ASSAULT", "source": ["PE"], "target": ["NO"]},
        },
        {
            "text": "Norway bombed a bridge.",
            "language": "en",
            "gold": {"event": "ASSAULT", "source": ["NO"], "target": []},
        },
    ]
    told = measured("directed-events", rows, gazetteer)
    assert {name: figure[:2] for name, figure in told.items()} == {
        "directed pair precision": (2, 0.5),
        "directed pair recall": (2, 0.5),
        "directed pair and event": (2, 0.5),
    }


def test_a_country_is_sought_by_its_english_name_as_the_baseline(gazetteer: Gazetteer) -> None:
    rows: list[Row] = [{"text": "Norway bombed Lima.", "language": "en", "gold": {"countries": ["NO", "PE"]}}]
    ((n, value, baseline),) = measured("countries-lgl", rows, gazetteer).values()
    assert (n, value) == (1, 1.0)
    assert baseline == 2 / 3
