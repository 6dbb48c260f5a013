"""Polling: from a feed whose time has come to what is stored of it. The dealings here are invented."""

import asyncio
import tarfile
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.early_worker import READING_OFF
from bot.workers import Workers
from diplomacy.news import FeedDue, Health
from feeds.fetch import Fetched, Fetcher
from handlers.contract import OpenedFeed
from handlers.jobs.poll_feeds import NOT_MODIFIED, Polled, next_poll, poll_feeds, poll_once
from storage.database import Storage
from tests.builders import a_feed
from tests.feeds.documents import an_item, rss
from tests.feeds.servers import serving
from tests.handlers.press import START, Press, a_feed_at, a_press, dated, opened_here

HOUR = timedelta(hours=1)
WIRE = a_feed_at("wire")


@pytest.fixture
async def press(sqlite_storage: Storage) -> AsyncIterator[Press]:
    async with a_press(sqlite_storage) as opened:
        yield opened


async def test_a_new_feeds_backlog_is_stored_and_not_announced(storage: Storage) -> None:
    async with a_press(storage) as press:
        press.answers["wire"] = rss(dated("Old", 5), dated("Older", 30))
        first = await press.poll(WIRE)
        press.answers["wire"] = rss(dated("New", -0.5), dated("Old", 5), dated("Older", 30))
        second = await press.poll(WIRE, after=HOUR)

        assert first == [Polled(WIRE.url, Health.OK, 2)]
        assert second == [Polled(WIRE.url, Health.OK, 1)]
        assert await press.titles() == ["Older", "Old", "New"]
        assert await press.titles(announced=True) == ["New"]


async def test_what_a_feed_brings_after_an_empty_first_reading_is_announced(press: Press) -> None:
    press.answers["wire"] = rss()
    await press.poll(WIRE)
    press.answers["wire"] = rss(dated("First ever", -0.5))
    await press.poll(WIRE, after=HOUR)

    assert await press.titles(announced=True) == ["First ever"]


async def test_nothing_new_is_stored_twice(press: Press) -> None:
    press.answers["wire"] = rss(dated("One"), dated("Two"))
    await press.poll(WIRE)
    same = await press.poll(WIRE, after=HOUR)
    press.answers["wire"] = rss(dated("Two"), dated("One"))
    other_order = await press.poll(WIRE, after=HOUR)

    assert same == [Polled(WIRE.url, NOT_MODIFIED)]
    assert other_order == [Polled(WIRE.url, Health.OK)]
    assert len(await press.titles()) == 2


async def test_an_item_that_leaves_the_feed_and_comes_back_is_no_news(press: Press) -> None:
    for items in (("One", "Two"), ("Two", "Three"), ("One", "Three")):
        press.answers["wire"] = rss(*(dated(title) for title in items))
        await press.poll(WIRE, after=HOUR)

    assert sorted(await press.titles()) == ["One", "Three", "Two"]
    assert await press.titles(announced=True) == ["Three"]


async def test_a_changed_number_is_a_correction_and_other_words_are_not(press: Press) -> None:
    press.answers["wire"] = rss(dated("Ten agreements", guid="1", description="Signed 10 of them in Ankara."))
    await press.poll(WIRE)
    press.answers["wire"] = rss(dated("Ten agreements", guid="1", description="They signed 10 of them in Ankara."))
    await press.poll(WIRE, after=HOUR)
    (reworded,) = await press.reports()
    announced_before = await press.titles(announced=True)
    press.answers["wire"] = rss(dated("Ten agreements", guid="1", description="They signed 12 of them in Ankara."))
    await press.poll(WIRE, after=HOUR)
    (corrected,) = await press.reports(announced=True)

    assert reworded.text == "They signed 10 of them in Ankara."
    assert reworded.corrected is None
    assert announced_before == []
    assert (corrected.text, corrected.corrected) == ("They signed 12 of them in Ankara.", START + 2 * HOUR)
    assert corrected.published == START - HOUR


