"""`GET /sandbox/events`: what happens, as it happens."""

import asyncio

from aiohttp import web

from sandbox.control.desk import Desk
from sandbox.wire import in_bytes

QUIET_S = 15.0
"""After so many quiet seconds a comment is sent, which shows whether anybody still listens."""


async def stream(desk: Desk, request: web.BaseRequest) -> web.StreamResponse:
    """Tell events until the listener goes away."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    )
    events = desk.telegram.world.events
    queue = events.listen()
    try:
        await response.prepare(request)
        await response.write(b": listening\n\n")
        while not events.closed:
            try:
                event = await asyncio.wait_for(queue.get(), QUIET_S)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event:
                await response.write(b"data: " + in_bytes(event) + b"\n\n")
    except ConnectionError:
        pass
    finally:
        events.leave(queue)
    return response
