from datetime import timedelta

from diplomacy.news import FeedKind
from diplomacy.reading.shapes import ArticleKind, Root
from diplomacy.relations.report import Relationship, Tally
from diplomacy.subscriptions import Subscription
from storage.database import Storage
from tests.builders import NOON, a_publisher, a_reading, an_entry, an_event
from tests.storage.houses import BEFORE_ALL, with_feed, with_news

HOUR = timedelta(hours=1)


async def test_the_newest_report_of_a_pair_stands_first(storage: Storage) -> None:
    feed = await with_feed(storage)
    news = [(an_entry(f"Report {hour}", published=NOON + hour * HOUR), a_reading(("KR", "TR"))) for hour in (1, 3, 2)]
    await with_news(storage, feed, news)
    async with storage.reading() as store:
        reports = await store.relations.between("KR-TR", None, NOON + 9 * HOUR, 2)
    assert [report.title for report in reports] == ["Report 3", "Report 2"]
    assert reports[0].event is Root.AGREE
    assert reports[0].publisher == a_publisher()


async def test_a_report_dated_in_the_future_is_held_until_its_time(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(published=NOON + HOUR), a_reading(("KR", "TR")))])
    async with storage.reading() as store:
        assert await store.relations.between("KR-TR", None, NOON, 9) == ()
        assert await store.relations.newest_before("KR-TR", NOON) is None
        assert len(await store.relations.between("KR-TR", None, NOON + HOUR, 9)) == 1


async def test_a_tally_adds_up_who_was_heard(storage: Storage) -> None:
    feed = await with_feed(storage)
    anadolu = a_publisher("Anadolu", family="state", country="TR", kind=FeedKind.AGENCY, state_linked=True)
    trt = a_publisher("TRT", family="state", country="TR", state_linked=True)
    ministry = a_publisher("Ministry", country="KR", kind=FeedKind.MINISTRY)
    news = [
        (an_entry("One", publisher=anadolu), a_reading(("KR", "TR"), topics=("defence",))),
        (an_entry("Two", publisher=anadolu), a_reading(("KR", "TR"), topics=("defence", "trade"))),
        (an_entry("Three", publisher=trt), a_reading(("KR", "TR"))),
        (an_entry("Four", publisher=ministry), a_reading(("KR", "TR"))),
        (an_entry("Of others", publisher=ministry), a_reading(("KR", "US"))),
    ]
    await with_news(storage, feed, news)
    async with storage.reading() as store:
        tally = await store.relations.tally("KR-TR", BEFORE_ALL, NOON)
        nothing = await store.relations.tally("CL-TR", BEFORE_ALL, NOON)
        defence = await store.relations.tally("KR-TR", BEFORE_ALL, NOON, topic="trade")
    assert tally == Tally(
        reports=4,
        stories=4,
        outlets=3,
        families=2,
        countries={"TR": 3, "KR": 1},
        topics={"defence": 2, "trade": 1},
        official=1,
        state_linked=3,
        publishers=("Anadolu", "Ministry", "TRT"),
    )
    assert nothing == Tally()
    assert defence.reports == 1


async def test_only_news_with_an_event_of_its_own_time_is_decisive(storage: Storage) -> None:
    feed = await with_feed(storage)
    past = an_event(background=True)
    news = [
        (an_entry("Decisive"), a_reading(("KR", "TR"))),
        (an_entry("Opinion"), a_reading(("KR", "TR"), kind=ArticleKind.OPINION)),
        (an_entry("Background"), a_reading(("KR", "TR"), events=(past,))),
        (an_entry("Mention"), a_reading(("KR", "TR"), events=())),
    ]
    await with_news(storage, feed, news)
    async with storage.reading() as store:
        decisive = await store.relations.between("KR-TR", None, NOON, 9, decisive=True)
        every = await store.relations.between("KR-TR", None, NOON, 9)
    assert [report.title for report in decisive] == ["Decisive"]
    assert len(every) == 4


async def test_a_country_is_shown_by_its_dealings_unless_everything_is_asked_for(storage: Storage) -> None:
    feed = await with_feed(storage)
    news = [
        (an_entry("Dealing"), a_reading(("KR", "TR"), ("TR", "US"))),
        (an_entry("Match"), a_reading(("GR", "TR"), kind=ArticleKind.SPORT)),
        (an_entry("Home"), a_reading(countries=("TR",))),
    ]
    await with_news(storage, feed, news)
    async with storage.reading() as store:
        dealings = await store.relations.of_country("TR", None, NOON, 9)
        every = await store.relations.of_country("TR", None, NOON, 9, everything=True)
        busiest = await store.relations.busiest("TR", None, NOON, 2)
        pairs = await store.relations.busiest_pairs(BEFORE_ALL, NOON, 1)
    assert [(report.title, report.pair) for report in dealings] == [("Dealing", "KR-TR")]
    assert {report.title for report in every} == {"Dealing", "Match", "Home"}
    assert next(report for report in every if report.title == "Home").words == "Home"
    assert busiest == (Relationship("GR", 1, 1), Relationship("KR", 1, 1))
    assert pairs == (("GR-TR", 1),)


async def test_a_subscription_brings_what_it_names_and_nothing_else(storage: Storage) -> None:
    feed = await with_feed(storage)
    news = [
        (an_entry("Tank deal signed"), a_reading(("KR", "TR"), topics=("defence",))),
        (an_entry("Tank museum opens"), a_reading(("KR", "TR"), topics=("culture",))),
        (an_entry("Gas deal"), a_reading(("AZ", "TR"), topics=("energy",))),
        (an_entry("A match"), a_reading(("KR", "TR"), kind=ArticleKind.SPORT)),
    ]
    await with_news(storage, feed, news)

    async def titles(subscription: Subscription) -> set[str]:
        async with storage.reading() as store:
            return {report.title for report in await store.relations.following(subscription, None, NOON, 9)}

    assert await titles(Subscription(("TR", "KR"))) == {"Tank deal signed", "Tank museum opens"}
    assert await titles(Subscription(("TR", "KR"), ("defence",))) == {"Tank deal signed"}
    assert await titles(Subscription(("TR", "KR"), words=("tank",), without=("museum",))) == {"Tank deal signed"}
    assert await titles(Subscription(("TR",))) == {"Tank deal signed", "Tank museum opens", "Gas deal"}
    assert await titles(Subscription(("TR",), ("energy", "defence"))) == {"Tank deal signed", "Gas deal"}
    assert await titles(Subscription(topics=("energy",))) == {"Gas deal"}
    assert await titles(Subscription(topics=("energy", "culture"))) == {"Gas deal", "Tank museum opens"}
    assert await titles(Subscription(topics=("energy",), without=("gas",))) == set()


async def test_a_backlog_is_stored_but_brought_to_nobody(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(), a_reading(("KR", "TR")))], announce=False)
    pair = Subscription(("TR", "KR"))
    async with storage.reading() as store:
        assert await store.relations.following(pair, None, NOON, 9) == ()
        assert len(await store.relations.following(pair, None, NOON, 9, announced_only=False)) == 1


async def test_what_came_late_is_found_by_when_it_was_stored(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Early"), a_reading(("KR", "TR")))], now=NOON)
    await with_news(storage, feed, [(an_entry("Late"), a_reading(("KR", "TR")))], now=NOON + 2 * HOUR)
    pair = Subscription(("TR", "KR"))
    async with storage.reading() as store:
        found = await store.relations.following(pair, None, NOON + 3 * HOUR, 9, arrived_since=NOON + HOUR)
    assert [report.title for report in found] == ["Late"]
