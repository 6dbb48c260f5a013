"""How well the reading does on sets that others labelled: each measure with its interval and the trivial baseline."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.heldout import held_out
from diplomacy.measures import (
    Measure,
    Row,
    Rows,
    always_commonest,
    as_list,
    f1,
    gold_of,
    language_of_row,
    mean,
    measure_of,
    overlap,
    pairs_by_names,
    precision,
    read_row,
    recall,
)
from diplomacy.reading.as_json import moment
from diplomacy.reading.dates import Direction, dates_of
from diplomacy.reading.marked import read_marked
from diplomacy.reading.roles import ORGANISATIONS
from diplomacy.reading.shapes import Root


def evaluate(sets: Mapping[str, Rows], gazetteer: Gazetteer) -> tuple[Measure, ...]:
    """Measure on every set that is there, by its name: rows as loaded in, figures out."""
    measures: list[Measure] = []
    for name, judge in JUDGES.items():
        if sets.get(name):
            measures += judge(sets[name], gazetteer)
    return tuple(measures)


# --- the sets -------------------------------------------------------------------------------------------------------


def editors_pairs(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the pair that editors filed an event under among the report's pairs, and first of them."""
    found, first, named, named_first = [], [], [], []
    for row in rows:
        gold = {_pair(pair) for pair in as_list(gold_of(row).get("pairs"))}
        reading = read_row(row, gazetteer)
        pairs = [said.pair for said in reading.pairs]
        plain = pairs_by_names(reading)
        found.append(float(any(pair in gold for pair in pairs)))
        first.append(float(bool(pairs) and pairs[0] in gold))
        named.append(float(any(pair in gold for pair in plain)))
        named_first.append(float(bool(plain) and plain[0] in gold))
    return [
        mean("editors' pair found", "relations", found, named, "all named"),
        mean("editors' pair first", "relations", first, named_first, "first two named"),
    ]


