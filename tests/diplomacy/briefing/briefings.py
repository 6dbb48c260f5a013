"""Screens of following, briefings and settings, for comparison with the expected ones."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from diplomacy.briefing.document import Document
from diplomacy.briefing.pages import (
    digest,
    errors,
    follow_what,
    hours,
    keeping,
    settings,
    start,
    subscribe,
    subscriptions,
    zones,
)
from diplomacy.briefing.pages.digest import DigestFacts, SilentFeed
from diplomacy.briefing.pages.hours import BriefingState
from diplomacy.briefing.select import Brought, Selection, select
from diplomacy.countries.pair import Pair
from diplomacy.news import FeedKind
from diplomacy.reader import Reader
from diplomacy.reading.shapes import Stage
from diplomacy.relations.asked import ReadAs
from diplomacy.relations.problems import Offer
from diplomacy.relations.report import Coverage, Report
from diplomacy.schedule import Schedule
from diplomacy.subscriptions import Subscription
from tests.builders import a_publisher, a_report

ISTANBUL = ZoneInfo("Europe/Istanbul")
NOW = datetime(2025, 11, 25, 4, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)
TOMORROW = NOW + timedelta(days=1)
PAIR, GREECE, JAPAN = Subscription(("TR", "KR")), Subscription(("TR", "GR")), Subscription(("KR", "JP"))
STATE = BriefingState(Schedule(ISTANBUL, time(7)), TOMORROW, NOW, knows_zone=True)
NO_ZONE = BriefingState(None, None, NOW, knows_zone=False)
OFFER = Offer((Pair("TR", "KR"), Pair("GR", "TR")))


def a_story(text: str, article: int, hours_ago: int, outlet: str = "Test wire", **more: object) -> Report:
    """A report of the last day."""
    report = a_report(text, article=article, published=NOW - timedelta(hours=hours_ago), publisher=a_publisher(outlet))
    return replace(report, **more)  # type: ignore[arg-type]


def new_selection() -> Selection:
    """One subscription with news and a development, one with news, one with none."""
    told = a_story("Greece and Türkiye agreed on a ferry line.", 8, 40, pair="GR-TR", stage=Stage.AGREED)
    signed = a_story(
        "Greece and Türkiye signed the ferry text on Monday.", 9, 5, pair="GR-TR", story=8, stage=Stage.SIGNED
    )
    fresh = a_story("Türkiye and South Korea will hold talks on ships this week.", 1, 9)
    also = a_story("Turkey and Korea to talk about ships.", 2, 8, "Test paper", story=1)
    brought = [Brought(GREECE, (signed,), (told,)), Brought(PAIR, (also, fresh)), Brought(JAPAN, ())]
    return select(brought, {8}, YESTERDAY)


def first_selection() -> Selection:
    """What a first digest shows: old news of a sample desk."""
    desk = replace(a_publisher("Sample desk Ankara"), kind=FeedKind.SAMPLE)
    return select(
        [Brought(PAIR, (replace(a_story("Türkiye and South Korea met.", 1, 900), publisher=desk),))], (), None
    )


def empty() -> DigestFacts:
    """A day without anything."""
    return DigestFacts(NOW, select([Brought(PAIR, ())], (), YESTERDAY), YESTERDAY, TOMORROW)


def at(reader: Reader) -> Reader:
    """The reader in Istanbul."""
    return replace(reader, zone=ISTANBUL)


SILENT = (SilentFeed("Test radio", "KR", NOW - timedelta(hours=30)),)
FOLLOWED = subscribe.Followed(
    PAIR, (a_story("Türkiye and South Korea met.", 1, 200),), STATE, read_as=(ReadAs("korea", "KR"),)
)
UNSTORED = subscribe.Followed(PAIR, (), NO_ZONE, coverage=(Coverage("TR", 8, 6, 1, 5), Coverage("KR", 3, 3, 0, 0)))
SET = settings.SettingsFacts(STATE, ISTANBUL, 2)

SCREENS: Mapping[str, Callable[[Reader], Document]] = {
    "digest": lambda reader: digest.digest(DigestFacts(NOW, new_selection(), YESTERDAY, TOMORROW, SILENT), at(reader)),
    "digest_first": lambda reader: digest.digest(DigestFacts(NOW, first_selection(), None, TOMORROW), at(reader)),
    "digest_empty": lambda reader: digest.digest(empty(), at(reader)),
    "digest_rests": lambda reader: digest.digest(replace(empty(), offers_rest=True), at(reader)),
    "digest_alive": lambda reader: digest.digest(replace(empty(), resting=True), at(reader)),
    "digest_nothing_now": lambda reader: digest.nothing_to_tell(empty(), at(reader)),
    "digest_state": lambda reader: hours.state_page(STATE, at(reader)),
    "digest_bad_hour": lambda reader: hours.bad_words(reader, "25:99", hour=True),
    "subscribe": lambda reader: subscribe.followed(FOLLOWED, at(reader)),
    "subscribe_first": lambda reader: subscribe.followed(UNSTORED, reader),
    "subscribe_what": lambda reader: follow_what.ask_what(OFFER, reader),
    "subscriptions": lambda reader: subscriptions.subscriptions((PAIR, GREECE), STATE, at(reader)),
    "settings": lambda reader: settings.settings(SET, at(reader)),
    "settings_city": lambda reader: zones.which_city((ZoneInfo("Asia/Baghdad"), ISTANBUL), reader),
    "start": lambda reader: start.start(OFFER.pairs, reader),
    "start_back": lambda reader: start.back(STATE, at(reader)),
    "unknown_command": lambda reader: errors.unknown_command(reader, "relatons", ["relations"]),
    "delete": keeping.ask_delete,
}
