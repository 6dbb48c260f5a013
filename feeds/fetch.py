"""Ask a feed's server for its document: limited, guarded, conditional, and never raising for what a server does."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from weakref import WeakValueDictionary

import aiohttp
from yarl import URL

from diplomacy.news import FeedDue, Health, Validators
from feeds.body import BrokenBodyError, TooLargeError, read_body
from feeds.freshness import fresh_for, retry_after
from feeds.guard import ForbiddenAddressError, Guard, Lookup

MAX_REDIRECTS = 5
MAX_UNDER_WAY = 100
MAX_UNDER_WAY_PER_HOST = 2
CONNECT_SECONDS = 10.0
TRANSFER_SECONDS = 30.0
"""From the first connection to the last byte, redirects included."""

MAX_DETAIL = 300
"""Characters of the sentence for operators; servers have words in it."""
SPARED = timedelta(minutes=1)
"""After a 429, feeds of the host that already wait for their turn are not asked."""
PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
REDIRECTS = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"
)
USER_AGENT = "Dragoman/0.1 (news feed reader)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document came."""

    url: str
    """The address after redirects."""
    moved_to: str | None
    """The new address where every redirect on the way was permanent (301, 308)."""
    body: bytes
    content_type: str
    """The header as received, charset included; empty where there was none."""
    validators: Validators
    fresh_for: timedelta | None
    """How long the server asks not to be asked again (`Cache-Control`, `Expires`)."""
    at: datetime
    """When it was asked: the time that undated items take."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server, or the hash of the body, says that nothing is new."""

    validators: Validators
    fresh_for: timedelta | None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class FetchFailed:
    """No document came; `health` says why in a word, `detail` in a sentence for operators."""

    health: Health
    detail: str
    retry_after: timedelta | None = None
    whole_host: bool = False
    """429: every feed of this host waits; else (503 and the rest) this address alone.

    A feed that was not asked at all because its host has said so is THROTTLED and not `whole_host`.
    """


