"""Sending messages as a bot does, and what Telegram refuses."""

import aiohttp
import pytest

from sandbox.server import Sandbox
from tests.sandbox.visitors import ADA, DENIZ, GROUP, TOKEN, Bot, Person


async def test_the_bot_is_told_who_it_is(bot: Bot) -> None:
    assert await bot.call("getMe") == {
        "id": 42,
        "is_bot": True,
        "first_name": "Dragoman",
        "username": "dragoman_bot",
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def test_a_message_comes_back_as_telegram_tells_it_and_stands_in_the_chat(bot: Bot, person: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "7 d", "callback_data": "/relations TR KR 7"}]]}
    sent = await bot.say("<b>Türkiye</b> 🇹🇷", parse_mode="HTML", reply_markup=keyboard, disable_notification=True)
    assert sent["text"] == "Türkiye 🇹🇷"
    assert sent["entities"] == [{"offset": 0, "length": 7, "type": "bold"}]
    assert sent["chat"] == {"id": ADA, "first_name": "Ada", "type": "private"}
    assert sent["reply_markup"] == keyboard
    (shown,) = await person.chat()
    assert shown == {
        "message_id": sent["message_id"],
        "date": shown["date"],
        "from": "bot",
        "text": "Türkiye 🇹🇷",
        "html": "<b>Türkiye</b> 🇹🇷",
        "buttons": [[{"text": "7 d", "data": "/relations TR KR 7"}]],
        "file": None,
        "edited": False,
        "silent": True,
    }


