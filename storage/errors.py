"""What can be wrong with a database, each with its sentence; errors of SQLAlchemy and of drivers end at this door."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as NoFreeConnectionError


class StorageError(Exception):
    """Something is wrong with the database; the message is a sentence that can be shown to an operator."""


class TryAgainError(StorageError):
    """Nothing was stored, and the same may go well in a moment."""


class DatabaseAway(TryAgainError):  # noqa: N818 (the name says the state, not the accident)
    """The database can't be reached."""


class DatabaseBusy(TryAgainError):  # noqa: N818
    """Somebody else holds the database for longer than we wait."""


class DiskFull(TryAgainError):  # noqa: N818
    """The database's disk has no room left."""


class DatabaseIsNewer(StorageError):  # noqa: N818
    """A later version of the program has migrated the database."""


class WrongHouse(StorageError):  # noqa: N818
    """The database belongs to the other way of running: news of the sandbox never reaches Telegram."""


class NotOurDatabase(StorageError):  # noqa: N818
    """The file or database holds something else."""


class BadDatabaseUrl(StorageError):  # noqa: N818
    """The address of the database can't be used."""


SQLITE = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_BUSY": DatabaseBusy,
    "SQLITE_LOCKED": DatabaseBusy,
    "SQLITE_CANTOPEN": DatabaseAway,
    "SQLITE_READONLY": DatabaseAway,
    "SQLITE_IOERR": DatabaseAway,
    "SQLITE_NOTADB": NotOurDatabase,
    "SQLITE_CORRUPT": NotOurDatabase,
}

POSTGRESQL = {"53100": DiskFull, "40001": DatabaseBusy, "40P01": DatabaseBusy, "55P03": DatabaseBusy}
AWAY_CLASSES = ("08", "53", "57", "58", "28", "3D")
"""SQLSTATE classes: connection, resources, operator intervention, system error, refused login, no such database."""

SENTENCES: dict[type[StorageError], str] = {
    DatabaseAway: "The database can't be reached: {}",
    DatabaseBusy: "The database is held by another program: {}",
    DiskFull: "The disk of the database is full: {}",
    NotOurDatabase: "This is no database of this program: {}",
}


@contextmanager
def translated() -> Iterator[None]:
    """Turn what drivers raise about the database's state into exceptions of this room; a wrong query stays as it is."""
    try:
        yield
    except NoFreeConnectionError as error:
        raise DatabaseBusy("All connections to the database are in use.") from error
    except DisconnectionError as error:
        raise DatabaseAway(SENTENCES[DatabaseAway].format(_first_line(error))) from error
    except DBAPIError as error:
        kind = DatabaseAway if error.connection_invalidated else _kind(error.orig)
        if kind is None:
            raise
        raise kind(SENTENCES[kind].format(_first_line(error.orig))) from error


def _kind(cause: BaseException | None) -> type[StorageError] | None:
    """Sort a driver's exception; None where it is about the query."""
    name = getattr(cause, "sqlite_errorname", None)
    if isinstance(name, str):
        return next((kind for start, kind in SQLITE.items() if name.startswith(start)), None)
    state = getattr(cause, "sqlstate", None)
    if isinstance(state, str):
        return POSTGRESQL.get(state) or (DatabaseAway if state.startswith(AWAY_CLASSES) else None)
    return DatabaseAway if type(cause).__name__ in {"OperationalError", "InterfaceError"} else None


def _first_line(error: BaseException | None) -> str:
    """Tell what a driver says, without the parameters and the query: they may hold what people follow."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
