"""How `dragoman sandbox` is staged: newsroom, Telegram, house, line, and the walker that moves them through time."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from bot.cli.rehearsal import TOKEN
from bot.cli.terminal import out, stop_signal
from bot.clock import Next, Walker
from bot.early_worker import Begun
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.wiring import House, Line, Plan, Telegram, open_house, open_line, plan_of
from diplomacy.news import Feed
from feeds.catalogue import feed_at, sample_feed
from handlers.contract import Sighting
from handlers.jobs.brief_subscribers import next_due
from handlers.jobs.poll_feeds import poll_feeds, poll_once
from handlers.registry import JOBS
from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox

Feeds = tuple[Feed, ...]

POLLS = frozenset(job.name for job in JOBS if job.run is poll_feeds)
"""Jobs that ask servers of the world."""


@dataclass(frozen=True, slots=True)
class Staging:
    """What was asked for at the terminal."""

    settings: Settings
    port: int
    replay: tuple[Path, ...] = ()
    start: datetime | None = None
    speed: float | Literal["max"] = "max"
    autostart: bool = False
    limits: bool = True
    early_worker: Begun | None = None


async def stage(staging: Staging, *, alone: bool) -> None:
    """Run the sandbox until Ctrl-C: with `alone` the Telegram only, else with the bot in it."""
    done = stop_signal()
    async with telegram_here(staging, walked=not alone) as (sandbox, feeds):
        if alone:
            out.print(f"The sandbox stands for any bot: token {TOKEN}, Bot API below the same address.", markup=False)
            out.print(sandbox.origin, markup=False)
            await done.wait()
        else:
            await with_bot(staging, sandbox, feeds, done)


@asynccontextmanager
async def telegram_here(staging: Staging, *, walked: bool) -> AsyncIterator[tuple[Sandbox, Feeds]]:
    """A running sandbox, and the feeds of its newsroom: the replayed files, else the sample week."""
    clock = HouseClock(walked=walked)
    newsroom = Newsroom(clock)
    feeds = newsroom_feeds(staging, newsroom)
    sandbox = Sandbox(staging.port, clock, newsroom, TOKEN, limits=staging.limits)
    await sandbox.start()
    try:
        yield sandbox, feeds
    finally:
        await sandbox.close()


def newsroom_feeds(staging: Staging, newsroom: Newsroom) -> Feeds:
    """What the newsroom serves: the replayed files, else the sample week."""
    if staging.replay:
        return (feed_at(newsroom.serve_replay(staging.replay, staging.start)),)
    return tuple(sample_feed(desk.url, desk.name, desk.language) for desk in newsroom.serve_sample())


async def with_bot(staging: Staging, sandbox: Sandbox, served: Feeds, done: asyncio.Event) -> None:
    """Open the house beside the sandbox and walk its timetable by the sandbox's clock."""
    set_up_logs("WARNING" if staging.settings.log_level == "INFO" else staging.settings.log_level, "text")
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-", ignore_cleanup_errors=True))
        progress = Progress()
        plan = staged_plan(staging, sandbox, served, folder, progress)
        house = await stack.enter_async_context(open_house(plan))
        if not staging.replay:
            for desk in served:  # one after the other: the same order, and so the same numbers, at each start
                await poll_once(house.services, (desk,))
            out.print(f"Sample news ready: {len(served)} desks.")
        paced = lambda: sandbox.clock.speed != "max"  # noqa: E731  # asked anew at each send
        line = await stack.enter_async_context(open_line(house, Telegram(TOKEN, sandbox.origin, paced=paced)))
        walker = Walker(
            JOBS,
            house.services,
            sandbox.clock,
            lambda: settled(sandbox, line),
            nexts_of(sandbox, house),
            lambda: POLLS if sandbox.clock.live else frozenset(),
        )
        out.print("Open this page in a browser:")
        out.print(sandbox.origin, markup=False)
        progress.begin(len(plan.feeds))
        await walker.start()
        stack.push_async_callback(walker.stop)
        panel = asyncio.create_task(tell_next_briefing(sandbox, house))
        stack.callback(panel.cancel)
        if staging.autostart:
            sandbox.clock.set(speed=staging.speed)
        await done.wait()
        out.print("Stopping …")


def staged_plan(staging: Staging, sandbox: Sandbox, served: Feeds, folder: str, progress: "Progress") -> Plan:
    """The plan of a house in the sandbox: a replay reads nothing but its files, else sample week and catalogue."""
    plan = plan_of(staging.settings, "sandbox")
    if staging.replay and staging.settings.database_url is None:
        plan = replace(plan, database_url=f"sqlite:///{folder}/replay.db")
    return replace(
        plan,
        now=sandbox.clock.now,
        early_worker=staging.early_worker,
        feeds=served if staging.replay else (*served, *plan.feeds),
        house_hosts={sandbox.newsroom.host: ("127.0.0.1", sandbox.port)},
        observers=(progress.saw, lambda sighting: sandbox.note(sighting.kind, sighting.text, sighting.at)),
    )


async def settled(sandbox: Sandbox, line: Line) -> None:
    """Return when no update, answer or delivery is under way."""
    while True:
        await line.delivery.drain()
        if not (sandbox.busy() or line.door.busy or line.delivery.busy):
            return
        await asyncio.sleep(0.001)


def nexts_of(sandbox: Sandbox, house: House) -> tuple[Next, ...]:
    """What moves a replayed clock beside the timetable: the newsroom's next item, and what the outbox waits for."""

    async def next_item(now: datetime) -> datetime | None:
        return sandbox.newsroom.next_item_at(now)

    async def next_message(now: datetime) -> datetime | None:
        async with house.services.storage.reading() as store:
            return await store.outbox.next_at(now)

    return next_item, next_message


async def tell_next_briefing(sandbox: Sandbox, house: House) -> None:
    """Keep the panel told when the next briefing is due."""
    while True:
        sandbox.next_briefing = await next_due(house.services)
        await asyncio.sleep(1)


class Progress:
    """Tells at the terminal how the first live poll goes; afterwards only a line an hour would be news, so none."""

    def __init__(self) -> None:
        """Nothing to count before `begin`."""
        self._left = 0
        self._all = 0

    def begin(self, feeds: int) -> None:
        """Count from now on."""
        self._left = self._all = feeds

    def saw(self, sighting: Sighting) -> None:
        """Print every tenth feed and the last."""
        if sighting.kind != "polled" or not self._left:
            return
        self._left -= 1
        if self._left % 10 == 0:
            out.print(f"Polled {self._all - self._left} of {self._all} feeds", markup=False)
