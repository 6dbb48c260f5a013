"""Whether a sentence speaks of the two countries that a report has named before: `the two sides`, `양국`, `双方`."""

from functools import cache

from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.lexicons import Lexicon


def speaks_of_both(folded: str, language: str) -> bool:
    """Whether a folded sentence stands for two countries without naming them."""
    words = _words(language)
    return words is not None and bool(words.find(folded))


@cache
def _words(language: str) -> Lexicon | None:
    rows = [("=both", "-", forms) for spoken, _, forms in rows_of("both.tsv") if spoken == language]
    return Lexicon(iter(rows)) if rows else None
