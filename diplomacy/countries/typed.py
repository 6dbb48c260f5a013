"""What somebody typed, taken apart: flags, dates and words, each with the place where it stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from diplomacy.countries.borders import is_spaceless
from diplomacy.countries.folding import fold_with_offsets

COMMAND = re.compile(r"\s*/\w+(?:@\w+)?")
MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&(?:[A-Za-z]{2,8}|#\d{1,6});")
FLAG = re.compile(
    "\U0001f3f4(?P<part>[\U000e0061-\U000e007a\U000e0030-\U000e0039]{3,6})\U000e007f?|(?P<pair>[\U0001f1e6-\U0001f1ff]{2})"
)
DATE = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})(?:[-./]|\s?[年년]\s?)(?P<m>\d{1,2})(?:[-./]|\s?[月월]\s?)(?P<d>\d{1,2})(?:\s?[日일])?"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}))(?!\d)"
)
PARTED_NUMBER = re.compile(r"(?<!\d)(?:(?P<groups>\d{1,3}(?:[.,٬]\d{3})+)(?![.,٫٬]?\d)|\d+(?:[.,٫٬]\d+)+)")
"""Numbers with a mark inside: `1,000` in groups of three, `1.5` with a fraction."""
PIECE = re.compile(r"\S+")
LONGEST_CODE = 3
APOSTROPHES = frozenset("'’‘ʼ′`´＇")


class Sort(Enum):
    """What a piece of typed text is."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of typed text."""

    sort: Sort
    start: int
    end: int
    typed: str
    folded: str
    """Words: folded. Numbers: their digits in ASCII, fractions with a point. Dates: ISO, empty for no such day.
    Flags: the code shown."""
    ending: bool = False
    """It stands right behind an apostrophe: an ending of the word before, if that names something."""
    attached: bool = False
    """It stands right behind a number: `d` of `30d`."""

    @property
    def is_small(self) -> bool:
        """Whether it is no word in capitals."""
        return not self.typed.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether it is a word in small letters."""
        return self.typed.islower()


def take_apart(text: str) -> tuple[Piece, ...]:
    """Take typed text apart; the command itself, markup and marks between words are left out."""
    command = COMMAND.match(text)
    bare = " " * command.end() + text[command.end() :] if command else text
    bare = MARKUP.sub(lambda found: " " * len(found.group()), bare)
    special = [*_flags(bare), *_dates(bare)]
    letters = list(bare)
    for piece in special:
        letters[piece.start : piece.end] = " " * (piece.end - piece.start)
    numbers = list(_parted_numbers("".join(letters)))
    for piece in numbers:
        letters[piece.start : piece.end] = " " * (piece.end - piece.start)
    special += numbers
    return tuple(sorted([*special, *_words("".join(letters), text)], key=lambda piece: piece.start))


def _flags(text: str) -> Iterator[Piece]:
    """Flags of countries; those of parts of a country count for the country."""
    for found in FLAG.finditer(text):
        if found["pair"]:
            code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in found["pair"])
        else:
            code = "".join(chr(ord(letter) - 0xE0000) for letter in found["part"][:2]).upper()
        yield Piece(Sort.FLAG, found.start(), found.end(), found.group(), code)


def _dates(text: str) -> Iterator[Piece]:
    """Dates; what only looks like one has no ISO form."""
    for found in DATE.finditer(text):
        year, month, day = (int(found[name] or found[name + "2"]) for name in "ymd")
        try:
            told = date(year, month, day).isoformat()
        except ValueError:
            told = ""
        yield Piece(Sort.DATE, found.start(), found.end(), found.group(), told)


def _parted_numbers(text: str) -> Iterator[Piece]:
    """Numbers with a mark among their digits, which is a part of them."""
    for found in PARTED_NUMBER.finditer(text):
        digits = "".join(str(unicodedata.digit(one)) if one.isdecimal() else "." for one in found.group())
        folded = digits.replace(".", "") if found["groups"] else digits
        yield Piece(Sort.NUMBER, found.start(), found.end(), found.group(), folded)


def _words(bare: str, text: str) -> Iterator[Piece]:
    """Words and numbers. Scripts without spaces come in runs that are taken apart later, by what they name."""
    folded = fold_with_offsets(bare)
    for stretch in PIECE.finditer(folded.text):
        for first, last in _runs(stretch.group()):
            begin, end = first + stretch.start(), last + stretch.start()
            start, stop = folded.origin(begin), folded.origin_end(end)
            part = folded.text[begin:end]
            behind = text[start - 1] if start else " "
            yield Piece(
                Sort.NUMBER if part.isdecimal() else Sort.WORD,
                start,
                stop,
                text[start:stop],
                part,
                ending=behind in APOSTROPHES,
                attached=begin > 0 and folded.text[begin - 1].isdecimal(),
            )


def _runs(word: str) -> Iterator[tuple[int, int]]:
    """Cut a word where the script changes between spaced and spaceless, and behind a number that leads it."""
    begin = 0
    digits = len(word) - len(word.lstrip("0123456789"))
    if 0 < digits < len(word):
        yield 0, digits
        begin = digits
    for at in range(begin + 1, len(word)):
        if is_spaceless(word[at]) != is_spaceless(word[at - 1]) or (
            is_spaceless(word[at - 1]) and word[at].isdecimal() != word[at - 1].isdecimal()
        ):
            yield begin, at
            begin = at
    yield begin, len(word)


def plain(typed: str) -> str:
    """A typed word in ASCII small letters where it is one (full width and dotted letters too), else empty."""
    small = unicodedata.normalize("NFKC", typed).translate({0x130: "i", 0x131: "i"}).lower()
    return small if small.isascii() and small.isalpha() else ""


def is_shouted(pieces: Sequence[Piece]) -> bool:
    """Whether everything is typed in capitals, so that they tell nothing; codes are in capitals anyway."""
    cased = [piece for piece in pieces if piece.sort is Sort.WORD and piece.typed.upper() != piece.typed.lower()]
    words = [piece for piece in cased if len(piece.typed) > LONGEST_CODE]
    return bool(words) and not any(piece.is_small for piece in words)
