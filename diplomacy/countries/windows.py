"""Windows of time among typed words: numbers with and without units, periods in words, years."""

from diplomacy.countries.borders import is_hangul
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typed import Sort, plain

LONGEST_WINDOW = 3650
MOST_DIGITS = 8
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_PARTICLE = 2
ONE_LETTER_UNITS = frozenset("dwmy")
CODE = 2
POINT = "."


def number_at(text: TypedText, at: int) -> Part:
    """A number with the unit behind it, if any: a window, or a year behind `since`."""
    piece = text.pieces[at]
    unit = _unit(text, at + 1)
    if unit is None and at + 1 < len(text.pieces) and text.pieces[at + 1].attached:
        return Part(at, at + 1, text.typed(at, at + 1), unknown=True)
    last = at if unit is None else at + 1
    if POINT in piece.folded:
        return _fraction(text, at, unit)
    value = int(piece.folded[: MOST_DIGITS + 1])
    if unit is None and _behind_since(text, at) and FIRST_YEAR <= value <= LAST_YEAR:
        return Part(at, at, piece.typed, since=f"{value}-01-01")
    days = value * (unit or 1)
    if 1 <= days <= LONGEST_WINDOW:
        return Part(at, last, text.typed(at, last), days=days)
    return Part(at, last, text.typed(at, last), unknown=True)


def _fraction(text: TypedText, at: int, unit: int | None) -> Part:
    """A number with a fraction: a window with a unit of some days (`1.5 months`), none without (`1.5`)."""
    told = text.pieces[at].folded
    days = round(float(told[:MOST_DIGITS]) * (unit or 1)) if told.count(POINT) == 1 else 0
    last = at if unit is None else at + 1
    if unit is not None and unit > 1 and 1 <= days <= LONGEST_WINDOW:
        return Part(at, last, text.typed(at, last), days=days)
    return Part(at, last, text.typed(at, last), unknown=True)


def _behind_since(text: TypedText, at: int) -> bool:
    return at > 0 and text.pieces[at - 1].folded in text.words.since


def _unit(text: TypedText, at: int) -> int | None:
    """The days that a unit behind a number stands for; Korean writes particles right behind it."""
    if at >= len(text.pieces) or text.pieces[at].sort is not Sort.WORD:
        return None
    piece = text.pieces[at]
    for cut in range(len(piece.folded), max(0, len(piece.folded) - LONGEST_PARTICLE - 1), -1):
        word = piece.folded[:cut]
        known = text.words.units.get(word)
        if known is None or (cut < len(piece.folded) and not is_hangul(word[-1])):
            continue
        if piece.attached or _is_plainly_unit(text, word):
            return known
    return None


def _is_plainly_unit(text: TypedText, word: str) -> bool:
    """Whether a word that stands alone is a unit: short Latin ones may be codes or something else."""
    if len(word) > CODE or not plain(word):
        return True
    return word in ONE_LETTER_UNITS or (len(word) == CODE and word.upper() not in text.gazetteer.codes)


NUMERALS = {
    "零": 0,
    "〇": 0,
    "两": 2,
    "兩": 2,
    **{numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)},
}
TENS = {"十": 10, "百": 100, "千": 1000}
LONGEST_UNIT = 4
MONTH = "月"
"""Behind a numeral this is the name of a month: 三月 is March, 三个月 three months."""


def counted_at(text: TypedText, run: str, begin: int) -> tuple[int, int] | None:
    """A number in Chinese numerals with its unit in a run without spaces: where it ends, and its days."""
    end = begin
    while end < len(run) and (run[end] in NUMERALS or run[end] in TENS):
        end += 1
    if end == begin:
        return None
    for stop in range(min(len(run), end + LONGEST_UNIT), end, -1):
        unit = text.words.units.get(run[end:stop])
        if unit is not None and run[end:stop] != MONTH and 1 <= _value(run[begin:end]) * unit <= LONGEST_WINDOW:
            return stop, _value(run[begin:end]) * unit
    return None


def _value(numerals: str) -> int:
    """The value of Chinese numerals up to thousands."""
    total = digit = 0
    for numeral in numerals:
        if numeral in TENS:
            total += (digit or 1) * TENS[numeral]
            digit = 0
        else:
            digit = digit * 10 + NUMERALS[numeral]
    return total + digit
