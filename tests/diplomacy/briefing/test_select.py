"""What a digest tells: at most five stories, none twice, nobody forgotten, and old ones only with something new."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.briefing.select import MOST_OF_ONE_REPORT, MOST_STORIES, Brought, Development, followed, select, untold
from diplomacy.reading.shapes import ArticleKind, Stage
from diplomacy.relations.report import Report
from diplomacy.subscriptions import Subscription
from tests.builders import NOON, a_publisher, a_report

TURKIYE, KOREA, JAPAN = Subscription(("TR",)), Subscription(("KR",)), Subscription(("JP",))
PAIR = Subscription(("TR", "KR"))
YESTERDAY = NOON - timedelta(days=1)


def numbers(*reports: Report) -> list[int]:
    return [report.story for report in reports]


def test_one_story_is_a_good_digest() -> None:
    chosen = select([Brought(PAIR, (a_report(),))], (), YESTERDAY)
    assert [story.report.article for story in chosen.stories] == [1]
    assert chosen.groups[0].subscription == PAIR
    assert not chosen.quiet
    assert not chosen.left


def test_a_subscription_that_brought_nothing_is_named_as_quiet() -> None:
    chosen = select([Brought(PAIR, (a_report(),)), Brought(JAPAN, ())], (), YESTERDAY)
    assert chosen.quiet == (JAPAN,)


def test_what_two_subscriptions_bring_stands_once_under_the_narrower_and_neither_is_quiet() -> None:
    report = a_report()
    chosen = select([Brought(TURKIYE, (report,)), Brought(PAIR, (report,))], (), YESTERDAY)
    assert [(group.subscription, len(group.stories)) for group in chosen.groups] == [(PAIR, 1)]
    assert chosen.quiet == ()


def test_two_reports_of_one_story_are_told_once_and_counted_by_owner() -> None:
    wire, paper = a_publisher("Wire"), a_publisher("Paper", family="wire")
    reports = (
        a_report(article=1, story=7, publisher=wire),
        a_report(article=2, story=7, publisher=paper),
        a_report(article=3, story=7, publisher=a_publisher("Other")),
    )
    (story,) = select([Brought(PAIR, reports)], (), YESTERDAY).stories
    assert story.families == 2


def test_more_than_five_stories_leave_some_for_later() -> None:
    reports = tuple(a_report(article=number, published=NOON - timedelta(hours=number)) for number in range(1, 9))
    chosen = select([Brought(PAIR, reports)], (), YESTERDAY)
    assert [story.report.article for story in chosen.stories] == [1, 2, 3, 4, 5]
    assert chosen.left == 3


def test_what_a_first_briefing_does_not_tell_is_old_and_waits_for_nothing() -> None:
    reports = tuple(a_report(article=number, published=NOON - timedelta(days=number)) for number in range(1, 9))
    chosen = select([Brought(PAIR, reports)], (), None)
    assert len(chosen.stories) == MOST_STORIES
    assert chosen.left == 0


def test_one_country_does_not_take_every_place_while_another_has_a_new_story() -> None:
    others = ("GR", "RU", "UA", "SY", "IR", "DE")
    pairs = [
        Brought(Subscription(("TR", code)), (a_report(article=number, pair=f"{min(code, 'TR')}-{max(code, 'TR')}"),))
        for number, code in enumerate(others, 1)
    ]
    old = a_report(article=50, pair="JP-KR", published=NOON - timedelta(hours=20))
    chosen = select([*pairs, Brought(JAPAN, (old,))], (), YESTERDAY)
    assert len(chosen.stories) == MOST_STORIES
    assert 50 in {story.report.article for story in chosen.stories}


def test_opinion_tells_no_story() -> None:
    opinion = a_report(kind=ArticleKind.OPINION)
    assert not select([Brought(PAIR, (opinion,))], (), YESTERDAY).stories


def test_what_was_told_does_not_come_back_as_it_was() -> None:
    report = a_report(stage=Stage.AGREED, published=YESTERDAY - timedelta(hours=2))
    later = a_report(article=2, story=1, stage=Stage.AGREED)
    chosen = select([Brought(PAIR, (later,), (report,))], {1}, YESTERDAY)
    assert not chosen.stories
    assert chosen.quiet == (PAIR,)


def test_a_told_story_comes_back_with_its_new_rung() -> None:
    before = a_report(stage=Stage.AGREED, published=YESTERDAY - timedelta(hours=2))
    now = a_report(article=2, story=1, stage=Stage.SIGNED)
    (story,) = select([Brought(PAIR, (now,), (before,))], {1}, YESTERDAY).stories
    assert story.development == Development(stage=Stage.SIGNED, before=Stage.AGREED)
    assert story.report.article == 2


def test_a_told_story_comes_back_when_its_outlet_corrects_it() -> None:
    corrected = a_report(published=YESTERDAY - timedelta(hours=2), corrected=NOON)
    (story,) = select([Brought(PAIR, (corrected,))], {1}, YESTERDAY).stories
    assert story.development == Development(corrected=NOON)


def test_nothing_is_called_new_about_a_story_whose_past_is_not_known() -> None:
    assert not select([Brought(PAIR, (a_report(stage=Stage.SIGNED),))], {1}, YESTERDAY).stories


def test_a_first_digest_shows_the_newest_whatever_weighs_more() -> None:
    old = a_report(article=1, stage=Stage.SIGNED, published=NOON - timedelta(days=40))
    new = a_report(article=2, published=NOON - timedelta(days=3))
    assert [story.report.article for story in select([Brought(PAIR, (new, old))], (), None).stories] == [2, 1]


PAIRS = ("KR-TR", "JP-KR", "GR-TR", "JP-TR", "CN-JP")
reports = st.builds(
    lambda article, story, pair, hours, stage: a_report(
        article=article, story=story, pair=pair, published=NOON - timedelta(hours=hours), stage=stage
    ),
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(PAIRS),
    st.integers(0, 30),
    st.none() | st.sampled_from(Stage),
)
subscriptions = st.sampled_from([TURKIYE, KOREA, JAPAN, PAIR, Subscription(("TR", "JP")), Subscription((), ("trade",))])
everything_brought = st.lists(
    st.tuples(subscriptions, st.lists(reports, max_size=8)), max_size=6, unique_by=lambda x: x[0]
)


@given(everything_brought, st.frozensets(st.integers(1, 12), max_size=4))
def test_whatever_comes_in_the_rules_hold(
    brought: list[tuple[Subscription, list[Report]]], told: frozenset[int]
) -> None:
    given_in = [Brought(subscription, tuple(found)) for subscription, found in brought]
    chosen = select(given_in, told, YESTERDAY)
    stories = [story.report.story for story in chosen.stories]
    assert len(stories) <= MOST_STORIES
    assert len(set(stories)) == len(stories)
    by_article = [story.report.article for story in chosen.stories]
    assert all(by_article.count(article) <= MOST_OF_ONE_REPORT for article in by_article)
    assert all(story.development for story in chosen.stories if story.report.story in told)
    assert not {group.subscription for group in chosen.groups} & set(chosen.quiet)
    assert bool(stories) or not chosen.left
    for country in frozenset[str].intersection(*map(followed, chosen.stories)) if stories else ():
        left = [story for story in untold(given_in, told, YESTERDAY) if story not in chosen.stories]
        assert all(country in followed(story) for story in left if by_article.count(story.report.article) < 2)
