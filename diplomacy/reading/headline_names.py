"""Countries by one letter at the head of a headline (`仏、…`, `미, …`): elsewhere it is a part of other words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from diplomacy.countries.found import Found
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.shapes import MentionKind
from diplomacy.reading.words import Sentence

FILE = "headlines.tsv"


def with_headline_names(
    text: str, sentences: Sequence[Sentence], names: Sequence[Found], language: str | None
) -> Sequence[Found]:
    """The names of a text, and before them the country that one letter at its head stands for."""
    codes = _codes().get(language or "")
    if codes is None or not sentences:
        return names
    head = _pattern(language or "").match(text, sentences[0].start)
    if head is None or (names and names[0].start < head.end(1)):
        return names
    found = Found(head.start(1), head.end(1), head.group(1), codes[head.group(1)], MentionKind.NAME)
    return (found, *names)


@cache
def _codes() -> dict[str, dict[str, str]]:
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for code, language, letters in rows_of(FILE):
        codes[language] |= dict.fromkeys(letters.split("|"), code)
    return codes


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(f"[\"'“‘「『【]?({'|'.join(_codes()[language])})[,、，]")
