"""One country: its busiest relationships, its latest dealings, and what is read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.briefing.document import Choice, Choices, Document, Flow, News, Section, Table, Text
from diplomacy.briefing.measure import ONE_SCREEN, visible
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.asked import WINDOWS, nothing_in, window, window_then
from diplomacy.briefing.phrasing import words
from diplomacy.reader import Reader
from diplomacy.relations.asked import CountryAsked, Moment
from diplomacy.relations.report import Coverage, Relationship, Report
from locales.formats import day, flag, number

MOST_LINES = 5
MOST_FLAGS = 4


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """What is stored of a country in a window."""

    busiest: tuple[Relationship, ...]
    latest: tuple[Report, ...]
    """Newest first."""
    reports: int
    """How many of its dealings are stored in the window, as far as they were looked through."""
    more: bool
    """There are more than were looked through."""
    coverage: Coverage


def country(facts: CountryFacts, asked: CountryAsked, moment: Moment, reader: Reader) -> Document:
    """Answer what a country has been dealing with."""
    cited = _cited(facts, asked, moment, reader)
    return Document(
        (
            *_screen(facts, cited, asked, moment, reader),
            *((telling.sources(reader, cited),) if cited else ()),
            *_foot(facts, reader),
            _choices(facts, asked, reader),
        )
    )


def _cited(facts: CountryFacts, asked: CountryAsked, moment: Moment, reader: Reader) -> tuple[Report, ...]:
    """Take as many lines as one screen holds."""
    latest = _one_a_story(facts.latest)[:MOST_LINES]
    room = ONE_SCREEN - visible((*_screen(facts, (), asked, moment, reader), *_foot(facts, reader)))
    taken = 0
    for report in latest:
        room -= visible((_line(report, 1, asked.country, moment, reader), telling.sources(reader, (report,))))
        if room < 0:
            break
        taken += 1
    return latest[:taken]


def _foot(facts: CountryFacts, reader: Reader) -> tuple[Flow, ...]:
    return (telling.faint(_coverage(facts.coverage, reader)),)


def _screen(
    facts: CountryFacts, cited: Sequence[Report], asked: CountryAsked, moment: Moment, reader: Reader
) -> tuple[Flow, ...]:
    if not facts.latest:
        return (*_opening(facts, asked, moment, reader), telling.paragraph(reader, "country.empty"))
    lines = tuple(_line(report, number, asked.country, moment, reader) for number, report in enumerate(cited, 1))
    return (
        *_opening(facts, asked, moment, reader),
        *_busiest(facts.busiest, reader),
        Section(words(reader, "country.latest")),
        *lines,
    )


def _opening(facts: CountryFacts, asked: CountryAsked, moment: Moment, reader: Reader) -> tuple[Flow, ...]:
    """Head the page, say as of when, and how the name was read."""
    heading = telling.titled(telling.named(reader, asked.country), flag(asked.country, typed=asked.flag_typed))
    sample = (telling.sample_notice(reader),) if telling.from_sample(facts.latest) else ()
    return (heading, *_as_of(facts, asked, moment, reader), *sample, *_reading(asked, reader))


def _as_of(facts: CountryFacts, asked: CountryAsked, moment: Moment, reader: Reader) -> tuple[Flow, ...]:
    rests_on = _rests_on(facts, reader)
    if not moment.stood:
        return (telling.faint(telling.as_of(reader, moment.now), window(asked.window, reader), rests_on),)
    then = day(reader.language, moment.until, reader.zone)
    stood = words(reader, "relations.stood", window=nothing_in(asked.window, reader), date=then)
    as_of_then = words(reader, "relations.as_of_then", date=then, asked=telling.at(reader, moment.now))
    return (telling.faint(stood), telling.faint(as_of_then, window_then(asked.window, reader), rests_on))


def _rests_on(facts: CountryFacts, reader: Reader) -> str:
    """Count what the answer rests on, as far as it was looked through."""
    if facts.more:
        return words(reader, "country.more", facts.reports)
    outlets = len({report.publisher.name for report in facts.latest})
    return telling.counted(reader, facts.reports, outlets) if facts.reports else ""


def _reading(asked: CountryAsked, reader: Reader) -> tuple[Flow, ...]:
    """Say how the name was read that was not plain, and what was typed in vain."""
    said = [telling.read_as(reader, read) for read in asked.read_as]
    if asked.ignored:
        said.append(words(reader, "country.ignored", typed=telling.shown_as_typed(asked.ignored)))
    return tuple(telling.faint(one) for one in said)


def _busiest(relationships: Sequence[Relationship], reader: Reader) -> tuple[Flow, ...]:
    if not relationships:
        return ()
    head = (words(reader, "country.with"), words(reader, "country.stories"), words(reader, "country.reports"))
    rows = tuple(
        (
            telling.named(reader, one.other),
            number(reader.language, one.stories),
            number(reader.language, one.reports),
        )
        for one in relationships
    )
    return (Section(words(reader, "country.busiest")), Table(head, rows))


def _line(report: Report, number: int, country: str, moment: Moment, reader: Reader) -> News:
    """Tell a report behind the flag of the other country and its date."""
    other = _other(report, country)
    partner = (Text(f"{flag(other) or telling.named(reader, other)} "),) if other else ()
    lead = (*partner, *telling.dated_lead(reader, report, moment.now))
    return telling.cited(reader, report, number, moment.now, lead=lead)


def _other(report: Report, country: str) -> str | None:
    codes = (report.pair or "").split("-")
    return next((code for code in codes if code and code != country), None)


def _one_a_story(reports: Sequence[Report]) -> tuple[Report, ...]:
    return tuple({report.story: report for report in reversed(reports)}.values())[::-1]


def _coverage(coverage: Coverage, reader: Reader) -> str:
    named = telling.named(reader, coverage.country)
    if not coverage.feeds:
        return words(reader, "country.unread", country=named)
    return words(reader, "country.coverage", coverage.feeds, country=named, state=coverage.state_linked)


def _choices(facts: CountryFacts, asked: CountryAsked, reader: Reader) -> Choices:
    """Offer to follow it, its busiest pairs, other windows and its feeds."""
    follow = Choice(words(reader, "relations.button.follow"), f"/subscribe {asked.country}")
    pairs = tuple(
        Choice(flag(one.other) or telling.named(reader, one.other), f"/relations {asked.country} {one.other}")
        for one in facts.busiest[:MOST_FLAGS]
    )
    windows = tuple(
        Choice(words(reader, "relations.button.days", days=days), f"/country {asked.country} {days}")
        for days in WINDOWS
        if asked.window.since or days != asked.window.days
    )
    feeds = Choice(words(reader, "country.button.feeds"), f"/feeds {asked.country}")
    others = tuple(telling.instead(reader, code, f"/country {code}") for code in asked.alternatives)
    return Choices(tuple(row for row in ((follow, *pairs), (*windows, feeds), others) if row))
