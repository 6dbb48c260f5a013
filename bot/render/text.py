"""A document as plain text: for a terminal, and for a message whose markup Telegram would not take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.render.buttons import Row, button_rows
from bot.render.columns import even_columns
from bot.render.harmless import harmless, isolated, one_line, runs_isolated
from bot.render.layout import stacked, unfolded
from bot.render.markup import block_lines, may_open
from diplomacy.briefing.document import (
    Button,
    Choice,
    Choices,
    CopyText,
    Document,
    Flow,
    Fold,
    Inline,
    Line,
    Link,
    OpenLink,
    ShareInline,
    Sources,
    Table,
    Words,
)


def text(document: Document) -> str:
    """Write a document for a terminal: addresses in sight, each choice a numbered line that tells what to type."""
    page = plain(document)
    numbered = "\n".join(numbered_choices(button_rows(document)))
    return "\n\n".join(part for part in (page, numbered) if part)


def plain(document: Document, *, addresses: bool = True) -> str:
    """Write a document without its choices; each address once, in the list of sources where there is one."""
    flow = tuple(block for block in document.blocks if not isinstance(block, Choices))
    listed = {source.url for block in unfolded(flow) if isinstance(block, Sources) for source in block.sources}
    writer = _Writer(listed if addresses else None)
    return "".join(gap + written for gap, written in stacked(flow, writer.block)).strip()


def numbered_choices(rows: Sequence[Row]) -> Iterator[str]:
    """Write each button as a numbered line, with what it does."""
    for number, button in enumerate((button for row in rows for button in row), start=1):
        yield f"{number}. {button.label}: {_effect(button)}".rstrip(": ")


def _effect(button: Button) -> str:
    match button:
        case Choice(_, effect) | OpenLink(_, effect) | CopyText(_, effect) | ShareInline(_, effect):
            return one_line(effect)


@dataclass(frozen=True, slots=True)
class _Writer:
    listed: set[str] | None
    """Addresses that the list of sources tells; None where no address is told at all."""

    def block(self, block: Flow) -> str:
        match block:
            case Table(head, rows):
                return even_columns(head, rows)
            case Fold(blocks):
                return "".join(gap + written for gap, written in stacked(unfolded(blocks), self.block))
            case Sources():
                sources = _Writer(None if self.listed is None else set())
                return "\n".join(map(sources.line, block_lines(block)))
            case _:
                return "\n".join(filter(None, map(self.line, block_lines(block))))

    def line(self, line: Line) -> str:
        told = "".join(map(self.inline, line))
        return told if told.strip() else ""

    def inline(self, inline: Inline) -> str:
        match inline:
            case Link(label, url):
                told = isolated(one_line(label))
                return f"{told} <{one_line(url)}>" if told and self._tells(url) else told
            case Words(words):
                return isolated(one_line(words))
            case _:
                return runs_isolated(harmless(inline.text))

    def _tells(self, url: str) -> bool:
        return self.listed is not None and url not in self.listed and may_open(url)
