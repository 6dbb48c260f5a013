"""Folding: one plain form for all spellings of a name, with the way back to the text as it was written.

Case, accents, dotted and dotless i, kinds of Arabic letters, full width and digits of any script fall together; every
mark that is neither letter nor digit becomes a space. Most text folds character by character, so that offsets stay;
where something is left out (combining accents, invisible marks, runs of spaces) the shifts are kept.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

LEFT_OUT = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
"""Accents that stand alone, Arabic and Hebrew points, nuktas, soft hyphens, joiners, direction marks."""

JAMO = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
UNEVEN = re.compile(LEFT_OUT.pattern[:-2] + r"\u1100-\u11ff]|\s\s")
"""What makes the folded text shorter than the text."""

SAME = {
    **dict.fromkeys("آأإٱ", "ا"),
    **dict.fromkeys("ىیيېئ", "ي"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةھہۀە", "ه"),
    "ؤ": "و",
    **dict.fromkeys("ıİ", "i"),
    **dict.fromkeys("đĐð", "d"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("ħĦ", "h"),
    **dict.fromkeys("ŧŦ", "t"),
    **dict.fromkeys("əƏ", "e"),
    **dict.fromkeys("ґҐ", "г"),
    "ς": "σ",
    **dict.fromkeys("ʼʻʹʾʿ", " "),
}
"""Letters that no decomposition joins."""

KEEP_ACCENTS_FROM = 0x590
UNPOINTED = range(0x1E00, 0x2000)
"""Above this point marks are part of the spelling (Devanagari, kana …), but for Latin and Greek with diacritics."""

HALF_AND_FULL_WIDTH = range(0xFF00, 0xFFF0)
MATHEMATICAL = range(0x1D400, 0x1D800)
"""Bold, italic and script letters, with which people dress up names."""
LAST_CACHED = 0x2FFFF


def fold_character(character: str) -> str:
    """Fold one character to one character."""
    if character in SAME:
        return SAME[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category[0] not in "LMN" or category == "No":
        return " "
    point = ord(character)
    if point < KEEP_ACCENTS_FROM or any(point in block for block in (UNPOINTED, HALF_AND_FULL_WIDTH, MATHEMATICAL)):
        character = unicodedata.normalize("NFKD", character)[0]
    elif unicodedata.decomposition(character).endswith((" 093C", " 09BC", " 0A3C", " 0B3C")):
        character = unicodedata.normalize("NFD", character)[0]
    lowered = character.lower()
    return SAME.get(lowered, lowered) if len(lowered) == 1 else character


class _Table(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = fold_character(chr(point))
        if point <= LAST_CACHED:
            self[point] = folded
        return folded


LONGEST_NAME, LONGEST_LEAD = 40, 2000

_TABLE = _Table()
_COLUMNS = _Table({ord(mark): mark for mark in "\n\t|"})
"""Keeps the marks that part the lines, columns and forms of a data file."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: from `breaks[i]` on, `shifts[i]` is added to an offset."""

    text: str
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Where in the text a folded character stands."""
        if not self.breaks:
            return offset
        at = bisect_right(self.breaks, offset)
        return offset + self.shifts[at - 1] if at else offset

    def origin_end(self, offset: int) -> int:
        """Where in the text a folded stretch ends: right behind its last character and the accents that follow it."""
        at = bisect_right(self.breaks, offset)
        if at and self.breaks[at - 1] == offset:
            return offset + self.shifts[at - 1]
        return self.origin(offset - 1) + 1 if offset else 0


def fold(text: str) -> str:
    """Fold a name or a word: no spaces at its ends, none doubled."""
    return _fold_name(text) if len(text) <= LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    short = _shortened(text)[0] if UNEVEN.search(text) else text
    return " ".join(short.translate(_TABLE).split())


_fold_name = lru_cache(4096)(_fold)
"""A text names the same few countries again and again."""


def fold_columns(text: str) -> str:
    """Fold a whole data file at once: its line breaks, tabs and bars stay."""
    kept = _shortened(text)[0] if JAMO.search(text) else LEFT_OUT.sub("", text)
    folded = re.sub(" {2,}", " ", kept.translate(_COLUMNS))
    for mark in "\n\t|":
        folded = folded.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return folded


def fold_with_offsets(text: str) -> Folded:
    """Fold a text so that offsets of the folded one lead back to it."""
    return _fold_lead(text) if len(text) <= LONGEST_LEAD else _fold_all(text)


def _fold_all(text: str) -> Folded:
    if not UNEVEN.search(text):
        return Folded(text.translate(_TABLE))
    shortened, breaks, shifts = _shortened(text)
    return Folded(shortened.translate(_TABLE), breaks, shifts)


_fold_lead = lru_cache(16)(_fold_all)
"""Whoever reads a lead folds it: for names, dates, offices, topics."""

_SHORTEN = re.compile(f"(?P<out>{LEFT_OUT.pattern})|(?P<jamo>{JAMO.pattern})|(?P<space>\\s(?:\\s)+)")


def _shortened(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Leave out what folding leaves out, compose Korean letters, and note the shifts."""
    parts: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    length = last = 0
    for found in _SHORTEN.finditer(text):
        kept = {"out": "", "space": " "}.get(found.lastgroup or "")
        if kept is None:
            kept = unicodedata.normalize("NFC", found.group())
        parts += (text[last : found.start()], kept)
        length += found.start() - last + len(kept)
        last = found.end()
        breaks.append(length)
        shifts.append(last - length)
    parts.append(text[last:])
    return "".join(parts), tuple(breaks), tuple(shifts)
