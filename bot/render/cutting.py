"""Where a text may be cut: after a sentence, else between words, else between characters as a reader sees them."""

import re
import unicodedata

_SENTENCE_END = re.compile("(?<![.!?…])[.!?…]+[\"'”’»)\\]]*\\s+|[。！？]+[」』”’]*\\s*|\\n+")
_SPACE = re.compile(r"\s+")
_JOINER = "\u200d"
_LONGEST_CHARACTER = 64
"""Code points that one visible character may be built of before it is cut all the same."""


def cut_point(text: str, most: int) -> int:
    """Find the best place to cut a text with at most `most` (at least one) of its code points before it."""
    for ends in (_SENTENCE_END, _SPACE):
        place = max((match.end() for match in ends.finditer(text[: most + 1]) if match.end() <= most), default=0)
        if text[:place].strip():
            return place
    return _between_characters(text, most)


def _between_characters(text: str, most: int) -> int:
    for place in range(most, max(most - _LONGEST_CHARACTER, 0), -1):
        if not _belongs_together(text, place):
            return place
    return most


def _belongs_together(text: str, place: int) -> bool:
    """Whether what stands before and after a place is one visible character."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _JOINER in {before, after} or unicodedata.category(after) in {"Mn", "Me", "Mc"}:
        return True
    return _is_modifier(after) or _joins_jamo(before, after) or _splits_flag(text, place)


def _is_modifier(char: str) -> bool:
    """Skin tones, and the tags that spell the flags of England, Scotland and Wales."""
    return "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f"


def _joins_jamo(before: str, after: str) -> bool:
    return "\u1100" <= before <= "\u11ff" and "\u1160" <= after <= "\u11ff"


def _splits_flag(text: str, place: int) -> bool:
    """Regional letters pair up from the left: a cut after an odd number of them tears a flag."""
    letters = 0
    while letters < place and "\U0001f1e6" <= text[place - 1 - letters] <= "\U0001f1ff":
        letters += 1
    return letters % 2 == 1 and "\U0001f1e6" <= text[place] <= "\U0001f1ff"
