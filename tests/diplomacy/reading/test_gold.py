"""The reading on public labelled data: no worse than it was."""

import gzip
import json
from pathlib import Path

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.evaluate import evaluate
from diplomacy.measures import Row
from diplomacy.reading.read import read_text

pytestmark = pytest.mark.shared

LEAST = {
    ("editors' pair found", "relations"): 0.97,
    ("editors' pair first", "relations"): 0.96,
    ("main pair", "labels-2025"): 0.95,
    ("no pair where there is none", "labels-2025"): 0.80,
    ("root of the main event", "labels-2025"): 0.67,
    ("quad of the main event", "labels-2025"): 0.80,
    ("sides of the main event", "labels-2025"): 0.73,
    ("stage, where there is one", "labels-2025"): 0.72,
    ("direction", "labels-2025"): 0.87,
    ("agenda precision", "labels-2025"): 0.90,
    ("agenda recall", "labels-2025"): 0.80,
    ("event binary", "event-types"): 0.93,
    ("event quad", "event-types"): 0.87,
    ("event root", "event-types"): 0.77,
    ("event class, sanctions as filed there", "event-classes"): 0.73,
    ("directed pair recall", "directed-events"): 0.50,
}


def rows(path: Path) -> list[Row]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


def test_the_measures_stand_where_they_stood(shared: Path, gazetteer: Gazetteer) -> None:
    sets = {name: rows(shared / "gold" / f"{name}.jsonl") for name in sorted({of for _, of in LEAST})}
    values = {(measure.name, measure.set): measure.value for measure in evaluate(sets, gazetteer)}
    assert {key: values[key] for key, least in LEAST.items() if values[key] < least} == {}


def test_the_seed_article_is_about_turkey_and_south_korea(shared: Path, gazetteer: Gazetteer) -> None:
    said = read_text("", (shared / "seed-article.txt").read_text(encoding="utf-8"), gazetteer)
    assert said.pairs[0].pair == ("KR", "TR")
    assert {"defence", "nuclear", "energy", "trade", "technology"} <= set(said.topics)
    assert [country.code for country in said.countries][:2] == ["TR", "KR"]
    assert any(mention.text == "Ankara" for country in said.countries for mention in country.mentions)
    assert (said.events[0].root, said.events[0].pair, said.events[0].stage) == ("AGREE", ("KR", "TR"), "agreed")