async def test_a_country_replaced_by_another_is_a_correction(press: Press) -> None:
    press.answers["wire"] = rss(dated("A", guid="1", description="Türkiye and South Korea met in Ankara on Monday."))
    await press.poll(WIRE)
    press.answers["wire"] = rss(dated("A", guid="1", description="Türkiye and North Korea met in Ankara on Monday."))
    await press.poll(WIRE, after=HOUR)
    (report,) = await press.reports()

    assert report.corrected == START + HOUR


async def test_a_feed_whose_guids_all_change_at_once_floods_nobody(press: Press) -> None:
    titles = [f"Title {n}" for n in range(5)]
    press.answers["wire"] = rss(*(dated(title, guid=f"old {title}") for title in titles))
    await press.poll(WIRE)
    changed = [dated(title, guid=f"new {title}") for title in titles]
    press.answers["wire"] = rss(dated("News", -0.5), dated("Forgotten", 9), *changed)
    flood = await press.poll(WIRE, after=HOUR)
    press.answers["wire"] = rss(dated("More news", -1.5), dated("News", -0.5), *changed)
    after = await press.poll(WIRE, after=HOUR)

    assert flood == [Polled(WIRE.url, Health.OK, 2)]
    assert after == [Polled(WIRE.url, Health.OK, 1)]
    assert len(await press.titles()) == 8
    assert await press.titles(announced=True) == ["News", "More news"]


async def test_a_feed_that_moves_to_other_guids_links_and_words_is_recognised_by_its_titles(press: Press) -> None:
    titles = [f"Title {n}" for n in range(5)]
    press.answers["wire"] = rss(*(dated(title, description="Old words.") for title in titles))
    await press.poll(WIRE)
    moved = [dated(title, guid=title * 2, link=f"https://y.example/{title}", description="New.") for title in titles]
    press.answers["wire"] = rss(*moved)
    polled = await press.poll(WIRE, after=HOUR)

    assert polled == [Polled(WIRE.url, Health.OK)]
    assert {report.text for report in await press.reports()} == {"New."}
    assert await press.titles(announced=True) == []


async def test_undated_items_take_the_time_of_the_fetch_and_keep_it(press: Press) -> None:
    press.answers["wire"] = rss(an_item("Undated", guid="1"))
    await press.poll(WIRE)
    press.answers["wire"] = rss(an_item("Undated, changed", guid="1"))
    await press.poll(WIRE, after=HOUR)
    (report,) = await press.reports()

    assert (report.title, report.published, report.dated) == ("Undated, changed", START, False)


async def test_an_item_dated_in_the_future_is_held_until_its_time_and_then_announced(press: Press) -> None:
    press.answers["wire"] = rss(dated("Now"))
    await press.poll(WIRE)
    press.answers["wire"] = rss(dated("Later", -3), dated("Now"))
    await press.poll(WIRE, after=HOUR)

    assert await press.titles() == ["Now"]
    press.now = START + 2 * HOUR
    briefed_at = press.now
    press.now = START + 4 * HOUR
    assert await press.titles(announced=True, since=briefed_at) == ["Later"]


async def test_an_item_of_last_year_is_stored_and_not_announced(press: Press) -> None:
    press.answers["wire"] = rss(dated("Now"))
    await press.poll(WIRE)
    press.answers["wire"] = rss(dated("Archive", 24 * 300), dated("Now"))
    await press.poll(WIRE, after=HOUR)

    assert "Archive" in await press.titles()
    assert await press.titles(announced=True) == []


async def test_reports_of_the_same_title_are_one_story(press: Press) -> None:
    press.answers["wire"] = rss(dated("Ten agreements signed", 2, guid="1"))
    press.answers["other"] = rss(dated("Ten agreements signed", 1, guid="2"), dated("Another matter", 1))
    await press.poll(WIRE)
    await press.poll(a_feed_at("other"))
    stories = {report.title: set[int]() for report in await press.reports()}
    for report in await press.reports():
        stories[report.title].add(report.story)

    assert {title: len(numbers) for title, numbers in stories.items()} == {
        "Ten agreements signed": 1,
        "Another matter": 1,
    }


