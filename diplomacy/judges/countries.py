"""`countries-newswire-1987`, `countries-lgl`: the countries of a report."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.measures import Counts, Measure, Row, Rows, as_list, f1, gold_of, measure_of, read_row
from diplomacy.reading.roles import ORGANISATIONS
from locales.formats import country_name


def countries(name: str, key: str) -> Callable[[Rows, Gazetteer], list[Measure]]:
    """Whether a report's countries are those that were labelled (F1 over all rows).

    The baseline is a search for the English names of countries, letter by letter, in any case.
    """

    def judge(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
        search = _names(gazetteer.codes)
        unlabelled = {*ORGANISATIONS, *({"US"} if key.endswith("besides_us") else ())}
        read: list[Counts] = []
        plain: list[Counts] = []
        for row in rows:
            gold = {str(code) for code in as_list(gold_of(row).get(key))}
            read.append(_counts(gold, {one.code for one in read_row(row, gazetteer).countries} - unlabelled))
            plain.append(_counts(gold, _named(row, search) - unlabelled))
        measure = measure_of("countries F1", name, read, f1)
        return [replace(measure, baseline=f1(plain), baseline_name="English names")]

    return judge


def _counts(gold: set[str], read: set[str]) -> Counts:
    return len(gold & read), len(read - gold), len(gold - read)


@cache
def _names(codes: frozenset[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """A search for the English name of every country, and what each name stands for."""
    names = {country_name("en", code).lower(): code for code in codes}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), names


def _named(row: Row, search: tuple[re.Pattern[str], dict[str, str]]) -> set[str]:
    pattern, names = search
    text = f"{row.get('title') or ''} {row.get('text') or ''}".lower()
    return {names[found] for found in pattern.findall(" ".join(text.split()))}
