"""A house that polls, and the servers of the press beside it: real HTTP, a real database, invented dealings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from aiohttp import web

from bot.working import Task, mark, open_document
from diplomacy.news import Entry, Feed, FeedDue
from diplomacy.reading.shapes import Reading
from diplomacy.relations.report import Report
from diplomacy.subscriptions import Subscription
from feeds.fetch import Fetched
from handlers.contract import OpenedFeed, Services, Sighting
from handlers.jobs.poll_feeds import Polled, poll_once
from storage.database import Storage
from storage.feeds import FeedState
from tests.builders import a_feed, a_reading
from tests.feeds.documents import an_item
from tests.feeds.servers import Server, serving
from tests.handlers.houses import names

START = datetime(2025, 11, 25, 8, tzinfo=UTC)
TRADE = Subscription(topics=("trade",))


def of_trade(entry: Entry) -> Reading:
    """Read everything as trade between Türkiye and South Korea, or North Korea where it is named."""
    return a_reading(("KP" if "North Korea" in entry.told else "KR", "TR"), topics=("trade",))


async def opened_here(due: FeedDue, fetched: Fetched, known: Mapping[str, str]) -> OpenedFeed:
    """Open a document as a worker does, without a process of its own."""
    marks = b"".join(mark(identity, content) for identity, content in known.items())
    task = Task(fetched.body, fetched.content_type, fetched.url, due.feed, fetched.at, marks, 10)
    told = open_document(task, of_trade)
    return OpenedFeed(
        told.health, told.title, told.listed, told.entries, told.beginnings, told.ttl_minutes, told.detail
    )


@dataclass
class Press:
    """The house, and what each path of the servers answers."""

    services: Services
    server: Server
    answers: dict[str, bytes | tuple[int, dict[str, str]]] = field(default_factory=dict)
    now: datetime = START
    seen: list[Sighting] = field(default_factory=list)

    async def poll(self, *feeds: Feed, after: timedelta = timedelta(0)) -> list[Polled]:
        """Poll feeds some time later."""
        self.now += after
        async with self.services.storage.writing() as store:
            await store.feeds.register(feeds, self.now, retire_others=False)
        return list(await poll_once(self.services, feeds))

    async def states(self) -> dict[str, FeedState]:
        """How all feeds fare, by path."""
        async with self.services.storage.reading() as store:
            return {state.feed.url.rpartition("/")[2]: state for state in await store.feeds.states()}

    async def reports(self, *, announced: bool = False, since: datetime | None = None) -> list[Report]:
        """What is stored and visible now, oldest first; or only what is announced, or came since."""
        async with self.services.storage.reading() as store:
            found = await store.relations.following(
                TRADE, None, self.now, 1000, announced_only=announced, arrived_since=since
            )
        return list(reversed(found))

    async def titles(self, *, announced: bool = False, since: datetime | None = None) -> list[str]:
        """Their titles."""
        return [report.title for report in await self.reports(announced=announced, since=since)]


@asynccontextmanager
async def a_press(storage: Storage) -> AsyncIterator[Press]:
    """Open house and servers."""

    async def answer(request: web.Request) -> web.StreamResponse:
        told = press.answers[request.path.removeprefix("/")]
        if isinstance(told, bytes):
            return web.Response(body=told)
        return web.Response(status=told[0], headers=told[1])

    async with serving(answer) as server:
        fetcher = server.fetcher()
        seen: list[Sighting] = []
        services = Services(
            now=lambda: press.now,
            storage=storage,
            gazetteer=names(),
            fetch=fetcher.fetch,
            open_feed=opened_here,
            split=lambda document: (document,),
            observe=seen.append,
        )
        press = Press(services, server, seen=seen)
        yield press
        await fetcher.close()


def a_feed_at(path: str, host: str = "news.test") -> Feed:
    """A feed of the press."""
    return a_feed(f"http://{host}/{path}")


def dated(title: str, hours: float = 1, **more: str) -> str:
    """An item published some hours before the start (after it: negative)."""
    date = format_datetime(START - timedelta(hours=hours))
    return an_item(title, **{"guid": title, "pubDate": date, "link": f"https://x.example/{title}", **more})
