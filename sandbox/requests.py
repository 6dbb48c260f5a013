"""Requests that may be as large as the files that Telegram takes."""

import asyncio

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage

LARGEST = 60 * 2**20


def roomy_request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    """Make a request of what came in."""
    return web.BaseRequest(message, payload, protocol, writer, task, task.get_loop(), client_max_size=LARGEST)
