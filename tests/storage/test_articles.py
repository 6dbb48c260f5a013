from dataclasses import replace
from datetime import timedelta

import pytest

from diplomacy.news import FeedKind
from diplomacy.reading.shapes import Attribution, FigureSaid, Stage
from diplomacy.subscriptions import Subscription
from storage.articles import Added
from storage.database import Storage
from tests.builders import NOON, a_feed, a_placed_entry, a_publisher, a_reading, a_story_draft, an_entry, an_event
from tests.storage.houses import with_feed, with_news

HOUR = timedelta(hours=1)
KOREA = a_reading(("KR", "TR"))
DEFENCE = Subscription(topics=("defence",))


async def test_what_was_stored_is_known_by_its_content(storage: Storage) -> None:
    feed = await with_feed(storage)
    placed = a_placed_entry(an_entry())
    added = await with_news(storage, feed, [(an_entry(), KOREA)])
    assert added == Added(new=1)
    async with storage.reading() as store:
        assert await store.articles.known(feed) == {placed.read.entry.identity: placed.read.content_hash}
        assert await store.articles.known(feed + 1) == {}


async def test_an_entry_that_comes_again_unchanged_is_stored_once(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(), KOREA)])
    assert await with_news(storage, feed, [(an_entry(), KOREA), (an_entry(), KOREA)]) == Added()
    async with storage.reading() as store:
        assert len(await store.relations.between("KR-TR", None, NOON, 9)) == 1
        assert (await store.feeds.totals()).articles == 1


async def test_two_feeds_may_list_the_same_identity(storage: Storage) -> None:
    first, second = await with_feed(storage), await with_feed(storage, a_feed("https://other.example.org/rss"))
    await with_news(storage, first, [(an_entry(), KOREA)])
    assert await with_news(storage, second, [(an_entry(), KOREA)]) == Added(new=1)


async def test_answers_use_the_newest_version_and_the_old_one_stays_for_its_evidence(storage: Storage) -> None:
    feed = await with_feed(storage)
    old, new = (an_entry(title, identity="one") for title in ("Ten tanks sold", "Twelve tanks sold"))
    await with_news(storage, feed, [(old, a_reading(("KR", "TR"), topics=("defence",)))])
    async with storage.reading() as store:
        (before,) = await store.relations.between("KR-TR", None, NOON, 9)
    changed = await with_news(
        storage, feed, [(new, a_reading(("KP", "TR")))], now=NOON + HOUR, story=before.story, corrected=True
    )
    assert changed == Added(changed=1)
    async with storage.reading() as store:
        assert await store.relations.between("KR-TR", None, NOON, 9) == ()
        assert await store.relations.following(DEFENCE, None, NOON, 9) == ()
        assert await store.search.find("ten", None, NOON, 9) == ()
        (after,) = await store.relations.between("KP-TR", None, NOON, 9)
        assert await store.search.find("twelve", None, NOON, 9) == (after,)
        assert after.title == "Twelve tanks sold"
        assert after.corrected == NOON + HOUR
        assert await store.articles.text_of(before.article) == "Ten tanks sold"
        assert await store.articles.text_of(after.article) == "Twelve tanks sold"
        assert await store.articles.text_of(999) is None
        assert (await store.feeds.totals()).articles == 1


async def test_other_words_alone_keep_what_was_to_be_announced_and_when_it_came(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Ten tanks", identity="one"), KOREA)])
    await with_news(storage, feed, [(an_entry("10 tanks", identity="one"), KOREA)], now=NOON + 2 * HOUR, announce=False)
    pair = Subscription(("TR", "KR"))
    async with storage.reading() as store:
        (report,) = await store.relations.following(pair, None, NOON + 3 * HOUR, 9)
        assert (report.title, report.corrected) == ("10 tanks", None)
        late = await store.relations.following(pair, None, NOON + 3 * HOUR, 9, arrived_since=NOON + HOUR)
    assert late == ()


async def test_a_correction_stays_told_when_only_the_wording_changes_after_it(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Ten", identity="one"), KOREA)])
    await with_news(storage, feed, [(an_entry("Twelve", identity="one"), KOREA)], now=NOON + HOUR, corrected=True)
    await with_news(storage, feed, [(an_entry("12", identity="one"), KOREA)], now=NOON + 2 * HOUR)
    async with storage.reading() as store:
        (report,) = await store.relations.between("KR-TR", None, NOON, 9)
    assert (report.title, report.corrected) == ("12", NOON + HOUR)


async def test_the_newest_version_tells_all_that_a_correction_is_recognised_by(storage: Storage) -> None:
    feed = await with_feed(storage)
    speaker = Attribution(None, "TR")
    said = replace(an_event(stage=Stage.SIGNED, topics=("defence",)), said_by=speaker)
    figure = FigureSaid("$10 billion", "money", 1e10, "USD", "trade", "target", Attribution("Minister"), 3, 14)
    reading = a_reading(("KR", "TR"), ("TR", "US"), events=(said, an_event(pair=None)), figures=(figure,))
    await with_news(storage, feed, [(an_entry(text="All of it.", identity="one"), reading)])
    async with storage.reading() as store:
        versions = await store.articles.newest(feed, ["one", "none"])
    assert list(versions) == ["one"]
    version = versions["one"]
    assert (version.title, version.text, version.version) == (an_entry().title, "All of it.", 1)
    assert set(version.pairs) == {"KR-TR", "TR-US"}
    assert version.events == reading.events
    assert version.figures == (figure,)


async def test_an_identity_that_left_its_feed_is_still_known_when_it_comes_back(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("One"), KOREA)])
    await with_news(storage, feed, [(an_entry("Two"), KOREA)], now=NOON + HOUR)
    async with storage.reading() as store:
        assert len(await store.articles.known(feed)) == 2
    assert await with_news(storage, feed, [(an_entry("One"), KOREA)]) == Added()


