"""The words of a text as stories compare them: stems, numbers, pairs of characters in Chinese and Japanese."""

from functools import lru_cache

from diplomacy.countries.borders import is_hangul, is_spaceless
from diplomacy.countries.folding import fold

STEM = 6
"""Words are compared by so many first letters, so that endings make no difference."""
KOREAN_STEM = 2
LONGEST_KEY = 200
READ = 2000
"""Characters from the beginning of a report; further down come background and other matters."""

ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What folding makes of plain English, many times faster: all but letters and digits becomes a space."""


def title_key(title: str) -> str:
    """Fold a title to what two reports of the same have in common."""
    return fold(title)[:LONGEST_KEY].strip()


def folded_words(text: str) -> list[str]:
    """The words that a text begins with, folded."""
    piece = text[:READ]
    return piece.lower().translate(ASCII_WORDS).split() if piece.isascii() else fold(piece).split()


def stems(word: str) -> tuple[str, ...]:
    """What a word is compared by: words that one wrote otherwise come out alike."""
    return _stems(word if word.isascii() and word.isalnum() and word.islower() else fold(word).replace(" ", ""))


@lru_cache(maxsize=65_536)
def _stems(word: str) -> tuple[str, ...]:
    if not word:
        return ()
    if not word.isascii() and is_spaceless(word[0]):
        return tuple(word[at : at + 2] for at in range(len(word) - 1))
    if is_hangul(word[0]):
        return (word[:KOREAN_STEM],) if len(word) > 1 else ()
    if word.isdecimal():
        return (word,)
    return (word[:STEM],) if len(word) > 1 else ()
