"""Stored reports that hold some words, newest first."""

from diplomacy.briefing.document import Choice, Code, Document
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.asked import window
from diplomacy.briefing.pages.reports import Leaf, listed, turning
from diplomacy.briefing.phrasing import words
from diplomacy.reader import Reader
from diplomacy.relations.asked import Moment, Window


def found(page: Leaf, typed: str, asked: Window | None, moment: Moment, reader: Reader) -> Document:
    """List what was found; `asked` is None where all that is stored was searched."""
    command = " ".join(("/search", typed, *((_window(asked),) if asked else ())))
    place = words(reader, "search.page", page=page.number) if page.more or page.number > 1 else ""
    over = window(asked, reader) if asked else words(reader, "search.everything")
    sample = (telling.sample_notice(reader),) if telling.from_sample(page.reports) else ()
    turns = turning(page, f"{command} all", reader)
    return Document(
        (
            telling.titled(words(reader, "search.title", typed=telling.shown_as_typed(typed))),
            telling.faint(telling.as_of(reader, moment.now), over, place),
            *sample,
            *listed(page, moment, reader),
            *((telling.rows(turns),) if turns else ()),
        )
    )


def nothing_found(typed: str, asked: Window | None, moment: Moment, articles: int, reader: Reader) -> Document:
    """Say that no stored report holds the words, out of how many."""
    over = window(asked, reader) if asked else words(reader, "search.everything")
    wider = (telling.rows([Choice(words(reader, "search.button.everything"), f"/search {typed}")]),) if asked else ()
    return Document(
        (
            telling.titled(words(reader, "search.title", typed=telling.shown_as_typed(typed))),
            telling.faint(telling.as_of(reader, moment.now), over),
            telling.paragraph(reader, "search.nothing", articles),
            *wider,
        )
    )


def what_to_search(reader: Reader) -> Document:
    """Say how to search."""
    example = Code(words(reader, "search.example"))
    return Document((telling.paragraph(reader, "search.what", example=example),))


def too_long(characters: int, reader: Reader) -> Document:
    """Say that more was typed than a search takes."""
    example = Code(words(reader, "search.example"))
    return Document((telling.paragraph(reader, "search.long", characters, example=example),))


def _window(asked: Window) -> str:
    return asked.typed if asked.since else f"{asked.days}d"
