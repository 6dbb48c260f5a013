"""Blocks too large for a message, cut: at items and rows, after sentences, between words, between characters."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.render.cutting import cut_point
from bot.render.harmless import harmless
from bot.render.layout import unfolded
from bot.render.markup import block_fragment, block_lines, line_fragment
from bot.render.stacking import Room, packed
from diplomacy.briefing.document import (
    Flow,
    Fold,
    Inline,
    Items,
    Line,
    News,
    Paragraph,
    Sources,
    Table,
    Text,
    Words,
)

Row = tuple[str, ...]


def pieces(blocks: Iterable[Flow], room: Room) -> Iterator[Flow]:
    """Cut the blocks that are too large alone."""
    for block in blocks:
        if room.holds(block_fragment(block)):
            yield block
        else:
            yield from _cut(block, room)


def _cut(block: Flow, room: Room) -> Iterator[Flow]:
    match block:
        case Fold(blocks):
            inside = Room(room.units, room.entities - 1)
            yield from map(Fold, packed(pieces(unfolded(blocks), inside), inside))
        case Table(head, rows):
            yield from _cut_table(head, rows, room)
        case Items(items) if len(items) > 1:
            yield from pieces((Items((item,)) for item in items), room)
        case Sources(sources) if len(sources) > 1:
            yield from pieces((Sources((source,)) for source in sources), room)
        case News():
            yield from _cut_news(block, room)
        case _:
            for line in block_lines(block):
                yield from map(Paragraph, cut_line(line, room))


def _cut_table(head: Row, rows: tuple[Row, ...], room: Room) -> Iterator[Flow]:
    """Give each piece as many rows as it has room for, below the same head; a row too large becomes a line."""
    if not room.holds(block_fragment(Table(head, rows[:1]))):
        yield from _row_as_lines(head, room)
        head = ()
    while rows:
        fitting = _most(len(rows), lambda n: room.holds(block_fragment(Table(head, rows[:n]))))  # noqa: B023 - used at once
        yield from (Table(head, rows[:fitting]),) if fitting else _row_as_lines(rows[0], room)
        rows = rows[max(fitting, 1) :]


def _row_as_lines(row: Row, room: Room) -> Iterator[Flow]:
    return map(Paragraph, cut_line((Text(" · ".join(row)),), room))


def _cut_news(news: News, room: Room) -> Iterator[Flow]:
    """Cut the report's words; each piece keeps the link to their source."""
    around = block_fragment(replace(news, words=replace(news.words, text="…")))
    if not Room(room.units // 2, room.entities // 2).holds(around):
        for line in block_lines(news):
            yield from map(Paragraph, cut_line(line, room))
        return
    lines = cut_line((news.words,), room.less(around))
    last = len(lines) - 1
    for at, words in enumerate(inline for line in lines for inline in line if isinstance(inline, Words)):
        lead, notes = news.lead if at == 0 else (), news.notes if at == last else ()
        yield News(words, news.source, lead, notes, bullet=news.bullet and at == 0)


def cut_line(line: Line, room: Room) -> tuple[Line, ...]:
    """Cut a line into lines that each fit: after sentences, else between words, else between characters."""
    rest = tuple(replace(inline, text=harmless(inline.text)) for inline in line)
    lines: list[Line] = []
    while rest:
        most = _longest_fitting(rest, room)
        text = "".join(inline.text for inline in rest)
        if most >= len(text):
            return (*lines, rest)
        first, rest = _divided(rest, cut_point(text, most))
        lines.append(first)
    return tuple(lines)


def _longest_fitting(line: Line, room: Room) -> int:
    """Count the code points of the longest beginning that fits; at least one, so that cutting comes to an end."""
    length = min(sum(len(inline.text) for inline in line), room.units)
    return max(_most(length, lambda n: room.holds(line_fragment(_divided(line, n)[0]))), 1)


def _most(up_to: int, fits: Callable[[int], bool]) -> int:
    """Find the largest number that fits, where all smaller ones do too."""
    return bisect_left(range(1, up_to + 1), 1, key=lambda number: not fits(number))


def _divided(line: Line, at: int) -> tuple[Line, Line]:
    """Divide a line after a number of code points; the space at the cut goes."""
    before: list[Inline] = []
    after: list[Inline] = []
    for inline in line:
        first, second = inline.text[: max(at, 0)], inline.text[max(at, 0) :]
        at -= len(inline.text)
        before += [replace(inline, text=first)] if first else []
        after += [replace(inline, text=second)] if second else []
    return tuple(before), tuple(after)
