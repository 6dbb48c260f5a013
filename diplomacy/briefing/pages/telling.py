"""What all answers share: the as-of line, names of pairs, a report as a line, the sources at the foot."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from diplomacy.briefing.document import (
    Choice,
    Choices,
    Faint,
    Heading,
    Inline,
    Line,
    Link,
    News,
    Paragraph,
    Source,
    Sources,
    Strong,
    Text,
)
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.briefing.quoting import quoted
from diplomacy.countries.pair import Pair
from diplomacy.news import FeedKind
from diplomacy.reader import UTC, Reader
from diplomacy.reading.shapes import ArticleKind
from diplomacy.relations.asked import ReadAs
from diplomacy.relations.report import Report
from locales.formats import city, clock_time, country_name, day, flag, language_name

GAP = Paragraph(())
"""An empty paragraph sets apart what follows."""
ROW = 3
"""Buttons a row: what a phone shows without cutting labels."""


def at(reader: Reader, moment: datetime) -> str:
    """Tell a moment in the reader's zone, which is named: `Tue 25 Nov 2025, 08:00 UTC`, `… 11:00 (Istanbul)`."""
    date = day(reader.language, moment, reader.zone, weekday=True)
    time = clock_time(reader.language, moment, reader.zone)
    if reader.zone.key == UTC.key:
        return words(reader, "relations.moment_utc", date=date, time=time)
    return words(reader, "relations.moment", date=date, time=time, city=city(reader.language, reader.zone))


def as_of(reader: Reader, now: datetime) -> str:
    """Say as of when an answer speaks: now."""
    return words(reader, "relations.as_of", moment=at(reader, now))


def named(reader: Reader, code: str) -> str:
    """Name a country in the reader's language."""
    return country_name(reader.language, code)


def pair_named(reader: Reader, pair: Pair) -> str:
    """Name a pair: `Türkiye – South Korea`."""
    return f"{named(reader, pair.first)} – {named(reader, pair.second)}"


def flagged(reader: Reader, code: str) -> str:
    """Name a country behind its flag, where it has one to show."""
    return " ".join(part for part in (flag(code), named(reader, code)) if part)


def titled(title: str, flags: str = "") -> Heading:
    """Head a page."""
    return Heading((Strong(title), *((Text(f" {flags}"),) if flags else ())))


def faint(*parts: str) -> Paragraph:
    """Put what stands back on one line, parts with a dot between them."""
    return Paragraph((Faint(" · ".join(part for part in parts if part)),))


def counted(reader: Reader, reports: int, outlets: int) -> str:
    """Count what an answer rests on: `14 reports, 6 outlets`."""
    heard = words(reader, "relations.outlets", outlets)
    return words(reader, "relations.rests_on", reports=words(reader, "relations.reports", reports), outlets=heard)


def sample_notice(reader: Reader) -> Paragraph:
    """Say that some of the news is retold by this project."""
    return Paragraph((Faint(words(reader, "relations.sample")),))


def from_sample(reports: Iterable[Report]) -> bool:
    """Tell whether any of these reports comes from a sample desk."""
    return any(report.publisher.kind is FeedKind.SAMPLE for report in reports)


def told_date(reader: Reader, report: Report, *, year: bool = True) -> str:
    """Tell a report's date; of one that bears none, the day it was seen."""
    date = day(reader.language, report.published, reader.zone, year=year)
    return date if report.dated else words(reader, "relations.undated", date=date)


def dated_lead(reader: Reader, report: Report, now: datetime) -> Line:
    """Put the date before a report's words, its year only where it is not this one."""
    year = report.published.astimezone(reader.zone).year != now.astimezone(reader.zone).year
    return (Faint(told_date(reader, report, year=year)), Text(" "))


def notes(reader: Reader, report: Report, now: datetime) -> Line:
    """Say what a reader has to know about a line: its language, its kind, that its outlet corrected it."""
    said = []
    if report.language and report.language != reader.language:
        said.append(words(reader, "relations.in_language", language=language_name(reader.language, report.language)))
    if report.kind is not ArticleKind.NEWS:
        said.append(words(reader, f"relations.kind.{report.kind}"))
    if report.corrected:
        said.append(_corrected(reader, report.corrected, now))
    return (Faint(f"({' · '.join(said)})"),) if said else ()


def _corrected(reader: Reader, moment: datetime, now: datetime) -> str:
    time = clock_time(reader.language, moment, reader.zone)
    if moment.astimezone(reader.zone).date() == now.astimezone(reader.zone).date():
        return words(reader, "relations.corrected", time=time)
    date = day(reader.language, moment, reader.zone, year=False)
    return words(reader, "relations.corrected", time=f"{date} {time}")


def cited(reader: Reader, report: Report, number: int, now: datetime, *, lead: Line = (), bullet: bool = True) -> News:
    """Tell a report in its own words, with the number of its source."""
    link = Link(f"[{number}]", report.url)
    return News(quoted(report, reader), link, lead=lead, notes=notes(reader, report, now), bullet=bullet)


def signed(reader: Reader, report: Report, now: datetime, *, lead: Line = ()) -> News:
    """Tell a report in its own words, dated, with the name of its outlet as the link."""
    link = Link(report.publisher.name, report.url)
    dated = (*lead, *dated_lead(reader, report, now))
    return News(quoted(report, reader), link, lead=dated, notes=notes(reader, report, now))


def sources(reader: Reader, reports: Sequence[Report]) -> Sources:
    """List the sources of numbered lines, in their order."""
    return Sources(
        tuple(
            Source(number, report.publisher.name, told_date(reader, report), report.url)
            for number, report in enumerate(reports, 1)
        )
    )


def rows(choices: Sequence[Choice], width: int = ROW) -> Choices:
    """Set out buttons in rows."""
    return Choices(tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width)))


def paragraph(reader: Reader, key: str, /, count: int | None = None, **values: str | int | Inline) -> Paragraph:
    """Say a phrase on a line of its own."""
    return Paragraph(phrase(reader, key, count, Text, **values))


def read_as(reader: Reader, read: ReadAs) -> str:
    """Say how a name was read that was not plain."""
    typed = shown_as_typed(read.typed)
    return words(reader, "relations.read_as", typed=typed, country=named(reader, read.country))


def instead(reader: Reader, code: str, command: str) -> Choice:
    """Offer another reading of a name."""
    return Choice(words(reader, "relations.button.instead", country=flagged(reader, code)), command)


def shown_as_typed(text: str, most: int = 40) -> str:
    """Show what somebody typed inside a sentence of ours: on one line, and short."""
    plain = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
