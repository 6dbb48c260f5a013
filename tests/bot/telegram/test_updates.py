"""Updates as Telegram brings them, those too that the sandbox has no occasion for."""

import asyncio
from pathlib import Path

import pytest
from telegram import Update

from handlers.contract import Standing
from storage.chats import ChatSettings
from tests.bot.lines import Access, Line, a_line
from tests.sandbox.visitors import ADA, DENIZ, GROUP

ADA_SELF = {"id": ADA, "is_bot": False, "first_name": "Ada", "language_code": "en"}
BOT_SELF = {"id": 42, "is_bot": True, "first_name": "Dragoman", "username": "dragoman_bot"}
PRIVATE = {"id": ADA, "type": "private", "first_name": "Ada"}
GROUP_CHAT = {"id": GROUP, "type": "supergroup", "title": "Foreign desk"}
SECRET = "a-secret"


async def bring(line: Line, **update: object) -> None:
    """Bring an update past the sandbox, and wait until it was dealt with."""
    await line.door._queue.put(Update.de_json({"update_id": 1, **update}, line.door._bot))
    async with asyncio.timeout(5):
        while line.door.busy:
            await asyncio.sleep(0.002)


def a_message(text: str | None = "hello", chat: dict[str, object] | None = None, **more: object) -> dict[str, object]:
    told = {"message_id": 5, "date": 1_764_000_000, "chat": chat or PRIVATE, "from": ADA_SELF, **more}
    return told if text is None else {**told, "text": text}


def a_change(chat: dict[str, object], old: str, new: str) -> dict[str, object]:
    member = {"user": BOT_SELF, "until_date": 0}
    told = {"chat": chat, "from": ADA_SELF, "date": 1_764_000_000}
    return {**told, "old_chat_member": {**member, "status": old}, "new_chat_member": {**member, "status": new}}


async def stored(line: Line, chat: int) -> ChatSettings | None:
    async with line.storage.reading() as store:
        return await store.chats.get(chat)


async def with_settings(line: Line, chat: int, language: str = "en") -> None:
    async with line.storage.writing() as store:
        await store.chats.save(ChatSettings(chat, line.services.now(), language=language))


@pytest.mark.parametrize(("chat", "out", "back"), [(PRIVATE, "kicked", "member"), (GROUP_CHAT, "left", "member")])
async def test_a_chat_that_shuts_us_out_is_stopped_and_goes_on_when_it_lets_us_in_again(
    line: Line, chat: dict[str, int], out: str, back: str
) -> None:
    await with_settings(line, chat["id"])
    await bring(line, my_chat_member=a_change(chat, back, out))
    shut_out = await stored(line, chat["id"])
    await bring(line, my_chat_member=a_change(chat, out, back))
    let_in = await stored(line, chat["id"])
    assert shut_out is not None
    assert let_in is not None
    assert (shut_out.stopped, let_in.stopped) == (True, False)


async def test_a_group_that_moves_takes_its_settings_along_and_both_notices_may_come(line: Line) -> None:
    new = -1_002_001
    await with_settings(line, GROUP, language="ko")
    await bring(line, message=a_message(None, {**GROUP_CHAT, "type": "group"}, migrate_to_chat_id=new))
    await bring(line, message=a_message(None, {**GROUP_CHAT, "id": new}, migrate_from_chat_id=GROUP))
    moved = await stored(line, new)
    assert await stored(line, GROUP) is None
    assert moved is not None
    assert moved.language == "ko"
    assert line.script.asked == []


async def test_an_anonymous_administrator_rules_the_group(line: Line) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    said = a_message("/subscribe turkey", GROUP_CHAT, sender_chat=GROUP_CHAT)
    await bring(line, message={**said, "from": anonymous})
    (request,) = line.script.asked
    assert (request.person, request.standing) == (None, Standing.ADMINISTRATOR)
    assert await line.calls("getChatMember") == []


