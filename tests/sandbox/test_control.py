"""The control calls: setting the stage, looking on, and who may."""

import asyncio
from datetime import UTC, datetime

import aiohttp
import pytest
from yarl import URL

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from tests.sandbox.visitors import ADA, DENIZ, GROUP, TOKEN, Bot, Person


async def test_two_people_a_private_chat_and_a_group_are_there_from_the_start(person: Person) -> None:
    told = await person.done("GET", "people")
    assert told["default_chat"] == ADA
    assert [one["name"] for one in told["people"]] == ["Ada", "Deniz"]
    assert [(chat["id"], chat["type"], chat["title"]) for chat in told["chats"]] == [
        (ADA, "private", "Ada"),
        (GROUP, "group", "Foreign desk"),
    ]


async def test_a_chat_that_was_not_put_comes_into_being_by_its_sign(person: Person, bot: Bot) -> None:
    await person.write("hello", 77)
    await person.write("hello", -88, **{"from": 99})
    private, group = await bot.updates()
    assert private["message"]["chat"] == {"id": 77, "first_name": "Person 77", "type": "private"}
    assert private["message"]["from"]["id"] == 77
    assert group["message"]["chat"] == {"id": -88, "title": "Group 88", "type": "group"}
    assert group["message"]["from"]["id"] == 99
    assert await bot.call("getChatMemberCount", chat_id=-88) == 2


async def test_putting_a_chat_changes_only_what_is_named(person: Person, bot: Bot) -> None:
    told = await person.put(-5, type="supergroup", title="Desk", members=[ADA, 7], admins=[7], closed_topics=[3])
    assert told == {
        "id": -5,
        "type": "supergroup",
        "title": "Desk",
        "members": [ADA, 7],
        "admins": [7],
        "blocked": False,
        "migrated_to": None,
        "closed_topics": [3],
    }
    assert (await person.put(-5, title="Other"))["members"] == [ADA, 7]
    admins = await bot.call("getChatAdministrators", chat_id=-5)
    assert [(one["status"], one["user"]["id"]) for one in admins] == [("administrator", 7)]
    for who, status in ((7, "administrator"), (ADA, "member"), (DENIZ, "left"), (42, "member")):
        assert (await bot.call("getChatMember", chat_id=-5, user_id=who))["status"] == status
    assert (await bot.call("getChat", chat_id=-5))["title"] == "Other"


async def test_blocked_means_that_only_start_opens_the_chat_again(person: Person, bot: Bot) -> None:
    await person.put(ADA, blocked=True)
    assert await person.complaint("POST", f"chats/{ADA}/messages", {"text": "hello"}) == (
        409,
        "The bot is blocked here; unblock it, or write /start.",
    )
    await person.write("/start")
    await bot.say("welcome back")


async def test_a_channel_speaks_for_itself(person: Person, bot: Bot) -> None:
    await person.put(-7, type="channel", title="Wire")
    await person.write("/help", -7)
    (update,) = await bot.updates()
    assert update["channel_post"]["sender_chat"] == {"id": -7, "title": "Wire", "type": "channel"}
    assert "from" not in update["channel_post"]