async def test_parameters_travel_in_the_query_a_form_json_or_multipart(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    url = f"{sandbox.origin}/bot{TOKEN}/sendMessage"
    given = {"chat_id": "1001", "text": "a + b & ü", "disable_notification": "True"}
    multipart = aiohttp.FormData(default_to_multipart=True)
    for name, value in given.items():
        multipart.add_field(name, value)
    for answer in (
        session.get(url, params=given),
        session.post(url, params=given),
        session.post(url, data=given),
        session.post(url, json=given),
        session.post(url, data=multipart),
    ):
        async with answer as response:
            assert (await response.json())["result"]["text"] == "a + b & ü"


async def test_a_wrong_token_is_refused_as_telegram_does(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    async with session.get(f"{sandbox.origin}/bot43:other/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    async with session.get(f"{sandbox.origin}/botnothing/getMe") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("method", "given", "words"),
    [
        ("sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": ADA}, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": ADA, "text": ""}, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": ADA, "text": " \n "}, "Bad Request: text must be non-empty"),
        ("sendMessage", {"chat_id": ADA, "text": "\u200b\u3000"}, "Bad Request: text must be non-empty"),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "<b></b>", "parse_mode": "HTML"},
            "Bad Request: text must be non-empty",
        ),
        ("sendMessage", {"chat_id": ADA, "text": "\ud800"}, "Bad Request: strings must be encoded in UTF-8"),
        ("sendMessage", {"chat_id": 5, "text": "x"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": ADA, "text": "ü" * 4097}, "Bad Request: message is too long"),
        ("sendMessage", {"chat_id": ADA, "text": "🇹" * 2049}, "Bad Request: message is too long"),
        ("sendMessage", {"chat_id": ADA, "text": "x", "parse_mode": "RTF"}, "Bad Request: unsupported parse_mode"),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "<b>x", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag b",
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "message_thread_id": "abc"},
            "Bad Request: invalid message_thread_id specified",
        ),
        ("sendMessage", {"chat_id": ADA, "text": "x", "message_thread_id": 7}, "Bad Request: message thread not found"),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        ("sendChatAction", {"chat_id": ADA}, "Bad Request: wrong parameter action in request"),
        ("sendChatAction", {"chat_id": ADA, "action": "dancing"}, "Bad Request: wrong parameter action in request"),
        ("deleteMessage", {"chat_id": ADA}, "Bad Request: message identifier is not specified"),
        ("deleteMessage", {"chat_id": ADA, "message_id": 9}, "Bad Request: message to delete not found"),
        ("noSuchMethod", {}, "Not Found: method not found"),
        ("sendDice", {"chat_id": ADA}, "Not Implemented: the sandbox knows sendDice but does not serve it"),
        ("sendVenue", {"chat_id": ADA, "latitude": 1}, 'Bad Request: parameter "longitude" is required'),
    ],
)
async def test_what_telegram_refuses_is_refused_in_its_words(bot: Bot, method: str, given: dict, words: str) -> None:
    assert await bot.refusal(method, **given) == words


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "ü" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        ({"text": " ", "callback_data": "x"}, "Bad Request: BUTTON_TEXT_INVALID"),
        (
            {"text": "x"},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "x"}, "Bad Request: can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"text": "x", "url": "https://t.me/dragoman_bot?start=rel KR".replace(" ", "%20")},
            "Bad Request: BUTTON_URL_INVALID",
        ),
        (
            {"text": "x", "url": "ftp://example.org"},
            "Bad Request: inline keyboard button URL 'ftp://example.org' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_button_that_telegram_does_not_take_is_refused(bot: Bot, button: dict, words: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert await bot.refusal("sendMessage", chat_id=ADA, text="x", reply_markup=markup) == words


async def test_a_hundred_buttons_eight_a_row_are_taken_and_no_more(bot: Bot) -> None:
    def keyboard(*rows: int) -> dict:
        return {"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * row for row in rows]}

    await bot.say("x", reply_markup=keyboard(*[8] * 12, 4))
    for rows in ((9,), (8,) * 13):
        words = await bot.refusal("sendMessage", chat_id=ADA, text="x", reply_markup=keyboard(*rows))
        assert words == "Bad Request: reply markup is too long"


async def test_exactly_the_longest_texts_and_data_are_taken(bot: Bot) -> None:
    await bot.say("<b>" + "🇹" * 2048 + "</b>", parse_mode="HTML")
    button = {"text": "x", "callback_data": "ü" * 32}
    await bot.say("x", reply_markup={"inline_keyboard": [[button, {"text": "c", "copy_text": {"text": "y" * 256}}]]})


async def test_a_blocked_bot_a_kicked_one_and_a_migrated_group_are_told(bot: Bot, person: Person) -> None:
    await person.put(DENIZ, blocked=True)
    assert await bot.refusal("sendMessage", chat_id=DENIZ, text="x") == "Forbidden: bot was blocked by the user"
    await person.put(GROUP, blocked=True)
    assert await bot.refusal("sendMessage", chat_id=GROUP, text="x") == "Forbidden: bot was kicked from the group chat"
    await person.put(GROUP, blocked=False, migrated_to=-100500)
    status, told = await bot.answer("sendMessage", chat_id=GROUP, text="x")
    assert (status, told) == (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": -100500},
        },
    )
    sent = await bot.say("here now", -100500)
    assert sent["chat"] == {"id": -100500, "title": "Foreign desk", "type": "supergroup"}


async def test_a_closed_topic_takes_nothing_and_the_group_itself_does(bot: Bot, person: Person) -> None:
    await person.put(-100600, type="supergroup", title="Forum", closed_topics=[7])
    closed = await bot.refusal("sendMessage", chat_id=-100600, message_thread_id=7, text="x")
    assert closed == "Bad Request: TOPIC_CLOSED"
    await person.write("in another topic", -100600, thread=8)
    assert (await bot.say("x", -100600, message_thread_id=8))["message_thread_id"] == 8
    assert "message_thread_id" not in await bot.say("x", -100600)


async def test_message_ids_count_in_each_chat(bot: Bot, person: Person) -> None:
    assert (await bot.say("one"))["message_id"] == 1
    assert (await person.write("two"))["message_id"] == 2
    assert (await bot.say("one", GROUP))["message_id"] == 1


async def test_a_reply_carries_what_it_replies_to(bot: Bot, person: Person) -> None:
    asked = await person.write("/relations turkey korea")
    sent = await bot.say("Here.", reply_parameters={"message_id": asked["message_id"]})
    assert sent["reply_to_message"]["text"] == "/relations turkey korea"
    assert (await person.chat())[-1]["reply_to"] == asked["message_id"]
    allowed = {"message_id": 77, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await bot.say("Here.", reply_parameters=allowed)


async def test_telegram_finds_commands_and_links_by_itself_but_not_in_code(bot: Bot) -> None:
    sent = await bot.say("ü /help https://example.org/a, <code>/not</code>", parse_mode="HTML")
    assert [(one["type"], one["offset"], one["length"]) for one in sent["entities"]] == [
        ("bot_command", 2, 5),
        ("url", 8, 21),
        ("code", 31, 4),
    ]


async def test_formatting_may_be_given_beside_the_text(bot: Bot) -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
        {"type": "url", "offset": 0, "length": 1},
    ]
    sent = await bot.say("abcdef", entities=entities)
    assert [(one["type"], one["offset"], one["length"]) for one in sent["entities"]] == [
        ("bold", 0, 4),
        ("italic", 2, 2),
        ("italic", 4, 2),
    ]
    words = await bot.refusal(
        "sendMessage", chat_id=ADA, text="x", entities=[{"type": "loud", "offset": 0, "length": 1}]
    )
    assert words == "Bad Request: can't parse MessageEntity: Unsupported type specified"


async def test_the_hundred_and_first_entity_is_dropped_and_the_message_sent(bot: Bot) -> None:
    sent = await bot.say(" ".join(["<b>x</b>"] * 150), parse_mode="HTML")
    assert len(sent["entities"]) == 100
    assert sent["entities"][-1]["offset"] == 198


async def test_markdown_is_refused_and_the_way_out_named(bot: Bot) -> None:
    words = await bot.refusal("sendMessage", chat_id=ADA, text="*x*", parse_mode="MarkdownV2")
    assert words == "Bad Request: the sandbox reads no MarkdownV2; use parse_mode HTML or entities"
