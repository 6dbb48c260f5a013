"""The door of the control calls: which path and verb is which call."""

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.control import looking, speaking, staging
from sandbox.control.bodies import Said
from sandbox.control.desk import Desk
from sandbox.control.stream import stream
from sandbox.wire import Json, in_bytes

Handler = Callable[..., Awaitable[Json]]

CALLS: tuple[tuple[str, re.Pattern[str], Handler], ...] = (
    ("POST", re.compile(r"chats/(-?\d{1,18})/messages"), speaking.write),
    ("GET", re.compile(r"chats/(-?\d{1,18})/messages"), looking.messages),
    ("POST", re.compile(r"chats/(-?\d{1,18})/press"), speaking.press),
    ("PUT", re.compile(r"chats/(-?\d{1,18})"), staging.put_chat),
    ("POST", re.compile(r"inline"), speaking.ask_inline),
    ("GET", re.compile(r"people"), looking.people),
    ("GET", re.compile(r"log"), looking.log),
    ("GET", re.compile(r"bot"), looking.bot),
    ("GET", re.compile(r"house"), looking.house),
    ("GET", re.compile(r"clock"), looking.clock),
    ("PUT", re.compile(r"clock"), staging.put_clock),
    ("PUT", re.compile(r"faults"), staging.put_faults),
)
HEADERS = {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}


async def answer(desk: Desk, request: web.BaseRequest, path: str) -> web.StreamResponse:
    """Answer a control call; `path` is what follows `/sandbox/`."""
    if path == "events" and request.method == "GET":
        return await stream(desk, request)
    try:
        return said(200, await carried_out(desk, request, path))
    except Said as refused:
        return said(refused.status, {"error": refused.sentence})


async def carried_out(desk: Desk, request: web.BaseRequest, path: str) -> Json:
    """Find the call and carry it out. Raises Said."""
    verbs: list[str] = []
    for verb, pattern, handler in CALLS:
        if (found := pattern.fullmatch(path)) is None:
            continue
        if verb == request.method:
            return await handler(desk, request, *found.groups())
        verbs.append(verb)
    if verbs:
        raise Said(405, f"/sandbox/{path} takes {' and '.join(verbs)} only.")
    raise Said(404, f"There is no /sandbox/{path[:80]} here.")


def said(status: int, what: Json) -> web.Response:
    """Write an answer."""
    return web.Response(status=status, body=in_bytes(what), headers=HEADERS)
