"""Words that connect or ask, and words that count time: what stands between the names that somebody types."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from diplomacy.countries.folding import fold
from diplomacy.countries.names import expand, rows

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
COVERED = frozenset({"en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja"})
"""Interface languages and languages that reading covers."""

LONGEST_PHRASE = 4
"""How many words a phrase of ours has at most."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The words of all languages, folded."""

    connecting: frozenset[str]
    covered: frozenset[str]
    """Connecting words of interface and covered languages."""
    joining: frozenset[str]
    """`and` in all languages."""
    since: frozenset[str]
    periods: dict[str, int]
    """Phrases that name a period without a number, and its days."""
    units: dict[str, int]


@cache
def asking() -> Asking:
    """Read the lists once."""
    listed = list(rows("connectors.tsv"))
    joining = _forms(forms for kind, _, forms in listed if kind == "and")
    since = _forms(forms for kind, _, forms in listed if kind == "since")
    words = _forms(forms for kind, _, forms in listed if kind == "word")
    covered = _forms(
        forms for kind, languages, forms in listed if kind == "word" and (COVERED & set(languages.split(",")))
    )
    timed = [(days, forms) for days, _, forms in (*rows("periods.tsv"), *rows("units.tsv"))]
    periods = {form: int(days) for days, forms in timed if days.isdigit() for form in _forms([forms])}
    units = {form: DAYS[unit] for unit, forms in reversed(timed) if unit in DAYS for form in _forms([forms])}
    return Asking(joining | since | words, covered | joining, joining, since, periods, units)


def _forms(columns: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(form) for column in columns for form in expand(column)) - {""}