@pytest.mark.parametrize(
    ("answer", "health"),
    [
        (b"", Health.EMPTY),
        (b"<html></html>", Health.HTML_PAGE),
        (b'{"version": "https://jsonfeed.org/version/1"}', Health.JSON_FEED),
        (b"garbage", Health.GARBAGE),
        ((404, {}), Health.HTTP_ERROR),
        ((302, {"Location": "http://127.0.0.1/"}), Health.FORBIDDEN_ADDRESS),
        ((302, {"Location": "/wire"}), Health.TOO_MANY_REDIRECTS),
    ],
)
async def test_each_sort_of_failure_is_a_state_of_the_feed_and_it_is_asked_again(
    press: Press, answer: bytes | tuple[int, dict[str, str]], health: Health
) -> None:
    press.answers["wire"] = rss(dated("One"))
    press.answers["fine"] = rss(dated("Two"))
    await press.poll(WIRE)
    press.answers["wire"] = answer
    polled = await press.poll(WIRE, a_feed_at("fine"), after=HOUR)
    state = (await press.states())["wire"]

    assert [result.state for result in polled] == [health, Health.OK]
    assert (state.health, state.last_ok_at, state.articles) == (health, START, 1)
    assert state.detail
    assert state.next_check_at is not None
    assert press.now < state.next_check_at <= press.now + timedelta(days=1)


async def test_a_page_that_stands_in_for_a_feed_is_not_taken_for_good_the_second_time(press: Press) -> None:
    press.answers["wire"] = b"<html>Down for repairs</html>"
    first, second = await press.poll(WIRE), await press.poll(WIRE, after=HOUR)

    assert [first[0].state, second[0].state] == [Health.HTML_PAGE, Health.HTML_PAGE]


async def test_a_feed_that_is_gone_is_not_asked_again(press: Press) -> None:
    press.answers["wire"] = (410, {})
    await press.poll(WIRE)

    assert (await press.states())["wire"].next_check_at is None
    assert await next_poll(press.services) is None


async def test_too_many_requests_hold_every_feed_of_the_host_and_no_other(press: Press) -> None:
    neighbour, other = a_feed_at("neighbour"), a_feed_at("other", host="other.test")
    press.answers = {"wire": rss(dated("One")), "neighbour": rss(dated("Two")), "other": rss(dated("Three"))}
    await press.poll(WIRE, neighbour, other)
    press.answers["wire"] = (429, {"Retry-After": "36000"})
    await press.poll(WIRE, after=HOUR)
    until = press.now + timedelta(seconds=36000)
    states = await press.states()
    waits = {path: state.next_check_at for path, state in states.items()}

    assert waits["neighbour"] is not None
    assert waits["wire"] is not None
    assert waits["other"] is not None
    assert waits["neighbour"] >= until
    assert waits["wire"] >= until
    assert waits["other"] < until


async def test_after_too_many_requests_the_rest_of_the_round_spares_the_host(press: Press) -> None:
    feeds = [a_feed_at(f"f{n}") for n in range(10)]
    press.answers = {f"f{n}": (429, {}) for n in range(10)}
    polled = await press.poll(*feeds)

    assert {result.state for result in polled} == {Health.THROTTLED}
    assert len(press.server.asked) < 10


async def test_a_server_that_is_busy_holds_this_address_alone(press: Press) -> None:
    press.answers = {"wire": (503, {"Retry-After": "36000"}), "neighbour": rss(dated("Two"))}
    await press.poll(WIRE, a_feed_at("neighbour"))
    states = await press.states()
    wire, neighbour = states["wire"].next_check_at, states["neighbour"].next_check_at

    assert wire is not None
    assert neighbour is not None
    assert wire >= START + timedelta(hours=10) > neighbour


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(press: Press) -> None:
    press.answers = {"wire": (301, {"Location": "/new"}), "new": rss(dated("One"))}
    await press.poll(WIRE)
    press.answers["wire"] = (410, {})
    again = await press.poll(WIRE, after=HOUR)

    assert again == [Polled(WIRE.url, NOT_MODIFIED)]
    assert "new" in await press.states()


