"""A database is made, migrated or refused before anything is asked of it."""

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.errors import DatabaseIsNewer, NotOurDatabase, WrongHouse
from storage.migrations.revisions import HEAD, REVISIONS

VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own mark, read and written without Alembic: importing it costs more than all the rest of a start."""

MADE_BY = "made by"


async def prepare(connection: AsyncConnection, house: str | None) -> None:
    """Bring a database to this program's version, and see that it belongs to this house; raises if not."""
    await connection.run_sync(_to_head)
    if house is not None:
        await _recognise(connection, house)


def _to_head(connection: Connection) -> None:
    """Make, migrate or leave as it is."""
    names = set(inspect(connection).get_table_names())
    if VERSION.name not in names:
        if ours := names & set(schema.metadata.tables):
            raise NotOurDatabase(
                f"The database has tables named {', '.join(sorted(ours))} that this program did not make."
            )
        schema.create(connection)
        VERSION.create(connection)
        connection.execute(insert(VERSION).values(version_num=HEAD))
        return
    version = connection.scalar(select(VERSION.c.version_num))
    if version == HEAD:
        return
    if version is not None and version not in REVISIONS:
        raise DatabaseIsNewer(
            f"The database is at version {version}, which this program ({HEAD}) does not know: "
            "a later version of the program has used it. Install that version, or take another database."
        )
    from storage.migrations.upgrade import upgrade  # noqa: PLC0415 (Alembic is imported only when there is something to migrate)

    upgrade(connection)


async def _recognise(connection: AsyncConnection, house: str) -> None:
    """Record which house made the database, or see that it was this one."""
    made_by = await connection.scalar(select(schema.house.c.value).where(schema.house.c.name == MADE_BY))
    if made_by is None:
        await connection.execute(insert(schema.house).values(name=MADE_BY, value=house))
    elif made_by != house:
        raise WrongHouse(
            f"This database was made by `dragoman {made_by}` and is not opened by `dragoman {house}`: "
            "news and chats of the sandbox and of Telegram never mix. Take another DATABASE_URL."
        )
