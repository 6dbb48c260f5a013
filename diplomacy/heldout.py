"""Invented reports in the languages Dragoman reads, written apart from its rules, and how well they are read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.measures import (
    Counts,
    Measure,
    Row,
    Rows,
    always_commonest,
    as_list,
    dates_ahead,
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
from diplomacy.news import told
from diplomacy.reading.as_json import moment
from diplomacy.reading.shapes import FigureSaid

FOLDER = Path(__file__).parent / "reading" / "corpus" / "heldout"
NAME = "heldout"
PUBLISHED = "2026-03-04"
LINE = "¶"
"""Divides a headline from its report."""

SIMPLE_FIGURE = re.compile(r"(?P<sign>[$€£¥])?\s?(?P<number>\d+(?:[.,]\d+)?)\s?(?P<percent>%)?")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
"""Figures as a simple search finds them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row beside its reading and beside the trivial reader."""

    language: str
    has_pair: bool
    pair: bool
    """The labelled pair stands first; or none is read, where there is none."""
    pair_plain: bool
    root: str | None
    """As labelled."""
    quad: str | None
    root_read: str | None
    quad_read: str | None
    agenda: Counts
    agenda_plain: Counts
    figures: Counts
    figures_plain: Counts


@cache
def rows(folder: Path = FOLDER) -> tuple[Row, ...]:
    """Every row of every file, each file being named for its language; rows as the labelled sets have them."""
    return tuple(
        _row(path.stem, line)
        for path in sorted(folder.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )


def _row(language: str, line: str) -> Row:
    pair, root, quad, agenda, figures, report = line.split("\t")
    title, divided, text = report.rpartition(LINE)
    return {
        "language": language,
        "published": PUBLISHED,
        "title": title.strip() if divided else "",
        "text": text.strip(),
        "gold": {
            "pair": None if pair == "none" else pair.split("-"),
            "event": None if root == "none" else root,
            "quad": None if quad == "none" else quad,
            "agenda": [] if agenda == "-" else agenda.split(","),
            "figures": [] if figures == "-" else figures.split(","),
        },
    }


def held_out(of: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Pair and quad class a language; over all languages also silence, root, what lies ahead, and figures."""
    judged = [_judged(row, gazetteer) for row in of]
    languages = sorted({one.language for one in judged})
    by_language = {language: [one for one in judged if one.language == language] for language in languages}
    return [
        *(_pair_first(f"pair first, {language}", some) for language, some in by_language.items()),
        _pair_first("pair first, all", judged),
        _silence(judged),
        *(_quad(f"quad, {language}", some) for language, some in by_language.items()),
        _quad("quad, all", judged),
        _root(judged),
        *_both("agenda", [one.agenda for one in judged], [one.agenda_plain for one in judged], "dates ahead"),
        *_both("figures", [one.figures for one in judged], [one.figures_plain for one in judged], "simple search"),
    ]


def _judged(row: Row, gazetteer: Gazetteer) -> Judged:
    gold, reading = gold_of(row), read_row(row, gazetteer)
    pair = tuple(as_list(gold["pair"]))
    pairs, plain = [said.pair for said in reading.pairs], pairs_by_names(reading)
    event = reading.events[0] if reading.events else None
    whole = told(str(row["title"]), str(row["text"]))
    ahead = [str(date) for date in as_list(gold["agenda"])]
    figures = [_figure(*str(one).split(" ")) for one in as_list(gold["figures"])]
    return Judged(
        language=str(row["language"]),
        has_pair=bool(pair),
        pair=pairs[:1] == ([pair] if pair else []),
        pair_plain=plain[:1] == ([pair] if pair else []),
        root=str(gold["event"]) if gold["event"] else None,
        quad=str(gold["quad"]) if gold["quad"] else None,
        root_read=event.root if event else None,
        quad_read=event.root.quad if event else None,
        agenda=overlap(ahead, [one.when.date for one in reading.agenda if one.when.date]),
        agenda_plain=overlap(ahead, dates_ahead(whole, language_of_row(row), moment(PUBLISHED))),
        figures=overlap(figures, [_figure(str(one.value), one.unit) for one in _told(reading.figures)]),
        figures_plain=overlap(figures, _simple_figures(whole)),
    )


def _told(figures: Sequence[FigureSaid]) -> list[FigureSaid]:
    """Sums of money and percentages."""
    return [one for one in figures if one.kind == "money" or one.unit == "%"]


def _figure(value: str, unit: str | None) -> str:
    return f"{float(value):.6g} {unit}"


def _simple_figures(text: str) -> list[str]:
    return [
        _figure(found["number"].replace(",", "."), "%" if found["percent"] else SIGNS[found["sign"]])
        for found in SIMPLE_FIGURE.finditer(text)
        if found["percent"] or found["sign"]
    ]


def _pair_first(name: str, judged: Sequence[Judged]) -> Measure:
    some = [one for one in judged if one.has_pair]
    return mean(name, NAME, [one.pair for one in some], [one.pair_plain for one in some], "first two named")


def _silence(judged: Sequence[Judged]) -> Measure:
    some = [one for one in judged if not one.has_pair]
    right, plain = [one.pair for one in some], [one.pair_plain for one in some]
    return mean("no pair where there is none", NAME, right, plain, "fewer than two named")


def _quad(name: str, judged: Sequence[Judged]) -> Measure:
    some = [(one.quad, one.quad_read) for one in judged if one.quad]
    right = [quad == read for quad, read in some]
    return mean(name, NAME, right, always_commonest([quad for quad, _ in some]), "commonest")


def _root(judged: Sequence[Judged]) -> Measure:
    some = [(one.root, one.root_read) for one in judged if one.root]
    right = [root == read for root, read in some]
    return mean("root", NAME, right, always_commonest([root for root, _ in some]), "commonest")


def _both(name: str, read: Sequence[Counts], plain: Sequence[Counts], called: str) -> list[Measure]:
    scores: Mapping[str, Callable[[Sequence[Counts]], float]] = {"precision": precision, "recall": recall}
    return [
        replace(measure_of(f"{name} {kind}", NAME, read, score), baseline=score(plain), baseline_name=called)
        for kind, score in scores.items()
    ]
