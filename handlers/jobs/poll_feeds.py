"""Ask every feed whose time has come, and keep what is new.

    due feeds ─▶ fetch ─▶ open: a worker parses, reads what is new ─▶ decide ─▶ place in stories ─▶ one transaction

A feed's failure is a value and its own affair: it never stops another feed.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from diplomacy import polling
from diplomacy.news import Feed, FeedDue, Health, Validators
from feeds.fetch import Fetched, FetchFailed, NotModified
from handlers.contract import OpenedFeed, Services, Sighting
from handlers.jobs.arriving import keep
from locales.phrases import LANGUAGES, say
from storage.feeds import Checked

AT_ONCE = 64
"""Feeds under way together, from the first byte to the transaction: a fetched document waits in memory."""
MOST_DUE = 1000
NOTED_TOGETHER = 32
NOT_MODIFIED = "not-modified"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Polled:
    """What asking one feed came to."""

    url: str
    state: str
    """The feed's health in a word, or `not-modified`."""
    new: int = 0
    """Items stored for the first time."""


@dataclass(slots=True)
class Round:
    """One round of asking: who takes part, and what was learnt on the way."""

    services: Services
    feeds: int
    places: asyncio.Semaphore
    done: int = 0
    checks: list[Checked] = field(default_factory=list)
    """How feeds fared that brought nothing to keep. They are noted many at once: should they be lost in a crash, those
    feeds are only asked again."""

    async def note(self, checked: Checked) -> None:
        """Note how a feed fared, now or together with the next ones."""
        self.checks.append(checked)
        if len(self.checks) >= NOTED_TOGETHER:
            await self.write_down()

    async def write_down(self) -> None:
        """Write down all that is to be noted."""
        checks, self.checks = self.checks, []
        if checks:
            async with self.services.storage.writing() as store:
                await store.feeds.checked(*checks)


async def poll_feeds(services: Services) -> None:
    """Ask all feeds whose time has come."""
    async with services.storage.reading() as store:
        due = await store.feeds.due(services.now(), MOST_DUE)
    await _ask(services, due)


async def next_poll(services: Services) -> datetime | None:
    """Tell when the next feed is due; None where none ever is."""
    async with services.storage.reading() as store:
        return await store.feeds.next_check_at()


async def poll_once(services: Services, feeds: Sequence[Feed]) -> tuple[Polled, ...]:
    """Ask these registered feeds now, due or not; gives one result a feed, in the same order."""
    async with services.storage.reading() as store:
        named = await store.feeds.named([feed.url for feed in feeds])
    polled = {result.url: result for result in await _ask(services, tuple(named.values()))}
    return tuple(
        Polled(feed.url, found.state, found.new)
        if feed.url in named and (found := polled.get(named[feed.url].feed.url))
        else Polled(feed.url, Health.UNTRIED)
        for feed in feeds
    )


async def _ask(services: Services, due: Sequence[FeedDue]) -> list[Polled]:
    around = Round(services, len(due), asyncio.Semaphore(AT_ONCE))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_poll(around, feed)) for feed in due]
    await around.write_down()
    return [task.result() for task in tasks]


async def _poll(around: Round, due: FeedDue) -> Polled:
    """Ask one feed, tell those who watch, and let nothing but a cancellation out."""
    async with around.places:
        try:
            polled = await _poll_one(around, due)
        except Exception:
            log.exception("polling failed", extra={"feed": due.feed.url})
            polled = Polled(due.feed.url, Health.NOT_KEPT)
            await _put_off(around, due)
    around.done += 1
    text = say(
        LANGUAGES[0],
        "health.polled",
        polled.new,
        name=due.feed.publisher.name,
        state=say(LANGUAGES[0], f"health.{Health.OK if polled.state == NOT_MODIFIED else polled.state}"),
        done=around.done,
        all=around.feeds,
    )
    around.services.observe(Sighting(around.services.now(), "polled", text))
    return polled


async def _poll_one(around: Round, due: FeedDue) -> Polled:
    services, now = around.services, around.services.now()
    match await services.fetch(due, now):
        case Fetched() as fetched:
            return await _open(around, due, fetched, now)
        case NotModified() as same:
            plan = polling.after_success(due.feed.url, now, due.interval, new=0, fresh_for=same.fresh_for)
            checked = _checked(due, now, plan, Health.OK, validators=same.validators, moved=same.moved_to)
            await around.note(checked)
            return Polled(due.feed.url, NOT_MODIFIED)
        case FetchFailed() as failed:
            return await _failed(around, due, failed, now)


async def _open(around: Round, due: FeedDue, fetched: Fetched, now: datetime) -> Polled:
    """Have the document parsed and read, and keep what is new together with how the feed fares, all or nothing."""
    services, known = around.services, dict[str, str]()
    if not due.first_poll:
        async with services.storage.reading() as store:
            known = await store.articles.known(due.id)
    opened = await services.open_feed(due, fetched, known)
    if opened.health is not Health.OK:
        # The validators of the last good document stay: were the bad one's kept, it would be taken for good next time.
        plan = polling.after_failure(due.feed.url, now, due.interval, due.failures, health=opened.health)
        await around.note(_checked(due, now, plan, opened.health, detail=opened.detail))
        return Polled(due.feed.url, opened.health)
    async with services.storage.writing() as store:
        added = await keep(store, due, opened, known, now)
        plan = polling.after_success(
            due.feed.url,
            now,
            due.interval,
            new=added.new,
            first=_dates(opened) if due.first_poll else (),
            fresh_for=fetched.fresh_for,
            ttl=None if opened.ttl_minutes is None else timedelta(minutes=opened.ttl_minutes),
        )
        await store.feeds.checked(
            _checked(due, now, plan, Health.OK, validators=fetched.validators, moved=fetched.moved_to)
        )
    return Polled(due.feed.url, Health.OK, added.new)


async def _failed(around: Round, due: FeedDue, failed: FetchFailed, now: datetime) -> Polled:
    if failed.health is Health.THROTTLED and not failed.whole_host:
        return Polled(due.feed.url, failed.health)  # not asked: the neighbour that was has put it off
    plan = polling.after_failure(
        due.feed.url, now, due.interval, due.failures, health=failed.health, retry_after=failed.retry_after
    )
    await around.note(_checked(due, now, plan, failed.health, detail=failed.detail))
    if failed.whole_host:
        await around.write_down()
        async with around.services.storage.writing() as store:
            await store.feeds.hold_host_of(due.feed.url, polling.hold(now, failed.retry_after))
    return Polled(due.feed.url, failed.health)


async def _put_off(around: Round, due: FeedDue) -> None:
    """After a fault of our own: ask the feed later, so that it does not fail without a pause."""
    now = around.services.now()
    plan = polling.after_failure(due.feed.url, now, due.interval, due.failures, health=Health.NOT_KEPT)
    try:
        await around.note(_checked(due, now, plan, Health.NOT_KEPT, detail="see the log"))
    except Exception:
        log.exception("the failure could not be noted", extra={"feed": due.feed.url})


def _checked(
    due: FeedDue,
    now: datetime,
    plan: polling.NextCheck,
    health: Health,
    *,
    detail: str = "",
    validators: Validators | None = None,
    moved: str | None = None,
) -> Checked:
    return Checked(
        feed_id=due.id,
        at=now,
        health=health,
        detail=detail,
        validators=validators or due.validators,
        interval=plan.interval,
        failures=plan.failures,
        next_check_at=plan.at,
        moved_to=moved,
    )


def _dates(opened: OpenedFeed) -> tuple[datetime, ...]:
    return tuple(read.entry.published for read in opened.entries if read.entry.dated)
