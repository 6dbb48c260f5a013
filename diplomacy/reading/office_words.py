"""The words for offices and for saying, one file a language each: what a text is searched for to find people."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from diplomacy.countries.folding import fold, fold_with_offsets
from diplomacy.countries.names import expand
from diplomacy.reading.lexicon_files import FOLDER, rows_of
from diplomacy.reading.lexicons import Entry, Lexicon

FALLBACK = "en"
SPEECH = frozenset({"=said", "=more", "=according", "=pronoun"})
"""What tells who says something; every other row that is searched for tells offices."""


class Sign(NamedTuple):
    """A stretch of the text as written that says something."""

    start: int
    end: int
    entry: Entry

    @property
    def says(self) -> str:
        """An office's key, `+field`, or a sign such as `=said`."""
        return self.entry.says


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What a language knows of offices and of saying. The sets hold folded words."""

    lexicon: Lexicon
    join: frozenset[str]
    """Words inside an office: minister `of` energy."""
    both: frozenset[str]
    """Words that join two fields: trade `and` industry."""
    left: frozenset[str]
    """Words between a country and the office behind it."""
    right: frozenset[str]
    """Words between an office and the country behind it."""
    is_right_bare: bool
    """The country may follow the office with nothing between."""
    host: frozenset[str]
    """Words before the country where an envoy is posted."""
    honorific: frozenset[str]
    particle: frozenset[str]
    stop: frozenset[str]
    """Words that end a name."""
    thing: frozenset[str]
    """Words behind a name that make it a thing's."""
    preposition: frozenset[str]
    """Words before a name that is no subject."""
    adverb: frozenset[str]
    """Words behind a verb of saying that are not what is said."""
    surname: frozenset[str]
    """Surnames with which names of a script without capitals begin."""
    letters: frozenset[str]
    """The letters that write foreign names, where a script has some for it."""
    home: str | None
    """The country of an office that names none, where nearly all who write the language are of one."""

    def find(self, text: str) -> tuple[Sign, ...]:
        """Every word of offices and of saying in a text, in order; offsets count in the text."""
        folded = fold_with_offsets(text)
        found = self.lexicon.find(folded.text)
        if not folded.breaks:
            return tuple(map(Sign._make, found))
        return tuple(Sign(folded.origin(start), folded.origin_end(end), entry) for start, end, entry in found)


@cache
def office_words(language: str | None) -> OfficeWords:
    """The words of a language, read when first asked for; those of English where it has no file."""
    spoken = language if language and (FOLDER / f"offices.{language}.tsv").is_file() else FALLBACK
    rows = [row for subject in ("offices", "voices") for row in rows_of(f"{subject}.{spoken}.tsv")]
    sets = {
        name: _words(rows, f"~{name}")
        for name in ("join", "left", "right", "host", "honorific", "particle", "stop", "thing", "preposition",
                     "adverb", "surname")
    }  # fmt: skip
    return OfficeWords(
        lexicon=Lexicon(row for row in rows if not row[0].startswith("~")),
        both=_words(rows, "~and"),
        is_right_bare=any(says == "~right" and "bare" in marks for says, marks, _ in rows),
        home=next((forms for says, _, forms in rows if says == "~home"), None),
        letters=frozenset("".join(forms for says, _, forms in rows if says == "~letters")) - {"|"},
        **sets,
    )


def _words(rows: Sequence[tuple[str, str, str]], name: str) -> frozenset[str]:
    return frozenset(fold(form) for says, _, forms in rows if says == name for form in expand(forms)) - {""}
