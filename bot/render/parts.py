"""A document cut into parts that each fit one message: whole blocks where they fit, and no word lost where they do not.

    blocks ─▶ pieces (each fits a message) ─▶ packed (as many as fit, in order) ─▶ headed ("1/2") ─▶ choices on the last

A block that is too large alone is cut at its items, then after sentences, then between words, then between characters.
"""

from collections.abc import Sequence

from bot.render.buttons import BUTTONS_A_MESSAGE, button_rows, in_messages
from bot.render.markup import block_fragment, page
from bot.render.pieces import pieces
from bot.render.stacking import Room, packed
from diplomacy.briefing.document import Choices, Document, Faint, Flow, Heading, Line, Text

LONGEST_REPEATED_HEADING = Room(units=512, entities=20)

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
        case (Heading(line), *body) if LONGEST_REPEATED_HEADING.holds(block_fragment(Heading(line))):
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
        bodies = list(packed(pieces(body, room), room))
        if len(bodies) <= most:
            return bodies
        most = most * 10 + 9