async def test_a_move_to_something_that_is_no_feed_is_not_remembered(press: Press) -> None:
    press.answers = {"wire": (301, {"Location": "/parked"}), "parked": b"<html>Buy this domain</html>"}
    await press.poll(WIRE)

    assert "wire" in await press.states()


async def test_only_feeds_whose_time_has_come_are_asked(press: Press) -> None:
    press.answers["wire"] = rss(dated("One"))
    await press.poll(WIRE)
    due = await next_poll(press.services)
    assert due is not None
    press.now = due - timedelta(seconds=1)
    await poll_feeds(press.services)
    before = len(press.server.asked)
    press.now = due
    await poll_feeds(press.services)

    assert before == 1
    assert len(press.server.asked) == 2
    after = await next_poll(press.services)
    assert after is not None
    assert after > due


async def test_one_feed_that_cannot_be_kept_stops_no_other_and_is_asked_later(press: Press) -> None:
    async def failing(due: FeedDue, fetched: Fetched, known: Mapping[str, str]) -> OpenedFeed:
        if due.feed.url == WIRE.url:
            raise RuntimeError("a fault of our own")
        return await opened_here(due, fetched, known)

    press.services = replace(press.services, open_feed=failing)
    press.answers = {"wire": rss(dated("One")), "fine": rss(dated("Two"))}
    polled = await press.poll(WIRE, a_feed_at("fine"))
    state = (await press.states())["wire"]

    assert [result.state for result in polled] == [Health.NOT_KEPT, Health.OK]
    assert state.next_check_at is not None
    assert state.next_check_at > START


async def test_a_poll_that_is_given_up_half_way_keeps_nothing_by_halves(press: Press) -> None:
    press.answers["wire"] = rss(dated("One"), dated("Two"))
    for steps in range(0, 60, 3):
        task = asyncio.create_task(press.poll(WIRE))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert len(await press.titles()) in {0, 2}
    await press.poll(WIRE)

    assert sorted(await press.titles()) == ["One", "Two"]


async def test_those_who_watch_are_told_of_each_feed(press: Press) -> None:
    press.answers = {"wire": rss(dated("One")), "other": b"<html/>"}
    await press.poll(WIRE, a_feed_at("other"))

    told = [sighting.text.rpartition(" (") for sighting in press.seen]
    assert {text for text, _, _ in told} == {
        "Test wire: answers, 1 new item",
        "Test wire: sent a web page instead of a feed, 0 new items",
    }
    assert [progress for _, _, progress in told] == ["1 of 2)", "2 of 2)"]
    assert {sighting.kind for sighting in press.seen} == {"polled"}


@pytest.mark.shared
@pytest.mark.timeout(300)
async def test_every_file_of_a_large_collection_goes_through_a_poll(shared: Path, sqlite_storage: Storage) -> None:
    bodies: list[bytes] = []
    with tarfile.open(shared / "gold" / "feed-files.tar.gz") as tar:
        bodies.extend(file.read() for member in tar if (file := tar.extractfile(member)) is not None)

    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(body=bodies[int(request.path[1:])], content_type="application/xml")

    async with serving(handler) as server:
        fetcher = Fetcher(house_hosts=server.house, per_host=16)
        workers = Workers(2, reader=READING_OFF)
        async with a_press(sqlite_storage) as press:
            services = replace(press.services, fetch=fetcher.fetch, open_feed=workers.open_feed)
            feeds = [a_feed(f"http://news.test/{number}") for number in range(len(bodies))]
            async with sqlite_storage.writing() as store:
                await store.feeds.register(feeds, START, retire_others=True)
            polled = await poll_once(services, feeds)
        await workers.close()
        await fetcher.close()

    states = Counter(result.state for result in polled)
    assert sum(states.values()) == 1875
    assert states[Health.OK] > 1800
    assert set(states) <= {Health.OK, Health.EMPTY, Health.HTML_PAGE, Health.GARBAGE}
