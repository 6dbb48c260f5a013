"""A bot on a line of its own: real database, real sandbox, real python-telegram-bot; only the handlers are scripted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from bot.delivery.gate import Gate
from bot.delivery.outbox import Delivery
from bot.delivery.pace import Limits, Pace
from bot.render.parts import split
from bot.telegram.door import TelegramDoor
from diplomacy.briefing.codec import encode
from diplomacy.briefing.document import Document, Heading, Paragraph, Text
from diplomacy.countries.gazetteer import Gazetteer
from handlers.contract import Reply, Request, Services, Sighting
from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from storage.database import Storage
from storage.outbox import OutboxMessage
from tests.handlers.houses import no_network, no_workers
from tests.sandbox.visitors import ADA, TOKEN, Person

PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class Access:
    """A Bot API server to speak to."""

    api_url: str
    token: str = TOKEN
    webhook_url: str | None = None
    webhook_secret: str | None = None


@dataclass
class Script:
    """Handlers whose answers a test decides; what they were asked is kept."""

    reply: Callable[[Request], Reply | Awaitable[Reply]] = lambda request: says(f"{request.command}|{request.words}")
    asked: list[Request] = field(default_factory=list)

    async def answer(self, request: Request, _: Services) -> Reply:
        """Answer as the test said."""
        self.asked.append(request)
        reply = self.reply(request)
        return reply if isinstance(reply, Reply) else await reply


@dataclass
class Line:
    """Everything that a test of the line looks at."""

    sandbox: Sandbox
    storage: Storage
    services: Services
    script: Script
    person: Person
    door: TelegramDoor
    delivery: Delivery
    gate: Gate
    seen: list[Sighting]
    counted: list[str]

    async def settled(self) -> None:
        """Return when no update, answer or delivery is under way."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                await self.delivery.drain()
                if not (self.sandbox.busy() or self.door.busy or self.delivery.busy):
                    return
                await asyncio.sleep(0.002)

    async def heard(self, chat: int = ADA) -> list[dict]:
        """Tell what the bot put into a chat, once nothing is under way."""
        await self.settled()
        return [message for message in await self.person.chat(chat) if message["from"] == "bot"]

    async def after(self, text: str, chat: int = ADA, **more: object) -> list[str]:
        """Write something and give the texts of all that the bot has said in that chat."""
        await self.person.write(text, chat, **more)
        return [message["text"] for message in await self.heard(chat)]

    async def put(self, *messages: OutboxMessage) -> None:
        """Put messages into the outbox and wake the delivery."""
        async with self.storage.writing() as store:
            await store.outbox.put(messages, self.services.now())
        self.delivery.wake()

    async def outcome(self) -> dict[str, int]:
        """Count the rows of the outbox that are there, by state."""
        await self.settled()
        async with self.storage.reading() as store:
            return {state: count for state, count in (await store.outbox.counts()).items() if count}

    async def calls(self, method: str) -> list[dict]:
        """Give the calls of a method that the bot made."""
        return [call for call in await self.person.done("GET", "log") if call["method"] == method]


def says(*lines: str) -> Reply:
    """A reply of a few lines."""
    return Reply(page(*lines))


def page(*lines: str) -> Document:
    """A document of a few lines."""
    return Document(tuple(Paragraph((Text(line),)) for line in lines))


def briefing(chat: int, number: int = 0, *, thread: int | None = None, part: int = 0, **more: object) -> OutboxMessage:
    """A message that waits in the outbox."""
    document = Document((Heading((Text(f"Briefing {number}.{part}"),)),))
    return OutboxMessage(chat, thread, f"{chat}:{number}", part, encode(document), **more)


@asynccontextmanager
async def a_line(
    path: Path,
    *,
    paced: bool = False,
    limits: Limits | None = None,
    sandbox_limits: bool = False,
    operators: frozenset[int] = frozenset(),
    access: Callable[[str], Access] = Access,
) -> AsyncIterator[Line]:
    """Open a line with an empty database."""
    clock = HouseClock()
    seen: list[Sighting] = []
    counted: list[str] = []
    async with AsyncExitStack() as stack:
        storage = await Storage.open(f"sqlite:///{path / 'line.db'}")
        stack.push_async_callback(storage.close)
        sandbox = Sandbox(0, clock, Newsroom(clock), TOKEN, limits=sandbox_limits)
        await sandbox.start()
        stack.push_async_callback(sandbox.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        services = Services(
            now=lambda: datetime.now(UTC),
            storage=storage,
            gazetteer=Gazetteer({}, {}, {}),
            fetch=no_network,
            open_feed=no_workers,
            split=split,
            operators=operators,
            observe=seen.append,
        )
        gate, script = Gate(Pace(limits, on=paced)), Script()
        door = TelegramDoor(services, script.answer, access(sandbox.origin), gate, lambda name, _: counted.append(name))
        stack.push_async_callback(door.stop)
        await door.start()
        delivery = Delivery(services, door.send, gate)
        stack.push_async_callback(delivery.stop)
        await delivery.start()
        person = Person(sandbox.origin, session)
        yield Line(sandbox, storage, services, script, person, door, delivery, gate, seen, counted)