async def test_what_no_database_takes_is_replaced_so_that_places_still_count(storage: Storage) -> None:
    feed = await with_feed(storage)
    hostile = an_entry("Nul \x00 and half \ud83d of a pair", "'; DROP TABLE article; --", identity="one")
    await with_news(storage, feed, [(hostile, KOREA)])
    async with storage.reading() as store:
        (report,) = await store.relations.between("KR-TR", None, NOON, 9)
    assert report.title == "Nul \ufffd and half \ufffd of a pair"
    assert len(report.told) == len(hostile.told)
    assert report.text == hostile.text


async def test_a_pair_told_twice_is_stored_once(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(), a_reading(("KR", "TR"), ("TR", "KR"), ("TR", "TR")))])
    async with storage.reading() as store:
        assert (await store.relations.tally("KR-TR", None, NOON)).reports == 1


async def test_a_source_named_by_the_item_is_its_publisher(storage: Storage) -> None:
    feed = await with_feed(storage)
    source = a_publisher("Ministry", country="KR", kind=FeedKind.MINISTRY)
    await with_news(storage, feed, [(an_entry(publisher=source), KOREA)])
    async with storage.reading() as store:
        (report,) = await store.relations.between("KR-TR", None, NOON, 9)
    assert report.publisher == source


async def test_a_large_document_is_stored_whole(storage: Storage) -> None:
    feed = await with_feed(storage)
    news = [(an_entry(f"Report {number}"), KOREA) for number in range(1200)]
    assert await with_news(storage, feed, news) == Added(new=1200)
    async with storage.reading() as store:
        assert (await store.relations.tally("KR-TR", None, NOON)).reports == 1200


class FellOverError(Exception):
    """The power went."""


@pytest.mark.parametrize("line", range(4))
async def test_a_fall_between_any_two_lines_leaves_nothing_half_stored(storage: Storage, line: int) -> None:
    feed = await with_feed(storage)

    async def poll() -> None:
        async with storage.writing() as store:
            steps = line
            (story,) = await store.stories.create([a_story_draft()])
            fall_at(steps == 0)
            await store.articles.add(feed, [a_placed_entry(story=story)], ["one"], NOON)
            fall_at(steps == 1)
            await store.stories.touch({story: NOON + HOUR})
            fall_at(steps == 2)
            await store.feeds.hold_host_of("https://feeds.example.org/", NOON + HOUR)
            fall_at(steps == 3)

    def fall_at(here: bool) -> None:  # noqa: FBT001
        if here:
            raise FellOverError

    with pytest.raises(FellOverError):
        await poll()
    async with storage.reading() as store:
        assert (await store.feeds.totals()).articles == 0
        assert (await store.feeds.totals()).stories == 0
        assert await store.articles.known(feed) == {}
        assert await store.search.find("trade", None, NOON, 9) == ()
        assert await store.feeds.next_check_at() == NOON


async def test_items_that_got_other_names_keep_what_they_were(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(name, identity=name), KOREA) for name in ("one", "two")])
    async with storage.writing() as store:
        assert {shown.identity for shown in await store.articles.recent(feed, 9)} == {"one", "two"}
        await store.articles.rename(feed, {"one": "uno", "two": "uno"})
        await store.articles.rename(feed, {})
        assert set(await store.articles.known(feed)) == {"uno", "two"}
