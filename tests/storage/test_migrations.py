import sqlite3

import psycopg
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Storage
from storage.engines import database_url, engines
from storage.migrations.revisions import HEAD, REVISIONS
from storage.migrations.upgrade import configuration, upgrade
from storage.schema import create
from tests.builders import NOON, a_reading, an_entry
from tests.storage.houses import with_feed, with_news

ON_SQLITE = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
ON_POSTGRESQL = """
    SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name <> 'alembic_version'
    UNION ALL
    SELECT tablename, indexname, regexp_replace(indexdef, 'dragoman_[0-9a-f]+', '', 'g'), '', '' FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename <> 'alembic_version'
    UNION ALL
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '' FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND conrelid::regclass::text <> 'alembic_version'
"""


def described(url: str) -> list[tuple[object, ...]]:
    """Everything a database says about its tables, in an order of its own."""
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            rows = connection.execute(ON_SQLITE).fetchall()
        connection.close()
        # Columns and constraints of a table are compared as a set: their order says nothing.
        return sorted(
            (
                *row[:3],
                *sorted(
                    " ".join((row[3] or "").split()).replace(" ) WITHOUT", ", WITHOUT").removesuffix(" )").split(", ")
                ),
            )
            for row in rows
        )
    with psycopg.connect(url) as connection:
        return sorted(tuple(map(str, row)) for row in connection.execute(ON_POSTGRESQL).fetchall())


async def drop_all(url: str) -> None:
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in ("article_search", *reversed(names)):
                if not name.startswith(("article_search_", "sqlite_")):
                    connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.close()
        return
    with psycopg.connect(url, autocommit=True) as connection:
        schema = connection.execute("SELECT current_schema()").fetchone()
        assert schema is not None
        connection.execute(f"DROP SCHEMA {schema[0]} CASCADE; CREATE SCHEMA {schema[0]}")


async def run(url: str, make: object) -> None:
    reader, writer = engines(database_url(url))
    async with writer.begin() as connection:
        await connection.run_sync(make)
    await writer.dispose()
    await reader.dispose()


async def test_all_migrations_together_equal_the_schema(bare_url: str) -> None:
    await run(bare_url, create)
    as_written = described(bare_url)
    await drop_all(bare_url)
    assert described(bare_url) == []
    await run(bare_url, upgrade)
    assert described(bare_url) == as_written
    assert len(as_written) > 40


async def test_a_database_before_all_migrations_is_brought_to_the_newest_version(bare_url: str) -> None:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")

    await run(bare_url, begin)
    storage = await Storage.open(bare_url, house="run")
    async with storage.reading() as store:
        assert (await store.chats.counts()).chats == 0
    await storage.close()


async def test_the_versions_known_without_alembic_are_those_of_the_migrations(bare_url: str) -> None:
    def compare(connection: Connection) -> None:
        scripts = ScriptDirectory.from_config(configuration(connection))
        assert scripts.get_current_head() == HEAD
        assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS

    await run(bare_url, compare)


async def test_a_database_of_the_first_version_keeps_its_news_and_counts_them_as_read_by_the_first_reading(
    storage: Storage, database_url: str
) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(), a_reading(("KR", "TR")))])
    async with storage.writing() as store:
        key = await store.choices.keep("/relations TR KR", NOON)
    await storage.close()

    def back_to_the_first(connection: Connection) -> None:
        for table, column in (("article", "categories"), ("article", "reading"), ("choice", "kept_at")):
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")

    await run(database_url, back_to_the_first)
    later = await Storage.open(database_url)
    async with later.writing() as store:
        assert (await store.readings.older(1), await store.readings.older(2)) == (0, 1)
        (text,) = await store.readings.older_after(0, 2, 9)
        assert (text.title, text.categories) == (an_entry().title, None)
        assert len(await store.relations.between("KR-TR", None, NOON, 9)) == 1
        assert await store.choices.find(key) == "/relations TR KR"
    await later.close()
