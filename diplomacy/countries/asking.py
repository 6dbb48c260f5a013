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
    spoken: dict[str, frozenset[str]]
    """Connecting words of each language."""
    joining: frozenset[str]
    """`and` in all languages."""
    since: frozenset[str]
    periods: dict[str, int]
    """Phrases that name a period without a number, and its days."""
    units: dict[str, int]
    state: frozenset[str]
    """What a state calls itself beside its name: `republic`, `kingdom`."""
    style: frozenset[str]
    """What it says of that: `federal`, `islamic`."""

    def connects(self, word: str, language: str | None) -> bool:
        """Whether a word that is a code too connects in a language that is covered, or in the reader's own."""
        return word in self.covered or word in self.spoken.get(language or "", ())


@cache
def asking() -> Asking:
    """Read the lists once."""
    listed = [*rows("connectors.tsv"), *rows("joining.tsv")]
    joining = _forms(forms for kind, _, forms in listed if kind == "and")
    since = _forms(forms for kind, _, forms in listed if kind == "since")
    words = _forms(forms for kind, _, forms in listed if kind == "word")
    spoken = _spoken(listed)
    covered = _forms(forms for kind, _, forms in rows("connectors.tsv") if kind in {"and", "since"})
    timed = [(days, forms) for name in ("spans.tsv", "periods.tsv", "units.tsv") for days, _, forms in rows(name)]
    periods = {form: int(days) for days, forms in timed if days.isdigit() for form in _forms([forms])}
    units = {form: DAYS[unit] for unit, forms in reversed(timed) if unit in DAYS for form in _forms([forms])}
    return Asking(
        connecting=joining | since | words,
        covered=covered.union(*(spoken.get(language, frozenset()) for language in COVERED)),
        spoken=spoken,
        joining=joining,
        since=since,
        periods=periods,
        units=units,
        state=_forms(forms for kind, _, forms in listed if kind == "state"),
        style=_forms(forms for kind, _, forms in listed if kind == "style"),
    )


def _spoken(listed: Iterable[tuple[str, str, str]]) -> dict[str, frozenset[str]]:
    """Connecting words by language."""
    found: dict[str, frozenset[str]] = {}
    for kind, languages, forms in listed:
        if kind in {"and", "word"}:
            for language in languages.split(","):
                found[language] = found.get(language, frozenset()) | _forms([forms])
    return found


def _forms(columns: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(form) for column in columns for form in expand(column)) - {""}
