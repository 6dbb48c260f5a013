"""Where a name may begin and end inside a word: prefixes and endings that languages write in one word with it."""

import re
from functools import cache

from diplomacy.countries.names import Sense, rows

LONGEST_ENDING = 12
LONGEST_STEM_ENDING = 8
LONGEST_PREFIX = 4

REST_OF_WORD = re.compile(rf"[^\W_]{{0,{LONGEST_ENDING + 1}}}")
"""Letters and digits, one more than the longest ending has."""

SPACELESS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0002ffff]")
"""Scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese."""


def is_spaceless(character: str) -> bool:
    """Whether a character belongs to a script that puts no spaces between words."""
    return not character.isascii() and SPACELESS.match(character) is not None


def is_hangul(character: str) -> bool:
    """Korean syllables."""
    return "\uac00" <= character <= "\ud7a3"


@cache
def _endings() -> dict[str, frozenset[str]]:
    """Endings by language."""
    return _by_language("suffixes.tsv")


@cache
def _all_endings() -> frozenset[str]:
    """Endings of any language."""
    return frozenset().union(*_endings().values())


def may_any_end(text: str, end: int) -> bool:
    """Whether a name of any language may end inside a word at `end`; most don't, and this tells at once."""
    if not text[end - 1].isascii():
        return True
    return text[end : end_of_word(text, end)] in _all_endings() or is_spaceless(text[end])


@cache
def _prefixes() -> frozenset[str]:
    """Prefixes of the scripts that have them; their letters tell the language."""
    return frozenset().union(*_by_language("prefixes.tsv").values())


def _by_language(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for _, languages, parts in rows(name):
        for language in languages.split(","):
            found[language] = found.get(language, frozenset()) | frozenset(part for part in parts.split("|") if part)
    return found


@cache
def _korean() -> re.Pattern[str]:
    parts = sorted(_endings()["ko"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(parts)})+")


def may_begin(text: str, start: int) -> bool:
    """Whether a name may begin at `start` of a folded text."""
    if start == 0 or not text[start - 1].isalnum():
        return True
    first = text[start]
    if is_spaceless(first) or is_spaceless(text[start - 1]):
        return True
    begin = start
    while begin > 0 and start - begin <= LONGEST_PREFIX and text[begin - 1].isalnum():
        begin -= 1
    return text[begin:start] in _prefixes()


def end_of_word(text: str, end: int) -> int:
    """Where the word ends that a name stands in; not searched further than any ending is long."""
    found = REST_OF_WORD.match(text, end)
    return found.end() if found else end


def may_end(text: str, end: int, sense: Sense, language: str | None) -> bool:
    """Whether a name may end at `end` of a folded text, in a word that may go on with an ending."""
    if end >= len(text) or not text[end].isalnum():
        return True
    last = text[end - 1]
    if is_spaceless(last) or (is_spaceless(text[end]) and not is_hangul(last)):
        return True
    rest = text[end : end_of_word(text, end)]
    if len(rest) > LONGEST_ENDING:
        return False
    if sense.open:
        return len(rest) <= LONGEST_STEM_ENDING
    if is_hangul(last):
        return _korean().fullmatch(rest) is not None
    return any(rest in _endings().get(spoken, ()) for spoken in _spoken(sense, language))


def _spoken(sense: Sense, language: str | None) -> frozenset[str]:
    """The languages whose endings the name may take: the text's own, and those that alone write the name so."""
    own = sense.languages if "en" not in sense.languages else frozenset()
    may_take = language and (language in sense.languages or not sense.languages or "en" in sense.languages)
    return own | {language} if language and may_take else own
