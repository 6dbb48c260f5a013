"""Stored articles read again, in worker processes where several are wanted."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

from bot.cli.lines import bar
from bot.cli.spreading import spread
from diplomacy.countries.gazetteer import load
from handlers.rereading import Reread, read_again_or_not, reread
from storage.database import Storage
from storage.readings import ReadAgain, StoredText

ReadEach = Callable[[Iterable[StoredText]], Iterator[ReadAgain | None]]


async def read_stored_again(url: str, *, everything: bool, workers: int) -> Reread:
    """Open the database and read again what is to be, with a bar on a terminal."""
    storage = await Storage.open(url)
    try:
        with spread(reader, workers) as read_each, bar("Reading again") as seen:
            return await reread(storage, beside(read_each), seen, everything=everything)
    finally:
        await storage.close()


def reader() -> Callable[[StoredText], ReadAgain | None]:
    """Make what reads an article again, in the process that does it."""
    gazetteer = load()
    return lambda text: read_again_or_not(text, gazetteer)


def beside(read_each: ReadEach) -> Callable[[Sequence[StoredText]], Awaitable[list[ReadAgain | None]]]:
    """Read in a thread beside the event loop, which has connections to keep."""

    async def read_many(texts: Sequence[StoredText]) -> list[ReadAgain | None]:
        return await asyncio.to_thread(lambda: list(read_each(texts)))

    return read_many


def told(done: Reread) -> list[str]:
    """What came of it, a sentence a line."""
    lines = [f"Read again: {done.read:,} articles; {done.changed:,} say something else than before."]
    if done.failed:
        lines.append(f"Not read: {done.failed:,}; the log says why. They stay as they are.")
    if done.without_text:
        lines.append(f"Left as they are: {done.without_text:,} items whose text was tidied away.")
    return lines
