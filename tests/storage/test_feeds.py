from dataclasses import replace
from datetime import timedelta

from diplomacy.news import FeedKind, Health, Validators
from diplomacy.relations.report import Coverage
from storage.database import Storage
from storage.feeds import Checked, FeedTotals
from tests.builders import NOON, a_feed, a_publisher, a_reading, an_entry
from tests.storage.houses import with_feed, with_news

HOUR = timedelta(hours=1)
VALIDATORS = Validators('W/"é"', "yesterday", "abc")


def a_check(feed_id: int, **values: object) -> Checked:
    check = Checked(feed_id, NOON, Health.OK, "", VALIDATORS, HOUR, 0, NOON + HOUR)
    return replace(check, **values)


async def check(storage: Storage, checked: Checked) -> None:
    async with storage.writing() as store:
        await store.feeds.checked(checked)


async def test_a_new_feed_is_due_at_once_and_its_first_poll_is_a_backlog(storage: Storage) -> None:
    number = await with_feed(storage)
    async with storage.reading() as store:
        (due,) = await store.feeds.due(NOON, 9)
        assert await store.feeds.due(NOON - HOUR, 9) == ()
    assert (due.id, due.feed, due.first_poll, due.failures) == (number, a_feed(), True, 0)
    await with_news(storage, number, [(an_entry(), a_reading(("KR", "TR")))])
    async with storage.reading() as store:
        assert not (await store.feeds.due(NOON, 9))[0].first_poll


async def test_a_try_is_noted_to_the_letter(storage: Storage) -> None:
    number = await with_feed(storage)
    await check(storage, a_check(number, failures=2, health=Health.TIMEOUT, detail="no answer in 10 s"))
    async with storage.reading() as store:
        (state,) = await store.feeds.states()
        (due,) = await store.feeds.due(NOON + HOUR, 9)
        assert await store.feeds.next_check_at() == NOON + HOUR
    assert (state.health, state.detail, state.last_tried_at, state.last_ok_at) == (
        Health.TIMEOUT,
        "no answer in 10 s",
        NOON,
        None,
    )
    assert (due.validators, due.failures, due.interval) == (VALIDATORS, 2, HOUR)


async def test_the_longest_waiting_feed_is_asked_first(storage: Storage) -> None:
    numbers = [await with_feed(storage, a_feed(f"https://{name}.example.org/rss")) for name in "abc"]
    for number, hours in zip(numbers, (3, 1, 2), strict=True):
        await check(storage, a_check(number, next_check_at=NOON + hours * HOUR))
    async with storage.reading() as store:
        assert [due.id for due in await store.feeds.due(NOON + 3 * HOUR, 2)] == [numbers[1], numbers[2]]


async def test_a_feed_that_is_gone_is_not_asked_again_even_when_it_is_listed_again(storage: Storage) -> None:
    number = await with_feed(storage)
    await check(storage, a_check(number, health=Health.GONE, next_check_at=None))
    await with_feed(storage)
    async with storage.reading() as store:
        assert await store.feeds.due(NOON + 1000 * HOUR, 9) == ()
        assert await store.feeds.next_check_at() is None


async def test_a_feed_that_no_list_has_rests_and_comes_back_with_its_articles(storage: Storage) -> None:
    number = await with_feed(storage)
    await with_news(storage, number, [(an_entry(), a_reading(("KR", "TR")))])
    async with storage.writing() as store:
        await store.feeds.register([a_feed("https://other.example.org/rss")], NOON, retire_others=True)
        assert [state.feed.url for state in await store.feeds.states()] == ["https://other.example.org/rss"]
        assert len(await store.relations.between("KR-TR", None, NOON, 9)) == 1
        await store.feeds.checked(a_check(number))
        assert [due.id for due in await store.feeds.due(NOON + 9 * HOUR, 9)] != [number]
        await store.feeds.register([a_feed()], NOON + HOUR, retire_others=True)
        (due,) = await store.feeds.due(NOON + HOUR, 9)
    assert (due.id, due.first_poll) == (number, False)