Outcome = Fetched | NotModified | FetchFailed


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long a server may take to accept a connection, and for everything."""

    connect: float = CONNECT_SECONDS
    transfer: float = TRANSFER_SECONDS


class Fetcher:
    """Fetches feeds through one shared session. Close it when done; it opens itself on first use."""

    def __init__(
        self,
        *,
        house_hosts: Mapping[str, tuple[str, int]] | None = None,
        allow_private: bool = False,
        lookup: Lookup | None = None,
        under_way: int = MAX_UNDER_WAY,
        per_host: int = MAX_UNDER_WAY_PER_HOST,
        deadlines: Deadlines | None = None,
    ) -> None:
        self._guard = Guard(house_hosts, allow_private=allow_private, lookup=lookup)
        self._under_way = asyncio.Semaphore(under_way)
        self._per_host = per_host
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._spared: dict[str, datetime] = {}
        self._deadlines = deadlines or Deadlines()
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, due: FeedDue, now: datetime) -> Outcome:
        """Ask a feed's server whether there is something new, and take it."""
        try:
            start = URL(due.feed.url)
            async with self._room_for(start.host or ""):
                return await self._ask_in_turn(start, due.validators, now)
        except (aiohttp.ClientError, OSError, TooLargeError, BrokenBodyError, ValueError) as error:
            return _failed(error)

    async def _ask_in_turn(self, start: URL, validators: Validators, now: datetime) -> Outcome:
        host = start.host or ""
        if now < self._spared.get(host, now):
            return FetchFailed(Health.THROTTLED, "not asked: the host has just asked for patience")
        async with asyncio.timeout(self._deadlines.transfer):
            outcome = await self._follow(start, validators, now)
        if isinstance(outcome, FetchFailed) and outcome.whole_host:
            self._spared[host] = now + SPARED
        return outcome

    async def close(self) -> None:
        """End the session and its connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @asynccontextmanager
    async def _room_for(self, host: str) -> AsyncIterator[None]:
        """Wait for a place at the host first: a slow host must not hold places that others could use."""
        place = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        async with place, self._under_way:
            yield

    async def _follow(self, start: URL, validators: Validators, now: datetime) -> Outcome:
        """Go from redirect to redirect, every hop judged by the guard."""
        url, permanent = start, True
        for _ in range(MAX_REDIRECTS + 1):
            self._guard.check_url(url, start)
            async with self._ask(url, validators) as response:
                where = response.headers.get("Location") if response.status in REDIRECTS else None
                if where is None:
                    moved = str(url) if permanent and url != start else None
                    return await _take(response, validators, moved, now)
                permanent = permanent and response.status in PERMANENT
                url = url.join(URL(where))
        detail = f"more than {MAX_REDIRECTS} redirects, the last to {url}"
        return FetchFailed(Health.TOO_MANY_REDIRECTS, _readable(detail))

    def _ask(self, url: URL, validators: Validators) -> "aiohttp.client._RequestContextManager":
        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        return self._open_session().get(url, headers=headers, allow_redirects=False)

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=0, resolver=self._guard.resolver, socket_factory=self._guard.make_socket, ttl_dns_cache=60
            )
            timeout = aiohttp.ClientTimeout(total=None, connect=self._deadlines.connect)
            self._session = aiohttp.ClientSession(
                connector=connector,
                timeout=timeout,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,  # body.py does it, counting
            )
        return self._session


async def _take(response: aiohttp.ClientResponse, asked: Validators, moved: str | None, now: datetime) -> Outcome:
    """Turn the last answer on the way into an outcome."""
    fresh = fresh_for(response.headers)
    if response.status == HTTPStatus.NOT_MODIFIED and (asked.etag or asked.last_modified):
        return NotModified(_received(response, asked), fresh, moved)
    if not HTTPStatus(200) <= response.status < HTTPStatus.MULTIPLE_CHOICES:
        return _refused(response, now)
    body = await read_body(response)
    body_hash = hashlib.sha256(body).hexdigest()
    validators = replace(_received(response, Validators()), body_hash=body_hash)
    if body_hash == asked.body_hash:
        return NotModified(validators, fresh, moved)
    content_type = response.headers.get("Content-Type", "")
    return Fetched(str(response.url), moved, body, content_type, validators, fresh, now)


def _received(response: aiohttp.ClientResponse, before: Validators) -> Validators:
    """Take the validators of an answer to the letter; what it leaves out stays as it was."""
    etag = _sendable(response.headers.get("ETag")) or before.etag
    last_modified = _sendable(response.headers.get("Last-Modified")) or before.last_modified
    return replace(before, etag=etag, last_modified=last_modified)


def _sendable(header: str | None) -> str | None:
    """Drop a validator whose bytes are no text: it could not be sent back as it came."""
    return header if header and header.isprintable() else None


def _refused(response: aiohttp.ClientResponse, now: datetime) -> FetchFailed:
    wait = retry_after(response.headers, now)
    detail = _readable(f"the server answered {response.status} {response.reason or ''}".strip())
    match response.status:
        case HTTPStatus.GONE:
            return FetchFailed(Health.GONE, detail)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return FetchFailed(Health.THROTTLED, detail, wait, whole_host=True)
        case _:
            return FetchFailed(Health.HTTP_ERROR, detail, wait)


def _failed(error: Exception) -> FetchFailed:
    """Say what an error on the way means for the feed."""
    if (verdict := _verdict(error)) is not None:
        return FetchFailed(Health.FORBIDDEN_ADDRESS, _readable(verdict))
    match error:
        case TooLargeError():
            return FetchFailed(Health.TOO_LARGE, str(error))
        case BrokenBodyError():
            return FetchFailed(Health.GARBAGE, _readable(str(error)))
        case TimeoutError():
            return FetchFailed(Health.TIMEOUT, _readable(str(error)) or "no complete answer in time")
        case aiohttp.ClientResponseError():
            return FetchFailed(Health.HTTP_ERROR, _readable(f"the answer was no HTTP: {error.message}"))
        case _:
            return FetchFailed(Health.UNREACHABLE, _readable(str(error)) or type(error).__name__)


def _readable(detail: str) -> str:
    """Take out of a sentence what a server may have put there for the terminal or the log that it ends up in."""
    one_line = " ".join(detail[:MAX_DETAIL].split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in one_line)


def _verdict(error: BaseException | None) -> str | None:
    """Find the guard's verdict under the library's own error, which wraps what resolver and socket raise."""
    while error is not None:
        for told in (error, getattr(error, "os_error", None)):
            if isinstance(told, ForbiddenAddressError):
                return str(told)
        error = error.__cause__ or error.__context__
    return None