def labels(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Main pair, silence where there is none, root, sides and direction of the main event."""
    main, main_plain, none, none_plain, root, sides, direction = [], [], [], [], [], [], []
    for row in rows:
        gold, reading = gold_of(row), read_row(row, gazetteer)
        plain = pairs_by_names(reading)
        event = reading.events[0] if reading.events else None
        if gold.get("main_pair"):
            pair = _pair(gold["main_pair"])
            main.append(float(bool(reading.pairs) and reading.pairs[0].pair == pair))
            main_plain.append(float(bool(plain) and plain[0] == pair))
        elif "main_pair" in gold:
            none.append(float(not reading.pairs))
            none_plain.append(float(not plain))
        if gold.get("event"):
            root.append(float(event is not None and _is_root(event.root, str(gold["event"]))))
        if gold.get("sides"):
            source, target, mutual = as_list(gold["sides"])
            told = (event.source, event.target) if event else (None, None)
            sides.append(float(told == (source, target) or (bool(mutual) and set(told) == {source, target})))
        if gold.get("direction"):
            direction.append(float(_direction(event.tone if event else 0.0) == gold["direction"]))
    return [
        mean("main pair", "labels-2025", main, main_plain, "first two named"),
        mean("no pair where there is none", "labels-2025", none, none_plain, "fewer than two named"),
        mean("root of the main event", "labels-2025", root),
        mean("sides of the main event", "labels-2025", sides),
        mean("direction", "labels-2025", direction),
        *agenda(rows, gazetteer),
    ]


def agenda(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether what lies ahead is found, and nothing else: an item is right where its date equals a labelled one's."""
    read: list[tuple[float, float, float]] = []
    plain: list[tuple[float, float, float]] = []
    for row in rows:
        if "agenda" not in gold_of(row):
            continue
        gold = [str(item.get("date")) for item in as_list(gold_of(row)["agenda"]) if isinstance(item, dict)]
        dates = dates_of(str(row.get("text") or ""), language_of_row(row), moment(str(row.get("published") or "")))
        read.append(overlap(gold, [str(item.when.date) for item in read_row(row, gazetteer).agenda]))
        plain.append(overlap(gold, [str(one.when.date) for one in dates if one.direction is Direction.AHEAD]))
    measures = []
    for name, score in (("agenda precision", precision), ("agenda recall", recall)):
        measure = measure_of(name, "labels-2025", read, score)
        measures.append(replace(measure, baseline=score(plain), baseline_name="dates ahead"))
    return measures


def event_types(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the event between two marked actors is read as labelled: conflict or not, class, root."""
    binary, quad, root = [], [], []
    for row in rows:
        gold = gold_of(row)
        event = read_marked(str(row["marked"]), gazetteer, language=language_of_row(row)).events[0]
        root.append(float(event.root == gold["root"]))
        quad.append(float(event.root.quad == gold["quad"]))
        binary.append(float(event.root.quad.split("-")[1] == str(gold["quad"]).split("-")[1]))
    commonest = always_commonest([str(gold_of(row)["root"]) for row in rows])
    return [
        mean("event binary", "event-types", binary),
        mean("event quad", "event-types", quad),
        mean("event root", "event-types", root, commonest, "commonest"),
    ]


def countries(name: str, key: str) -> Callable[[Rows, Gazetteer], list[Measure]]:
    """Whether a report's countries are those that were labelled (F1 over all rows)."""

    def judge(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
        counts: list[tuple[float, float, float]] = []
        for row in rows:
            gold = {str(code) for code in as_list(gold_of(row).get(key))}
            read = {one.code for one in read_row(row, gazetteer).countries} - ORGANISATIONS
            read -= {"US"} if key.endswith("besides_us") else set()
            counts.append((len(gold & read), len(read - gold), len(gold - read)))
        return [measure_of("countries F1", name, counts, f1)]

    return judge


def money(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the sums of money of a text are found with the right bounds, and how often their value is right."""
    measures: list[Measure] = []
    values: list[float] = []
    units: list[float] = []
    for language in sorted({str(row["language"]) for row in rows}):
        counts, plain = [], []
        for row in rows:
            if row["language"] != language:
                continue
            gold = _sums(row)
            labelled = [
                _spelled(str(one["text"])) for one in as_list(gold_of(row).get("money")) if isinstance(one, dict)
            ]
            read = [one for one in read_row(row, gazetteer).figures if one.kind == "money"]
            told = {_spelled(one.text): one for one in read}
            hits = [(one, told[text]) for text, one in gold.items() if text in told and one[0] is not None]
            values += [float(math.isclose(one[0] or 0.0, said.value)) for one, said in hits]
            units += [float(UNIT_NAMES.get(one[1], one[1]) == said.unit) for one, said in hits]
            counts.append(overlap(labelled, [_spelled(one.text) for one in read]))
            plain.append(overlap(labelled, [_spelled(found) for found in SIMPLE_SUM.findall(str(row["text"]))]))
        measure = measure_of(f"money spans F1, {language}", "figures", counts, f1)
        measures.append(replace(measure, baseline=f1(plain), baseline_name="regular expression"))
    return [
        *measures,
        mean("value of money right where found", "figures", values),
        mean("unit of money right where found", "figures", units),
    ]


SIMPLE_SUM = re.compile(r"(?:[A-Za-z]{0,2}[$€£¥]\s?\d[\d.,]*(?:\s(?:million|billion|trillion))?)")
"""A sum as a simple search finds it."""

UNIT_NAMES = {
    "Dollar": "USD", "United States dollar": "USD", "Australian dollar": "AUD", "Canadian dollar": "CAD",
    "Hong Kong dollar": "HKD", "New Zealand dollar": "NZD", "Euro": "EUR", "Pound": "GBP", "British pound": "GBP",
    "Japanese yen": "JPY", "Chinese yuan": "CNY", "Turkish lira": "TRY", "Swiss franc": "CHF", "Franc": "FRF",
    "Finnish markka": "FIM", "Netherlands guilder": "NLG", "Peseta": "ESP", "Georgian lari": "GEL", "Rupee": "INR",
    "Sri Lankan rupee": "LKR", "Lao kip": "LAK", "Costa Rican colón": "CRC", "Bitcoin": "BTC", "Cent": "cent",
    "Pence": "penny", "Penny": "penny",
}  # fmt: skip
"""The set's names of units as the reading's codes."""


JUDGES: dict[str, Callable[[Rows, Gazetteer], list[Measure]]] = {
    "heldout": held_out,
    "relations": editors_pairs,
    "labels-2025": labels,
    "event-types": event_types,
    "countries-newswire-1987": countries("countries-newswire-1987", "countries_besides_us"),
    "countries-lgl": countries("countries-lgl", "countries"),
    "figures": money,
}
"""The sets that can be judged, by the name of their file."""


# --- small parts ----------------------------------------------------------------------------------------------------


def _sums(row: Row) -> dict[str, tuple[float | None, str]]:
    """The labelled sums of a row by their text: value, if it has one, and unit."""
    found: dict[str, tuple[float | None, str]] = {}
    for one in as_list(gold_of(row).get("money")):
        if isinstance(one, dict):
            value = one.get("value")
            found[_spelled(str(one["text"]))] = float(str(value).replace(",", ".")) if value else None, str(one["unit"])
    return found


def _spelled(text: str) -> str:
    return " ".join(text.lower().split())


def _pair(value: object) -> tuple[str, str]:
    first, second = sorted(map(str, as_list(value)))
    return first, second


def _is_root(read: Root, gold: str) -> bool:
    """A signing is AGREE in these labels and SUPPORT in PLOVER; either counts as right."""
    return read == gold or (read is Root.SUPPORT and gold == Root.AGREE)


def _direction(tone: float) -> str:
    return "closer" if tone > 1 else "cooler" if tone < -1 else "neutral"
