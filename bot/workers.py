"""Worker processes in which documents are parsed and read, each of which can be killed without harm to the others.

Each worker has a pipe of its own and is a fresh interpreter (never a fork: database drivers run threads here). Pools
whose workers share one queue (Pebble's too) do not do: the lock of the queue is held while a stuck worker is ended, so
that other documents wait for it, and a worker that dies while idle breaks the whole pool.
"""

import asyncio
import logging
import subprocess
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

from bot.early_worker import READING_ON, Begun, begin
from bot.working import Opened, Task, mark
from diplomacy.news import FeedDue, Health
from feeds.fetch import Fetched
from handlers.contract import OpenedFeed

DOCUMENT_SECONDS = 10.0
START_SECONDS = 60.0
"""A worker reads the gazetteer before it says that it is ready."""
STUCK_SECONDS = 3 * START_SECONDS
"""A worker that does not even take a document, or breaks off in the middle of its answer, is ended after this long."""

log = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """A worker process ended over a document."""


class WorkerStartError(Exception):
    """A worker process did not get ready: no document is to blame."""


class Workers:
    """A few worker processes, started when there is first something for them to do."""

    def __init__(
        self,
        count: int = 2,
        *,
        reader: str = READING_ON,
        seconds: float = DOCUMENT_SECONDS,
        stuck_seconds: float = STUCK_SECONDS,
        early: Begun | None = None,
    ) -> None:
        """Start none yet; `early` is one that was begun before the house was loaded."""
        self._seconds = seconds
        self._stuck_seconds = stuck_seconds
        self._workers = [_Worker(reader, seconds, early if not number else None) for number in range(count)]
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for worker in reversed(self._workers):
            self._free.put_nowait(worker)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")

    async def open_feed(self, due: FeedDue, fetched: Fetched, known: Mapping[str, str]) -> OpenedFeed:
        """Parse a document and read what is new in it; what goes wrong ends in the feed's health."""
        marks = b"".join(mark(identity, content) for identity, content in known.items())
        task = Task(
            fetched.body, fetched.content_type, fetched.url, due.feed, fetched.at, marks, int(self._seconds) + 5
        )
        try:
            opened = await self._opened(task)
        except TimeoutError:
            return _failed(Health.PARSE_TIMEOUT, f"the document took more than {self._seconds:g} seconds")
        except WorkerLostError as error:
            return _failed(Health.GARBAGE, str(error))
        return OpenedFeed(
            opened.health,
            opened.title,
            opened.listed,
            opened.entries,
            opened.beginnings,
            opened.ttl_minutes,
            opened.detail,
        )

    def warm(self) -> None:
        """Start one worker now, so that the first document need not wait for it; a failure shows with that document."""
        worker, loop = self._free.get_nowait(), asyncio.get_running_loop()
        ready = self._threads.submit(worker.start)
        ready.add_done_callback(lambda _: loop.call_soon_threadsafe(self._free.put_nowait, worker))

    async def _opened(self, task: Task) -> Opened:
        """Wait for a worker and its answer. Whoever gives up waiting leaves the worker busy until it is done."""
        worker, loop = await self._free.get(), asyncio.get_running_loop()
        stuck = loop.call_later(self._stuck_seconds, worker.kill)

        def give_back() -> None:
            stuck.cancel()
            self._free.put_nowait(worker)

        answer = self._threads.submit(worker.open, task)
        answer.add_done_callback(lambda _: loop.call_soon_threadsafe(give_back))
        return await asyncio.wrap_future(answer)

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that live, for those who measure."""
        return tuple(worker.process.pid for worker in self._workers if worker.process is not None)

    async def close(self) -> None:
        """End all workers at once; documents under way are lost, and come again with the next poll."""
        for worker in self._workers:
            worker.close()
        await asyncio.to_thread(self._threads.shutdown)
        for worker in self._workers:
            worker.end()


def _failed(health: Health, detail: str) -> OpenedFeed:
    log.warning("worker replaced: %s", detail)
    return OpenedFeed(health, "", (), (), (), detail=detail)


class _Worker:
    """One process and the pipe to it. Used by one thread at a time; `close` may come from another."""

    def __init__(self, reader: str, seconds: float, early: Begun | None = None) -> None:
        self._reader = reader
        self._seconds = seconds
        self._early = early
        self._channel: Connection | None = None
        self._closed = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def open(self, task: Task) -> Opened:
        """Give a document to the process, a new one where the last is gone.

        Raises TimeoutError or WorkerLostError where the document cost the process, WorkerStartError where none came up.
        """
        try:
            return self._open(task)
        except WorkerLostError as error:
            log.warning("worker replaced: %s", error)
            # It may have been ended from outside. Only a document that costs two workers is to blame.
            return self._open(task)

    def _open(self, task: Task) -> Opened:
        channel = self.start()
        try:
            channel.send(task)
            opened = self._answer(channel, self._seconds)
        except TimeoutError:
            self.end()
            raise
        except (EOFError, OSError) as error:
            raise WorkerLostError(f"the worker ended over the document (exit status {self.end()})") from error
        if not isinstance(opened, Opened):
            raise WorkerLostError(f"the worker answered out of turn (exit status {self.end()})")
        return opened

    def close(self) -> None:
        """End the process for good."""
        self._closed.set()
        self.kill()
        if self._early is not None:
            self._early.process.kill()

    def kill(self) -> None:
        """End the process; whoever waits for it is told."""
        process = self.process
        if process is not None:
            process.kill()

    def start(self) -> Connection:
        """Make sure that the process runs; raises WorkerStartError where it does not get ready."""
        if self._closed.is_set():
            raise WorkerStartError("the workers are closed")
        if self._channel is not None and self.process is not None and self.process.poll() is None:
            return self._channel
        self.end()
        begun = self._early or begin(self._reader)
        self._early = None
        self.process, self._channel = begun.process, begun.channel
        if self._closed.is_set():
            self.process.kill()
        try:
            self._answer(begun.channel, START_SECONDS)
        except (EOFError, OSError) as error:
            raise WorkerStartError(f"a worker did not start (exit status {self.end()})") from error
        return begun.channel

    def _answer(self, channel: Connection, seconds: float) -> object:
        if not channel.poll(seconds):
            raise TimeoutError
        return channel.recv()

    def end(self) -> int | None:
        """Kill what is left of the process; gives its exit status."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        if self.process is None:
            return None
        died = self.process.poll()
        self.process.kill()
        code = self.process.wait()
        self.process = None
        return code if died is None else died
