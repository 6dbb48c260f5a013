"""What waits in the outbox reaches its chat once, whatever happens on the way."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery.gate import Gate
from bot.delivery.message import Outgoing
from bot.delivery.outbox import BATCH, Delivery
from bot.delivery.pace import Limits, Pace
from bot.delivery.rows import title_of
from bot.telegram.errors import Outcome, Sent, TryLater, Unparsable
from storage.chats import ChatSettings
from storage.database import Store
from storage.errors import DatabaseAway
from storage.outbox import Act, Claimed
from tests.bot.lines import Line, a_line, briefing
from tests.sandbox.visitors import ADA, DENIZ, GROUP

FORUM = -3002


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with a_line(tmp_path) as opened:
        yield opened


async def with_settings(line: Line, chat: int, **settings: object) -> None:
    async with line.storage.writing() as store:
        await store.chats.save(ChatSettings(chat, line.services.now(), **settings))


async def settings(line: Line, chat: int) -> ChatSettings:
    async with line.storage.reading() as store:
        found = await store.chats.get(chat)
    assert found is not None
    return found


async def texts(line: Line, chat: int = ADA) -> list[str]:
    return [message["text"] for message in await line.heard(chat)]


class Post:
    """A Telegram that a test decides about; what was sent is kept."""

    def __init__(self, *refusals: Outcome) -> None:
        self.sent: list[Outgoing] = []
        self.refusals = list(refusals)
        self.held: asyncio.Event | None = None

    async def send(self, message: Outgoing) -> Outcome:
        if self.refusals:
            return self.refusals.pop(0)
        self.sent.append(message)
        if self.held is not None:
            await self.held.wait()
        return Sent(len(self.sent))


@asynccontextmanager
async def a_delivery(line: Line, post: Post, gate: Gate | None = None) -> AsyncIterator[Delivery]:
    """A second delivery on the same database, its Telegram in the test's hands; the line's own one is stopped."""
    await line.delivery.stop()
    delivery = Delivery(line.services, post.send, gate or Gate(Pace(on=False)))
    await delivery.start()
    try:
        yield delivery
    finally:
        await delivery.stop()


async def rows(line: Line) -> dict[str, int]:
    async with line.storage.reading() as store:
        return {state: count for state, count in (await store.outbox.counts()).items() if count}


async def until(condition: object) -> None:
    async with asyncio.timeout(5):
        while not condition():  # type: ignore[operator]
            await asyncio.sleep(0.002)


async def test_everything_arrives_once_and_in_order_within_its_chat(line: Line) -> None:
    chats = range(5001, 5021)
    for chat in chats:
        await line.person.put(chat, type="private")
    await line.put(*(briefing(chat, number) for number in range(6) for chat in chats))
    assert await line.outcome() == {"sent": 120}
    for chat in chats:
        assert await texts(line, chat) == [f"Briefing {number}.0" for number in range(6)]
    assert Counter(sighting.kind for sighting in line.seen) == {"sent": 120}
    assert not line.delivery.busy


async def test_a_later_part_comes_after_the_earlier_ones(line: Line) -> None:
    await line.put(*(briefing(ADA, 1, part=part) for part in (2, 0, 1)))
    assert await texts(line) == ["Briefing 1.0", "Briefing 1.1", "Briefing 1.2"]


async def test_what_was_put_twice_arrives_once(line: Line) -> None:
    await line.put(briefing(ADA, 1))
    await line.put(briefing(ADA, 1))
    assert await texts(line) == ["Briefing 1.0"]


async def test_a_silent_message_makes_no_sound_and_an_edit_changes_the_message(line: Line) -> None:
    await line.put(briefing(ADA, 1, silent=True))
    (first,) = await line.heard()
    assert first["silent"]
    await line.put(briefing(ADA, 2, act=Act.EDIT, edits=first["message_id"]))
    (changed,) = await line.heard()
    assert (changed["text"], changed["edited"]) == ("Briefing 2.0", True)


async def test_an_edit_of_a_message_that_is_gone_makes_no_new_one(line: Line) -> None:
    await line.put(briefing(ADA, 2, act=Act.EDIT, edits=99_999))
    assert await line.outcome() == {"refused": 1}
    assert await texts(line) == []


async def test_a_chat_that_blocked_us_is_stopped_with_its_settings_kept_and_the_others_go_on(line: Line) -> None:
    await with_settings(line, ADA, language="ko")
    await line.person.put(ADA, blocked=True)
    await line.person.put(DENIZ, type="private")
    await line.put(briefing(ADA, 1, part=0), briefing(ADA, 1, part=1), briefing(DENIZ, 1))
    assert await line.outcome() == {"refused": 2, "sent": 1}
    chat = await settings(line, ADA)
    assert (chat.stopped, chat.language) == (True, "ko")
    assert [sighting.kind for sighting in line.seen].count("refused") == 1


async def test_a_moved_group_is_followed_and_gets_its_message_once(line: Line) -> None:
    await with_settings(line, GROUP, language="tr")
    await line.person.put(GROUP, migrated_to=-1_002_001)
    await line.put(briefing(GROUP, 1), briefing(GROUP, 2))
    assert await texts(line, -1_002_001) == ["Briefing 1.0", "Briefing 2.0"]
    assert (await settings(line, -1_002_001)).language == "tr"


async def test_from_a_closed_topic_briefings_go_to_the_group_which_is_told_once(line: Line) -> None:
    await line.person.put(FORUM, type="supergroup", title="Forum", members=[ADA], closed_topics=[7])
    await with_settings(line, FORUM, thread=7, language="en")
    await line.put(briefing(FORUM, 1, thread=7), briefing(FORUM, 2, thread=7))
    assert await texts(line, FORUM) == [
        "The topic I was writing in is closed. From now on my briefings come here.",
        "Briefing 1.0",
        "Briefing 2.0",
    ]
    assert (await settings(line, FORUM)).thread is None


async def test_markup_that_is_not_taken_goes_out_as_plain_text(line: Line) -> None:
    post = Post(Unparsable("can't parse entities"))
    async with a_delivery(line, post) as delivery:
        await line.put(briefing(ADA, 1))
        await delivery.drain()
    assert [message.plain for message in post.sent] == [True]


async def test_a_message_nobody_can_read_is_refused_and_holds_up_nothing(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    await line.put(replace(briefing(ADA, 1), payload="{"), briefing(ADA, 2))
    assert await line.outcome() == {"refused": 1, "sent": 1}
    assert "can't be read" in caplog.text


async def test_a_line_that_is_cut_leaves_the_message_uncertain_and_it_is_not_repeated(line: Line) -> None:
    await line.person.done("PUT", "faults", {"drop": True})
    await line.put(briefing(ADA, 1))
    assert await line.outcome() == {"uncertain": 1}
    await line.person.done("PUT", "faults", {})
    await line.put(briefing(ADA, 2))
    assert await texts(line) == ["Briefing 1.0", "Briefing 2.0"]


async def test_a_server_with_a_fault_gets_the_message_later_once(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.errors.SOON", timedelta(seconds=0.05))
    await line.person.done("PUT", "faults", {"status": 502})
    await line.put(briefing(ADA, 1), briefing(ADA, 2))
    await until(lambda: line.sandbox and len(line.seen) == 0)
    assert await rows(line) != {"refused": 2}
    await line.person.done("PUT", "faults", {})
    await until(lambda: len(line.seen) == 2)
    assert await texts(line) == ["Briefing 1.0", "Briefing 2.0"]


async def test_what_comes_after_a_message_that_has_to_wait_waits_as_well(line: Line) -> None:
    post = Post(TryLater(timedelta(seconds=0.3), "away"))
    async with a_delivery(line, post) as delivery:
        await line.put(briefing(ADA, 1))
        await delivery.drain()
        await line.put(briefing(ADA, 2), briefing(DENIZ, 1))
        await delivery.drain()
        assert [message.chat for message in post.sent] == [DENIZ]
        await until(lambda: len(post.sent) == 3)
    assert [title_of(message.part) for message in post.sent if message.chat == ADA] == ["Briefing 1.0", "Briefing 2.0"]


async def test_a_claim_that_breaks_off_after_it_was_written_loses_nothing(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to COMMIT got lost: the rows are `sending`, and nobody sends them."""
    monkeypatch.setattr("bot.delivery.outbox.AWAY_SECONDS", 0.01)
    post, writing = Post(), line.storage.writing
    broken = iter((False, True))

    @asynccontextmanager
    async def breaking() -> AsyncIterator[Store]:
        async with writing() as store:
            yield store
        if next(broken, False):
            raise DatabaseAway("The database can't be reached: unplugged")

    async with a_delivery(line, post) as delivery:
        await delivery.drain()
        await line.put(*(briefing(chat, 1) for chat in range(6000, 6010)))
        broken = iter((True,))
        monkeypatch.setattr(line.storage, "writing", breaking)
        await delivery.drain()
    assert len(post.sent) == 10
    assert await rows(line) == {"sent": 10}


