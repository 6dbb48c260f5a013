"""A document as Telegram's HTML, one message a part."""

from dataclasses import dataclass

from bot.render.buttons import Row, button_rows
from bot.render.harmless import units
from bot.render.markup import page
from bot.render.parts import MESSAGE, flow_of, split
from bot.render.text import plain as plain_text
from diplomacy.briefing.document import Document

__all__ = ["Rendered", "plain", "render", "split"]

NOTHING_TO_READ = "…"
"""Telegram takes no message without a text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as Telegram takes it."""

    html: str
    units: int
    """UTF-16 code units of the text without markup."""
    entities: int
    buttons: tuple[Row, ...]


def render(document: Document) -> Rendered:
    """Write a part that `split` made (or a document that fits one message) as Telegram HTML."""
    written = page(flow_of(document))
    html = written.html if written.html.strip() else NOTHING_TO_READ
    return Rendered(html, written.units, written.entities, button_rows(document))


def plain(document: Document) -> str:
    """Write the same part without markup, for when Telegram can't parse it: with the addresses where they fit."""
    for addresses in (True, False):
        written = plain_text(document, addresses=addresses)
        if units(written) <= MESSAGE.units:
            break
    return written or NOTHING_TO_READ
