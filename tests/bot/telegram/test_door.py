"""What people say reaches the handlers, and what they answer reaches people."""

import asyncio
import logging

import pytest

from diplomacy.briefing.document import Choice, Choices, Document, Heading, Link, Paragraph, Text
from handlers.contract import Attachment, ChatKind, Reply, ReplyPlace, Request, Standing
from tests.bot.lines import Line, page, says
from tests.sandbox.visitors import ADA, DENIZ, GROUP

CHANNEL, FORUM = -3001, -3002


def with_buttons(
    text: str, *choices: Choice, place: ReplyPlace = ReplyPlace.NEW_MESSAGE, notice: str | None = None
) -> Reply:
    document = Document((Heading((Text(text),)), Choices((choices,))))
    return Reply(document, place, notice=notice)


async def test_a_command_is_answered_with_its_words(line: Line) -> None:
    assert await line.after("/relations turkey korea 30") == ["relations|turkey korea 30"]
    (request,) = line.script.asked
    assert (request.chat, request.person, request.pressed) == (ADA, ADA, False)
    assert request.standing is Standing.ADMINISTRATOR
    assert line.counted == ["relations"]


async def test_words_that_are_no_command_are_asked_too(line: Line) -> None:
    assert await line.after("  turkey   korea \n") == ["|turkey   korea"]
    assert line.counted == ["other"]


async def test_the_payload_of_a_deep_link_comes_as_words(line: Line) -> None:
    assert await line.after("/start rel_KR-TR") == ["start|rel_KR-TR"]


async def test_a_command_may_name_us_but_not_another_bot(line: Line) -> None:
    assert await line.after("/relations@other_bot a b") == []
    assert await line.after("/relations@Dragoman_Bot a b") == ["relations|a b"]


async def test_direction_marks_before_a_command_do_not_hide_it(line: Line) -> None:
    assert await line.after("\u200f/country الصين") == ["country|\u2068الصين\u2069"]


async def test_the_language_of_the_persons_telegram_is_the_first_guess(line: Line) -> None:
    await line.after("/help", DENIZ)
    await line.person.put(ADA, language="pt-br")
    await line.after("/help")
    assert [request.reader.language for request in line.script.asked] == ["tr", "en"]


async def test_in_a_group_we_answer_only_when_addressed(line: Line) -> None:
    assert await line.after("good morning", GROUP) == []
    assert await line.after("/weather", GROUP) == []
    assert await line.after("/weather@dragoman_bot", GROUP) == ["weather|"]
    assert await line.after("@dragoman_bot turkey korea", GROUP) == ["weather|", "|turkey korea"]
    assert line.script.asked[-1].chat_kind is ChatKind.GROUP


async def test_in_a_group_a_known_command_is_answered_in_reply(line: Line) -> None:
    asked = await line.person.write("/relations a b", GROUP, **{"from": DENIZ})
    (answer,) = await line.heard(GROUP)
    assert answer["reply_to"] == asked["message_id"]
    assert line.script.asked[0].person == DENIZ


async def test_in_a_group_a_reply_to_us_is_meant_for_us(line: Line) -> None:
    await line.after("/relations a b", GROUP)
    (ours,) = await line.heard(GROUP)
    assert await line.after("and japan?", GROUP, reply_to=ours["message_id"]) == ["relations|a b", "|and japan?"]


async def test_a_mention_before_a_command_is_no_part_of_it(line: Line) -> None:
    assert await line.after("@dragoman_bot /country tr", GROUP) == ["country|tr"]


async def test_a_channel_gets_answers_to_commands_alone(line: Line) -> None:
    await line.person.put(CHANNEL, type="channel", title="Desk", members=[ADA], admins=[ADA])
    assert await line.after("our morning line", CHANNEL) == []
    assert await line.after("/subscribe turkey", CHANNEL) == ["subscribe|turkey"]
    (request,) = line.script.asked
    assert (request.chat_kind, request.person, request.standing) == (ChatKind.CHANNEL, None, Standing.ADMINISTRATOR)


async def test_a_forum_topic_is_answered_where_it_asked(line: Line) -> None:
    await line.person.put(FORUM, type="supergroup", title="Forum", members=[ADA], admins=[ADA])
    await line.person.write("/help", FORUM, thread=7)
    (answer,) = await line.heard(FORUM)
    assert answer["thread"] == 7
    assert line.script.asked[0].thread == 7


