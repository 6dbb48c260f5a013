"""The door to the database: blocks that read one moment of it, and blocks that write all or nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.articles import Articles
from storage.chats import Chats
from storage.choices import Choices
from storage.engines import database_url, engines
from storage.errors import translated
from storage.feeds import Feeds
from storage.outbox import Outbox
from storage.preparing import prepare
from storage.readings import Readings
from storage.relations import Relations
from storage.search import Search
from storage.stories import Stories
from storage.subscriptions import Subscriptions
from storage.upkeep import Upkeep


class Store:
    """All queries, by subject, within one transaction."""

    __slots__ = (
        "articles",
        "chats",
        "choices",
        "feeds",
        "outbox",
        "readings",
        "relations",
        "search",
        "stories",
        "subscriptions",
        "upkeep",
    )

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection whose transaction all queries run in."""
        self.feeds = Feeds(connection)
        self.articles = Articles(connection)
        self.readings = Readings(connection)
        self.relations = Relations(connection)
        self.search = Search(connection)
        self.stories = Stories(connection)
        self.chats = Chats(connection)
        self.subscriptions = Subscriptions(connection)
        self.outbox = Outbox(connection)
        self.choices = Choices(connection)
        self.upkeep = Upkeep(connection)


class Storage:
    """An open database."""

    def __init__(self, reader: AsyncEngine, writer: AsyncEngine) -> None:
        """Take the engines; `open` makes them."""
        self._reader = reader
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str, *, house: str | None = None) -> Self:
        """Open a database and bring it to this program's version.

        `url` may name a driver or not. `house` (`run` or `sandbox`) is recorded at the first opening. Raises
        DatabaseIsNewer, WrongHouse, NotOurDatabase, BadDatabaseUrl or DatabaseAway, each with a sentence.
        """
        reader, writer = engines(database_url(url))
        storage = cls(reader, writer)
        try:
            with translated():
                async with writer.begin() as connection:
                    await prepare(connection, house)
        except BaseException:
            await storage.close()
            raise
        return storage

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Store]:
        """Read one moment of the database, whatever is written meanwhile."""
        with translated():
            async with self._reader.begin() as connection:
                yield Store(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Store]:
        """Write all of what the block does, or, where it raises, nothing.

        Writers wait for one another: a block must not open another one inside it, nor wait for the network.
        """
        with translated():
            async with self._turn, self._writer.begin() as connection:
                yield Store(connection)

    async def close(self) -> None:
        """End all connections."""
        await self._reader.dispose()
        await self._writer.dispose()
