"""How two countries stand: one screen, the rest folded or behind buttons."""

from collections.abc import Sequence

from diplomacy.briefing.document import Document, Flow, Fold, News, Paragraph, Section, Strong, Text
from diplomacy.briefing.measure import ONE_SCREEN, visible
from diplomacy.briefing.pages import standing, telling
from diplomacy.briefing.pages.asked import choices, opening
from diplomacy.briefing.phrasing import words
from diplomacy.briefing.quoting import stretch_of
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Moment
from diplomacy.relations.facts import RelationFacts
from diplomacy.relations.report import Report
from diplomacy.topics import topic_name

MARGIN = 40
"""Room for the title of further lines, and for marks of two figures."""
MOST_LINES = 5
MOST_FOLDED = 6
MOST_TOPICS = 8


def relations(facts: RelationFacts, asked: Asked, moment: Moment, reader: Reader) -> Document:
    """Answer how two countries stand, from the facts of their reports."""
    cited = _cited(facts, asked, moment, reader)
    lines = _by_date([report for report in facts.lines if report not in cited])
    return Document(
        (
            *_screen(facts, cited, asked, moment, reader),
            *_folded(lines, facts.columns, moment, reader),
            telling.sources(reader, cited),
            choices(asked, moment, facts.tally, reader),
        )
    )


def _cited(facts: RelationFacts, asked: Asked, moment: Moment, reader: Reader) -> tuple[Report, ...]:
    """Take as many lines as one screen holds, decisive ones first; shown are they by date, behind the bottom line."""
    bottom = (facts.bottom,) if facts.bottom else ()
    room = ONE_SCREEN - visible((*_screen(facts, bottom, asked, moment, reader), telling.sources(reader, bottom)))
    room -= MARGIN
    taken = 0
    for report in facts.lines[:MOST_LINES]:
        room -= visible((_line(report, 1, moment, reader), telling.sources(reader, (report,))))
        if room < 0:
            break
        taken += 1
    return (*bottom, *_by_date(facts.lines[:taken]))


def _by_date(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: report.published, reverse=True)


def _line(report: Report, number: int, moment: Moment, reader: Reader) -> News:
    return telling.cited(reader, report, number, moment.now, lead=telling.dated_lead(reader, report, moment.now))


def _screen(
    facts: RelationFacts, cited: Sequence[Report], asked: Asked, moment: Moment, reader: Reader
) -> tuple[Flow, ...]:
    """Lay out what meets the eye."""
    first = 1 if facts.bottom else 0
    further = [_line(report, number, moment, reader) for number, report in enumerate(cited[first:], first + 1)]
    return (
        *opening(asked, moment, facts.tally, reader),
        _bottom_line(facts, moment, reader),
        *standing.warning(facts, reader),
        *_further(further, reader),
        *standing.voices(facts, cited, reader),
        telling.GAP,
        *_topics(facts, reader),
        standing.evidence(facts, reader),
    )


def _further(lines: Sequence[News], reader: Reader) -> tuple[Flow, ...]:
    return (Section(words(reader, "relations.newest")), *lines) if lines else ()


def _bottom_line(facts: RelationFacts, moment: Moment, reader: Reader) -> News | Paragraph:
    """Give the newest decisive report the word; without any news, say so."""
    if facts.bottom is None:
        return telling.paragraph(reader, "relations.no_news", facts.tally.reports)
    whole = facts.bottom.event and stretch_of(facts.bottom).whole
    label = words(reader, "relations.bottom_line" if whole else "relations.newest_report")
    lead = (Strong(label), Text(" "))
    return telling.cited(reader, facts.bottom, 1, moment.now, lead=lead, bullet=False)


def _topics(facts: RelationFacts, reader: Reader) -> tuple[Flow, ...]:
    if not facts.topics:
        return ()
    told = " · ".join(f"{topic_name(reader, count.topic)} {count.reports}" for count in facts.topics[:MOST_TOPICS])
    return (Paragraph((Strong(words(reader, "relations.topics")), Text(f" {told}"))),)


def _folded(lines: Sequence[Report], columns: Sequence[Report], moment: Moment, reader: Reader) -> tuple[Flow, ...]:
    """Fold what one screen does not hold: older lines, then opinion under its own name."""
    blocks: list[Flow] = []
    for key, reports in (("relations.more", lines), ("relations.columns", columns)):
        if reports:
            blocks.append(Section(words(reader, key)))
            blocks += [telling.signed(reader, report, moment.now) for report in reports[:MOST_FOLDED]]
    return (Fold(tuple(blocks)),) if blocks else ()
