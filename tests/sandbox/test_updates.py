"""How the bot learns what people do: long polling and the webhook."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from sandbox.server import Sandbox
from tests.sandbox.visitors import ADA, DENIZ, GROUP, Bot, Person


async def test_a_text_and_a_press_reach_the_bot_in_order(bot: Bot, person: Person, sandbox: Sandbox) -> None:
    sent = await bot.say("choose", reply_markup={"inline_keyboard": [[{"text": "7 d", "callback_data": "/r 7"}]]})
    await person.write("/relations@dragoman_bot turkey korea", GROUP, **{"from": DENIZ})
    query = await person.press(sent["message_id"], "/r 7")
    assert sandbox.busy()
    text, press = await bot.updates()
    assert text["message"]["from"] == {
        "id": DENIZ,
        "is_bot": False,
        "first_name": "Deniz",
        "username": "deniz",
        "language_code": "tr",
    }
    assert text["message"]["chat"] == {"id": GROUP, "title": "Foreign desk", "type": "group"}
    assert text["message"]["entities"] == [{"offset": 0, "length": 23, "type": "bot_command"}]
    assert press["update_id"] == text["update_id"] + 1
    assert press["callback_query"]["id"] == query
    assert press["callback_query"]["data"] == "/r 7"
    assert press["callback_query"]["message"]["message_id"] == sent["message_id"]
    assert not sandbox.busy()


async def test_updates_stay_until_they_are_confirmed(bot: Bot, person: Person) -> None:
    for text in ("one", "two", "three"):
        await person.write(text)
    first = await bot.call("getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert await bot.call("getUpdates", limit=2) == first
    (third,) = await bot.call("getUpdates", offset=first[-1]["update_id"] + 1)
    assert third["message"]["text"] == "three"
    assert await bot.call("getUpdates", offset=-1) == [third]


async def test_long_polling_waits_for_what_comes(bot: Bot, person: Person) -> None:
    polling = asyncio.create_task(bot.call("getUpdates", timeout=30))
    await person.write("now")
    async with asyncio.timeout(5):
        (update,) = await polling
    assert update["message"]["text"] == "now"


async def test_the_second_of_two_pollers_ends_the_first(bot: Bot, person: Person) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(bot.answer("getUpdates", timeout=30))
        await asyncio.sleep(0.05)
        second = group.create_task(bot.call("getUpdates", timeout=30))
        status, told = await first
        assert status == 409
        assert told["description"] == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        await person.write("to the second")
    assert second.result()[0]["message"]["text"] == "to the second"


async def test_only_kinds_that_were_asked_for_come(bot: Bot, person: Person) -> None:
    sent = await bot.say("x")
    await bot.call("getUpdates", allowed_updates=["callback_query"])
    await person.write("not wanted")
    await person.press(sent["message_id"], "wanted")
    (update,) = await bot.updates()
    assert "callback_query" in update
    await bot.call("getUpdates", allowed_updates=[])
    await person.write("wanted again")
    assert len(await bot.updates()) == 1


async def test_a_press_is_answered_once_and_the_page_hears_it(bot: Bot, person: Person) -> None:
    sent = await bot.say("x")
    query = await person.press(sent["message_id"], "y")
    async with person.listening() as events:
        await bot.call("answerCallbackQuery", callback_query_id=query, text="Done", show_alert=True)
        assert await events.next("callback_answer") == {
            "type": "callback_answer",
            "chat": ADA,
            "callback_query_id": query,
            "text": "Done",
            "alert": True,
            "url": None,
        }
    for key in (query, "unknown"):
        words = await bot.refusal("answerCallbackQuery", callback_query_id=key)
        assert words == "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_press_under_a_message_that_is_gone_comes_without_it(bot: Bot, person: Person) -> None:
    sent = await bot.say("x")
    await bot.call("deleteMessage", chat_id=ADA, message_id=sent["message_id"])
    await person.press(sent["message_id"], "y")
    (update,) = await bot.updates()
    assert update["callback_query"]["message"]["date"] == 0


async def test_an_inline_query_is_answered_with_cards(bot: Bot, person: Person) -> None:
    told = await person.done("POST", "inline", {"query": "turkey korea"})
    (update,) = await bot.updates()
    assert update["inline_query"] | {"from": None} == {
        "id": told["inline_query_id"],
        "from": None,
        "query": "turkey korea",
        "offset": "",
    }
    article = {
        "type": "article",
        "id": "1",
        "title": "Türkiye – South Korea",
        "input_message_content": {"message_text": "<b>x</b>", "parse_mode": "HTML"},
    }
    async with person.listening() as events:
        await bot.call("answerInlineQuery", inline_query_id=told["inline_query_id"], results=[article])
        answer = await events.next("inline_answer")
    assert answer["results"][0]["html"] == "<b>x</b>"
    assert await bot.refusal("answerInlineQuery", inline_query_id="q", results=[article] * 2) == (
        "Bad Request: RESULT_ID_DUPLICATE"
    )


class Receiver:
    """A bot's own address, which may fail first."""

    def __init__(self) -> None:
        self.got: list[dict] = []
        self.secrets: list[str | None] = []
        self.failures = 0
        self.arrived = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        """Take an update, or fail."""
        if self.failures:
            self.failures -= 1
            return web.Response(status=502)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append(await request.json())
        self.arrived.set()
        return web.Response()


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[Receiver, str]]:
    """A receiver and its address."""
    one = Receiver()
    application = web.Application()
    application.router.add_post("/hook", one.take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield one, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_the_webhook_gets_updates_with_its_secret_and_again_after_a_failure(
    bot: Bot, person: Person, sandbox: Sandbox, receiver: tuple[Receiver, str]
) -> None:
    one, url = receiver
    one.failures = 1
    await bot.call("setWebhook", url=url, secret_token="s3cret")
    await person.write("hello")
    async with asyncio.timeout(10):
        await one.arrived.wait()
        while sandbox.busy():
            await asyncio.sleep(0.01)
    assert one.got[0]["message"]["text"] == "hello"
    assert one.secrets == ["s3cret"]
    info = await bot.call("getWebhookInfo")
    assert info["url"] == url
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"
    assert (await bot.refusal("getUpdates")).startswith("Conflict: can't use getUpdates method while webhook is active")
    await bot.call("deleteWebhook")
    assert await bot.call("getUpdates") == []


async def test_a_webhook_ends_the_poll_that_waits(bot: Bot, receiver: tuple[Receiver, str]) -> None:
    polling = asyncio.create_task(bot.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await bot.call("setWebhook", url=receiver[1])
    status, told = await polling
    assert (status, told["description"]) == (409, "Conflict: terminated by setWebhook request")


async def test_a_webhook_elsewhere_is_refused(bot: Bot) -> None:
    for url, words in (
        ("https://bot.example.org/hook", "the sandbox delivers to this machine only (localhost, 127.0.0.1)"),
        ("example", "An HTTPS URL must be provided for webhook"),
    ):
        assert await bot.refusal("setWebhook", url=url) == f"Bad Request: bad webhook: {words}"
    words = await bot.refusal("setWebhook", url="http://localhost:1/", secret_token="no good")
    assert words == "Bad Request: secret token contains unallowed characters"


async def test_those_who_wait_are_let_go_when_the_sandbox_closes(
    sandbox: Sandbox, bot: Bot, person: Person, session: aiohttp.ClientSession
) -> None:
    del session
    polling = asyncio.create_task(bot.answer("getUpdates", timeout=50))
    async with person.listening():
        await asyncio.sleep(0.05)
        async with asyncio.timeout(4):
            await sandbox.close()
    async with asyncio.timeout(4):
        await asyncio.gather(polling, return_exceptions=True)
