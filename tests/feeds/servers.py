"""Real servers on loopback for tests of fetching; the house's own names lead to them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiohttp import web

from diplomacy.news import FeedDue, Validators
from feeds.fetch import Deadlines, Fetcher
from tests.builders import a_feed

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)
HOST = "news.test"
BODY = b"<rss version='2.0'><channel><title>t</title></channel></rss>"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Server:
    """A server that answers every path by one handler, and what it was asked."""

    port: int
    asked: list[web.Request] = field(default_factory=list)

    @property
    def house(self) -> dict[str, tuple[str, int]]:
        """The names under which it may be reached."""
        return {HOST: ("127.0.0.1", self.port), "other.test": ("127.0.0.1", self.port)}

    def fetcher(self, **options: float) -> Fetcher:
        """A fetcher that may reach it, with short deadlines."""
        deadlines = Deadlines(connect=options.pop("connect", 2.0), transfer=options.pop("transfer", 5.0))
        return Fetcher(house_hosts=self.house, deadlines=deadlines)


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[Server]:
    """Run a server as long as the block lasts."""
    server = Server(0)

    async def answer(request: web.Request) -> web.StreamResponse:
        server.asked.append(request)
        return await handler(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()


def a_due(url: str = f"http://{HOST}/feed.rss", validators: Validators | None = None, **changed: object) -> FeedDue:
    """A feed whose time has come, never asked before."""
    due = FeedDue(1, a_feed(url), validators or Validators(), timedelta(hours=1), 0, first_poll=True)
    return FeedDue(**{name: changed.get(name, getattr(due, name)) for name in FeedDue.__slots__})
