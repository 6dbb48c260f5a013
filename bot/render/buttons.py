"""The buttons below a message, within what Telegram takes: eight a row, a hundred a message, none that does nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.render.cutting import cut_point
from bot.render.harmless import one_line, units
from bot.render.markup import may_open
from diplomacy.briefing.document import Button, Choice, Choices, CopyText, Document, OpenLink, ShareInline

Row = tuple[Button, ...]
BUTTONS_A_ROW, BUTTONS_A_MESSAGE = 8, 100
LONGEST_COPY = 256
"""UTF-16 units."""


def button_rows(document: Document) -> tuple[Row, ...]:
    """Gather the buttons of a document; a row too wide goes on in the next, one that could do nothing is left out."""
    rows = (row for block in document.blocks if isinstance(block, Choices) for row in block.rows)
    pressable = ([button for button in map(_harmless, row) if _does_something(button)] for row in rows)
    return tuple(tuple(row[at : at + BUTTONS_A_ROW]) for row in pressable for at in range(0, len(row), BUTTONS_A_ROW))


def in_messages(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Deal rows out to messages, at least one; more than one only where there are over a hundred buttons."""
    return list(_dealt(rows)) or [()]


def _dealt(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    board: list[Row] = []
    for row in rows:
        if sum(map(len, board)) + len(row) > BUTTONS_A_MESSAGE:
            yield tuple(board)
            board = []
        board.append(row)
    if board:
        yield tuple(board)


def _harmless(button: Button) -> Button:
    label = one_line(button.label).strip() or "…"
    match button:
        case CopyText(_, text):
            return CopyText(label, _shortened(text))
        case ShareInline(_, query):
            return ShareInline(label, one_line(query))
        case Choice() | OpenLink():
            return replace(button, label=label)


def _does_something(button: Button) -> bool:
    match button:
        case Choice(_, command):
            return bool(command.strip())
        case OpenLink(_, url):
            return may_open(url)
        case CopyText(_, text):
            return bool(text.strip())
        case ShareInline():
            return True


def _shortened(text: str) -> str:
    text = one_line(text)
    while units(text) > LONGEST_COPY:
        text = text[: cut_point(text, min(len(text), LONGEST_COPY) - 1)].rstrip()
    return text
