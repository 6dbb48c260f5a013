"""What is said about everything held of a chat: its export, and its end."""

from diplomacy.briefing.document import Choice, Choices, Document, Paragraph
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader


def exported(reader: Reader, *, held: bool) -> Document:
    """Say that the file has everything, or that nothing is held."""
    return Document((Paragraph(phrase(reader, "export.done" if held else "export.nothing")),))


def ask_delete(reader: Reader) -> Document:
    """Ask once before everything is deleted."""
    choices = (
        Choice(words(reader, "delete.yes"), "/delete yes"),
        Choice(words(reader, "delete.export_first"), "/export"),
    )
    return Document((Paragraph(phrase(reader, "delete.ask")), Choices((choices,))))


def deleted(reader: Reader, *, held: bool) -> Document:
    """Say that everything is gone, or that there was nothing."""
    return Document((Paragraph(phrase(reader, "delete.done" if held else "delete.nothing")),))
