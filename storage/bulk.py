"""Many rows at once, straight to the driver: the way through SQLAlchemy's statements costs more than the insertion."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Dialect, TableClause, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from storage.one_trip import OneTripConnection


async def insert_all(connection: AsyncConnection, table: TableClause, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all name the same columns."""
    if not rows:
        return
    dialect = connection.dialect
    statement, names = _statement(table, frozenset(rows[0]), dialect)
    columns = [_as_stored([row[name] for row in rows], table.c[name].type, dialect) for name in names]
    values = zip(*columns, strict=True)
    driver = connection.sync_connection and connection.sync_connection.connection.driver_connection
    if isinstance(driver, OneTripConnection):
        driver.run_later(statement, values)
    else:
        await connection.exec_driver_sql(statement, [dict(zip(names, row, strict=True)) for row in values])


@lru_cache(maxsize=64)
def _statement(table: TableClause, named: frozenset[str], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """Write the statement; gives it with the columns in its order."""
    names = tuple(column.name for column in table.c if column.name in named)
    return str(insert(table).compile(dialect=dialect, column_keys=names)), names


def _as_stored(values: list[object], kind: TypeEngine[object], dialect: Dialect) -> list[object]:
    """Turn one column's values into what the driver takes."""
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    return values if process is None else [process(value) for value in values]