@pytest.mark.parametrize(
    "message",
    [
        a_message(None, GROUP_CHAT, new_chat_members=[ADA_SELF]),
        a_message(None, group_chat_created=True),
        a_message("/relations a b", GROUP_CHAT, sender_chat={"id": -9, "type": "channel"}, is_automatic_forward=True),
        {**a_message("/relations a b", GROUP_CHAT), "from": {**BOT_SELF, "id": 77, "username": "other_bot"}},
    ],
)
async def test_what_nobody_asked_is_not_answered(line: Line, message: dict[str, object]) -> None:
    await bring(line, message=message)
    assert line.script.asked == []


async def test_an_edited_message_is_not_answered_again(line: Line) -> None:
    await bring(line, edited_message=a_message("/relations a b"))
    assert line.script.asked == []


async def test_a_picture_with_a_caption_asks_what_the_caption_says(line: Line) -> None:
    picture = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    await bring(line, message=a_message(None, photo=picture, caption="/country tr"))
    assert [request.command for request in line.script.asked] == ["country"]


async def test_in_a_private_chat_a_sticker_is_answered_as_words_without_words(line: Line) -> None:
    sticker = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    await bring(line, message=a_message(None, sticker={**sticker, "type": "regular"}))
    assert [(request.command, request.words) for request in line.script.asked] == [("", "")]


async def test_a_press_on_a_message_that_telegram_no_longer_shows_is_answered_by_a_new_one(line: Line) -> None:
    gone = {"message_id": 1, "date": 0, "chat": PRIVATE}
    press = {"id": "1", "from": ADA_SELF, "chat_instance": "1", "data": "/relations 7", "message": gone}
    await bring(line, callback_query=press)
    assert [message["text"] for message in await line.heard()] == ["relations|7"]


async def test_a_press_on_an_inline_message_is_dealt_with_all_the_same(line: Line) -> None:
    press = {"id": "1", "from": ADA_SELF, "chat_instance": "1", "data": "/relations 7", "inline_message_id": "x"}
    await bring(line, callback_query=press)
    assert line.script.asked == []
    assert len(await line.calls("answerCallbackQuery")) == 1


async def test_a_press_by_another_member_is_that_members(line: Line) -> None:
    carrying = {**a_message("x", GROUP_CHAT), "from": BOT_SELF}
    deniz = {**ADA_SELF, "id": DENIZ, "language_code": "tr"}
    press = {"id": "1", "from": deniz, "chat_instance": "1", "data": "/unsubscribe KR-TR", "message": carrying}
    await bring(line, callback_query=press)
    (request,) = line.script.asked
    assert (request.person, request.standing, request.reader.language) == (DENIZ, Standing.MEMBER, "tr")


async def test_by_webhook_only_who_knows_the_secret_is_heard(tmp_path: Path) -> None:
    def hooked(origin: str) -> Access:
        return Access(origin, webhook_url="http://127.0.0.1:9", webhook_secret=SECRET)

    async with a_line(tmp_path, access=hooked) as line:
        body = {"update_id": 1, "message": a_message("/help")}
        assert not await line.door.handle_webhook(body, "")
        assert not await line.door.handle_webhook(body, "another-secret")
        assert not await line.door.handle_webhook(body, "bytes that are no text: \udcff")
        assert await line.door.handle_webhook(body, SECRET)
        assert [message["text"] for message in await line.heard()] == ["help|"]
        assert await line.door.handle_webhook({"update_id": "?", "message": {"chat": 5}}, SECRET)
        for date in (10**12, 10**18, 10**40):
            assert await line.door.handle_webhook(
                {"update_id": 2, "message": {**body["message"], "date": date}}, SECRET
            )
        (call,) = await line.calls("setWebhook")
        assert call["outcome"] == "ok"
        assert await line.calls("getUpdates") == []


async def test_without_a_secret_nothing_comes_in_by_webhook(line: Line) -> None:
    assert not await line.door.handle_webhook({"update_id": 1, "message": a_message("/help")}, "")
