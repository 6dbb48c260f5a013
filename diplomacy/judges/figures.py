"""`figures`: sums of money in a text, with value and unit."""

import math
import re
from dataclasses import replace

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.measures import (
    Measure,
    Row,
    Rows,
    always_commonest,
    as_list,
    f1,
    gold_of,
    mean,
    measure_of,
    overlap,
    read_row,
)


def money(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the sums of money of a text are found with the right bounds, and how often their value is right."""
    measures: list[Measure] = []
    values: list[float] = []
    units: list[float] = []
    digits: list[bool] = []
    named: list[str] = []
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
            digits += [math.isclose(one[0] or 0.0, _digits(said.text)) for one, said in hits]
            named += [UNIT_NAMES.get(one[1], one[1]) for one, _ in hits]
            values += [float(math.isclose(one[0] or 0.0, said.value)) for one, said in hits]
            units += [float(UNIT_NAMES.get(one[1], one[1]) == said.unit) for one, said in hits]
            counts.append(overlap(labelled, [_spelled(one.text) for one in read]))
            plain.append(overlap(labelled, [_spelled(found) for found in SIMPLE_SUM.findall(str(row["text"]))]))
        measure = measure_of(f"money spans F1, {language}", "figures", counts, f1)
        measures.append(replace(measure, baseline=f1(plain), baseline_name="regular expression"))
    return [
        *measures,
        mean("value of money right where found", "figures", values, digits, "digits alone"),
        mean("unit of money right where found", "figures", units, always_commonest(named), "commonest"),
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


def _sums(row: Row) -> dict[str, tuple[float | None, str]]:
    """The labelled sums of a row by their text: value, if it has one, and unit."""
    found: dict[str, tuple[float | None, str]] = {}
    for one in as_list(gold_of(row).get("money")):
        if isinstance(one, dict):
            value = one.get("value")
            found[_spelled(str(one["text"]))] = float(str(value).replace(",", ".")) if value else None, str(one["unit"])
    return found


def _digits(text: str) -> float:
    """The first number of a text, without the word that tells its magnitude."""
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    return float(found.group().replace(",", "")) if found else 0.0


def _spelled(text: str) -> str:
    return " ".join(text.lower().split())
