"""From reports to facts: what makes a bottom line, who is heard, on what evidence."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.countries.pair import Pair
from diplomacy.news import FeedKind
from diplomacy.reading.shapes import ArticleKind, Root
from diplomacy.relations.facts import (
    Heard,
    OfficialText,
    OneFamily,
    RelationFacts,
    SampleOnly,
    Seat,
    SeveralFamilies,
    Silent,
    StateMediaOnly,
    TopicCount,
    Unread,
    relation_facts,
)
from diplomacy.relations.report import Coverage, Report, Tally
from tests.builders import NOON, a_publisher, a_report

PAIR = Pair("TR", "KR")
READ_BOTH = (Coverage("TR", 8, 7, 1, 5), Coverage("KR", 3, 3, 0, 1))
A_DAY = timedelta(days=1)
YESTERDAY = NOON - A_DAY


def facts(
    *reports: Report,
    tally: Tally | None = None,
    coverage: tuple[Coverage, Coverage] = READ_BOTH,
    language: str = "en",
) -> RelationFacts:
    return relation_facts(PAIR, reports, tally or Tally(reports=len(reports)), coverage, language)


def test_the_newest_decisive_news_makes_the_bottom_line() -> None:
    older = a_report(article=1, published=NOON - A_DAY)
    newer = a_report(article=2)
    newest_but_nothing_happened = a_report(article=3, published=NOON + A_DAY, event=None)
    assert facts(older, newest_but_nothing_happened, newer).bottom == newer


def test_where_nothing_is_decisive_the_newest_news_speaks() -> None:
    newest = a_report(article=2, published=NOON + A_DAY, event=None)
    assert facts(a_report(article=1, event=None), newest).bottom == newest


def test_opinion_analysis_live_pages_and_sport_make_no_bottom_line() -> None:
    kinds = (ArticleKind.OPINION, ArticleKind.ANALYSIS, ArticleKind.LIVE, ArticleKind.ROUNDUP, ArticleKind.SPORT)
    reports = [a_report(article=number, kind=kind) for number, kind in enumerate(kinds, 1)]
    drawn = facts(*reports)
    assert drawn.bottom is None
    assert [report.kind for report in drawn.columns] == [ArticleKind.ANALYSIS, ArticleKind.OPINION]
    assert ArticleKind.SPORT not in {report.kind for report in drawn.lines}


def test_a_report_of_the_same_story_in_the_readers_language_speaks() -> None:
    english = a_report(article=2, story=9)
    korean = a_report("한국과 튀르키예가 합의했다.", article=1, story=9, language="ko", published=NOON - A_DAY)
    assert facts(english, korean, language="ko").bottom == korean
    assert facts(english, korean, language="tr").bottom == english


def test_the_same_sort_of_event_told_within_a_day_in_the_readers_language_speaks_too() -> None:
    english = a_report(article=2, published=NOON)
    korean = a_report("한국과 튀르키예가 합의했다.", article=1, language="ko", published=NOON - A_DAY)
    accusing = a_report("한국이 튀르키예를 비난했다.", article=3, language="ko", event=Root.ACCUSE, published=YESTERDAY)
    earlier = a_report("한국과 튀르키예가 합의했다.", article=4, language="ko", published=NOON - 2 * A_DAY)
    assert facts(english, korean, language="ko").bottom == korean
    assert facts(english, accusing, earlier, language="ko").bottom == english


def test_a_report_in_the_readers_language_in_which_nothing_happens_does_not_speak() -> None:
    english = a_report(article=2, story=9)
    korean = a_report("한국과 튀르키예.", article=1, story=9, language="ko", event=None)
    assert facts(english, korean, language="ko").bottom == english


def test_decisive_lines_come_before_others_and_each_story_once() -> None:
    bottom = a_report(article=9, published=NOON + A_DAY)
    again = a_report(article=8, story=9)
    plain = a_report(article=7, event=None)
    decisive = a_report(article=6, published=NOON - A_DAY)
    twin = a_report(article=5, story=6, published=NOON - 2 * A_DAY)
    assert facts(plain, twin, decisive, again, bottom).lines == (decisive, plain)


def test_a_report_that_says_nothing_is_left_out() -> None:
    assert facts(a_report(" \n ")).bottom is None


def test_topics_are_counted_most_first_and_equals_in_the_order_of_the_table() -> None:
    tally = Tally(reports=3, topics={"trade": 1, "defence": 1, "energy": 2, "nonsense": 5})
    expected = (TopicCount("energy", 2), TopicCount("defence", 1), TopicCount("trade", 1))
    assert facts(tally=tally).topics == expected


def test_a_capital_is_heard_silent_or_unread() -> None:
    tally = Tally(reports=2, countries={"TR": 2})
    assert facts(tally=tally).voices == (Heard("TR", 2), Silent("KR", 3, ministry_read=False))
    nobody = (Coverage("TR", 1, 0, 1, 0), Coverage("KR", 0, 0, 0, 0))
    assert facts(coverage=nobody).voices == (Unread("TR", ministry_read=True), Unread("KR", ministry_read=False))


def test_the_evidence_is_as_strong_as_what_is_heard() -> None:
    assert facts(tally=Tally(reports=2, sample=2, families=1)).evidence == SampleOnly()
    assert facts(tally=Tally(reports=2, outlets=1, families=1)).evidence == OneFamily(1)
    assert facts(tally=Tally(reports=2, outlets=2, families=1)).evidence == OneFamily(2)
    assert facts(tally=Tally(reports=2, outlets=2, families=2)).evidence == SeveralFamilies(2, 2)
    assert facts(tally=Tally(reports=2, outlets=2, families=2, state_linked=2)).evidence == StateMediaOnly(2)
    assert facts(tally=Tally(reports=2, outlets=2, families=2, official=1)).evidence == OfficialText(1, 2)


def test_sample_desks_beside_state_media_leave_state_media_alone() -> None:
    tally = Tally(reports=3, outlets=3, families=2, sample=1, state_linked=2)
    assert facts(tally=tally).evidence == StateMediaOnly(3)


def test_seats_stand_most_first_and_the_unknown_last() -> None:
    tally = Tally(reports=6, countries={"": 3, "KR": 1, "TR": 2})
    assert facts(tally=tally).seats == (Seat("TR", 2), Seat("KR", 1), Seat(None, 3))


@given(st.permutations(range(6)))
def test_the_order_in_which_reports_arrive_changes_nothing(order: list[int]) -> None:
    sample = a_publisher("Sample desk", kind=FeedKind.SAMPLE)
    reports = [
        a_report(article=1, published=NOON),
        a_report(article=2, published=NOON, event=Root.SANCTION),
        a_report(article=3, published=NOON, event=None),
        a_report(article=4, story=1, published=NOON + A_DAY),
        a_report(article=5, kind=ArticleKind.OPINION),
        a_report(article=6, publisher=sample, language="ko"),
    ]
    assert facts(*(reports[place] for place in order)) == facts(*reports)
