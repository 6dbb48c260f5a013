"""A house for one question: a sandbox of its own, the feeds that were named, and a clock that stands where it is told.

`ask`, `poll` and `brief` share it. With `--feed` and no `--db` the database is a fresh temporary one, without the
catalogue and without the sample week; with neither, the sample week stands in a temporary one.
"""

import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.terminal import stop
from bot.clock import real_time
from bot.wiring import House, Plan, open_house
from diplomacy.news import Feed
from feeds.catalogue import feed_at, sample_feed
from handlers.contract import Sighting
from handlers.jobs.poll_feeds import Polled, poll_once
from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox

TOKEN = "1:sandbox"  # noqa: S105  # the sandbox's own; it opens nothing else


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An open house in a sandbox of its own."""

    house: House
    sandbox: Sandbox
    polled: tuple[Polled, ...]
    failures: list[str]
    """What handlers failed at; an answer that apologises is no success."""


def moment_of(text: str | None, option: str = "--now") -> datetime:
    """The moment that an option names; aware UTC, a moment without a zone is taken as UTC."""
    if text is None:
        return real_time()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        stop(f"{option} {text}: a moment looks like 2025-11-25T08:00:00Z.")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


@asynccontextmanager
async def rehearsal(feeds: list[str], database: str | None, now: datetime) -> AsyncIterator[Rehearsal]:
    """Open a sandbox and a house beside it, and read the feeds that were named once."""
    async with AsyncExitStack() as stack:
        clock = HouseClock(start=now, end=now)
        newsroom = Newsroom(clock)
        sandbox = Sandbox(0, clock, newsroom, TOKEN, limits=False)
        await sandbox.start()
        stack.push_async_callback(sandbox.close)
        named = tuple(named_feed(newsroom, feed) for feed in feeds)
        if not feeds and database is None:
            named = tuple(sample_feed(desk.url, desk.name, desk.language) for desk in newsroom.serve_sample())
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-", ignore_cleanup_errors=True))
        failures: list[str] = []
        plan = Plan(
            database_url=database or f"sqlite:///{folder}/rehearsal.db",
            now=clock.now,
            feeds=named,
            keep_other_feeds=True,
            house_hosts={newsroom.host: ("127.0.0.1", sandbox.port)},
            observers=(lambda sighting: note_failure(sighting, failures),),
        )
        house = await stack.enter_async_context(open_house(plan))
        polled = await poll_once(house.services, named)
        yield Rehearsal(house, sandbox, polled, failures)


def named_feed(newsroom: Newsroom, name: str) -> Feed:
    """The feed that `--feed` names; a file is served by the newsroom."""
    if name.startswith(("http://", "https://")):
        return feed_at(name)
    path = Path(name)
    if not path.is_file():
        stop(f"--feed {name}: there is no such file.")
    return feed_at(newsroom.serve_file(path))


def note_failure(sighting: Sighting, failures: list[str]) -> None:
    """Keep what a handler failed at."""
    if sighting.kind == "failed":
        failures.append(sighting.text)
