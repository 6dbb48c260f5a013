"""Fetching: what servers do, and what a feed's try ends in."""

import asyncio
import gzip
import hashlib
import socket
import zlib
from datetime import timedelta

import pytest
from aiohttp import web

from diplomacy.news import Health, Validators
from feeds.body import MAX_BYTES
from feeds.fetch import MAX_DETAIL, Fetched, Fetcher, FetchFailed, NotModified
from tests.feeds.servers import BODY, HOST, NOW, Handler, a_due, serving

HASH = hashlib.sha256(BODY).hexdigest()


def always(**answer: object) -> Handler:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(**{"body": BODY, **answer})  # type: ignore[arg-type]

    return handler


async def outcome_of(handler: Handler, validators: Validators | None = None) -> Fetched | NotModified | FetchFailed:
    async with serving(handler) as server:
        fetcher = server.fetcher()
        try:
            return await fetcher.fetch(a_due(validators=validators), NOW)
        finally:
            await fetcher.close()


async def outcome_of_bytes(answer: bytes) -> Fetched | NotModified | FetchFailed:
    """Ask a server that answers with these bytes, whatever they are."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    fetcher = Fetcher(house_hosts={HOST: ("127.0.0.1", server.sockets[0].getsockname()[1])})
    try:
        return await fetcher.fetch(a_due(), NOW)
    finally:
        await fetcher.close()
        server.close()
        await server.wait_closed()


async def test_a_document_comes_with_what_the_server_said_about_it() -> None:
    headers = {"ETag": 'W/"a b"', "Last-Modified": "Mon, 24 Nov 2025 14:05:00 GMT", "Cache-Control": "max-age=600"}
    headers["Content-Type"] = "application/rss+xml; charset=ISO-8859-9"

    fetched = await outcome_of(always(headers=headers))

    assert fetched == Fetched(
        url=f"http://{HOST}/feed.rss",
        moved_to=None,
        body=BODY,
        content_type="application/rss+xml; charset=ISO-8859-9",
        validators=Validators('W/"a b"', "Mon, 24 Nov 2025 14:05:00 GMT", HASH),
        fresh_for=timedelta(minutes=10),
        at=NOW,
    )


async def test_validators_are_sent_back_exactly_as_they_came() -> None:
    async with serving(always(status=304, body=b"", headers={"ETag": '"new"'})) as server:
        fetcher = server.fetcher()
        before = Validators('W/"x:y/z"', "Mon, 24 Nov 2025 14:05:00 GMT (odd)", "hash")
        outcome = await fetcher.fetch(a_due(validators=before), NOW)
        await fetcher.close()
        sent = server.asked[0].headers

    assert sent["If-None-Match"] == 'W/"x:y/z"'
    assert sent["If-Modified-Since"] == "Mon, 24 Nov 2025 14:05:00 GMT (odd)"
    assert outcome == NotModified(Validators('"new"', "Mon, 24 Nov 2025 14:05:00 GMT (odd)", "hash"), None)


async def test_the_same_body_is_not_modified_whatever_the_server_says() -> None:
    outcome = await outcome_of(always(headers={"ETag": '"changes every time"'}), Validators(body_hash=HASH))

    assert outcome == NotModified(Validators('"changes every time"', None, HASH), None)


async def test_a_304_that_nobody_asked_for_is_an_error() -> None:
    outcome = await outcome_of(always(status=304, body=b""))

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.HTTP_ERROR


@pytest.mark.parametrize(
    ("status", "headers", "health", "wait", "whole_host"),
    [
        (410, {}, Health.GONE, None, False),
        (404, {}, Health.HTTP_ERROR, None, False),
        (500, {}, Health.HTTP_ERROR, None, False),
        (429, {"Retry-After": "120"}, Health.THROTTLED, timedelta(seconds=120), True),
        (503, {"Retry-After": "Tue, 25 Nov 2025 09:00:00 GMT", "Date": "Tue, 25 Nov 2025 08:00:00 GMT"},
         Health.HTTP_ERROR, timedelta(hours=1), False),
        (503, {"Retry-After": "soon"}, Health.HTTP_ERROR, None, False),
    ],
)  # fmt: skip
async def test_a_refusal_tells_how_long_to_wait_and_for_whom(
    status: int, headers: dict[str, str], health: Health, wait: timedelta | None, *, whole_host: bool
) -> None:
    outcome = await outcome_of(always(status=status, headers=headers))

    assert isinstance(outcome, FetchFailed)
    assert (outcome.health, outcome.retry_after, outcome.whole_host) == (health, wait, whole_host)
    assert str(status) in outcome.detail


async def test_permanent_redirects_are_remembered() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        steps = {"/feed.rss": (301, "/second"), "/second": (308, "http://other.test/third")}
        if request.path in steps:
            status, location = steps[request.path]
            return web.Response(status=status, headers={"Location": location})
        return web.Response(body=BODY)

    async with serving(handler) as server:
        fetcher = Fetcher(house_hosts=server.house, allow_private=True)
        outcome = await fetcher.fetch(a_due(f"http://{HOST}/second2"), NOW)
        assert isinstance(outcome, Fetched)
        assert outcome.moved_to is None
        moved = await fetcher.fetch(a_due("http://other.test/feed.rss"), NOW)
        await fetcher.close()

    assert isinstance(moved, Fetched)
    assert moved.moved_to == moved.url == "http://other.test/third"


async def test_a_temporary_redirect_on_the_way_moves_nothing() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        steps = {"/feed.rss": (301, "/second"), "/second": (302, "/third")}
        if request.path in steps:
            status, location = steps[request.path]
            return web.Response(status=status, headers={"Location": location})
        return web.Response(body=BODY)

    outcome = await outcome_of(handler)

    assert isinstance(outcome, Fetched)
    assert (outcome.url, outcome.moved_to) == (f"http://{HOST}/third", None)


async def test_five_redirects_are_followed_and_a_sixth_is_not() -> None:
    def hops(count: int) -> Handler:
        async def handler(request: web.Request) -> web.StreamResponse:
            step = int(request.query.get("step", 0))
            if step < count:
                return web.Response(status=302, headers={"Location": f"/feed.rss?step={step + 1}"})
            return web.Response(body=BODY)

        return handler

    assert isinstance(await outcome_of(hops(5)), Fetched)
    outcome = await outcome_of(hops(6))
    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_MANY_REDIRECTS


async def test_a_redirect_in_a_circle_ends() -> None:
    outcome = await outcome_of(always(status=301, headers={"Location": "/feed.rss"}))

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_MANY_REDIRECTS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
async def test_compressed_documents_are_unpacked(coding: str) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = {"gzip": gzip.compress(BODY), "deflate": zlib.compress(BODY)}.get(coding) or raw.compress(
        BODY
    ) + raw.flush()

    outcome = await outcome_of(always(body=packed, headers={"Content-Encoding": coding.rsplit(maxsplit=1)[-1]}))

    assert isinstance(outcome, Fetched)
    assert outcome.body == BODY


async def test_a_compressed_bomb_is_cut_off_at_the_limit() -> None:
    bomb = gzip.compress(b"<rss>" + b" " * (20 * 1024 * 1024))
    assert len(bomb) < MAX_BYTES

    outcome = await outcome_of(always(body=bomb, headers={"Content-Encoding": "gzip"}))

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_LARGE


@pytest.mark.parametrize(
    ("beginning", "for_ever"),
    [
        (gzip.compress(BODY), b"after the end"),
        (zlib.compress(b"")[:2], b"\x00\x00\x00\xff\xff"),
        (b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff", b"a name without an end"),
    ],
    ids=["bytes after the end", "blocks that hold nothing", "a name without an end"],
)
async def test_a_compressed_body_that_never_ends_is_cut_off_however_little_it_holds(
    beginning: bytes, for_ever: bytes
) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Encoding": "gzip"})
        await response.prepare(request)
        await response.write(beginning)
        while True:
            await response.write(for_ever * 10_000)

    outcome = await outcome_of(endless)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_LARGE


async def test_what_follows_a_compressed_document_is_no_part_of_it() -> None:
    outcome = await outcome_of(always(body=gzip.compress(BODY) + b"more", headers={"Content-Encoding": "gzip"}))

    assert isinstance(outcome, Fetched)
    assert outcome.body == BODY


@pytest.mark.parametrize("coding", ["br", "gzip", "gzip, gzip"])
async def test_a_body_that_cannot_be_unpacked_is_garbage(coding: str) -> None:
    outcome = await outcome_of(always(body=b"\x00no such thing", headers={"Content-Encoding": coding}))

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.GARBAGE


async def test_two_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    assert isinstance(await outcome_of(always(body=b"x" * MAX_BYTES)), Fetched)
    outcome = await outcome_of(always(body=b"x" * (MAX_BYTES + 1)))
    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_LARGE


async def test_a_server_that_never_stops_sending_is_cut_off_at_the_limit() -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" " * 65536)

    outcome = await outcome_of(endless)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TOO_LARGE


async def test_a_server_that_drips_costs_no_more_than_the_deadline() -> None:
    async def dripping(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x")
            await asyncio.sleep(0.02)

    async with serving(dripping) as server:
        fetcher = server.fetcher(transfer=0.2)
        outcome = await fetcher.fetch(a_due(), NOW)
        await fetcher.close()

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.TIMEOUT


async def test_a_line_that_breaks_off_is_unreachable() -> None:
    async def breaking(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"<rss>")
        assert request.transport is not None
        request.transport.close()
        return response

    outcome = await outcome_of(breaking)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.UNREACHABLE


async def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        fetcher = Fetcher(house_hosts={HOST: ("127.0.0.1", bound.getsockname()[1])})
        outcome = await fetcher.fetch(a_due(), NOW)
        await fetcher.close()

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.UNREACHABLE


@pytest.mark.parametrize(
    "answer",
    [
        b"not HTTP at all\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 999 \r\n\r\n",
    ],
)
async def test_whatever_a_server_answers_nothing_is_raised(answer: bytes) -> None:
    assert isinstance(await outcome_of_bytes(answer), FetchFailed)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 500 \x1b[2J\xff\xed\xa0\x80 gone\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: \xff\xfe\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xff\x1b/\r\n\r\n",
        b"HTTP/1.1 500 " + b"a" * 8000 + b"\r\n\r\n",
        b"\x1b[2J\xff\r\n\r\n",
    ],
)
async def test_what_operators_are_told_is_one_line_that_a_terminal_can_show(answer: bytes) -> None:
    outcome = await outcome_of_bytes(answer)

    assert isinstance(outcome, FetchFailed)
    assert outcome.detail.isprintable()
    assert len(outcome.detail) <= MAX_DETAIL


@pytest.mark.parametrize(
    "url", ["http://", "ftp://x.example/feed", "file:///etc/passwd", "feed", "http://[::1", "http://a..b/"]
)
async def test_an_address_that_cannot_be_asked_is_a_state_of_the_feed(url: str) -> None:
    fetcher = Fetcher()
    outcome = await fetcher.fetch(a_due(url), NOW)
    await fetcher.close()

    assert isinstance(outcome, FetchFailed)


async def test_only_so_many_requests_are_under_way_at_one_host() -> None:
    under_way, most, gate = 0, 0, asyncio.Event()

    async def counting(_: web.Request) -> web.StreamResponse:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        if under_way == 2:
            asyncio.get_running_loop().call_soon(gate.set)
        await gate.wait()
        under_way -= 1
        return web.Response(body=BODY)

    async with serving(counting) as server:
        fetcher = server.fetcher()
        outcomes = await asyncio.gather(*(fetcher.fetch(a_due(f"http://{HOST}/{n}"), NOW) for n in range(8)))
        await fetcher.close()

    assert most == 2
    assert all(isinstance(outcome, Fetched) for outcome in outcomes)


async def test_a_fetch_that_is_given_up_frees_its_place() -> None:
    over = asyncio.Event()

    async def silent(_: web.Request) -> web.StreamResponse:
        await over.wait()
        return web.Response()

    async with serving(silent) as server:
        fetcher = Fetcher(house_hosts=server.house, under_way=1, per_host=1)
        first = asyncio.create_task(fetcher.fetch(a_due(), NOW))
        while not server.asked:
            await asyncio.sleep(0)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        second = asyncio.create_task(fetcher.fetch(a_due(), NOW))
        while len(server.asked) < 2:
            await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        await fetcher.close()
        over.set()
