"""`/relations` from what was typed to rendered messages, at a million articles: hottest, middling and empty pair.

    python -m benchmarks.relations URL [SIZE]

An address that holds an archive already is asked as it is. The archive's countries are invented, so the names are
resolved from a real question and the answer is made for a pair of the archive.
"""

import asyncio
import sys
import time
from datetime import timedelta

from benchmarks import archive
from benchmarks.lines import Line, card, percentile, show
from bot.render.parts import split
from bot.render.telegram_html import render
from diplomacy.countries.gazetteer import Gazetteer, load
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Window
from diplomacy.relations.asking import pair_asked
from handlers.commands.asking import understood
from handlers.commands.relations import answered
from storage.database import Storage

ROUNDS = 200
GOAL = timedelta(milliseconds=50)
TYPED = "between turkey and south korea"


async def answer(storage: Storage, gazetteer: Gazetteer, asked: Asked, page: int | None) -> int:
    """Do all that a question takes; gives how many messages were rendered."""
    reader = Reader()
    pair_asked(TYPED, understood(TYPED, reader.language, gazetteer), reader.language, archive.END.date())
    async with storage.reading() as store:
        document = await answered(store, asked, archive.END, page, reader)
    return len([render(part) for part in split(document)])


async def measure(storage: Storage, gazetteer: Gazetteer, name: str, asked: Asked, page: int | None = None) -> None:
    """Ask many times, and show the worst but one in a hundred beside its limit."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        await answer(storage, gazetteer, asked, page)
        times.append(time.perf_counter() - started)
    middle, worst = percentile(times, 0.5), percentile(times, 0.99)
    got = f"p50 {middle * 1000:.1f} ms, p99 {worst * 1000:.1f} ms"
    show(Line(f"/relations, {name}", got, "p99 ≤ 50 ms", worst <= GOAL.total_seconds()))


async def main(url: str, size: int = archive.MILLION) -> None:
    """Fill where nothing is, then ask."""
    print(card())
    storage = await Storage.open(url)
    try:
        async with storage.reading() as store:
            filled = (await store.feeds.totals()).articles
        if not filled:
            await archive.fill(storage, size)
        gazetteer = load()
        asked = archive.Archive()
        for kind, key in (("hottest", asked.hottest), ("middling", asked.middling), ("empty", asked.empty)):
            pair = Pair(*key.split("-"))
            for days in (30, 365):
                await measure(storage, gazetteer, f"{kind} pair, {days} days", Asked(pair, Window(days)))
        hottest = Asked(Pair(*asked.hottest.split("-")), Window(365))
        on_topic = hottest.narrowed("trade", topic="trade")
        await measure(storage, gazetteer, "hottest pair, 365 days, on a topic", on_topic)
        word = archive.VOCABULARY[0]
        with_word = hottest.narrowed(word, words=(word,))
        await measure(storage, gazetteer, "hottest pair, 365 days, a common word", with_word)
        await measure(storage, gazetteer, "hottest pair, 365 days, last page of the list", hottest, page=30)
    finally:
        await storage.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