async def test_the_list_s_facts_about_a_feed_replace_the_old_ones(storage: Storage) -> None:
    await with_feed(storage)
    korea = a_feed(
        publisher=a_publisher("Yonhap", country="KR", kind=FeedKind.AGENCY, state_linked=True), language="ko"
    )
    await with_feed(storage, korea)
    async with storage.reading() as store:
        (state,) = await store.feeds.states("KR")
    assert state.feed == korea


async def test_an_address_left_for_good_is_asked_no_more_and_still_belongs_to_its_entry_in_the_list(
    storage: Storage,
) -> None:
    number = await with_feed(storage)
    await check(storage, a_check(number, moved_to="https://new.example.org/rss"))
    async with storage.writing() as store:
        await store.feeds.register([a_feed()], NOON, retire_others=True)
        (due,) = await store.feeds.due(NOON + HOUR, 9)
    assert (due.id, due.feed.url) == (number, "https://new.example.org/rss")


async def test_a_host_that_is_asked_too_often_is_left_alone_with_all_its_feeds(storage: Storage) -> None:
    for path in ("a", "b"):
        await with_feed(storage, a_feed(f"https://Busy.example.org/{path}"))
    other = await with_feed(storage)
    async with storage.writing() as store:
        await store.feeds.hold_host_of("https://busy.example.org/any.rss", NOON + HOUR)
        assert [due.id for due in await store.feeds.due(NOON, 9)] == [other]
        assert len(await store.feeds.due(NOON + HOUR, 9)) == 3


async def test_coverage_counts_what_can_be_read_of_a_country(storage: Storage) -> None:
    korean = [
        a_publisher("Yonhap", country="KR", kind=FeedKind.AGENCY, state_linked=True),
        a_publisher("Hankyoreh", country="KR"),
        a_publisher("Foreign ministry", country="KR", kind=FeedKind.MINISTRY),
        a_publisher("Sample desk Seoul", country="KR", kind=FeedKind.SAMPLE),
    ]
    for number, publisher in enumerate(korean):
        await with_feed(storage, a_feed(f"https://kr{number}.example.org/rss", publisher=publisher))
    await with_feed(storage, a_feed("https://kr0.example.org/second", publisher=korean[0]))
    dead = await with_feed(storage, a_feed("https://dead.example.org/rss", publisher=a_publisher("Dead", country="KR")))
    await check(storage, a_check(dead, health=Health.UNREACHABLE))
    async with storage.reading() as store:
        assert await store.feeds.coverage("KR") == Coverage("KR", 4, 2, 1, 1)
        assert await store.feeds.coverage("CL") == Coverage("CL", 0, 0, 0, 0)


async def test_totals_count_feeds_and_what_they_brought(storage: Storage) -> None:
    number = await with_feed(storage)
    await with_feed(storage, a_feed("https://other.example.org/rss"))
    await check(storage, a_check(number))
    await with_news(storage, number, [(an_entry(name), a_reading(("KR", "TR"))) for name in ("one", "two")])
    async with storage.reading() as store:
        assert await store.feeds.totals() == FeedTotals(feeds=2, read=1, articles=2, stories=2)


async def test_a_feed_that_brings_nothing_new_is_silent(storage: Storage) -> None:
    turkish = a_feed(publisher=a_publisher("Anadolu", country="TR"))
    number = await with_feed(storage, turkish, now=NOON - 50 * HOUR)
    async with storage.reading() as store:
        assert await store.feeds.silent(["TR"], NOON - 24 * HOUR) == ()
    await check(storage, a_check(number))
    async with storage.reading() as store:
        (silent,) = await store.feeds.silent(["TR", "KR"], NOON - 24 * HOUR)
        assert silent.feed == turkish
        assert await store.feeds.silent(["KR"], NOON) == ()
    await with_news(storage, number, [(an_entry(published=NOON - HOUR), a_reading())])
    async with storage.reading() as store:
        assert await store.feeds.silent(["TR"], NOON - 24 * HOUR) == ()


async def test_feeds_are_named_by_the_address_in_their_list(storage: Storage) -> None:
    number = await with_feed(storage)
    await check(storage, a_check(number, moved_to="https://new.example.org/rss", next_check_at=None))
    async with storage.reading() as store:
        named = await store.feeds.named([a_feed().url, "https://unknown.example.org"])
    assert {url: due.id for url, due in named.items()} == {a_feed().url: number}
