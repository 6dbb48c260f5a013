"""The honest answer where no report ties two countries together: silence may be ours."""

from dataclasses import dataclass

from diplomacy.briefing.document import Choice, Choices, Code, Document, Items, Line
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.asked import follow_or_instead, longer_windows, opening, whole
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Moment
from diplomacy.relations.report import Coverage, Tally


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through in vain."""

    feeds: int
    """Feeds that are read."""
    stories: int
    """Stories stored, of any countries."""
    unnarrowed: int = 0
    """Reports of the pair in the window, had the question not been narrowed to a topic or words."""


def no_relations(
    asked: Asked, moment: Moment, searched: Searched, coverage: tuple[Coverage, Coverage], reader: Reader
) -> Document:
    """Answer that nothing is stored, out of how much, and what can be done."""
    return Document(
        (
            *opening(asked, moment, Tally(), reader),
            telling.paragraph(reader, *_nothing(searched)),
            telling.GAP,
            Items(_advice(asked, reader)),
            telling.GAP,
            telling.faint(_covered(searched, coverage, reader)),
            _choices(asked, searched, reader),
        )
    )


def _nothing(searched: Searched) -> tuple[str, int]:
    if searched.unnarrowed:
        return "relations.empty.narrowed", searched.unnarrowed
    return ("relations.empty.none" if searched.stories else "relations.empty.store"), searched.stories


def _advice(asked: Asked, reader: Reader) -> tuple[Line, ...]:
    first, second = (Code(f"/country {code}") for code in (asked.pair.first, asked.pair.second))
    return (
        phrase(reader, "relations.empty.follow"),
        phrase(reader, "relations.empty.alone", first=first, second=second),
    )


def _covered(searched: Searched, coverage: tuple[Coverage, Coverage], reader: Reader) -> str:
    """Tell how many feeds are read, and how many of them from each of the two."""
    each = (
        words(reader, "relations.empty.covers", of.feeds, country=telling.named(reader, of.country)) for of in coverage
    )
    return words(reader, "relations.empty.coverage", searched.feeds, covered=", ".join(each))


def _choices(asked: Asked, searched: Searched, reader: Reader) -> Choices:
    alone = tuple(
        Choice(telling.flagged(reader, code), f"/country {code}") for code in (asked.pair.first, asked.pair.second)
    )
    second = (*longer_windows(asked, reader), whole(asked, reader)) if searched.unnarrowed else alone
    return Choices((follow_or_instead(asked, reader), second))