async def test_telegrams_word_to_wait_holds_everything_back_and_loses_nothing(line: Line) -> None:
    post = Post(TryLater(timedelta(seconds=0.2), "too many messages", flood=True))
    gate = Gate(Pace(on=False))
    async with a_delivery(line, post, gate) as delivery:
        loop = asyncio.get_running_loop()
        await line.put(briefing(ADA, 1), briefing(ADA, 2))
        delivery.wake()
        await until(lambda: not post.refusals)
        halted = loop.time()
        await line.put(briefing(DENIZ, 1))
        delivery.wake()
        await until(lambda: len(post.sent) == 3)
        assert loop.time() - halted >= 0.19
    assert [message.chat for message in post.sent].count(ADA) == 2


async def test_no_more_than_a_batch_may_have_arrived_without_being_marked(line: Line) -> None:
    post = Post()
    post.held = asyncio.Event()
    async with a_delivery(line, post) as delivery:
        await line.put(*(briefing(chat, 1) for chat in range(6000, 6200)))
        delivery.wake()
        await until(lambda: len(post.sent) == BATCH)
        for _ in range(20):
            await asyncio.sleep(0)
        assert len(post.sent) == BATCH
        post.held.set()
        await delivery.drain()
    assert await rows(line) == {"sent": 200}


