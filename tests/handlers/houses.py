"""A house to talk to: a real database, real names, a clock that a test moves by hand, and no network."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.render.parts import split
from bot.render.text import text
from diplomacy.briefing.codec import decode
from diplomacy.briefing.document import Choice, Choices, Document
from diplomacy.countries.gazetteer import Gazetteer, load
from diplomacy.news import FeedDue
from diplomacy.reader import Reader
from diplomacy.reading.shapes import Reading
from feeds.fetch import Fetched, FetchFailed, NotModified
from handlers.contract import ChatKind, OpenedFeed, Reply, Request, Services, Sighting, Standing
from handlers.dispatch import answer
from handlers.jobs.brief_subscribers import brief_subscribers
from storage.chats import ChatSettings
from storage.database import Storage
from storage.outbox import OutboxMessage, Sent
from tests.builders import a_reading, an_entry
from tests.storage.houses import with_feed, with_news

TUESDAY = datetime(2025, 11, 25, 12, 40, tzinfo=UTC)


@cache
def names() -> Gazetteer:
    """All names, read once for all tests."""
    return load()


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime = TUESDAY) -> None:
        self.time = now

    def __call__(self) -> datetime:
        return self.time


async def no_network(_due: FeedDue, _now: datetime) -> Fetched | NotModified | FetchFailed:
    raise AssertionError("nothing here asks a feed")


async def no_workers(_due: FeedDue, _fetched: Fetched, _known: object) -> OpenedFeed:
    raise AssertionError("nothing here opens a feed")


@dataclass
class House:
    """Services with what a test looks at beside them."""

    services: Services
    clock: Clock
    seen: list[Sighting]
    articles: int = 0
    feed: int | None = None

    def chat(self, number: int = 77, **as_who: object) -> "Chat":
        """Open a chat with the bot."""
        return Chat(self, Request("", "", number, person=number, standing=Standing.ADMINISTRATOR, **as_who))

    async def news(
        self,
        title: str,
        *pairs: tuple[str, str],
        at: datetime | None = None,
        reading: Reading | None = None,
        story: int | None = None,
        announce: bool = True,
    ) -> None:
        """Let a report come in (now, unless another time is named)."""
        if self.feed is None:
            self.feed = await with_feed(self.services.storage, now=self.clock())
        entry = an_entry(title, published=at or self.clock())
        said = reading or a_reading(*(pairs or (("KR", "TR"),)))
        said = replace(
            said,
            pairs=tuple(replace(pair, start=0, end=len(title)) for pair in said.pairs),
            events=tuple(replace(event, start=0, end=len(title)) for event in said.events),
        )
        await with_news(
            self.services.storage, self.feed, [(entry, said)], now=self.clock(), announce=announce, story=story
        )

    async def stored(self, chat: int) -> ChatSettings | None:
        """Look a chat up."""
        async with self.services.storage.reading() as store:
            return await store.chats.get(chat)

    async def strike(self, moment: datetime | None = None) -> list["Told"]:
        """Let the clock strike: brief who is due, deliver what is in the outbox, and give what was sent."""
        if moment is not None:
            self.clock.time = moment
        await brief_subscribers(self.services)
        return await self.deliver()

    async def deliver(self) -> list["Told"]:
        """Deliver what waits in the outbox."""
        told = []
        while True:
            async with self.services.storage.writing() as store:
                claimed = await store.outbox.claim(self.clock())
                await store.outbox.mark([Sent(one.id, one.id, self.clock()) for one in claimed])
            if not claimed:
                return told
            told += [Told(self.clock(), one.message, decode(one.message.payload)) for one in claimed]


@dataclass(frozen=True)
class Told:
    """A message that was delivered."""

    at: datetime
    message: OutboxMessage
    document: Document

    @property
    def text(self) -> str:
        return text(self.document)


@dataclass
class Chat:
    """Somebody who talks to the bot."""

    house: House
    who: Request
    replies: list[Reply] = field(default_factory=list)

    async def says(self, typed: str, **changed: object) -> str:
        """Say something; gives what is answered, with the choices numbered."""
        return await self._ask(typed, pressed=False, **changed)

    async def presses(self, label: str, **changed: object) -> str:
        """Press a button of the last answer that had one, found by the beginning of its label."""
        choice = next((one for one in self.choices if one.label.startswith(label)), None)
        assert choice, f"no button {label!r} among {[one.label for one in self.choices]}"
        return await self._ask(choice.command, pressed=True, **changed)

    async def _ask(self, typed: str, *, pressed: bool, **changed: object) -> str:
        command, words = "", typed
        if typed.startswith("/"):
            command, _, words = typed[1:].partition(" ")
        request = replace(self.who, command=command, words=words, pressed=pressed, **changed)
        self.replies.append(await answer(request, self.house.services))
        return self.heard

    @property
    def reply(self) -> Reply:
        return self.replies[-1]

    @property
    def heard(self) -> str:
        return text(self.reply.document)

    @property
    def choices(self) -> Sequence[Choice]:
        """The buttons of the last answer that had any."""
        for reply in reversed(self.replies):
            for block in reply.document.blocks:
                if isinstance(block, Choices):
                    return [one for row in block.rows for one in row if isinstance(one, Choice)]
        return ()


@asynccontextmanager
async def a_house(
    where: Path | str, now: datetime = TUESDAY, operators: frozenset[int] = frozenset()
) -> AsyncIterator[House]:
    """Open a house with an empty database: in a folder, or at an address."""
    storage = await Storage.open(where if isinstance(where, str) else f"sqlite:///{where / 'house.db'}")
    clock, seen = Clock(now), list[Sighting]()
    services = Services(
        now=clock,
        storage=storage,
        gazetteer=names(),
        fetch=no_network,
        open_feed=no_workers,
        split=split,
        operators=operators,
        observe=seen.append,
    )
    try:
        yield House(services, clock, seen)
    finally:
        await storage.close()


GROUP = ChatKind.GROUP
TURKISH, KOREAN = Reader("tr"), Reader("ko")
HOUR = timedelta(hours=1)
