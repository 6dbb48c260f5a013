from datetime import timedelta

import pytest

from storage.chats import ChatSettings
from storage.database import Storage
from storage.outbox import Act, OutboxMessage, PutBack, Refused, Sent, Uncertain
from tests.builders import NOON, a_story_draft

SECOND = timedelta(seconds=1)


def a_message(key: str = "digest 7 2025-11-24", part: int = 1, **values: object) -> OutboxMessage:
    return OutboxMessage(**{"chat": 7, "thread": None, "dedupe_key": key, "part": part, "payload": "{}"} | values)


async def put(storage: Storage, *messages: OutboxMessage) -> int:
    async with storage.writing() as store:
        return await store.outbox.put(messages, NOON)


async def claim(storage: Storage, **values: object) -> list[tuple[int, OutboxMessage]]:
    async with storage.writing() as store:
        return [(one.id, one.message) for one in await store.outbox.claim(NOON, **values)]


async def mark(storage: Storage, *outcomes: Sent | Refused | Uncertain | PutBack) -> None:
    async with storage.writing() as store:
        await store.outbox.mark(outcomes)


async def counts(storage: Storage) -> dict[str, int]:
    async with storage.reading() as store:
        return {state: count for state, count in (await store.outbox.counts()).items() if count}


async def test_a_message_comes_back_from_the_outbox_as_it_was_put(storage: Storage) -> None:
    message = OutboxMessage(
        -100, 5, "k", 2, '{"é": "\\u0000"}', Act.EDIT, silent=True, stories=(3, 4), edits=99, not_before=NOON - SECOND
    )
    await put(storage, message)
    assert [claimed for _, claimed in await claim(storage)] == [message]


async def test_a_message_put_twice_is_stored_once(storage: Storage) -> None:
    assert await put(storage, a_message(), a_message("other")) == 2
    assert await put(storage, a_message(), a_message(part=2)) == 1
    assert await counts(storage) == {"waiting": 3}


async def test_messages_are_claimed_once_and_in_their_order(storage: Storage) -> None:
    await put(storage, *(a_message(f"key {number}") for number in range(5)))
    first, second = await claim(storage, limit=3), await claim(storage, limit=3)
    assert [message.dedupe_key for _, message in first + second] == [f"key {number}" for number in range(5)]
    assert await claim(storage) == []
    assert await counts(storage) == {"sending": 5}


async def test_a_later_part_waits_until_the_earlier_one_was_sent(storage: Storage) -> None:
    await put(storage, a_message(part=1), a_message(part=2), a_message("other"))
    (first, one), (_, other) = await claim(storage)
    assert (one.part, other.dedupe_key) == (1, "other")
    assert await claim(storage) == []
    await mark(storage, Sent(first, 100, NOON))
    assert [message.part for _, message in await claim(storage)] == [2]


async def test_a_part_that_is_put_back_keeps_its_later_parts_waiting(storage: Storage) -> None:
    await put(storage, a_message(part=1), a_message(part=2))
    ((first, _),) = await claim(storage)
    await mark(storage, PutBack(first, NOON + SECOND))
    assert await claim(storage) == []
    async with storage.reading() as store:
        assert await store.outbox.next_at(NOON) == NOON
    async with storage.writing() as store:
        (again,) = await store.outbox.claim(NOON + SECOND)
    assert (again.message.part, again.attempts) == (1, 1)


async def test_a_refused_part_takes_the_later_ones_with_it(storage: Storage) -> None:
    await put(storage, a_message(part=1), a_message(part=2), a_message("other"))
    (first, _), _ = await claim(storage)
    await mark(storage, Refused(first, "blocked"))
    assert await counts(storage) == {"refused": 2, "sending": 1}


async def test_an_uncertain_part_is_not_repeated_and_lets_the_rest_go_on(storage: Storage) -> None:
    await put(storage, a_message(part=1), a_message(part=2))
    ((first, _),) = await claim(storage)
    await mark(storage, Uncertain(first, "timed out"))
    assert [message.part for _, message in await claim(storage)] == [2]
    async with storage.reading() as store:
        (lost,) = await store.outbox.uncertain(9)
    assert (lost.id, lost.chat, lost.reason) == (first, 7, "timed out")


async def test_what_was_being_sent_when_the_house_fell_is_sent_once_more(storage: Storage) -> None:
    await put(storage, a_message(), a_message("other"))
    (first, _), (_, _) = await claim(storage)
    await mark(storage, Sent(first, 100, NOON))
    async with storage.writing() as store:
        assert await store.outbox.recover(NOON) == 1
    async with storage.writing() as store:
        (again,) = await store.outbox.claim(NOON)
    assert (again.message.dedupe_key, again.attempts) == ("other", 1)


async def test_a_story_counts_as_told_only_once_its_message_was_sent(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(ChatSettings(chat=7, created_at=NOON))
        one, two = await store.stories.create([a_story_draft("One"), a_story_draft("Two")])
    await put(storage, a_message("a", stories=(one,)), a_message("b", stories=(two,)))
    (first, _), (second, _) = await claim(storage)
    await mark(storage, Sent(first, 100, NOON), Uncertain(second, "timed out"))
    async with storage.reading() as store:
        assert await store.chats.told(7, [one, two]) == {one}


async def test_a_message_that_arrives_after_its_chat_was_deleted_leaves_no_trace(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(ChatSettings(chat=7, created_at=NOON))
        (story,) = await store.stories.create([a_story_draft()])
    await put(storage, a_message(stories=(story,)))
    ((number, _),) = await claim(storage)
    async with storage.writing() as store:
        await store.chats.delete(7)
    await mark(storage, Sent(number, 100, NOON))
    assert await counts(storage) == {}
    async with storage.reading() as store:
        assert await store.chats.told(7, [story]) == frozenset()
        assert await store.chats.export(7) is None


async def test_a_story_thrown_away_meanwhile_does_not_keep_the_mark_from_being_made(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(ChatSettings(chat=7, created_at=NOON))
    await put(storage, a_message(stories=(12345,)))
    ((number, _),) = await claim(storage)
    await mark(storage, Sent(number, 100, NOON))
    assert await counts(storage) == {"sent": 1}


@pytest.mark.parametrize("held", [True, False])
async def test_the_house_knows_when_the_next_message_may_go(storage: Storage, held: bool) -> None:  # noqa: FBT001
    async with storage.reading() as store:
        assert await store.outbox.next_at(NOON) is None
    await put(storage, a_message(not_before=NOON + SECOND if held else None))
    async with storage.reading() as store:
        assert await store.outbox.next_at(NOON + SECOND / 2) == NOON + (SECOND if held else SECOND / 2)
    assert len(await claim(storage)) == (0 if held else 1)
