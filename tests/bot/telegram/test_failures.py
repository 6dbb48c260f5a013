"""What goes wrong between us and Telegram is sorted: later, refused, moved, uncertain."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.message import Outgoing
from bot.telegram.connection import StartRefusedError
from bot.telegram.door import TelegramDoor, TokenRefusedError, who_am_i
from bot.telegram.errors import (
    Failure,
    Moved,
    NotEditable,
    NotSentError,
    Refused,
    Sent,
    ServerFaultError,
    TopicClosed,
    TryLater,
    Uncertain,
    Unparsable,
    failure_of,
)
from bot.telegram.http import AiohttpRequest
from bot.telegram.redaction import redacted
from diplomacy.briefing.document import Document, Paragraph, Text
from handlers.dispatch import answer
from tests.bot.lines import Access, Line, a_line, page
from tests.sandbox.visitors import ADA, TOKEN

REAL_TOKEN = "1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
SECONDS = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (RetryAfter(7), TryLater(7 * SECONDS, "too many messages", flood=True)),
        (ChatMigrated(-1002), Moved(-1002)),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            Refused("Forbidden: bot was blocked by the user", chat_gone=True),
        ),
        (BadRequest("Bad Request: chat not found"), Refused("Chat not found", chat_gone=True)),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Refused("Button_data_invalid")),
        (BadRequest("Bad Request: message is too long"), Refused("Message is too long")),
        (BadRequest("Bad Request: TOPIC_CLOSED"), TopicClosed("Topic_closed")),
        (BadRequest("Bad Request: message thread not found"), TopicClosed("Message thread not found")),
        (BadRequest("Bad Request: can't parse entities: x"), Unparsable("Can't parse entities: x")),
        (BadRequest("Bad Request: message can't be edited"), NotEditable("Message can't be edited")),
        (NotSentError("refused"), TryLater(5 * SECONDS, "refused")),
        (ServerFaultError(502), TryLater(5 * SECONDS, "the Bot API server answered 502")),
        (ServerFaultError(504), Uncertain("the Bot API server answered 504")),
        (InvalidToken("Unauthorized"), TryLater(60 * SECONDS, "Unauthorized")),
        (EndPointNotFound("no such method"), TryLater(60 * SECONDS, "no such method")),
        (TimedOut("no answer"), Uncertain("no answer")),
        (NetworkError("the line was cut"), Uncertain("the line was cut")),
        (TelegramError("Invalid server response"), Uncertain("Invalid server response")),
    ],
    ids=lambda value: str(value)[:60],
)
def test_every_error_has_its_sort(error: TelegramError, failure: Failure) -> None:
    assert failure_of(error) == failure


def test_no_text_tells_the_token() -> None:
    for text in (f"https://api.telegram.org/bot{REAL_TOKEN}/sendMessage", f"the token {REAL_TOKEN}", "/file/botX:y/z"):
        assert REAL_TOKEN not in redacted(text)
        assert "X:y" not in redacted(text)
    failure = failure_of(NetworkError(f"GET https://e.org/bot{REAL_TOKEN}/getMe failed"))
    assert failure == Uncertain("GET https://e.org/bot***/getMe failed")


@asynccontextmanager
async def a_server(answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """Serve one answer for everything."""
    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(read_seconds=0.1, proxies_from_environment=False)
    await request.initialize()
    yield request
    await request.shutdown()


async def nothing(_: web.Request) -> web.Response:
    return web.Response()


async def test_a_server_that_is_not_there_got_nothing(request_: AiohttpRequest) -> None:
    async with a_server(nothing) as origin:
        pass
    with pytest.raises(NotSentError) as caught:
        await request_.post(f"{origin}/bot{REAL_TOKEN}/getMe")
    assert REAL_TOKEN not in f"{caught.value!r}{caught.value.__cause__!r}"


async def test_an_answer_that_does_not_come_leaves_it_open(request_: AiohttpRequest) -> None:
    hanging = asyncio.Event()

    async def hang(_: web.Request) -> web.Response:
        await hanging.wait()
        return web.Response()

    async with a_server(hang) as origin:
        with pytest.raises(TimedOut):
            await request_.post(f"{origin}/bot{REAL_TOKEN}/getMe")
        hanging.set()


async def test_a_line_that_is_cut_leaves_it_open(request_: AiohttpRequest) -> None:
    async def cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with a_server(cut) as origin:
        with pytest.raises(NetworkError) as caught:
            await request_.post(f"{origin}/bot{REAL_TOKEN}/getMe")
    assert not isinstance(caught.value, NotSentError | TimedOut)
    assert REAL_TOKEN not in str(caught.value)


async def test_a_fault_of_the_server_says_its_status(request_: AiohttpRequest) -> None:
    async def fail(_: web.Request) -> web.Response:
        return web.Response(status=502, text="<html>Bad Gateway</html>")

    async with a_server(fail) as origin:
        with pytest.raises(ServerFaultError) as caught:
            await request_.post(f"{origin}/bot{REAL_TOKEN}/getMe")
    assert caught.value.status == 502


async def test_who_the_bot_is_can_be_asked(line: Line) -> None:
    assert await who_am_i(TOKEN, line.sandbox.origin) == "dragoman_bot"


async def test_a_webhook_that_the_server_refuses_is_said_and_leaves_no_connection_open(line: Line) -> None:
    access = Access(line.sandbox.origin, webhook_url="https://bot.example.org", webhook_secret="s")
    door = TelegramDoor(line.services, answer, access, line.gate)
    with pytest.raises(StartRefusedError, match="WEBHOOK_URL"):
        await door.start()
    await door.stop()


async def test_a_token_nobody_knows_is_said_without_telling_it(line: Line) -> None:
    with pytest.raises(TokenRefusedError) as caught:
        await who_am_i(REAL_TOKEN, line.sandbox.origin)
    assert REAL_TOKEN not in f"{caught.value}{caught.value.__cause__!r}"


async def test_a_server_that_is_away_is_said_in_a_sentence() -> None:
    async with a_server(nothing) as origin:
        pass
    with pytest.raises(ConnectionError, match="can't be reached"):
        await who_am_i(REAL_TOKEN, origin)


async def test_markup_that_is_not_taken_goes_out_as_plain_text_once(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    refusals = iter((Unparsable("can't parse entities"),))
    send = line.door._sender.send

    async def picky(message: Outgoing) -> object:
        refusal = next(refusals, None)
        return refusal or await send(message)

    line.door._sender.send = picky  # type: ignore[method-assign, assignment]
    with caplog.at_level(logging.ERROR):
        assert await line.after("/relations <a> & b") == ["relations|<a> & b"]
    assert "Telegram could not parse a message" in caplog.text


async def test_an_answer_waits_out_a_flood(line: Line) -> None:
    answers = iter((TryLater(timedelta(seconds=0.1), "too many messages", flood=True),))
    send = line.door._sender.send

    async def flooded(message: Outgoing) -> object:
        return next(answers, None) or await send(message)

    line.door._sender.send = flooded  # type: ignore[method-assign, assignment]
    assert await line.after("/help") == ["help|"]


async def test_an_answer_to_somebody_who_blocked_us_stops_their_chat(line: Line) -> None:
    await line.person.put(ADA, blocked=True)
    assert await line.door.send(Outgoing(ADA, page("x"))) == Refused(
        "Forbidden: bot was blocked by the user", chat_gone=True
    )


async def test_a_message_that_is_not_modified_is_as_good_as_sent(line: Line) -> None:
    sent = await line.door.send(Outgoing(ADA, page("x")))
    assert isinstance(sent, Sent)
    assert await line.door.send(Outgoing(ADA, page("x"), edits=sent.message_id)) == sent
    assert isinstance(await line.door.send(Outgoing(ADA, page("y"), edits=99_999)), NotEditable)


async def test_a_message_of_nothing_but_markup_marks_arrives(line: Line) -> None:
    document = Document((Paragraph((Text("\u202e\x00"),)),))
    assert isinstance(await line.door.send(Outgoing(ADA, document)), Sent)


async def test_no_log_line_tells_the_token(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bot")
    async with a_line(tmp_path) as line:
        await line.person.done("PUT", "faults", {"status": 502})
        await line.person.write("/help")
        await asyncio.sleep(0)
        await line.person.done("PUT", "faults", {})
        await line.heard()
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_any_other_bot_api_server_does(tmp_path: Path) -> None:
    """A server of ten lines that has nothing of the sandbox: it takes forms, as all of them do."""
    calls: list[tuple[str, dict[str, object]]] = []
    updates = [
        [
            {
                "update_id": 1,
                "message": {
                    "message_id": 1,
                    "date": 1,
                    "chat": {"id": 5, "type": "private"},
                    "from": {"id": 5, "is_bot": False, "first_name": "A"},
                    "text": "/help",
                },
            }
        ]
    ]
    answered = asyncio.Event()

    async def serve(request: web.Request) -> web.Response:
        method = request.path.rsplit("/", 1)[1]
        calls.append((method, dict(await request.post())))
        result: object = True
        if method == "getMe":
            result = {"id": 7, "is_bot": True, "first_name": "B", "username": "other_bot"}
        elif method == "getUpdates":
            result = updates.pop() if updates else []
            await asyncio.sleep(0 if result else 0.05)
        elif method == "sendMessage":
            answered.set()
            result = {"message_id": 2, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}
        return web.json_response({"ok": True, "result": result})

    async with a_server(serve) as origin, a_line(tmp_path, access=lambda _: Access(origin, token=REAL_TOKEN)):
        await asyncio.wait_for(answered.wait(), 5)
    (sent,) = [parameters for method, parameters in calls if method == "sendMessage"]
    assert sent == {
        "chat_id": "5",
        "text": "help|",
        "parse_mode": "HTML",
        "link_preview_options": '{"is_disabled": true}',
    }
