"""aiosqlite with one trip to its thread a statement, where its own cursors take four (make, execute, fetch, close).

A trip costs more than most statements: polling and sending are twice as fast so.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Self, TypeVar

from aiosqlite import Connection

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
T = TypeVar("T")


def connect(database: str, **settings: object) -> "OneTripConnection":
    """Prepare a connection; awaiting it opens it."""
    return OneTripConnection(partial(sqlite3.connect, database, **settings), iter_chunk_size=64)


class OneTripConnection(Connection):
    """A connection whose cursors fetch what they find as they execute."""

    def __init__(self, connector: partial[sqlite3.Connection], iter_chunk_size: int) -> None:
        """Prepare the thread; it must not keep the program alive."""
        super().__init__(connector, iter_chunk_size)
        self._waiting: list[tuple[str, Iterable[Sequence[Value]]]] = []
        self._thread.daemon = True

    async def _connect(self) -> "OneTripConnection":
        """Open the file; where that fails, see the thread end, or it would speak to an event loop that is gone."""
        try:
            await super()._connect()
        except BaseException:
            self._thread.join()
            raise
        return self

    def cursor(self) -> "OneTripCursor":  # type: ignore[override]
        """Give a cursor, which is nothing yet."""
        return OneTripCursor(self)

    def run_later(self, sql: str, parameters: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each set of parameters on the way of the next trip, whatever that is for.

        What goes wrong with it is raised by whoever makes that trip: a later statement, or the commit.
        """
        self._waiting.append((sql, parameters))

    async def run(self, sql: str, parameters: Sequence[Value] = ()) -> "Outcome":
        """Execute a statement and fetch all its rows, on the connection's thread."""
        return await self._trip(partial(_run, sql=sql, parameters=parameters))

    async def run_many(self, sql: str, parameters: Iterable[Sequence[Value]]) -> "Outcome":
        """Execute a statement for each set of parameters, on the connection's thread."""
        return await self._trip(partial(_run_many, sql=sql, parameters=parameters))

    async def commit(self) -> None:
        """Commit, with what waits for a trip."""
        await self._trip(sqlite3.Connection.commit)

    async def rollback(self) -> None:
        """Roll back; what waits for a trip never happens."""
        self._waiting.clear()
        await super().rollback()

    async def _trip(self, what: Callable[[sqlite3.Connection], T]) -> T:
        waiting, self._waiting = self._waiting, []
        found: T = await self._execute(_all, self._conn, waiting, what)  # type: ignore[no-untyped-call]
        return found


class Outcome:
    """What a statement left behind."""

    __slots__ = ("description", "lastrowid", "rowcount", "rows")

    def __init__(self, cursor: sqlite3.Cursor, rows: list[Row]) -> None:
        """Take what is asked of a cursor later."""
        self.description = cursor.description
        self.lastrowid = cursor.lastrowid
        self.rowcount = cursor.rowcount
        self.rows = rows


def _all(
    connection: sqlite3.Connection,
    waiting: Iterable[tuple[str, Iterable[Sequence[Value]]]],
    what: Callable[[sqlite3.Connection], T],
) -> T:
    for sql, parameters in waiting:
        connection.executemany(sql, parameters).close()
    return what(connection)


def _run(connection: sqlite3.Connection, sql: str, parameters: Sequence[Value]) -> Outcome:
    cursor = connection.execute(sql, parameters)
    outcome = Outcome(cursor, cursor.fetchall() if cursor.description else [])
    cursor.close()
    return outcome


def _run_many(connection: sqlite3.Connection, sql: str, parameters: Iterable[Sequence[Value]]) -> Outcome:
    cursor = connection.executemany(sql, parameters)
    outcome = Outcome(cursor, [])
    cursor.close()
    return outcome


class OneTripCursor:
    """As much of a cursor as SQLAlchemy asks for."""

    __slots__ = ("_connection", "_outcome", "arraysize")

    def __init__(self, connection: OneTripConnection) -> None:
        """Begin with nothing executed."""
        self._connection = connection
        self._outcome: Outcome | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Value] = ()) -> "OneTripCursor":
        """Execute a statement."""
        self._outcome = await self._connection.run(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Value]]) -> "OneTripCursor":
        """Execute a statement for each set of parameters."""
        self._outcome = await self._connection.run_many(sql, parameters)
        return self

    async def fetchall(self) -> list[Row]:
        """Give the rows, which are here already."""
        return [] if self._outcome is None else self._outcome.rows

    async def close(self) -> None:
        """Do nothing: the cursor on the thread is closed already."""

    @property
    def description(self) -> tuple[tuple[str, None, None, None, None, None, None], ...] | None:
        """Name the columns; None where the statement gives no rows."""
        return None if self._outcome is None else self._outcome.description

    @property
    def rowcount(self) -> int:
        """Count the rows that were changed."""
        return -1 if self._outcome is None else self._outcome.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Number the row that was inserted last."""
        return None if self._outcome is None else self._outcome.lastrowid
