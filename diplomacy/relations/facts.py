"""Reports of a pair → what a page may say of them: the bottom line, who is heard, who is silent, on what evidence.

Reports give the bottom line (the newest decisive news), further lines (one a story) and opinion under its own name; the
tally of all gives the evidence; tally and coverage together tell whose outlets are silent, and whose the silence is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from diplomacy.countries.pair import Pair
from diplomacy.reading.shapes import ArticleKind
from diplomacy.relations.report import Coverage, Report, Tally
from diplomacy.topics import TOPICS

MOVING = frozenset({ArticleKind.NEWS})
"""Kinds that may make a bottom line."""
COLUMNS = frozenset({ArticleKind.OPINION, ArticleKind.ANALYSIS})
"""Kinds that stand under their own name."""
LEFT_OUT = frozenset({ArticleKind.SPORT})
"""Kinds that say nothing of how two states stand; they are in the list of all reports only."""


SAME_MATTER = timedelta(days=1)
"""Reports of the same sort of event of one pair, this close together, are taken for the same matter."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Outlets that sit in a country of the pair have reported on it."""

    country: str
    reports: int


@dataclass(frozen=True, slots=True)
class Silent:
    """We read outlets of a country of the pair, and none of them has reported."""

    country: str
    outlets: int
    ministry_read: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """We read no outlet of a country of the pair: silence is ours."""

    country: str
    ministry_read: bool


Voice = Heard | Silent | Unread


@dataclass(frozen=True, slots=True)
class OfficialText:
    """Ministries or organisations themselves are among those who report."""

    reports: int
    families: int


@dataclass(frozen=True, slots=True)
class SeveralFamilies:
    """Outlets of several owners report."""

    outlets: int
    families: int


@dataclass(frozen=True, slots=True)
class OneFamily:
    """One owner's outlets report: one outlet, most of the time."""

    outlets: int


@dataclass(frozen=True, slots=True)
class StateMediaOnly:
    """None but state-linked outlets report; they never confirm anything by themselves."""

    outlets: int


@dataclass(frozen=True, slots=True)
class SampleOnly:
    """None but this project's sample desks report, which count as one family."""


Evidence = OfficialText | SeveralFamilies | OneFamily | StateMediaOnly | SampleOnly


@dataclass(frozen=True, slots=True)
class Seat:
    """How many of the reports come from outlets of a country; None for outlets whose seat is unknown."""

    country: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many reports touch a topic."""

    topic: str
    reports: int


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """What the reports of one pair in one window allow to be said."""

    pair: Pair
    tally: Tally
    bottom: Report | None
    """The newest decisive news; the newest news where none is decisive; None where nothing is plain news."""
    lines: tuple[Report, ...]
    """Further reports, decisive ones first and newest first among them, one a story."""
    columns: tuple[Report, ...]
    """Opinion and analysis, newest first."""
    topics: tuple[TopicCount, ...]
    seats: tuple[Seat, ...]
    voices: tuple[Voice, Voice]
    evidence: Evidence


def relation_facts(
    pair: Pair, reports: Iterable[Report], tally: Tally, coverage: tuple[Coverage, Coverage], language: str
) -> RelationFacts:
    """Draw the facts from the reports at hand (newest and decisive ones) and from the tally of all.

    `language` is the reader's: of several reports of the bottom line's story, one in that language speaks.
    """
    telling = {report.article: report for report in reports if report.words.strip()}
    newest = sorted(telling.values(), key=_newest_first)
    bottom = _in_language(_bottom(newest), newest, language)
    news = [report for report in newest if report.kind not in COLUMNS | LEFT_OUT]
    told = {bottom.story} if bottom else set()
    return RelationFacts(
        pair=pair,
        tally=tally,
        bottom=bottom,
        lines=_one_a_story(sorted(news, key=lambda report: report.event is None), told),
        columns=_one_a_story([report for report in newest if report.kind in COLUMNS], told),
        topics=_topics(tally),
        seats=_seats(tally),
        voices=(_voice(coverage[0], tally), _voice(coverage[1], tally)),
        evidence=_evidence(tally),
    )


def _newest_first(report: Report) -> tuple[float, int]:
    return -report.published.timestamp(), -report.article


def _bottom(newest: Sequence[Report]) -> Report | None:
    news = [report for report in newest if report.kind in MOVING]
    return next((report for report in news if report.event), next(iter(news), None))


def _in_language(bottom: Report | None, newest: Sequence[Report], language: str) -> Report | None:
    """Prefer the same story in the reader's language, else the same sort of event told within a day of it.

    Stories are told apart by words, so that one event in two languages is two stories; never a less decisive report.
    """
    if bottom is None or bottom.language == language:
        return bottom
    readable = [report for report in newest if report.language == language and report.kind in MOVING]
    same = (report for report in readable if report.story == bottom.story and bool(report.event) >= bool(bottom.event))
    like = (
        report
        for report in readable
        if report.event is not None
        and (report.event, report.stage) == (bottom.event, bottom.stage)
        and abs(report.published - bottom.published) <= SAME_MATTER
    )
    return next(same, next(like, bottom))


def _one_a_story(reports: Iterable[Report], told: set[int]) -> tuple[Report, ...]:
    """Keep the first report of each story that is not told yet."""
    kept = []
    for report in reports:
        if report.story not in told:
            told.add(report.story)
            kept.append(report)
    return tuple(kept)


def _topics(tally: Tally) -> tuple[TopicCount, ...]:
    counts = [TopicCount(topic, tally.topics.get(topic, 0)) for topic in TOPICS]
    return tuple(sorted((count for count in counts if count.reports), key=lambda count: -count.reports))


def _seats(tally: Tally) -> tuple[Seat, ...]:
    counts = sorted(tally.countries.items(), key=lambda item: (item[0] == "", -item[1], item[0]))
    return tuple(Seat(country or None, reports) for country, reports in counts if reports)


def _voice(coverage: Coverage, tally: Tally) -> Voice:
    if reports := tally.countries.get(coverage.country, 0):
        return Heard(coverage.country, reports)
    if coverage.outlets:
        return Silent(coverage.country, coverage.outlets, ministry_read=coverage.ministries > 0)
    return Unread(coverage.country, ministry_read=coverage.ministries > 0)


def _evidence(tally: Tally) -> Evidence:
    if tally.sample >= tally.reports:
        return SampleOnly()
    if tally.official:
        return OfficialText(tally.official, tally.families)
    if tally.state_linked >= tally.reports - tally.sample:
        return StateMediaOnly(tally.outlets)
    if tally.families <= 1:
        return OneFamily(tally.outlets)
    return SeveralFamilies(tally.outlets, tally.families)
