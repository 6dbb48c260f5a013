"""Reports as a list, newest first, ten a page: all of a pair, or all that hold some words."""

from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.briefing.document import Choice, Document, Flow
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.asked import opening
from diplomacy.briefing.phrasing import words
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Moment
from diplomacy.relations.report import Report, Tally

A_PAGE = 10
LAST_PAGE = 30
"""Deeper pages are for a shorter window: nobody reads three hundred reports ten by ten."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: its number from 1, the reports on it, and whether more follow."""

    number: int
    reports: tuple[Report, ...]
    more: bool


def leaf(reports: Sequence[Report], number: int) -> Leaf:
    """Cut one page out of the newest reports; fetch `reach(number)` of them."""
    there = tuple(reports[(number - 1) * A_PAGE : number * A_PAGE])
    return Leaf(number, there, more=len(reports) > number * A_PAGE and number < LAST_PAGE)


def reach(number: int) -> int:
    """Tell how many of the newest reports a page needs, one more than it shows."""
    return number * A_PAGE + 1


def all_reports(page: Leaf, asked: Asked, moment: Moment, tally: Tally, reader: Reader) -> Document:
    """List the reports of a pair."""
    pages = min(-(-tally.reports // A_PAGE), LAST_PAGE)
    place = words(reader, "relations.all.page", page=page.number, pages=pages)
    heading, *opened = opening(asked, moment, tally, reader)
    return Document(
        (
            heading,
            *opened,
            telling.faint(words(reader, "relations.all.title"), place),
            *listed(page, moment, reader),
            *_end(page, tally, reader),
            telling.rows(
                [
                    *turning(page, asked.command("all"), reader),
                    Choice(words(reader, "relations.button.back"), asked.command()),
                ]
            ),
        )
    )


def listed(page: Leaf, moment: Moment, reader: Reader) -> tuple[Flow, ...]:
    """Tell each report in its own words, dated, with its outlet."""
    return tuple(telling.signed(reader, report, moment.now) for report in page.reports)


def turning(page: Leaf, command: str, reader: Reader) -> tuple[Choice, ...]:
    """Offer the pages before and after."""
    newer = Choice(words(reader, "relations.button.newer"), _numbered(command, page.number - 1))
    older = Choice(words(reader, "relations.button.older"), _numbered(command, page.number + 1))
    return (*((newer,) if page.number > 1 else ()), *((older,) if page.more else ()))


def _numbered(command: str, number: int) -> str:
    return command if number == 1 else f"{command} {number}"


def _end(page: Leaf, tally: Tally, reader: Reader) -> tuple[Flow, ...]:
    """Say where the list ends before the reports do."""
    if page.number == LAST_PAGE and tally.reports > LAST_PAGE * A_PAGE:
        return (telling.GAP, telling.faint(words(reader, "relations.all.deep")))
    return ()