async def test_while_the_database_is_away_results_are_kept_and_marked_when_it_is_back(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = Post()
    monkeypatch.setattr("bot.delivery.outbox.AWAY_SECONDS", 0.01)
    away = False
    writing = line.storage.writing
    tried = asyncio.Event()

    @asynccontextmanager
    async def sometimes() -> AsyncIterator[Store]:
        if away:
            tried.set()
            raise DatabaseAway("The database can't be reached: unplugged")
        async with writing() as store:
            yield store

    async with a_delivery(line, post) as delivery:
        post.held = asyncio.Event()
        await line.put(*(briefing(chat, 1) for chat in range(6000, 6010)))
        monkeypatch.setattr(line.storage, "writing", sometimes)
        delivery.wake()
        await until(lambda: len(post.sent) == 10)
        away = True
        post.held.set()
        await asyncio.wait_for(tried.wait(), 5)
        assert await rows(line) == {"sending": 10}
        away = False
        await delivery.drain()
        assert await rows(line) == {"sent": 10}
    assert len(post.sent) == 10


async def test_stopping_puts_back_what_waits_for_the_pace_and_marks_what_went(line: Line) -> None:
    post = Post()
    gate = Gate(Pace(Limits(a_second=20)))
    async with a_delivery(line, post, gate) as delivery:
        await line.put(*(briefing(chat, 1) for chat in range(6000, 6200)))
        delivery.wake()
        await until(lambda: len(post.sent) >= 3)
        began = asyncio.get_running_loop().time()
        await delivery.stop()
        assert asyncio.get_running_loop().time() - began < 2
    assert await rows(line) == {"sent": len(post.sent), "waiting": 200 - len(post.sent)}


async def test_what_hangs_when_the_program_ends_is_uncertain(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.outbox.GOODBYE_SECONDS", 0.05)
    post = Post()
    post.held = asyncio.Event()
    async with a_delivery(line, post) as delivery:
        await line.put(briefing(ADA, 1), briefing(ADA, 2))
        delivery.wake()
        await until(lambda: post.sent)
        await delivery.stop()
    assert await rows(line) == {"uncertain": 1, "waiting": 1}


async def test_what_was_under_way_when_the_last_run_ended_is_sent_once_more(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with line.storage.writing() as store:
        await store.outbox.put([briefing(ADA, 1)], line.services.now())
        (claimed,) = await store.outbox.claim(line.services.now())
    assert isinstance(claimed, Claimed)
    post = Post()
    caplog.set_level(logging.WARNING)
    async with a_delivery(line, post) as delivery:
        await delivery.drain()
        assert await rows(line) == {"sent": 1}
    assert "sent once more" in caplog.text


async def test_a_group_at_its_limit_does_not_hold_up_the_others(line: Line) -> None:
    post = Post()
    gate = Gate(Pace(Limits(a_second=500)))
    async with a_delivery(line, post, gate) as delivery:
        await line.put(*(briefing(GROUP, number) for number in range(100)))
        await line.put(*(briefing(chat, 1) for chat in range(6000, 6100)))
        delivery.wake()
        await until(lambda: len([message for message in post.sent if message.chat != GROUP]) == 100)
        assert len(post.sent) <= 104


async def test_a_reply_does_not_wait_behind_a_broadcast(tmp_path: Path) -> None:
    async with a_line(tmp_path, paced=True, sandbox_limits=True) as line:
        chats = range(5001, 5081)
        for chat in chats:
            await line.person.put(chat, type="private")
        await line.put(*(briefing(chat) for chat in chats))
        loop = asyncio.get_running_loop()
        for question in range(3):
            await until(lambda enough=10 + 20 * question: len(line.seen) >= enough)
            began = loop.time()
            await line.person.write(f"/help {question}")
            await until(lambda asked=question: len(line.counted) > asked)
            assert loop.time() - began < 1
        assert await line.outcome() == {"sent": 80}
        assert {call["outcome"] for call in await line.calls("sendMessage")} == {"ok"}
