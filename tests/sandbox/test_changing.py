"""Messages that change, go away, travel, or carry files."""

import struct
import zlib

import aiohttp
import pytest

from sandbox.clock import HouseClock
from sandbox.server import Sandbox
from tests.sandbox.visitors import ADA, GROUP, TOKEN, Bot, Person

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def png(width: int = 3, height: int = 2) -> bytes:
    """A small picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\x33\x66\x99" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


async def upload(bot: Bot, method: str, given: dict[str, str], **files: tuple[str, bytes, str]) -> dict:
    """Call a method with files."""
    form = aiohttp.FormData()
    for name, value in given.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    async with bot.session.post(f"{bot.origin}/bot{TOKEN}/{method}", data=form) as response:
        return await response.json()


async def test_an_edit_changes_the_message_in_place(bot: Bot, person: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    sent = await bot.say("one", reply_markup=keyboard)
    place = {"chat_id": ADA, "message_id": sent["message_id"]}
    edited = await bot.call("editMessageText", **place, text="<i>two</i>", parse_mode="HTML")
    assert edited["text"] == "two"
    assert "edit_date" in edited
    assert "reply_markup" not in edited
    (shown,) = await person.chat()
    assert (shown["html"], shown["buttons"], shown["edited"]) == ("<i>two</i>", [], True)
    await bot.call("editMessageReplyMarkup", **place, reply_markup=keyboard)
    assert (await person.chat())[0]["buttons"] == [[{"text": "x", "data": "y"}]]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    sent = await bot.say("<b>one</b>", parse_mode="HTML")
    place = {"chat_id": ADA, "message_id": sent["message_id"]}
    assert await bot.refusal("editMessageText", **place, text="<b>one</b> ", parse_mode="HTML") == NOT_MODIFIED
    assert await bot.refusal("editMessageReplyMarkup", **place) == NOT_MODIFIED
    await bot.call("editMessageText", **place, text="one")


async def test_only_the_bots_own_messages_that_are_there_can_be_edited(bot: Bot, person: Person) -> None:
    foreign = await person.write("mine")
    for given, words in (
        ({"chat_id": ADA, "message_id": 99}, "Bad Request: message to edit not found"),
        ({"chat_id": ADA, "message_id": foreign["message_id"]}, "Bad Request: message can't be edited"),
        ({"chat_id": ADA}, "Bad Request: message identifier is not specified"),
        ({}, "Bad Request: message identifier is not specified"),
        ({"inline_message_id": "x"}, "Bad Request: message to edit not found"),
    ):
        assert await bot.refusal("editMessageText", **given, text="x") == words
    sent = await bot.say("x")
    words = await bot.refusal("editMessageText", chat_id=ADA, message_id=sent["message_id"], text="y" * 4097)
    assert words == "Bad Request: MESSAGE_TOO_LONG"
    words = await bot.refusal("editMessageCaption", chat_id=ADA, message_id=sent["message_id"], caption="y")
    assert words == "Bad Request: there is no caption in the message to edit"


async def test_deleted_messages_are_gone_and_old_ones_stay(bot: Bot, person: Person, clock: HouseClock) -> None:
    first, second, third = [(await bot.say(text))["message_id"] for text in ("one", "two", "three")]
    await bot.call("deleteMessage", chat_id=ADA, message_id=first)
    await bot.call("deleteMessages", chat_id=ADA, message_ids=[first, second, 77])
    assert [message["text"] for message in await person.chat()] == ["three"]
    moment = clock.now()
    clock.replay(moment.replace(year=moment.year + 1), moment.replace(year=moment.year + 2))
    words = await bot.refusal("deleteMessage", chat_id=ADA, message_id=third)
    assert words == "Bad Request: message can't be deleted for everyone"


async def test_messages_are_copied_and_forwarded(bot: Bot, person: Person) -> None:
    asked = await person.write("/help me")
    source = {"chat_id": GROUP, "from_chat_id": ADA, "message_id": asked["message_id"]}
    assert await bot.call("copyMessage", **source) == {"message_id": 1}
    forwarded = await bot.call("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Ada"
    again = await bot.call("forwardMessage", chat_id=ADA, from_chat_id=GROUP, message_id=forwarded["message_id"])
    assert again["forward_origin"] == forwarded["forward_origin"]
    assert await bot.refusal("copyMessage", **source | {"message_id": 9}) == "Bad Request: message to copy not found"


async def test_a_picture_is_sent_shown_and_downloaded(
    bot: Bot, person: Person, sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    given = {"chat_id": str(ADA), "caption": "<b>Trend</b>", "parse_mode": "HTML"}
    told = await upload(bot, "sendPhoto", given, photo=("trend.png", png(), "image/png"))
    (size,) = told["result"]["photo"]
    assert (size["width"], size["height"], told["result"]["caption"]) == (3, 2, "Trend")
    (shown,) = await person.chat()
    assert (shown["text"], shown["html"]) == ("Trend", "<b>Trend</b>")
    assert (shown["file"]["name"], shown["file"]["type"]) == ("trend.png", "image/png")
    async with session.get(sandbox.origin + shown["file"]["url"]) as response:
        assert await response.read() == png()
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    found = await bot.call("getFile", file_id=size["file_id"])
    async with session.get(f"{sandbox.origin}/file/bot{TOKEN}/{found['file_path']}") as response:
        assert await response.read() == png()
    async with session.get(f"{sandbox.origin}/file/bot42:wrong/{found['file_path']}") as response:
        assert response.status == 401
    again = await bot.call("sendPhoto", chat_id=ADA, photo=size["file_id"])
    assert again["photo"] == told["result"]["photo"]


async def test_a_document_keeps_its_name_and_its_caption_changes(bot: Bot, person: Person) -> None:
    told = await upload(bot, "sendDocument", {"chat_id": str(ADA)}, document=("dates.ics", b"BEGIN", "text/calendar"))
    document = told["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("dates.ics", "text/calendar", 5)
    place = {"chat_id": ADA, "message_id": told["result"]["message_id"]}
    await bot.call("editMessageCaption", **place, caption="What is ahead")
    assert (await person.chat())[0]["text"] == "What is ahead"
    words = await bot.refusal("editMessageText", **place, text="x")
    assert words == "Bad Request: there is no text in the message to edit"
    words = await bot.refusal("editMessageCaption", **place, caption="y" * 1025)
    assert words == "Bad Request: MEDIA_CAPTION_TOO_LONG"


async def test_files_that_belong_together_are_sent_as_an_album(bot: Bot, person: Person) -> None:
    media = '[{"type":"photo","media":"attach://a","caption":"one"},{"type":"photo","media":"attach://b"}]'
    given = {"chat_id": str(ADA), "media": media}
    told = await upload(
        bot, "sendMediaGroup", given, a=("a.png", png(), "image/png"), b=("b.png", png(4, 4), "image/png")
    )
    assert [message["media_group_id"] for message in told["result"]] == ["1", "1"]
    assert [message["album"] for message in await person.chat()] == ["1", "1"]
    edit = {"chat_id": str(ADA), "message_id": "1", "media": '{"type":"document","media":"attach://c"}'}
    told = await upload(bot, "editMessageMedia", edit, c=("c.txt", b"words", "text/plain"))
    assert told["result"]["document"]["file_name"] == "c.txt"


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ((b"no picture", "image/png"), "Bad Request: IMAGE_PROCESS_FAILED"),
        ((b"", "image/png"), "Bad Request: file must be non-empty"),
        ((png(30, 1), "image/png"), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_what_is_no_picture_is_refused(bot: Bot, photo: tuple[bytes, str], words: str) -> None:
    told = await upload(bot, "sendPhoto", {"chat_id": str(ADA)}, photo=("x.png", *photo))
    assert told["description"] == words


async def test_files_that_are_not_there_are_refused(bot: Bot) -> None:
    for given, words in (
        ({}, "there is no photo in the request"),
        ({"photo": "nothing"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": "https://example.org/a.png"}, "failed to get HTTP URL content"),
    ):
        assert await bot.refusal("sendPhoto", chat_id=ADA, **given) == f"Bad Request: {words}"
    words = await bot.refusal("getFile", file_id="x")
    assert words == "Bad Request: wrong file_id or the file is temporarily unavailable"
