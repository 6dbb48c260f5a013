"""Workers: documents are opened in processes that can be ended one at a time."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.early_worker import READING_OFF
from bot.workers import Workers, WorkerStartError
from diplomacy.news import Health, Validators
from feeds.fetch import Fetched
from handlers.contract import OpenedFeed
from tests.feeds.documents import AT, URL, an_item, rss
from tests.feeds.servers import a_due

SLOW = "tests.bot.slow_reading:reader"

Open = Callable[..., Awaitable[OpenedFeed]]


def opener(workers: Workers) -> Open:
    """Open documents of these titles."""

    async def open_titles(*titles: str, known: dict[str, str] | None = None) -> OpenedFeed:
        body = rss(*(an_item(title, guid=title) for title in titles))
        fetched = Fetched(URL, None, body, "application/rss+xml", Validators(), None, AT)
        return await workers.open_feed(a_due(URL), fetched, known or {})

    return open_titles


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    made = Workers(2, reader=SLOW, seconds=1)
    yield made
    await made.close()


async def test_what_is_new_or_changed_is_read_and_everything_is_listed(workers: Workers) -> None:
    opened = opener(workers)
    first = await opened("one", "two")
    known = {read.entry.identity: read.content_hash for read in first.entries}

    again = await opened("one", "two", "three", known=known)
    changed = await opened("one", known={first.listed[0]: "0" * 64})

    assert [read.reading.language for read in first.entries] == ["xx", "xx"]
    assert [began.title_key for began in first.beginnings] == ["one", "two"]
    assert [read.entry.title for read in again.entries] == ["three"]
    assert again.listed[:2] == first.listed
    assert [read.entry.title for read in changed.entries] == ["one"]


async def test_a_document_that_hangs_costs_its_own_worker_and_no_other_document(workers: Workers) -> None:
    opened = opener(workers)
    await asyncio.gather(opened("warm"), opened("warm"))

    stuck, *others = await asyncio.gather(opened("hang"), *(opened(f"fine {n}") for n in range(20)))

    assert stuck.health is Health.PARSE_TIMEOUT
    assert "1 second" in stuck.detail
    assert {other.health for other in others} == {Health.OK}
    assert (await opened("after")).health is Health.OK


async def test_a_document_that_ends_its_worker_is_garbage_and_the_worker_is_replaced(workers: Workers) -> None:
    opened = opener(workers)

    ended = await opened("die")

    assert ended.health is Health.GARBAGE
    assert "exit status 3" in ended.detail
    assert (await opened("after")).health is Health.OK


async def test_a_worker_that_is_killed_while_idle_costs_no_document(workers: Workers) -> None:
    opened = opener(workers)
    await opened("before")
    (pid,) = workers.pids
    os.kill(pid, signal.SIGKILL)

    assert (await opened("after")).health is Health.OK
    assert workers.pids != (pid,)


async def test_a_worker_that_takes_nothing_more_is_replaced_and_costs_no_document() -> None:
    workers = Workers(1, reader=READING_OFF, stuck_seconds=0.5)
    opened = opener(workers)
    await opened("before")
    (pid,) = workers.pids
    os.kill(pid, signal.SIGSTOP)

    title = "more than a pipe holds " * 100_000
    assert (await opened(title)).health is Health.OK
    assert workers.pids != (pid,)
    await workers.close()


async def test_an_entry_that_cannot_be_read_is_kept_without_a_reading(workers: Workers) -> None:
    opened = await opener(workers)("stumble", "fine")

    assert [(read.entry.title, read.reading.language) for read in opened.entries] == [("stumble", "en"), ("fine", "xx")]


async def test_workers_start_only_when_there_is_something_to_do_and_stay_small() -> None:
    workers = Workers(2, reader=READING_OFF)
    assert workers.pids == ()

    await opener(workers)("one")
    await opener(workers)("two")

    (pid,) = workers.pids
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        resident = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        assert int(resident.split()[1]) < 120 * 1024
    await workers.close()


async def test_closing_ends_what_is_under_way_at_once() -> None:
    workers = Workers(2, reader=SLOW, seconds=60)
    opened = opener(workers)
    await asyncio.gather(opened("warm"), opened("warm"))
    pids = workers.pids
    stuck = asyncio.create_task(opened("hang"))
    await asyncio.sleep(0)
    start = time.monotonic()
    await workers.close()
    await asyncio.gather(stuck, return_exceptions=True)

    assert time.monotonic() - start < 1
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_whoever_gives_up_waiting_leaves_the_others_their_worker(workers: Workers) -> None:
    opened = opener(workers)
    await asyncio.gather(opened("warm"), opened("warm"))
    waiting = [asyncio.create_task(opened("hang")) for _ in range(2)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)

    assert (await opened("after")).health is Health.OK


async def test_a_reader_that_cannot_be_made_is_no_feeds_fault() -> None:
    workers = Workers(1, reader="tests.bot.slow_reading:no_reader")
    with pytest.raises(WorkerStartError):
        await opener(workers)("one")
    await workers.close()
