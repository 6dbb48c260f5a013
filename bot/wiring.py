"""The composition root: a plan comes in, a running house goes out, closed in reverse order.

Everything is built here, once, and handed over as typed arguments; nobody below `bot/` reads environment or time.
"""

import logging
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import real_time
from bot.delivery.gate import Gate
from bot.delivery.outbox import Delivery
from bot.delivery.pace import Pace
from bot.early_worker import Begun
from bot.metrics import Metrics
from bot.render.parts import split
from bot.settings import TELEGRAM, Settings, database_of
from bot.telegram.door import TelegramDoor
from bot.web import WebDoor
from bot.workers import Workers
from diplomacy.countries.gazetteer import load
from diplomacy.news import Feed
from feeds.catalogue import read_catalogue, shipped_catalogue
from feeds.fetch import Fetcher
from handlers.contract import Clock, Services, Sighting
from handlers.dispatch import answer
from storage.database import Storage

log = logging.getLogger(__name__)

Observer = Callable[[Sighting], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What kind of house is to be built."""

    database_url: str
    house: str | None = None
    """Whose database it is, `run` or `sandbox`; None for one that nobody keeps."""
    now: Clock = real_time
    feeds: tuple[Feed, ...] = ()
    keep_other_feeds: bool = False
    """Feeds of the database that the plan does not name go on being asked."""
    house_hosts: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Names of our own newsroom and where they are; the guard lets them pass."""
    allow_private_feeds: bool = False
    polls_at_once: int = 64
    workers: int = 2
    operators: frozenset[int] = frozenset()
    retention_days: int = 365
    observers: tuple[Observer, ...] = ()
    early_worker: Begun | None = None
    """A worker process that was begun before the house was loaded."""


@dataclass(frozen=True, slots=True)
class Telegram:
    """Which Bot API server the bot speaks to, and how."""

    token: str
    api_url: str = TELEGRAM
    webhook_url: str | None = None
    webhook_secret: str | None = None
    paced: bool | Callable[[], bool] = True
    """Off where time is replayed as fast as the work is done."""


@dataclass(frozen=True, slots=True)
class House:
    """A house that is open: what handlers use, and the numbers it keeps."""

    services: Services
    metrics: Metrics
    bell: "Bell"
    workers: Workers


class Bell:
    """Rings when the outbox has something new; who listens is told later than who rings is built."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listener: Callable[[], None] | None = None

    def ring(self) -> None:
        """Wake whoever listens."""
        if self._listener:
            self._listener()

    def listen(self, listener: Callable[[], None]) -> None:
        """Be woken from now on."""
        self._listener = listener


def plan_of(settings: Settings, house: str) -> Plan:
    """The plan that the settings describe; raises BadFeedListError where FEEDS can't be read."""
    return Plan(
        database_url=database_of(settings, house),
        house=house,
        feeds=chosen_feeds(settings.feeds),
        allow_private_feeds=settings.allow_private_feeds,
        polls_at_once=settings.polls_at_once,
        workers=settings.workers,
        operators=settings.operators,
        retention_days=settings.retention_days,
    )


def chosen_feeds(setting: str | None) -> tuple[Feed, ...]:
    """The shipped catalogue, a file in its place, or with `+` both."""
    if setting is None:
        return shipped_catalogue()
    named = read_catalogue(Path(setting.removeprefix("+")))
    return (*shipped_catalogue(), *named) if setting.startswith("+") else named


@asynccontextmanager
async def open_house(plan: Plan) -> AsyncIterator[House]:
    """Open database, gazetteer, fetcher and workers; the feeds of the plan are registered before anything is asked."""
    async with AsyncExitStack() as stack:
        workers = Workers(plan.workers, early=plan.early_worker)
        stack.push_async_callback(workers.close)
        workers.warm()
        storage = await Storage.open(plan.database_url, house=plan.house)
        stack.push_async_callback(storage.close)
        fetcher = Fetcher(
            house_hosts=plan.house_hosts, allow_private=plan.allow_private_feeds, under_way=plan.polls_at_once
        )
        stack.push_async_callback(fetcher.close)
        metrics = Metrics()
        bell = Bell()
        services = Services(
            now=plan.now,
            storage=storage,
            gazetteer=load(),
            fetch=fetcher.fetch,
            open_feed=workers.open_feed,
            split=split,
            operators=plan.operators,
            retention_days=plan.retention_days,
            observe=_shared((metrics.saw, *plan.observers)),
            wake_delivery=bell.ring,
        )
        async with storage.writing() as store:
            await store.feeds.register(plan.feeds, plan.now(), retire_others=not plan.keep_other_feeds)
        yield House(services, metrics, bell, workers)


@dataclass(frozen=True, slots=True)
class Line:
    """An open line to Telegram: the door that answers, and the delivery that sends what nobody asked for."""

    door: TelegramDoor
    delivery: Delivery


@asynccontextmanager
async def open_line(house: House, telegram: Telegram) -> AsyncIterator[Line]:
    """Connect the house to a Bot API server: answers through the door, briefings through the delivery."""
    gate = Gate(Pace(on=telegram.paced))
    door = TelegramDoor(house.services, answer, telegram, gate, house.metrics.answered)
    delivery = Delivery(house.services, door.send, gate)
    house.bell.listen(delivery.wake)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(door.stop)  # also where the start fails: its connections are open by then
        await door.start()
        await delivery.start()
        stack.push_async_callback(delivery.stop)
        yield Line(door, delivery)


def telegram_of(settings: Settings, token: str) -> Telegram:
    """The Bot API server that the settings name; a webhook without a secret gets one made up."""
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    return Telegram(token, settings.telegram_api_url, settings.webhook_url, secret if settings.webhook_url else None)


@asynccontextmanager
async def open_web(house: House, settings: Settings, line: Line) -> AsyncIterator[None]:
    """Listen for health, metrics and webhook where a port is set."""
    if not settings.http_port:
        yield
        return
    webhook = line.door.handle_webhook if settings.webhook_url else None
    web = WebDoor(house.services, house.metrics, settings.http_host, settings.http_port, webhook)
    await web.start()
    try:
        yield
    finally:
        await web.stop()


def _shared(observers: tuple[Observer, ...]) -> Observer:
    def tell(sighting: Sighting) -> None:
        for observer in observers:
            observer(sighting)

    return tell
