"""How python-telegram-bot reaches a Bot API server: aiohttp, several times as fast as its own client."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote_plus

import aiohttp
from telegram import error
from telegram._utils.defaultvalue import DefaultValue
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.telegram.errors import NotSentError, ServerFaultError
from bot.telegram.redaction import redacted

CONNECTIONS = 128
KEEP_ALIVE_SECONDS = 15
"""Less than any server's: a connection that the server closes while we write to it leaves a message uncertain."""
FIRST_SERVER_FAULT = 500
HEADERS = MappingProxyType({"User-Agent": BaseRequest.USER_AGENT})
FORM_HEADERS = MappingProxyType({**HEADERS, "Content-Type": "application/x-www-form-urlencoded"})

Seconds = DefaultValue[float] | DefaultValue[None] | float | None
"""A number, None for no limit, or that nothing was said."""


class AiohttpRequest(BaseRequest):
    """A pool of connections to one Bot API server.

    Raises `NotSentError` where nothing reached the server, `telegram.error.TimedOut` or `NetworkError` where something
    may have, `ServerFaultError` for 5xx; none of their texts holds the token.
    """

    def __init__(
        self, *, read_seconds: float = 20, connect_seconds: float = 5, proxies_from_environment: bool = True
    ) -> None:
        """Set the time limits; no connection is made before the first request."""
        self._read_seconds = read_seconds
        self._connect_seconds = connect_seconds
        self._proxies = proxies_from_environment
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Tell how long an answer is awaited where a call does not say."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS)
            no_cookies = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(connector=connector, trust_env=self._proxies, cookie_jar=no_cookies)

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - a part of connecting
    ) -> tuple[int, bytes]:
        """Make one request; gives the HTTP status and the body."""
        if self._session is None:
            raise RuntimeError("the request object is not initialized")
        connect = _given(connect_timeout, self._connect_seconds)
        read = _given(read_timeout, self._read_seconds)
        timeout = _timeout(connect, read, _given(write_timeout, None))
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, URL(url, encoded=True), data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                status, answer = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as failure:
            raise NotSentError(_sentence(failure)) from None
        except TimeoutError:
            raise error.TimedOut(f"no answer within {read:g} seconds" if read else None) from None
        except (aiohttp.ClientError, OSError) as failure:
            raise error.NetworkError(_sentence(failure)) from None
        if status >= FIRST_SERVER_FAULT:
            raise ServerFaultError(status)
        return status, answer


def _given(value: Seconds, otherwise: float | None) -> float | None:
    return otherwise if isinstance(value, DefaultValue) else value


@lru_cache(maxsize=32)
def _timeout(connect: float | None, read: float | None, total: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(connect=connect, sock_connect=connect, sock_read=read, total=total)


_quoted = lru_cache(maxsize=256)(quote_plus)
"""What goes to many chats is quoted once; doing it anew took a fifth of the way of a message."""


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, Mapping[str, str]]:
    """Write the parameters as a form, or as a multipart one where files go with them."""
    if data is None:
        return None, HEADERS
    if not data.contains_files:
        pairs = (f"{name}={_quoted(value)}" for name, value in data.json_parameters.items())
        return "&".join(pairs).encode("ascii"), FORM_HEADERS
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, media_type) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form, HEADERS


def _sentence(failure: Exception) -> str:
    """Say what an exception says, without the address: that holds the token."""
    return redacted(f"{type(failure).__name__}: {failure}").rstrip(": ")
