"""Polling 300 feeds of 40 kB with 30 items each, beside the library `reader` 3.26 with ten workers, in the same run.

    python -m benchmarks.polling [--feeds N] [--rounds N]

The peer runs in `PEER_PYTHON` (default: this interpreter), where `reader` has to be installed; else it is left out.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.lines import Line, show
from benchmarks.news_server import address
from bot.early_worker import READING_OFF, READING_ON
from bot.workers import Workers
from diplomacy.countries.gazetteer import Gazetteer
from feeds.catalogue import feed_at
from feeds.fetch import Fetcher
from handlers.contract import Services
from handlers.jobs.poll_feeds import poll_once
from storage.database import Storage

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)
LATENCY = 0.2
PEER = """
import sys, time
from reader import make_reader
db, port, feeds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
reader = make_reader(db, search_enabled=False)
from benchmarks.news_server import address
for n in range(feeds):
    reader.add_feed(address(n, port), exist_ok=True)
start = time.perf_counter()
reader.update_feeds(workers=10, scheduled=False)
print(time.perf_counter() - start, sum(1 for _ in reader.get_entries()))
"""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way of polling that is timed, and the share of the peer's time that is the goal."""

    name: str
    goal: float
    fresh: bool
    """Into an empty database; else into one in which everything was polled once."""
    extra: int = 0
    delay: float = 0.0
    reading: bool = False


SCENARIOS = (
    Scenario("first poll, reading off", 1 / 2, fresh=True),
    Scenario("first poll, reading on (peer: without)", 1.5, fresh=True, reading=True),
    Scenario("all 304", 1 / 3, fresh=False),
    Scenario("one new item a feed", 1 / 2, fresh=False, extra=1),
    Scenario("first poll, 200 ms latency on every host", 1 / 5, fresh=True, delay=LATENCY),
    Scenario("all 304, 200 ms latency on every host", 1 / 5, fresh=False, delay=LATENCY),
)


def main() -> None:
    """Print a line a scenario: our seconds beside the peer's in the same run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, default=300)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--only", default="", help="scenarios whose name holds this")
    asked = options.parse_args()
    run(asked.feeds, asked.rounds, asked.only)


def run(feeds: int = 300, rounds: int = 3, only: str = "") -> None:
    """Print all lines, or those whose name holds a word."""
    python = os.environ.get("PEER_PYTHON", sys.executable)
    has_peer = subprocess.run([python, "-c", "import reader"], capture_output=True, check=False).returncode == 0
    if not has_peer:
        print("`reader` is not installed here (dependency group `bench`), so nothing is compared with it.")
    with server() as port:
        for scenario in SCENARIOS:
            if only in scenario.name:
                times = [timed(scenario, port, feeds, python if has_peer else None) for _ in range(rounds)]
                show(line(scenario, feeds, [own for own, _ in times], [other for _, other in times if other]))


def line(scenario: Scenario, feeds: int, own: list[float], other: list[float]) -> Line:
    """Compare the medians of all rounds."""
    ours = statistics.median(own)
    goal = f"at most {scenario.goal:.2f} of the peer"
    if not other:
        return Line(f"{feeds} feeds: {scenario.name}", f"{ours:.2f} s", goal, None)
    theirs = statistics.median(other)
    got = f"{ours:.2f} s, `reader` {theirs:.2f} s: {ours / theirs:.2f}"
    return Line(f"{feeds} feeds: {scenario.name}", got, goal, ours <= scenario.goal * theirs)


def timed(scenario: Scenario, port: int, feeds: int, peer: str | None) -> tuple[float, float | None]:
    """Time one round, ours and the peer's, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        own = _round(scenario, port, feeds, lambda: ours(f"{folder}/ours.db", port, feeds, reading=scenario.reading))
        if peer is None:
            return own, None
        return own, _round(scenario, port, feeds, lambda: theirs(peer, f"{folder}/theirs.db", port, feeds))


def _round(scenario: Scenario, port: int, feeds: int, poll: Callable[[], float]) -> float:
    tell(port, extra=0, delay=0, warm=feeds)
    if not scenario.fresh:
        poll()
    tell(port, extra=scenario.extra, delay=scenario.delay, warm=feeds)
    return poll()


def ours(database: str, port: int, feeds: int, *, reading: bool) -> float:
    """Poll all feeds once through the real job; gives its seconds, the start of the workers included."""
    return asyncio.run(_ours(database, port, feeds, reading=reading))


async def _ours(database: str, port: int, feeds: int, *, reading: bool) -> float:
    storage = await Storage.open(f"sqlite:///{database}")
    fetcher = Fetcher(allow_private=True)
    workers = Workers(2, reader=READING_ON if reading else READING_OFF)
    services = Services(
        now=lambda: NOW,
        storage=storage,
        gazetteer=Gazetteer.__new__(Gazetteer),  # polling asks it nothing
        fetch=fetcher.fetch,
        open_feed=workers.open_feed,
        split=lambda document: (document,),
    )
    listed = [feed_at(address(number, port)) for number in range(feeds)]
    async with storage.writing() as store:
        await store.feeds.register(listed, NOW, retire_others=True)
    start = time.perf_counter()
    polled = await poll_once(services, listed)
    took = time.perf_counter() - start
    for result in polled:
        if result.state not in {"ok", "not-modified"}:
            raise RuntimeError(f"a feed of the benchmark could not be read: {result}")
    await workers.close()
    await fetcher.close()
    await storage.close()
    return took


def theirs(python: str, database: str, port: int, feeds: int) -> float:
    """Let the peer poll all feeds once, in a process of its own; gives its seconds."""
    ran = subprocess.run(
        [python, "-c", PEER, database, str(port), str(feeds)], capture_output=True, check=True, text=True
    )
    return float(ran.stdout.split()[0])


@contextmanager
def server() -> Iterator[int]:
    """Run the feeds' server; gives its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.news_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield int(process.stdout.readline() if process.stdout else "")
    finally:
        process.kill()
        process.wait()


def tell(port: int, **values: float) -> None:
    """Change what the server answers."""
    asked = "&".join(f"{name}={value}" for name, value in values.items()).replace(".0&", "&")
    request = urllib.request.Request(f"http://127.0.0.1:{port}/?{asked}", method="PUT")
    with urllib.request.urlopen(request):  # noqa: S310 (our own server)
        pass


if __name__ == "__main__":
    main()
