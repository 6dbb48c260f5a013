"""Who is heard of a pair and who is silent, and on what evidence an answer stands."""

from collections.abc import Sequence

from diplomacy.briefing.document import Flow, Line, Link, Paragraph, Section, Strong, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import words
from diplomacy.news import FeedKind
from diplomacy.reader import Reader
from diplomacy.reading.roles import ORGANISATIONS
from diplomacy.relations.facts import (
    Evidence,
    Heard,
    OfficialText,
    OneFamily,
    RelationFacts,
    SampleOnly,
    Seat,
    SeveralFamilies,
    Silent,
    StateMediaOnly,
    Unread,
    Voice,
)
from diplomacy.relations.report import Report

MOST_SEATS = 5


def warning(facts: RelationFacts, reader: Reader) -> tuple[Flow, ...]:
    """Warn where one side alone is heard."""
    match facts.evidence:
        case SampleOnly():
            said = words(reader, "relations.only.sample")
        case StateMediaOnly(outlets):
            said = words(reader, "relations.only.state", outlets)
        case OneFamily(outlets):
            said = words(reader, "relations.only.family", outlets, names=", ".join(facts.tally.publishers))
        case OfficialText() if facts.tally.families == 1:
            said = words(reader, "relations.only.official", names=", ".join(facts.tally.publishers))
        case _:
            return ()
    return (Paragraph((Strong(f"⚠️ {said}"),)),)


def voices(facts: RelationFacts, cited: Sequence[Report], reader: Reader) -> tuple[Flow, ...]:
    """Say of both capitals whether their outlets are heard, and whose the silence is."""
    lines = (voice_line(voice, cited, reader) for voice in facts.voices)
    return (Section(words(reader, "relations.capitals")), *(Paragraph(line) for line in lines))


def voice_line(voice: Voice, cited: Sequence[Report], reader: Reader) -> Line:
    """Say of one capital whether its outlets are heard, with its newest report among those cited."""
    country = telling.named(reader, voice.country)
    match voice:
        case Heard(code, reports):
            numbered = enumerate(cited, 1)
            mark = next((Link(f"[{n}]", report.url) for n, report in numbered if sits_in(report, code)), None)
            return (
                Text(words(reader, "relations.voice.heard", reports, country=country)),
                *((Text(" "), mark) if mark else ()),
            )
        case Silent(code, outlets, ministry_read):
            said = words(reader, "relations.voice.silent", outlets, country=country)
        case Unread(code, ministry_read):
            said = words(reader, "relations.voice.unread", country=country)
    return (Text(f"{said} {_official(code, reader, read=ministry_read)}"),)


def sits_in(report: Report, country: str) -> bool:
    """Tell whether a report comes from a country; a sample desk comes from none."""
    return report.publisher.country == country and report.publisher.kind is not FeedKind.SAMPLE


def evidence(facts: RelationFacts, reader: Reader) -> Paragraph:
    """Say on what evidence the answer stands, and where its outlets sit."""
    said = _grounds(facts.evidence, facts, reader)
    return Paragraph((Strong(words(reader, "relations.evidence")), Text(f" {said}")))


def _grounds(grounds: Evidence, facts: RelationFacts, reader: Reader) -> str:
    match grounds:
        case SampleOnly():
            return words(reader, "relations.evidence.sample")
        case StateMediaOnly(outlets):
            return words(reader, "relations.evidence.state", outlets)
        case OneFamily(outlets):
            return words(reader, "relations.evidence.family", outlets)
        case OfficialText(reports, families):
            owners = words(reader, "relations.owners", families)
            return words(reader, "relations.evidence.official", reports, owners=owners)
        case SeveralFamilies(outlets, families):
            heard = words(reader, "relations.outlets", outlets)
            owners = words(reader, "relations.owners", families)
            return words(
                reader, "relations.evidence.several", outlets=heard, owners=owners, seats=seats(facts.seats, reader)
            )


def seats(where: Sequence[Seat], reader: Reader) -> str:
    """Say where the outlets sit: `all in Türkiye`, or how many reports come from where."""
    if len(where) == 1 and where[0].country:
        return words(reader, "relations.seats_all", country=telling.named(reader, where[0].country))
    unknown = words(reader, "relations.seat_unknown")
    told = (f"{telling.named(reader, seat.country) if seat.country else unknown} {seat.reports}" for seat in where)
    return words(reader, "relations.seats", seats=", ".join(list(told)[:MOST_SEATS]))


def _official(country: str, reader: Reader, *, read: bool) -> str:
    # They have no capital with outlets and no ministry: what they publish themselves is what can be read of them.
    body = "organisation" if country in ORGANISATIONS else "ministry"
    return words(reader, f"relations.{body}.{'read' if read else 'unread'}")
