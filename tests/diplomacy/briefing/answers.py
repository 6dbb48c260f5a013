"""Answers whose whole screens are expected in `tests/pages/`: invented news of outlets that do not exist."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

from diplomacy.briefing.document import Document
from diplomacy.briefing.pages import country as country_pages
from diplomacy.briefing.pages import feeds as feed_pages
from diplomacy.briefing.pages import house, search
from diplomacy.briefing.pages.no_relations import Searched, no_relations
from diplomacy.briefing.pages.relations import relations
from diplomacy.briefing.pages.reports import all_reports, leaf
from diplomacy.briefing.pages.which_country import which_country
from diplomacy.countries.pair import Pair
from diplomacy.news import FeedKind, Health
from diplomacy.reader import Reader
from diplomacy.reading.shapes import ArticleKind
from diplomacy.relations.asked import Alternative, Asked, CountryAsked, Moment, ReadAs, Window
from diplomacy.relations.facts import relation_facts
from diplomacy.relations.problems import (
    AheadOfNow,
    NoCountry,
    Offer,
    OneCountry,
    Problem,
    SameTwice,
    TooLong,
    TooMany,
    UnknownName,
)
from diplomacy.relations.report import Coverage, Relationship, Report, Tally
from tests.builders import NOON, a_publisher, a_report

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)
A_DAY = timedelta(days=1)
PAIR = Pair("TR", "KR")
COVERAGE = (Coverage("TR", 8, 7, 1, 5), Coverage("KR", 3, 3, 0, 1))
MOMENT = Moment(NOW, NOW - 30 * A_DAY, NOW)
KOREA = Asked(PAIR, read_as=(ReadAs("korea", "KR"),), alternatives=(Alternative(Pair("TR", "KP"), "KP"),))

ONE = a_report(
    "TESTWIRE- Türkiye and South Korea have agreed to widen their work on ships, steel and schools, the minister"
    " announced Monday after talks in Ankara.",
    publisher=a_publisher("Test wire"),
)
ONE_TALLY = Tally(1, 1, 1, 1, {"": 1}, {"defence": 1, "trade": 1, "education": 1}, publishers=("Test wire",))

SEVERAL = (
    ONE,
    a_report(
        "두 나라는 화요일에 회담을 열 예정이다.",
        article=2,
        language="ko",
        publisher=a_publisher("시험 통신", country="KR"),
    ),
    a_report(
        "The two ministers met on Saturday.",
        article=3,
        published=NOON - A_DAY,
        publisher=a_publisher("Test post"),
        corrected=NOW - timedelta(minutes=25),
    ),
    a_report("A ship was named.", article=4, published=NOON - 2 * A_DAY, dated=False, event=None),
    a_report("What the two should do.", article=5, published=NOON - 2 * A_DAY, kind=ArticleKind.OPINION),
    *(
        a_report(
            f"Meeting number {number} was held, a spokesman said." * 3, article=number, published=NOON - number * A_DAY
        )
        for number in range(6, 13)
    ),
)
SEVERAL_TALLY = Tally(14, 12, 5, 4, {"": 9, "KR": 5}, {"trade": 9, "defence": 2}, 0, 0, 0, ("Test wire", "시험 통신"))

SAMPLE = a_report(
    "Türkiye and South Korea spoke about steel.",
    publisher=a_publisher("Sample desk Test", family="sample", country="TR", kind=FeedKind.SAMPLE),
)


def relations_page(
    reader: Reader, reports: tuple[Report, ...], tally: Tally, asked: Asked = KOREA, moment: Moment = MOMENT
) -> Document:
    return relations(relation_facts(PAIR, reports, tally, COVERAGE, reader.language), asked, moment, reader)


def stood(reader: Reader) -> Document:
    asked_at = datetime(2026, 6, 24, 8, tzinfo=UTC)
    moment = Moment(asked_at, NOON - 30 * A_DAY, NOON, stood=True)
    tally = Tally(1, 1, 1, 1, {}, {"trade": 1}, sample=1, publishers=("Sample desk Test",))
    return relations_page(reader, (SAMPLE,), tally, moment=moment)


def nothing(reader: Reader) -> Document:
    asked = Asked(Pair("TR", "BT"))
    coverage = (COVERAGE[0], Coverage("BT", 1, 1, 0, 0))
    return no_relations(asked, MOMENT, Searched(141, 1912), coverage, reader)


def nothing_on_that(reader: Reader) -> Document:
    asked = KOREA.narrowed("tourism", topic="tourism")
    return no_relations(asked, MOMENT, Searched(141, 1912, 14), COVERAGE, reader)


def a_list(reader: Reader) -> Document:
    asked = KOREA.narrowed("steel ships", words=("steel", "ships"))
    tally = Tally(25, 25, 3, 3, {"": 25}, {}, 0, 0, 0, ("Test wire",))
    reports = [a_report(f"Item number {number}.", article=number) for number in range(21)]
    return all_reports(leaf(reports, 2), asked, MOMENT, tally, reader)


def one_country(reader: Reader) -> Document:
    facts = country_pages.CountryFacts(
        busiest=(Relationship("KR", 2, 3), Relationship("XK", 1, 1)),
        latest=(ONE, a_report("Türkiye and Kosovo spoke.", article=2, pair="TR-XK", published=NOON - A_DAY)),
        reports=4,
        more=False,
        coverage=COVERAGE[0],
    )
    asked = CountryAsked("TR", read_as=(ReadAs("turky", "TR"),))
    return country_pages.country(facts, asked, Moment(NOW, NOW - 7 * A_DAY, NOW), reader)


def problems(reader: Reader) -> Document:
    """All problems one below the other, with their buttons left where they stand."""
    offer = Offer((Pair("TR", "KR"), Pair("RU", "UA")))
    asked: tuple[tuple[Problem, str, Offer], ...] = (
        (NoCountry(), "relations", offer),
        (NoCountry(), "country", Offer(offer.pairs, today=False)),
        (OneCountry("TR"), "relations", offer),
        (OneCountry("JP"), "relations", Offer()),
        (SameTwice("TR"), "relations", offer),
        (TooMany(("TR", "KR", "JP", "CN", "US")), "relations", Offer()),
        (TooMany(("TR", "KR")), "country", Offer()),
        (UnknownName("atlantis"), "relations", offer),
        (UnknownName("<b>& >" + "x" * 50, "TR"), "relations", offer),
        (UnknownName("austrlya", "TR", "90", ("AU", "AT")), "relations", Offer()),
        (TooLong(4000), "relations", Offer()),
        (AheadOfNow(date(2030, 1, 1)), "relations", Offer()),
    )
    pages = (which_country(problem, command, offered, reader) for problem, command, offered in asked)
    return Document(tuple(block for page in pages for block in page.blocks))


def a_feed(
    publisher: str,
    country: str,
    kind: FeedKind,
    health: Health,
    newest: datetime | None,
    answered: datetime | None,
    *,
    state_linked: bool,
) -> feed_pages.FeedSeen:
    return feed_pages.FeedSeen(publisher, country, kind, state_linked, health, newest, answered)


def feeds(reader: Reader) -> Document:
    seen = (
        a_feed("Test wire", "TR", FeedKind.AGENCY, Health.OK, NOON, NOW, state_linked=True),
        a_feed("Test post", "KR", FeedKind.OUTLET, Health.TIMEOUT, None, None, state_linked=False),
        a_feed("Test ministry", "TR", FeedKind.MINISTRY, Health.UNTRIED, None, None, state_linked=True),
    )
    return feed_pages.all_feeds(seen, NOW, reader)


def feeds_of_one(reader: Reader) -> Document:
    seen = (
        a_feed("Test wire", "TR", FeedKind.AGENCY, Health.OK, NOON, NOW, state_linked=True),
        a_feed("Sample desk Test", "TR", FeedKind.SAMPLE, Health.OK, NOON, NOW, state_linked=False),
    )
    return feed_pages.feeds_of("TR", seen, NOW, reader)


def stats(reader: Reader) -> Document:
    figures = house.Figures(
        chats=12,
        stopped=1,
        with_digest=9,
        subscriptions=31,
        articles=1912,
        stories=1400,
        outbox={"waiting": 2, "sending": 0, "sent": 812, "refused": 1, "uncertain": 1},
        feeds={Health.OK: 130, Health.GARBAGE: 2},
        uncertain=(house.Uncertain(42, "the line was cut"),),
    )
    return house.stats(figures, NOW, reader)


SCREENS: Mapping[str, Callable[[Reader], Document]] = {
    "relations_one": lambda reader: relations_page(reader, (ONE,), ONE_TALLY),
    "relations_several": lambda reader: relations_page(reader, SEVERAL, SEVERAL_TALLY),
    "relations_stood": stood,
    "relations_nothing": nothing,
    "relations_nothing_on_that": nothing_on_that,
    "relations_list": a_list,
    "country": one_country,
    "which_country": problems,
    "search": lambda reader: search.found(leaf(SEVERAL, 1), "steel", Window(30), MOMENT, reader),
    "search_nothing": lambda reader: search.nothing_found("steel", Window(30), MOMENT, 1912, reader),
    "feeds": feeds,
    "feeds_of_one": feeds_of_one,
    "help": lambda reader: house.help_page(("relations", "country", "subscribe", "help"), reader),
    "about": lambda reader: house.about("dragoman_bot", reader),
    "privacy": lambda reader: house.privacy(365, reader),
    "stats": stats,
}
