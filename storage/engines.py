"""How the two databases are opened: addresses, connections, and what a transaction begins with.

Parameters are hidden: an error about a statement ends up in the log, where it may not tell what somebody follows.
"""

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import BadDatabaseUrl
from storage.one_trip import connect

BUSY_SECONDS = 10
READERS = 4

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # in WAL a crash of the program loses nothing; a power cut may lose the last commits
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8192",  # KiB for each connection
    "PRAGMA mmap_size = 1073741824",
)

ONE_WRITER = text("SELECT pg_advisory_xact_lock(hashtext('dragoman writer ' || current_schema()))")
"""Writers wait for one another on PostgreSQL as on SQLite: what one block has looked up still holds when it writes."""


def database_url(address: str) -> URL:
    """Read an address with or without a driver; raises BadDatabaseUrl with a sentence."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:  # a port that is no number is the latter
        raise BadDatabaseUrl(
            "A database address looks like sqlite:///dragoman.db or postgresql://user@host/name."
        ) from error
    match url.get_backend_name():
        case "sqlite" if url.database and url.database != ":memory:":
            return url.set(drivername="sqlite+aiosqlite")
        case "sqlite":
            raise BadDatabaseUrl("A database in memory can't be shared by readers and writers: name a file.")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise BadDatabaseUrl(f"Databases of {other} are not known here: SQLite and PostgreSQL are.")


def engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Open nothing yet, but make the engines: one that reads, one that writes."""
    return _postgresql(url) if url.get_backend_name() == "postgresql" else (_sqlite(url, READERS), _sqlite(url, 1))


def _postgresql(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """One pool; a reader sees one moment of the database, as on SQLite."""
    # A statement prepared once is planned for no words in particular: a rare word then takes forty times as long.
    arguments: dict[str, int | None] = {"prepare_threshold": None}
    if "connect_timeout" not in url.query:
        arguments["connect_timeout"] = 5
    writer = create_async_engine(
        url, pool_pre_ping=True, pool_size=5, max_overflow=5, connect_args=arguments, hide_parameters=True
    )
    event.listen(writer.sync_engine, "begin", _wait_for_writers)
    reader = create_async_engine(
        url,
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=5,
        connect_args=arguments,
        hide_parameters=True,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
    )
    return reader, writer


def _sqlite(url: URL, connections: int) -> AsyncEngine:
    """One writing connection, or a few that read; each with a thread of its own."""
    engine = create_async_engine(
        url.update_query_dict({} if "timeout" in url.query else {"timeout": str(BUSY_SECONDS)}),
        pool_size=connections,
        max_overflow=0,
        connect_args={"isolation_level": None, "async_creator_fn": connect},
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin_reading if connections > 1 else _begin_writing)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Set up a new connection to SQLite; one that is no use is closed, for its thread would live on."""
    cursor = connection.cursor()
    try:
        for pragma in PRAGMAS:
            cursor.execute(pragma)
    except BaseException:
        connection.close()
        raise
    cursor.close()


def _begin_reading(connection: Connection) -> None:
    """Begin at one moment of the database: the driver itself begins too late."""
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    """Take the only writer's place at once: waiting for it later, after having read, would fail without waiting."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _wait_for_writers(connection: Connection) -> None:
    """Take the only writer's place."""
    connection.execute(ONE_WRITER)
