from dataclasses import replace
from datetime import date, time, timedelta

from diplomacy.schedule import Days
from diplomacy.subscriptions import Subscription
from storage.chats import ChatCounts, ChatSettings
from storage.database import Storage
from storage.outbox import OutboxMessage
from tests.builders import NOON, a_story_draft

HOUR = timedelta(hours=1)
ANKARA = ChatSettings(
    chat=-100_200,
    created_at=NOON,
    kind="group",
    thread=3,
    language="tr",
    zone="Europe/Istanbul",
    digest_at=time(7, 30),
    digest_days=Days.WEEKDAYS,
    next_run_at=NOON + HOUR,
    last_digest=date(2025, 11, 24),
    last_digest_at=NOON - HOUR,
    empty_days=2,
    keep_daily=True,
    asked="zone",
)
PAIR = Subscription(("TR", "KR"), ("defence",), ("tank",), ("museum",))


async def saved(storage: Storage, settings: ChatSettings) -> None:
    async with storage.writing() as store:
        await store.chats.save(settings)


async def test_settings_come_back_as_they_were_saved(storage: Storage) -> None:
    await saved(storage, ANKARA)
    async with storage.reading() as store:
        assert await store.chats.get(ANKARA.chat) == ANKARA
        assert await store.chats.get(1) is None


async def test_saving_again_changes_all_but_the_birthday(storage: Storage) -> None:
    await saved(storage, ANKARA)
    await saved(storage, ChatSettings(chat=ANKARA.chat, created_at=NOON + HOUR, language="ko"))
    async with storage.reading() as store:
        assert await store.chats.get(ANKARA.chat) == ChatSettings(chat=ANKARA.chat, created_at=NOON, language="ko")


async def test_chats_are_due_at_their_time_and_stopped_ones_wait(storage: Storage) -> None:
    await saved(storage, ANKARA)
    await saved(storage, replace(ANKARA, chat=2, next_run_at=NOON))
    await saved(storage, replace(ANKARA, chat=3, next_run_at=None))
    async with storage.writing() as store:
        await store.chats.stop(2, "blocked", NOON)
    async with storage.reading() as store:
        assert await store.chats.due(NOON, 9) == ()
        assert [one.chat for one in await store.chats.due(NOON + HOUR, 9)] == [ANKARA.chat]
        assert await store.chats.next_run_at() == NOON + HOUR
        assert await store.chats.counts() == ChatCounts(chats=3, stopped=1, with_digest=2, subscriptions=0)
    async with storage.writing() as store:
        await store.chats.resume(2)
        assert [one.chat for one in await store.chats.due(NOON, 9)] == [2]


async def test_a_local_date_is_served_once(storage: Storage) -> None:
    await saved(storage, replace(ANKARA, last_digest=None))
    day = date(2025, 11, 25)
    async with storage.writing() as store:
        assert await store.chats.claim_digest(ANKARA.chat, day, NOON + HOUR)
    async with storage.writing() as store:
        assert not await store.chats.claim_digest(ANKARA.chat, day, NOON + 2 * HOUR)
        chat = await store.chats.get(ANKARA.chat)
    assert chat == replace(ANKARA, last_digest=day, next_run_at=NOON + 2 * HOUR)


async def test_what_a_chat_follows_comes_back_in_the_order_it_came(storage: Storage) -> None:
    await saved(storage, ANKARA)
    country = Subscription(("TR",), everything=True)
    async with storage.writing() as store:
        assert await store.subscriptions.add(ANKARA.chat, PAIR, NOON)
        assert await store.subscriptions.add(ANKARA.chat, country, NOON + HOUR)
        assert not await store.subscriptions.add(ANKARA.chat, PAIR, NOON)
        assert await store.subscriptions.of(ANKARA.chat) == (PAIR, country)
        assert await store.subscriptions.remove(ANKARA.chat, PAIR.key)
        assert not await store.subscriptions.remove(ANKARA.chat, PAIR.key)
        assert await store.subscriptions.remove_all(ANKARA.chat) == 1


async def test_a_group_that_moves_takes_everything_along(storage: Storage) -> None:
    await saved(storage, ANKARA)
    async with storage.writing() as store:
        await store.subscriptions.add(ANKARA.chat, PAIR, NOON)
        (story,) = await store.stories.create([a_story_draft()])
        await store.chats.tell(ANKARA.chat, [story], NOON)
        await store.chats.claim_digest(ANKARA.chat, date(2025, 11, 25), NOON)
        await store.outbox.put([OutboxMessage(ANKARA.chat, None, "k", 1, "{}")], NOON)
    async with storage.writing() as store:
        await store.chats.move(ANKARA.chat, 9)
    async with storage.writing() as store:
        assert await store.chats.get(ANKARA.chat) is None
        assert await store.subscriptions.of(9) == (PAIR,)
        assert await store.chats.told(9, [story]) == {story}
        assert not await store.chats.claim_digest(9, date(2025, 11, 25), NOON)
        assert [one.message.chat for one in await store.outbox.claim(NOON)] == [9]


async def test_a_group_that_moves_to_a_number_already_in_use_brings_its_settings_and_joins_the_rest(
    storage: Storage,
) -> None:
    other = Subscription(topics=("energy",))
    await saved(storage, ANKARA)
    await saved(storage, ChatSettings(chat=9, created_at=NOON + HOUR))
    async with storage.writing() as store:
        await store.subscriptions.add(ANKARA.chat, PAIR, NOON)
        await store.subscriptions.add(9, PAIR, NOON)
        await store.subscriptions.add(9, other, NOON + HOUR)
        await store.chats.move(ANKARA.chat, 9)
        assert await store.chats.get(9) == replace(ANKARA, chat=9)
        assert await store.subscriptions.of(9) == (PAIR, other)


async def test_a_move_that_happened_already_changes_nothing(storage: Storage) -> None:
    await saved(storage, replace(ANKARA, chat=9))
    async with storage.writing() as store:
        await store.chats.move(ANKARA.chat, 9)
        await store.chats.move(9, 9)
        assert await store.chats.get(9) == replace(ANKARA, chat=9)


async def test_a_deleted_chat_is_forgotten_whole(storage: Storage) -> None:
    await saved(storage, ANKARA)
    async with storage.writing() as store:
        await store.subscriptions.add(ANKARA.chat, PAIR, NOON)
        (story,) = await store.stories.create([a_story_draft()])
        await store.chats.tell(ANKARA.chat, [story, story], NOON)
        await store.outbox.put([OutboxMessage(ANKARA.chat, None, "k", 1, "{}")], NOON)
        export = await store.chats.export(ANKARA.chat)
        await store.chats.delete(ANKARA.chat)
        assert await store.chats.export(ANKARA.chat) is None
        assert await store.subscriptions.of(ANKARA.chat) == ()
        assert (await store.outbox.counts())["waiting"] == 0
    assert export is not None
    assert export.settings["zone"] == "Europe/Istanbul"
    assert export.settings["digest_at"] == "07:30:00"
    assert [one.key for one in export.subscriptions] == [PAIR.key]
    assert [one.told_at for one in export.stories] == ["2025-11-24T12:00:00+00:00"]
    assert len(export.messages) == 1


async def test_a_long_command_is_found_by_the_same_short_key(storage: Storage) -> None:
    command = "/relations TR KR " + "çok uzun " * 20
    async with storage.writing() as store:
        key = await store.choices.keep(command, NOON)
        assert await store.choices.keep(command, NOON) == key
    async with storage.reading() as store:
        assert await store.choices.find(key) == command
        assert await store.choices.find("unknown") is None
    assert len(key) == 16
