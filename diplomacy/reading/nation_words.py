"""Adjectives of countries that the gazetteer leaves out of running text, since they are names of languages as well.

Beside an office they can mean nothing but the country: `la ministre norvégienne`.
"""

from functools import cache

from diplomacy.countries.folding import fold
from diplomacy.countries.names import expand, rows

SHORTEST = 4
LONGEST_ENDING = 4
VOWELS = "aeiouyаеиоуыюяіїьαεηιουωه"
ARTICLE = "ال"
ADJECTIVES = ("adjectives.tsv", "demonyms.tsv")
LANGUAGES = frozenset({"fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar"})
"""Languages whose adjectives are inflected so that only their stem is known."""


def country_of(word: str, language: str) -> str | None:
    """The country whose adjective a word is, in whatever inflection."""
    if language not in LANGUAGES:
        return None
    stems = _stems(language)
    form = _plain(fold(word))
    for end in range(len(form), max(SHORTEST, len(form) - LONGEST_ENDING) - 1, -1):
        code = stems.get(form[:end])
        if code:
            return code
    return None


def _plain(form: str) -> str:
    return form.removeprefix(ARTICLE)


@cache
def _stems(language: str) -> dict[str, str]:
    """The beginnings of a language's adjectives; none that several countries share."""
    found: dict[str, set[str]] = {}
    for name in ADJECTIVES:
        for code, languages, forms in rows(name):
            if language in languages.split(","):
                for form in expand(forms):
                    stem = _plain(fold(form.rstrip("*")))
                    for _ in range(2):
                        stem = stem[:-1] if stem[-1:] and stem[-1] in VOWELS else stem
                    if len(stem) >= SHORTEST and " " not in stem:
                        found.setdefault(stem, set()).add(code)
    return {stem: min(codes) for stem, codes in found.items() if len(codes) == 1}
