"""The house's own web door: health, metrics, and Telegram's webhook where one is set."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp import web

from bot.metrics import Metrics
from handlers.contract import Services

log = logging.getLogger(__name__)

LARGEST_UPDATE = 1 << 20
"""Bytes; Telegram's updates are far smaller."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header

Webhook = Callable[[dict[str, object], str], Awaitable[bool]]
"""Takes an update and the secret header; tells whether the secret was right."""


class WebDoor:
    """Listens on one port for `/healthz`, `/metrics` and, where a webhook is set, `/telegram`."""

    def __init__(
        self, services: Services, metrics: Metrics, host: str, port: int, webhook: Webhook | None = None
    ) -> None:
        """Nothing listens before `start`."""
        self._services = services
        self._metrics = metrics
        self._host = host
        self._port = port
        self._webhook = webhook
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen; raises OSError where the port is taken."""
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._numbers)
        if self._webhook:
            app.router.add_post("/telegram", self._update)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        """Healthy means: the database answers, and no feed has been due for more than an hour."""
        try:
            async with asyncio.timeout(5), self._services.storage.reading() as store:
                due = await store.feeds.next_check_at()
        except Exception as error:  # noqa: BLE001  # whatever keeps the database from answering is what this page is asked for
            return web.json_response({"healthy": False, "why": f"database: {type(error).__name__}"}, status=503)
        late = due is not None and self._services.now() - due > timedelta(hours=1)
        answer = {"healthy": not late, "why": "feeds have been waiting for over an hour" if late else ""}
        return web.json_response(answer, status=503 if late else 200)

    async def _numbers(self, _: web.Request) -> web.Response:
        async with self._services.storage.reading() as store:
            outbox = await store.outbox.counts()
            feeds = Counter(state.health.value for state in await store.feeds.states())
        page = self._metrics.page(outbox, feeds)
        return web.Response(body=page, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    async def _update(self, request: web.Request) -> web.Response:
        """Take an update from whoever knows the secret; who does not learns nothing of what was wrong beside it."""
        if self._webhook is None:
            return web.Response(status=403)
        update = await _update_in(request)
        right = await self._webhook(update or {}, request.headers.get(SECRET_HEADER, ""))
        return web.Response(status=403 if not right else 400 if update is None else 200)


async def _update_in(request: web.Request) -> dict[str, object] | None:
    """Read a body as the JSON object that an update is; None where it is none."""
    try:
        update = json.loads(await request.read())
    except (ValueError, RecursionError, web.RequestPayloadError):
        return None
    return update if isinstance(update, dict) else None