async def test_an_answer_to_a_closed_topic_goes_to_the_group(line: Line) -> None:
    await line.person.put(FORUM, type="supergroup", title="Forum", members=[ADA], admins=[ADA], closed_topics=[7])
    await line.person.write("/help", FORUM, thread=7)
    (answer,) = await line.heard(FORUM)
    assert (answer["text"], answer.get("thread")) == ("help|", None)


async def test_a_pressed_button_asks_the_command_it_carries(line: Line) -> None:
    line.script.reply = lambda request: with_buttons(request.words or "first", Choice("7 d", "/relations KR TR 7"))
    await line.person.write("/relations")
    (first,) = await line.heard()
    assert first["buttons"] == [[{"text": "7 d", "data": "/relations KR TR 7"}]]
    await line.person.press(first["message_id"], "/relations KR TR 7")
    assert [message["text"] for message in await line.heard()] == ["first", "KR TR 7"]
    assert line.script.asked[1].pressed
    assert len(await line.calls("answerCallbackQuery")) == 1


async def test_an_answer_to_a_press_may_take_the_place_of_the_message(line: Line) -> None:
    line.script.reply = lambda request: with_buttons(
        request.words or "first", Choice("7 d", "/relations 7"), place=ReplyPlace.SAME_MESSAGE, notice="Done"
    )
    await line.person.write("/relations")
    (first,) = await line.heard()
    async with line.person.listening() as events:
        await line.person.press(first["message_id"], "/relations 7")
        assert (await events.next("callback_answer"))["text"] == "Done"
    (changed,) = await line.heard()
    assert (changed["message_id"], changed["text"], changed["edited"]) == (first["message_id"], "7", True)
    await line.person.press(first["message_id"], "/relations 7")
    assert [message["text"] for message in await line.heard()] == ["7"]


async def test_where_the_message_is_gone_a_new_one_is_sent(line: Line) -> None:
    line.script.reply = lambda request: with_buttons(
        request.words or "first", Choice("7 d", "/relations 7"), place=ReplyPlace.SAME_MESSAGE
    )
    pressing = asyncio.Event()

    async def slowly(_: Request) -> Reply:
        await pressing.wait()
        return with_buttons("late", Choice("x", "/x"), place=ReplyPlace.SAME_MESSAGE)

    await line.person.write("/relations")
    (first,) = await line.heard()
    line.script.reply = slowly
    await line.person.press(first["message_id"], "/relations 7")
    await line.door._bot.delete_message(ADA, first["message_id"])
    pressing.set()
    (new,) = await line.heard()
    assert (new["text"], new["message_id"] > first["message_id"]) == ("late", True)


async def test_a_command_too_long_for_a_button_stands_behind_a_key_that_outlives_restarts(line: Line) -> None:
    command = "/search " + "güney kore " * 12
    line.script.reply = lambda request: with_buttons(request.words[:10] or "first", Choice("again", command))
    await line.person.write("/search")
    (first,) = await line.heard()
    key = first["buttons"][0][0]["data"]
    assert len(key.encode()) <= 64
    async with line.storage.reading() as store:
        assert await store.choices.find(key) == command
    await line.person.press(first["message_id"], key)
    await line.settled()
    assert line.script.asked[1].words == command.removeprefix("/search ").strip()


async def test_a_button_nobody_knows_is_answered_with_a_sentence(line: Line) -> None:
    line.script.reply = lambda _: with_buttons("first", Choice("again", "/search " + "word " * 20))
    await line.person.write("/search")
    (first,) = await line.heard()
    async with line.storage.writing() as store:
        await store.choices._db.exec_driver_sql("DELETE FROM choice")
    async with line.person.listening() as events:
        await line.person.press(first["message_id"], first["buttons"][0][0]["data"])
        assert (await events.next("callback_answer"))["text"] == "This button is too old. Please ask again."


async def test_whether_somebody_rules_a_group_is_asked_only_where_it_matters(line: Line) -> None:
    await line.after("/relations a b", GROUP, **{"from": DENIZ})
    assert await line.calls("getChatMember") == []
    await line.after("/subscribe turkey", GROUP, **{"from": DENIZ})
    await line.after("/subscribe turkey", GROUP, **{"from": DENIZ})
    await line.after("/subscribe turkey", GROUP, **{"from": ADA})
    standings = [(request.person, request.standing) for request in line.script.asked[1:]]
    assert standings == [(DENIZ, Standing.MEMBER)] * 2 + [(ADA, Standing.ADMINISTRATOR)]
    assert len(await line.calls("getChatMember")) == 2


