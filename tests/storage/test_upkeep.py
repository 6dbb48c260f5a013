import json
from dataclasses import asdict
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from diplomacy.news import FeedKind
from diplomacy.subscriptions import Subscription
from storage import upkeep
from storage.chats import ChatSettings
from storage.database import Storage
from storage.outbox import OutboxMessage, Sent
from storage.schema import choice
from storage.upkeep import Tidied
from tests.builders import NOON, a_feed, a_publisher, a_reading, a_story_draft, an_entry
from tests.storage.houses import with_feed, with_news

DAY = timedelta(days=1)
YEAR = timedelta(days=365)
KOREA = a_reading(("KR", "TR"), topics=("trade",))
TRADE = Subscription(topics=("trade",))


async def tidy(storage: Storage, retention: timedelta = YEAR) -> Tidied:
    async with storage.writing() as store:
        return await store.upkeep.tidy(NOON, retention)


async def test_old_texts_go_with_all_they_say_and_new_ones_stay(storage: Storage) -> None:
    feed = await with_feed(storage)
    old, new = an_entry("Old news", published=NOON - 400 * DAY), an_entry("New news", published=NOON - DAY)
    await with_news(storage, feed, [(old, KOREA), (new, KOREA)])
    assert await tidy(storage) == Tidied(articles=1, stories=1)
    assert await tidy(storage) == Tidied()
    async with storage.reading() as store:
        assert [one.title for one in await store.relations.between("KR-TR", None, NOON, 9)] == ["New news"]
        assert [one.title for one in await store.relations.of_country("TR", None, NOON, 9)] == ["New news"]
        assert [one.title for one in await store.relations.following(TRADE, None, NOON, 9)] == ["New news"]
        assert [one.title for one in await store.search.find("news", None, NOON, 9)] == ["New news"]
        totals = await store.feeds.totals()
    assert (totals.articles, totals.stories) == (1, 1)


async def test_an_identity_stays_while_its_feed_lists_the_item(storage: Storage) -> None:
    feed = await with_feed(storage)
    old = an_entry("Old", published=NOON - 400 * DAY)
    await with_news(storage, feed, [(old, KOREA)], now=NOON - 380 * DAY)
    await tidy(storage)
    async with storage.reading() as store:
        assert list(await store.articles.known(feed)) == [old.identity]
        assert await store.articles.newest(feed, [old.identity]) == {}
    assert (await with_news(storage, feed, [(old, KOREA)])).new == 0
    await with_news(storage, feed, [(an_entry("New"), KOREA)], now=NOON - 370 * DAY)
    assert (await tidy(storage)).items == 1
    async with storage.reading() as store:
        assert old.identity not in await store.articles.known(feed)


async def test_an_old_item_that_changes_after_its_text_went_is_stored_anew(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Old", identity="one", published=NOON - 400 * DAY), KOREA)])
    await tidy(storage)
    await with_news(storage, feed, [(an_entry("Old!", identity="one", published=NOON), KOREA)], announce=False)
    async with storage.reading() as store:
        assert [one.title for one in await store.relations.between("KR-TR", None, NOON, 9)] == ["Old!"]
        assert (await store.feeds.totals()).articles == 1


async def test_old_versions_go_with_their_time(storage: Storage) -> None:
    feed = await with_feed(storage)
    published = NOON - 400 * DAY
    await with_news(storage, feed, [(an_entry("Ten", identity="one", published=published), KOREA)])
    await with_news(storage, feed, [(an_entry("Twelve", identity="one", published=published), KOREA)])
    assert (await tidy(storage)).articles == 2
    async with storage.reading() as store:
        assert (await store.feeds.totals()).articles == 0


async def test_the_sample_desks_keep_their_news(storage: Storage) -> None:
    desk = a_publisher("Sample desk Ankara", family="sample", kind=FeedKind.SAMPLE)
    feed = await with_feed(storage, a_feed(publisher=desk))
    await with_news(storage, feed, [(an_entry(published=NOON - 400 * DAY, publisher=desk), KOREA)])
    assert await tidy(storage) == Tidied()


async def test_a_large_house_is_tidied_in_several_goes(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "MOST_AT_ONCE", 2)
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(f"Old {n}", published=NOON - 400 * DAY), KOREA) for n in range(3)])
    first, second = await tidy(storage), await tidy(storage)
    assert (first.articles, first.more) == (2, True)
    assert (second.articles, second.more) == (1, False)


async def test_what_was_sent_long_ago_is_forgotten_and_what_waits_is_not(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.outbox.put([OutboxMessage(7, None, key, 1, "{}") for key in ("sent", "waiting")], NOON - 9 * DAY)
        (claimed, _) = await store.outbox.claim(NOON)
        await store.outbox.mark([Sent(claimed.id, 1, NOON)])
    assert (await tidy(storage)).messages == 1
    async with storage.reading() as store:
        counts = await store.outbox.counts()
    assert (counts["sent"], counts["sending"]) == (0, 1)


async def test_everything_about_a_chat_can_be_written_down_for_it(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(ChatSettings(chat=7, created_at=NOON, zone="Asia/Seoul", last_digest=date(2025, 11, 24)))
        await store.subscriptions.add(7, Subscription(("TR", "KR")), NOON)
        (story,) = await store.stories.create([a_story_draft("A story")])
        await store.chats.tell(7, [story], NOON)
        await store.chats.claim_digest(7, date(2025, 11, 25), NOON)
        export = await store.chats.export(7)
        assert await store.chats.export(8) is None
    assert export is not None
    written = json.loads(json.dumps(asdict(export)))
    assert written["settings"]["zone"] == "Asia/Seoul"
    assert written["settings"]["last_digest"] == "2025-11-25"
    assert written["subscriptions"] == [{"key": "KR-TR", "since": "2025-11-24T12:00:00+00:00"}]
    assert written["stories"] == [{"title": "A story", "told_at": "2025-11-24T12:00:00+00:00"}]
    assert written["briefings"] == ["2025-11-25"]


async def test_a_button_of_last_year_is_forgotten_and_one_that_was_shown_again_is_not(storage: Storage) -> None:
    async with storage.writing() as store:
        forgotten = await store.choices.keep("/relations TR KR 90", NOON - 366 * DAY)
        shown_again = await store.choices.keep("/relations TR JP 90", NOON - 366 * DAY)
        await store.choices.keep("/relations TR JP 90", NOON - 300 * DAY)
    await tidy(storage)
    async with storage.reading() as store:
        assert await store.choices.find(forgotten) is None
        assert await store.choices.find(shown_again) == "/relations TR JP 90"


async def test_a_button_whose_time_was_not_noted_is_kept_a_year_from_now_on(storage: Storage) -> None:
    async with storage.writing() as store:
        key = await store.choices.keep("/relations TR KR 90", NOON)
        await store.choices._db.execute(update(choice).values(kept_at=None))
    await tidy(storage)
    async with storage.writing() as store:
        assert await store.choices.find(key) is not None
        await store.upkeep.tidy(NOON + 366 * DAY, YEAR)
        assert await store.choices.find(key) is None
