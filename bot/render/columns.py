"""A table in even columns, for a font in which every letter is as wide as every other and a Chinese one twice that."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from bot.render.harmless import isolated, one_line

_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})


def even_columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay a table out: the first column reads left, the others right, two spaces between them."""
    table = [[one_line(cell) for cell in row] for row in (head, *rows) if any(cell.strip() for cell in row)]
    widths = [max(map(width, column)) for column in zip_longest(*table, fillvalue="")]
    return "\n".join(_row(row, widths) for row in table)


def width(text: str) -> int:
    """Count the columns that a text takes: two for a wide letter, none for a mark on the letter before."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    padding = [" " * (room - width(cell)) for cell, room in zip(row, widths, strict=False)]
    first = isolated(row[0]) + padding[0]
    others = (pad + isolated(cell) for pad, cell in zip(padding[1:], row[1:], strict=True))
    return "  ".join((first, *others)).rstrip()
