"""What is said when a request can't be met: one helpful sentence, and buttons where a choice helps."""

from collections.abc import Sequence

from diplomacy.briefing.document import Choice, Code, Document, Paragraph, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import phrase
from diplomacy.reader import Reader

TYPED_SHOWN = 32
"""Characters of an unknown command that are said back."""
BEHIND_KEPT = 200
"""Characters behind it that a button takes over."""


def unknown_command(reader: Reader, typed: str, nearest: Sequence[str], behind: str = "") -> Document:
    """Say that there is no such command; `nearest` are commands that look like it, which take what stood behind it."""
    shown = typed if len(typed) <= TYPED_SHOWN else typed[:TYPED_SHOWN] + "…"
    sentence = phrase(reader, "errors.unknown_command", typed=Code(f"/{shown}"))
    hint = phrase(reader, "errors.nearest" if nearest else "errors.see_help")
    meant = [f"/{name} {behind[:BEHIND_KEPT]}".strip() for name in nearest]
    buttons = [Choice(telling.shown_as_typed(command), command) for command in (*meant, "/help")]
    return Document((Paragraph((*sentence, Text(" "), *hint)), telling.rows(buttons, 2 if behind else telling.ROW)))


def administrators_only(reader: Reader) -> Document:
    """Say that in a group only administrators change what it follows and its settings."""
    return Document((Paragraph(phrase(reader, "errors.administrators_only")),))


def database_away(reader: Reader) -> Document:
    """Say that the store can't be reached, and that nothing is lost."""
    return Document((Paragraph(phrase(reader, "errors.database_away")),))


def failed(reader: Reader) -> Document:
    """Say that the house itself made a mistake."""
    return Document((Paragraph(phrase(reader, "errors.failed")),))
