"""A document cut into parts that each fit one message: whole blocks where they fit, and no word lost where they do not.

    blocks ─▶ pieces (each fits a message) ─▶ packed (as many as fit, in order) ─▶ headed ("1/2") ─▶ choices on the last

A block that is too large alone is cut at its items, then after sentences, then between words, then between characters.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import NamedTuple

from bot.render.buttons import BUTTONS_A_MESSAGE, button_rows, in_messages
from bot.render.cutting import cut_point
from bot.render.harmless import harmless
from bot.render.layout import Place, unfolded
from bot.render.markup import Fragment, block_fragment, block_lines, line_fragment, page
from diplomacy.briefing.document import (
    Choices,
    Document,
    Faint,
    Flow,
    Fold,
    Heading,
    Inline,
    Items,
    Line,
    News,
    Paragraph,
    Section,
    Sources,
    Table,
    Text,
    Words,
)

LONGEST_REPEATED_HEADING = 512
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a message has room for."""

    units: int
    entities: int

    def holds(self, fragment: Fragment) -> bool:
        """Tell whether a fragment fits."""
        return fragment.units <= self.units and fragment.entities <= self.entities

    def less(self, fragment: Fragment) -> "Room":
        """Tell what is left beside a fragment and a line break or two."""
        return Room(self.units - fragment.units - 2, self.entities - fragment.entities)


MESSAGE = Room(units=4096, entities=100)
"""Telegram's limits: UTF-16 units after entities, and entities."""


def split(document: Document) -> tuple[Document, ...]:
    """Cut a document into parts that each fit one message, in order; one that fits comes back as it is."""
    flow, rows = flow_of(document), button_rows(document)
    if sum(map(len, rows)) <= BUTTONS_A_MESSAGE and MESSAGE.holds(page(flow)):
        return (document,)
    heading, body = _heading_and_body(flow)
    bodies = _bodies(heading, body) or [()]
    boards = in_messages(rows)
    bodies += [()] * (len(boards) - 1)
    below = [[Choices(board)] if board else [] for board in ([()] * (len(bodies) - len(boards)) + boards)]
    heads = (_numbered(heading, number, len(bodies)) for number in range(1, len(bodies) + 1))
    return tuple(Document((*head, *inner, *board)) for head, inner, board in zip(heads, bodies, below, strict=True))


def flow_of(document: Document) -> tuple[Flow, ...]:
    """List the blocks that are read, without the choices."""
    return tuple(block for block in document.blocks if not isinstance(block, Choices))


def _heading_and_body(flow: Sequence[Flow]) -> tuple[Line, tuple[Flow, ...]]:
    """Take the heading that each part repeats; one too long to be repeated stands in the first part alone."""
    match flow:
        case (Heading(line), *body) if Room(LONGEST_REPEATED_HEADING, 20).holds(block_fragment(Heading(line))):
            return line, tuple(body)
        case _:
            return (), tuple(flow)


def _numbered(heading: Line, number: int, of: int) -> tuple[Heading, ...]:
    if of == 1:
        return (Heading(heading),) if heading else ()
    mark = Faint(f"{number}/{of}")
    return (Heading((*heading, Text(" "), mark)) if heading else Heading((mark,)),)


def _bodies(heading: Line, body: Sequence[Flow]) -> list[tuple[Flow, ...]]:
    """Pack the body into as few parts as it takes; the more there are, the more room their numbers take."""
    most = 9
    while True:
        room = MESSAGE.less(block_fragment(*_numbered(heading, most, most)))
        packed = list(_packed(_pieces(body, room), room))
        if len(packed) <= most:
            return packed
        most = most * 10 + 9


class Stack(NamedTuple):
    """What blocks put one below the other cost, and where the next one comes to stand."""

    place: Place = Place()
    cost: Fragment = Fragment()

    def on(self, block: Flow) -> "Stack":
        """Put one more block below the others."""
        more = block_fragment(block)
        if not more:
            return Stack(self.place.with_gap(), self.cost) if isinstance(block, Paragraph) else self
        height = self.cost.units + len(self.place.gap_before(block)) + more.units
        return Stack(self.place.after(block), Fragment("", height, self.cost.entities + more.entities))


def _packed(blocks: Iterable[Flow], room: Room) -> Iterator[tuple[Flow, ...]]:
    """Put as many blocks together as there is room for; the title of a section goes with what follows it."""
    part: list[Flow] = []
    stack = Stack()
    for block in blocks:
        grown = stack.on(block)
        if part and not room.holds(grown.cost):
            part, carried = _titles_carried(part, block, room)
            yield tuple(part)
            part, grown = carried, reduce(Stack.on, (*carried, block), Stack())
        part.append(block)
        stack = grown
    if part:
        yield tuple(part)


def _titles_carried(part: list[Flow], block: Flow, room: Room) -> tuple[list[Flow], list[Flow]]:
    if len(part) > 1 and isinstance(part[-1], Section) and room.holds(Stack().on(part[-1]).on(block).cost):
        return part[:-1], part[-1:]
    return part, []


def _pieces(blocks: Iterable[Flow], room: Room) -> Iterator[Flow]:
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
            yield from map(Fold, _packed(_pieces(unfolded(blocks), inside), inside))
        case Table(head, rows):
            yield from _cut_table(head, rows, room)
        case Items(items) if len(items) > 1:
            yield from _pieces((Items((item,)) for item in items), room)
        case Sources(sources) if len(sources) > 1:
            yield from _pieces((Sources((source,)) for source in sources), room)
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