async def test_an_administrator_who_opens_a_link_in_a_group_is_known_as_one(line: Line) -> None:
    await line.after("/start fol_KR-TR", GROUP, **{"from": ADA})
    assert line.script.asked[0].standing is Standing.ADMINISTRATOR


async def test_an_answer_of_several_parts_comes_in_order_and_its_file_last(line: Line) -> None:
    paragraphs = [Paragraph((Text(f"{number} " + "word " * 700),)) for number in range(3)]
    follow = Choices(((Choice("Follow", "/subscribe KR TR"),),))
    file = Attachment("export.json", "application/json", b"{}")
    line.script.reply = lambda _: Reply(Document((Heading((Text("T"),)), *paragraphs, follow)), attachments=(file,))
    await line.person.write("/export")
    *parts, last = await line.heard()
    assert [part["text"][:11] for part in parts] == ["T 1/3\n\n0 wo", "T 2/3\n\n1 wo", "T 3/3\n\n2 wo"]
    assert [len(part["buttons"]) for part in parts] == [0, 0, 1]
    assert last["file"]["name"] == "export.json"


async def test_a_link_leads_to_its_source(line: Line) -> None:
    line.script.reply = lambda _: Reply(Document((Paragraph((Link("[1]", "https://example.org/item-1"),)),)))
    await line.person.write("/relations")
    (answer,) = await line.heard()
    assert answer["html"] == '<a href="https://example.org/item-1">[1]</a>'


async def test_a_slow_answer_shows_that_it_is_being_written(line: Line) -> None:
    typing = asyncio.Event()

    async def slowly(_: Request) -> Reply:
        await typing.wait()
        return says("at last")

    line.script.reply = slowly
    async with line.person.listening() as events:
        await line.person.write("/relations")
        assert (await events.next("typing"))["chat"] == ADA
    typing.set()
    assert [message["text"] for message in await line.heard()] == ["at last"]


async def test_a_handler_that_breaks_is_answered_with_a_sentence_and_a_reference(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Request) -> Reply:
        raise RuntimeError("boom")

    line.script.reply = broken
    (answer,) = await line.after("/relations a b", DENIZ)
    sentence, reference = answer.rsplit("\n", 1)
    assert sentence.startswith("Yanıt")
    assert any(record.__dict__.get("reference") == reference for record in caplog.records)


async def test_messages_of_one_chat_are_answered_in_order_and_other_chats_do_not_wait(line: Line) -> None:
    held = asyncio.Event()

    async def first_slowly(request: Request) -> Reply:
        if request.words == "1":
            await held.wait()
        return says(request.words)

    line.script.reply = first_slowly
    for number in range(1, 4):
        await line.person.write(f"/relations {number}")
    await line.person.write("/relations other", DENIZ)
    async with asyncio.timeout(5):
        while not [message for message in await line.person.chat(DENIZ) if message["from"] == "bot"]:
            await asyncio.sleep(0.01)
    assert line.door.busy
    held.set()
    assert [message["text"] for message in await line.heard()] == ["1", "2", "3"]
    assert not line.door.busy


async def test_the_menu_stands_in_three_languages(line: Line) -> None:
    async with asyncio.timeout(5):
        while len(await line.calls("setMyCommands")) < 6:
            await asyncio.sleep(0.01)
    for language, words in (("en", "how two countries stand"), ("tr", "iki ülkenin"), ("ko", "두 나라의")):
        await line.person.put(ADA, language=language)
        told = await line.person.done("GET", f"bot?chat={ADA}&person={ADA}")
        commands = {command["command"]: command["description"] for command in told["commands"]}
        assert commands["relations"].startswith(words)
        assert "stats" not in commands
        assert told["description"]
        assert told["short_description"]


async def test_stopping_ends_a_hanging_answer_in_time(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    asked = asyncio.Event()

    async def never(_: Request) -> Reply:
        asked.set()
        await asyncio.Event().wait()
        return says("never")

    line.script.reply = never
    await line.person.write("/relations")
    await asyncio.wait_for(asked.wait(), 5)
    began = asyncio.get_running_loop().time()
    with caplog.at_level(logging.ERROR):
        await line.door.stop()
    assert asyncio.get_running_loop().time() - began < 3
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_page_of_markup_arrives_as_text(line: Line) -> None:
    line.script.reply = lambda _: Reply(page("<b>& >"))
    assert await line.after("/relations <b>& >") == ["<b>& >"]