async def test_old_messages_are_forgotten(
    person: Person, bot: Bot, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.world.world.KEPT_IN_ALL", 3)
    for count in range(4):
        await bot.say(f"{count}")
    await bot.say("5", GROUP)
    assert [message["text"] for message in await person.chat()] == ["2", "3"]
    assert len(sandbox.world.chats[GROUP].messages) == 1


@pytest.mark.parametrize(
    ("verb", "path", "body", "status"),
    [
        ("POST", f"chats/{ADA}/messages", {}, 400),
        ("POST", f"chats/{ADA}/messages", {"text": ""}, 400),
        ("POST", f"chats/{ADA}/messages", {"text": "x" * 4097}, 400),
        ("POST", f"chats/{ADA}/messages", {"text": 5}, 400),
        ("POST", f"chats/{ADA}/messages", {"text": "x", "from": "Ada"}, 400),
        ("POST", f"chats/{ADA}/messages", {"text": "x", "from": DENIZ}, 403),
        ("POST", f"chats/{ADA}/messages", {"text": "x", "form": DENIZ}, 400),
        ("POST", f"chats/{ADA}/messages", [], 400),
        ("POST", f"chats/{ADA}/messages", {"text": "x", "reply_to": 9}, 404),
        ("POST", f"chats/{ADA}/press", {"message_id": 9, "data": "x"}, 404),
        ("POST", f"chats/{ADA}/press", {"message_id": 1, "data": "ü" * 33}, 400),
        ("PUT", f"chats/{ADA}", {"type": "group"}, 400),
        ("PUT", f"chats/{ADA}", {"type": "salon"}, 400),
        ("PUT", f"chats/{GROUP}", {"members": ["Ada"]}, 400),
        ("PUT", "faults", {"rate": 2}, 400),
        ("PUT", "faults", {"status": 200}, 400),
        ("PUT", "faults", {"delay": -1}, 400),
        ("PUT", "clock", {"speed": "fast"}, 400),
        ("PUT", "clock", {"speed": True}, 400),
        ("PUT", "clock", {"speed": -1}, 400),
        ("PUT", "clock", {"until": "tomorrow"}, 400),
        ("PUT", "clock", {"until": "2001-01-01T00:00:00Z"}, 400),
        ("PUT", "clock", {"speed": "max"}, 400),
        ("GET", "bot?chat=x", None, 400),
        ("DELETE", "log", None, 405),
        ("GET", "nothing", None, 404),
        ("POST", f"chats/{ADA}/messages", {"text": "x" * 300_000}, 413),
    ],
)
async def test_a_control_call_that_makes_no_sense_is_told_in_a_sentence(
    person: Person, verb: str, path: str, body: object, status: int
) -> None:
    told, sentence = await person.complaint(verb, path, body)
    assert told == status
    assert sentence.endswith(".")
    assert len(await person.chat()) == 0


async def test_the_log_holds_every_call_and_how_it_went(bot: Bot, person: Person) -> None:
    await bot.say("x")
    await bot.refusal("sendMessage", chat_id=5, text="x")
    await bot.refusal("nothing")
    log = await person.done("GET", "log")
    assert [(line["method"], line["chat"], line["outcome"]) for line in log] == [
        ("sendMessage", ADA, "ok"),
        ("sendMessage", 5, "Bad Request: chat not found"),
        ("nothing", None, "Not Found: method not found"),
    ]
    assert set(log[0]) == {"at", "method", "chat", "outcome", "seconds"}
    assert datetime.fromisoformat(log[0]["at"]).tzinfo is not None


async def test_the_page_hears_messages_edits_deletions_and_calls(bot: Bot, person: Person, sandbox: Sandbox) -> None:
    async with person.listening() as events:
        sent = await bot.say("one")
        heard = await events.next("message")
        assert (heard["chat"], heard["text"], heard["message_id"]) == (ADA, "one", sent["message_id"])
        assert (await events.next("call"))["method"] == "sendMessage"
        await bot.call("editMessageText", chat_id=ADA, message_id=sent["message_id"], text="two")
        assert (await events.next("message"))["edited"] is True
        await bot.call("sendChatAction", chat_id=ADA, action="typing")
        assert await events.next("typing") == {"type": "typing", "chat": ADA, "action": "typing"}
        await bot.call("deleteMessage", chat_id=ADA, message_id=sent["message_id"])
        assert (await events.next("deleted"))["message_id"] == sent["message_id"]
        await person.put(GROUP, title="Desk")
        assert (await events.next("chat"))["title"] == "Desk"
        sandbox.note("polled", "3 new items")
        assert (await events.next("note"))["text"] == "3 new items"
        await bot.call("setMyCommands", commands=[{"command": "help", "description": "All commands"}])
        assert (await events.next("commands"))["commands"] == [{"command": "help", "description": "All commands"}]


async def test_menus_and_texts_are_shown_as_each_person_sees_them(bot: Bot, person: Person) -> None:
    async def menu(command: str, **where: object) -> None:
        await bot.call("setMyCommands", commands=[{"command": command, "description": "x"}], **where)

    async def seen(chat: int, who: int) -> str:
        told = await person.done("GET", f"bot?chat={chat}&person={who}")
        return told["commands"][0]["command"]

    await menu("all")
    await menu("hepsi", language_code="tr")
    await menu("groups", scope={"type": "all_group_chats"})
    await menu("admins", scope={"type": "all_chat_administrators"})
    assert [await seen(ADA, ADA), await seen(DENIZ, DENIZ)] == ["all", "hepsi"]
    assert [await seen(GROUP, ADA), await seen(GROUP, DENIZ)] == ["admins", "groups"]
    await menu("here", scope={"type": "chat", "chat_id": GROUP})
    assert await seen(GROUP, DENIZ) == "here"
    await bot.call("deleteMyCommands", scope={"type": "chat", "chat_id": GROUP})
    assert await bot.call("getMyCommands", scope={"type": "chat", "chat_id": GROUP}) == []
    await bot.call("setMyDescription", description="For all")
    await bot.call("setMyDescription", description="Herkes için", language_code="tr")
    assert (await person.done("GET", f"bot?chat={DENIZ}&person={DENIZ}"))["description"] == "Herkes için"
    assert await bot.call("getMyDescription", language_code="ko") == {"description": "For all"}


async def test_faults_delay_refuse_and_cut_the_line_but_spare_polling(bot: Bot, person: Person) -> None:
    await person.done("PUT", "faults", {"status": 502})
    assert await bot.refusal("sendMessage", chat_id=ADA, text="not sent") == "Bad Gateway"
    assert await bot.call("getUpdates") == []
    await person.done("PUT", "faults", {"status": 429})
    status, told = await bot.answer("sendMessage", chat_id=ADA, text="not sent")
    assert (status, told["parameters"]) == (429, {"retry_after": 1})
    await person.done("PUT", "faults", {"drop": True})
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.say("sent all the same")
    await person.done("PUT", "faults", {"delay": 0.05, "for_s": 60})
    started = asyncio.get_running_loop().time()
    await bot.say("slow")
    assert asyncio.get_running_loop().time() - started >= 0.05
    await person.done("PUT", "faults", {})
    assert [message["text"] for message in await person.chat()] == ["sent all the same", "slow"]
    outcomes = [line["outcome"] for line in await person.done("GET", "log") if line["method"] == "sendMessage"]
    assert outcomes == ["Bad Gateway", "Too Many Requests: retry after 1", "dropped", "ok"]


async def test_a_share_of_calls_is_hit_the_same_ones_each_time(bot: Bot, person: Person) -> None:
    async def hit() -> list[bool]:
        await person.done("PUT", "faults", {"status": 500, "rate": 0.5})
        return [(await bot.answer("getMe"))[0] == 500 for _ in range(40)]

    first = await hit()
    assert 10 < sum(first) < 30
    assert await hit() == first


async def test_the_limits_hold_unless_the_clock_goes_at_max(session: aiohttp.ClientSession) -> None:
    clock = HouseClock()
    sandbox = Sandbox(0, clock, Newsroom(clock), TOKEN)
    await sandbox.start()
    try:
        bot = Bot(sandbox.origin, session)
        answers = [(await bot.answer("sendMessage", chat_id=ADA, text="x"))[0] for _ in range(5)]
        assert answers[:3] == [200] * 3
        assert 429 in answers
        clock.set(until=datetime(2100, 1, 1, tzinfo=UTC))
        assert [(await bot.answer("sendMessage", chat_id=ADA, text="x"))[0] for _ in range(5)] == [200] * 5
    finally:
        await sandbox.close()


async def test_the_clock_is_read_and_set(person: Person, clock: HouseClock, bot: Bot) -> None:
    clock.replay(datetime(2025, 11, 24, 8, tzinfo=UTC), datetime(2025, 11, 30, tzinfo=UTC))
    assert await person.done("GET", "clock") == {"now": "2025-11-24T08:00:00Z", "speed": 0, "ended": False}
    told = await person.done("PUT", "clock", {"until": "2025-11-25T08:00:00+03:00"})
    assert told == {"now": "2025-11-24T08:00:00Z", "speed": "max", "ended": False}
    clock.advance(datetime(2025, 11, 26, tzinfo=UTC))
    assert (await person.done("GET", "clock"))["now"] == "2025-11-25T05:00:00Z"
    assert (await bot.say("x"))["date"] == datetime(2025, 11, 25, 5, tzinfo=UTC).timestamp()
    assert (await person.chat())[0]["date"] == "2025-11-25T05:00:00Z"


async def test_the_panel_shows_notes_and_the_next_briefing(person: Person, sandbox: Sandbox) -> None:
    sandbox.note("sent", "Briefing to 3 chats", datetime(2025, 11, 24, tzinfo=UTC))
    sandbox.next_briefing = datetime(2025, 11, 25, 4, tzinfo=UTC)
    told = await person.done("GET", "house")
    assert told["next_briefing"] == "2025-11-25T04:00:00Z"
    assert told["notes"] == [{"at": "2025-11-24T00:00:00Z", "kind": "sent", "text": "Briefing to 3 chats"}]


async def test_only_this_machine_comes_in(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    url = f"{sandbox.origin}/sandbox/people"
    for host, status in (
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("127.0.0.1.evil.example:80", 403),
        ("localhost", 200),
        (f"localhost:{sandbox.port}", 200),
        ("[::1]:80", 200),
        ("127.0.0.1", 200),
    ):
        async with session.get(url, headers={"Host": host}) as response:
            assert response.status == status, host


async def test_another_page_changes_nothing(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    url = f"{sandbox.origin}/sandbox/chats/{ADA}/messages"
    for origin, status in (
        ("https://evil.example", 403),
        ("null", 403),
        ("http://localhost:9", 403),
        (sandbox.origin, 200),
    ):
        async with session.post(url, json={"text": "x"}, headers={"Origin": origin}) as response:
            assert response.status == status, origin
            assert "Access-Control-Allow-Origin" not in response.headers


async def test_no_picture_on_another_page_speaks_for_the_bot(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    url = f"{sandbox.origin}/bot{TOKEN}/sendMessage?chat_id={ADA}&text=x"
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        async with session.get(url, headers={"Sec-Fetch-Site": site}) as response:
            assert response.status == status, site


async def test_the_page_is_served_strictly_and_nothing_beside_it(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    async with session.get(sandbox.origin + "/") as response:
        assert response.status == 200
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["Cache-Control"] == "no-store"
    odd = ("/main.js%00", "/%00.js", f"/{'a' * 300}.js", "//main.js", "/page/../main.js")
    for path in ("/../server.py", "/%2e%2e/server.py", "/__init__.py", "/nothing.js", "/page", *odd):
        async with session.get(URL(sandbox.origin + path, encoded=True)) as response:
            assert response.status == 404, path
    async with session.post(sandbox.origin + "/") as response:
        assert response.status == 405
