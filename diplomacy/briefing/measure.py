"""How much of a page meets the eye before anything is unfolded or pressed."""

from collections.abc import Iterable

from diplomacy.briefing.document import (
    Block,
    Choices,
    Fold,
    Heading,
    Items,
    Line,
    News,
    Paragraph,
    Section,
    Sources,
    Table,
)

ONE_SCREEN = 1800
"""Characters that an answer shows at once."""


def visible(blocks: Iterable[Block]) -> int:
    """Count the characters that blocks show; a fold's stay folded, a button's stand below."""
    return sum(_shown(block) for block in blocks)


def _shown(block: Block) -> int:  # noqa: PLR0911 - one return a kind of block
    match block:
        case Heading(line) | Paragraph(line):
            return _length(line) + 1
        case Section(text):
            return len(text) + 2
        case Items(items):
            return sum(_length(item) + 3 for item in items)
        case News(words, source, lead, notes):
            return len(words.text) + len(source.text) + _length(lead) + _length(notes) + 5
        case Table(head, rows):
            widths = [max(map(len, column)) + 2 for column in zip(head, *rows, strict=True)]
            return sum(widths) * (len(rows) + 1)
        case Sources(sources):
            return sum(len(source.publisher) + len(source.date) + 8 for source in sources)
        case Fold() | Choices():
            return 0


def _length(line: Line) -> int:
    return sum(len(inline.text) for inline in line)
