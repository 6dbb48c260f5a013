"""How long the store takes for one `/relations` at a million articles, without all that is around it.

    python -m benchmarks.relations_store URL [SIZE]

An address that holds an archive of that size already is asked as it is.
"""

import asyncio
import sys
import time
from datetime import timedelta

from benchmarks import archive
from storage.database import Storage, Store

ROUNDS = 100
REPORTS = 8
"""What the page reads: the newest decisive reports, and the newest of all."""


async def ask(store: Store, pair: str, days: int, parts: dict[str, float]) -> None:
    """Do what the page asks of the store."""
    until, since = archive.END, archive.END - timedelta(days=days)
    first, second = pair.split("-")
    for name, question in (
        ("tally", store.relations.tally(pair, since, until)),
        ("decisive", store.relations.between(pair, since, until, REPORTS, decisive=True)),
        ("newest", store.relations.between(pair, since, until, REPORTS)),
        ("before", store.relations.newest_before(pair, until)),
        ("coverage", store.feeds.coverage(first)),
        ("coverage", store.feeds.coverage(second)),
    ):
        started = time.perf_counter()
        await question
        parts[name] = parts.get(name, 0.0) + time.perf_counter() - started


async def measure(storage: Storage, pair: str, days: int) -> None:
    """Ask many times and print the middle and the worst but one in a hundred."""
    times = []
    parts: dict[str, float] = {}
    for _ in range(ROUNDS):
        started = time.perf_counter()
        async with storage.reading() as store:
            await ask(store, pair, days, parts)
        times.append(time.perf_counter() - started)
    times.sort()
    middle, worst = times[ROUNDS // 2], times[ROUNDS * 99 // 100]
    each = " ".join(f"{name} {spent / ROUNDS * 1000:.2f}" for name, spent in parts.items())
    print(f"{pair} {days:4d} days: p50 {middle * 1000:6.2f} ms, p99 {worst * 1000:6.2f} ms   ({each})")


async def main(url: str, size: int = archive.MILLION) -> None:
    """Fill where nothing is, then ask."""
    storage = await Storage.open(url)
    try:
        async with storage.reading() as store:
            filled = (await store.feeds.totals()).articles
        if not filled:
            started = time.perf_counter()
            await archive.fill(storage, size)
            print(f"{size} articles stored in {time.perf_counter() - started:.0f} s")
        asked = archive.Archive()
        for pair in (asked.hottest, asked.middling, asked.empty):
            for days in (30, 365):
                await measure(storage, pair, days)
        await measure_search(storage)
    finally:
        await storage.close()


async def measure_search(storage: Storage) -> None:
    """Search for the commonest and for rarer words."""
    for name, words in (
        ("commonest", archive.VOCABULARY[0]),
        ("rare", archive.VOCABULARY[-1]),
        ("two", " ".join(archive.VOCABULARY[3:5])),
    ):
        times = []
        for _ in range(20):
            started = time.perf_counter()
            async with storage.reading() as store:
                await store.search.find(words, archive.END - timedelta(days=365), archive.END, 10)
            times.append(time.perf_counter() - started)
        print(f"search, {name} word: p50 {sorted(times)[10] * 1000:.2f} ms, worst {max(times) * 1000:.2f} ms")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
