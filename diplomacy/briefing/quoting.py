"""A stored report as a line of a page: its own words, shortened and dated by the stated rules, with their evidence."""

from diplomacy.briefing.dating import day_marks, report_days, with_days
from diplomacy.briefing.document import Evidence, Words
from diplomacy.briefing.shorten import CUT, Stretch, shortened
from diplomacy.reader import Reader
from diplomacy.relations.report import Report


def stretch_of(report: Report) -> Stretch:
    """What a page may show of a report: its sentence, shortened."""
    return shortened(report.told, report.start, report.end, report.language)


def quoted(report: Report, reader: Reader) -> Words:
    """Say a report's sentence in its own words, weekdays dated as the reader writes dates."""
    stretch = stretch_of(report)
    text = " ".join(report.told[stretch.start : stretch.end].split())
    # A report whose date is only the time of the fetch gives no day to count from.
    written = report_days(report.published, report.publisher.country) if report.dated else frozenset()
    shown = with_days(text, day_marks(text, report.language, written), reader.language)
    return Words(shown + (CUT if stretch.cut else ""), Evidence(report.article, stretch.start, stretch.end))
