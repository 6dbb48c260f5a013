import asyncio
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.exc import IntegrityError

from diplomacy.subscriptions import Subscription
from storage.chats import ChatSettings
from storage.database import Storage
from storage.engines import database_url as read_url
from storage.errors import (
    BadDatabaseUrl,
    DatabaseAway,
    DatabaseBusy,
    DatabaseIsNewer,
    DiskFull,
    NotOurDatabase,
    StorageError,
    WrongHouse,
)
from storage.migrations.revisions import HEAD
from tests.builders import NOON, a_feed

HOUR = timedelta(hours=1)
ENDED = f"dragoman test {uuid4().hex}"


def chat(number: int) -> ChatSettings:
    return ChatSettings(chat=number, created_at=NOON)


async def chats(storage: Storage) -> int:
    async with storage.reading() as store:
        return (await store.chats.counts()).chats


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("sqlite:///dragoman.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////var/lib/dragoman.db", "sqlite+aiosqlite"),
        ("postgresql://user@host/name", "postgresql+psycopg"),
        ("postgresql+psycopg://user@host/name", "postgresql+psycopg"),
        ("postgresql+asyncpg://user@host/name", "postgresql+psycopg"),
        ("postgres://user@host/name", "postgresql+psycopg"),
    ],
)
def test_an_address_is_taken_with_or_without_a_driver(address: str, driver: str) -> None:
    assert read_url(address).drivername == driver


@pytest.mark.parametrize(
    "address",
    ["", "dragoman.db", "mysql://host/name", "sqlite://", "sqlite:///:memory:", "://", "postgresql://u:p@host:port/db"],
)
def test_an_address_that_can_t_be_used_gets_a_sentence(address: str) -> None:
    with pytest.raises(BadDatabaseUrl, match=r"\.$|file\.$|db"):
        read_url(address)


async def test_a_database_remembers_which_house_made_it(bare_url: str) -> None:
    for _ in range(2):
        await (await Storage.open(bare_url, house="sandbox")).close()
    with pytest.raises(WrongHouse, match=r"made by `dragoman sandbox`"):
        await Storage.open(bare_url, house="run")
    await (await Storage.open(bare_url)).close()


async def test_a_database_opened_by_no_house_belongs_to_the_first_that_names_itself(bare_url: str) -> None:
    await (await Storage.open(bare_url)).close()
    await (await Storage.open(bare_url, house="run")).close()
    with pytest.raises(WrongHouse):
        await Storage.open(bare_url, house="sandbox")


def change_version(url: str, version: str) -> None:
    with psycopg.connect(url) if url.startswith("postgresql") else sqlite3.connect(url[len("sqlite:///") :]) as found:
        found.execute(f"UPDATE alembic_version SET version_num = '{version}'")  # noqa: S608
        found.commit()
    found.close()


async def test_a_database_that_is_newer_than_the_program_is_left_alone(bare_url: str) -> None:
    await (await Storage.open(bare_url)).close()
    change_version(bare_url, "9999")
    with pytest.raises(DatabaseIsNewer, match=f"9999.*{HEAD}"):
        await Storage.open(bare_url)


async def test_several_programs_may_make_one_database_at_once(bare_url: str) -> None:
    opened = await asyncio.gather(*(Storage.open(bare_url, house="run") for _ in range(3)))
    assert [await chats(storage) for storage in opened] == [0, 0, 0]
    for storage in opened:
        await storage.close()


async def test_tables_of_somebody_else_are_left_alone(bare_url: str) -> None:
    with psycopg.connect(bare_url) if bare_url.startswith("postgresql") else sqlite3.connect(bare_url[10:]) as found:
        found.execute("CREATE TABLE chat (id INTEGER)")
        found.commit()
    found.close()
    with pytest.raises(NotOurDatabase, match="chat"):
        await Storage.open(bare_url)


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 1000)
    with pytest.raises(NotOurDatabase):
        await Storage.open(f"sqlite:///{path}")
    assert path.read_text().startswith("Dear diary")


async def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DatabaseAway, match="can't be reached"):
        await Storage.open(f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}")


async def test_a_server_that_is_not_there_is_said_plainly() -> None:
    with pytest.raises(DatabaseAway, match="can't be reached"):
        await Storage.open("postgresql://nobody@127.0.0.1:1/nothing")


async def test_opening_does_not_import_the_migrations(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\nfrom storage.database import Storage\n"
        "async def main():\n    await (await Storage.open(sys.argv[1])).close()\n"
        "asyncio.run(main()); asyncio.run(main())\nassert 'alembic' not in sys.modules, 'slow'"
    )
    url = f"sqlite:///{tmp_path / 'x.db'}"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, url, stderr=subprocess.PIPE)
    assert (await process.communicate())[1] == b""
    assert process.returncode == 0


async def test_a_reader_sees_one_moment_while_others_write(storage: Storage) -> None:
    async with storage.reading() as store:
        assert (await store.chats.counts()).chats == 0
        async with storage.writing() as writer:
            await writer.chats.save(chat(1))
        assert (await store.chats.counts()).chats == 0
    assert await chats(storage) == 1


async def test_nobody_sees_what_is_not_yet_committed(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(chat(1))
        assert await chats(storage) == 0
    assert await chats(storage) == 1


async def test_two_writers_take_turns(database_url: str) -> None:
    first, second = await Storage.open(database_url), await Storage.open(database_url)
    begun, order = asyncio.Event(), []

    async def write(storage: Storage, name: str) -> None:
        async with storage.writing() as store:
            order.append(f"{name} begins")
            begun.set()
            for number in range(20):
                await store.chats.save(chat(hash((name, number))))
            order.append(f"{name} ends")

    async def after() -> None:
        await begun.wait()
        await write(second, "second")

    await asyncio.gather(write(first, "first"), after(), write(first, "third"))
    assert len(order) == 6
    assert all(order[at].split()[0] == order[at + 1].split()[0] for at in (0, 2, 4))
    assert await chats(second) == 60
    await first.close()
    await second.close()


async def test_many_counts_by_many_writers_add_up(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.chats.save(chat(1))

    async def count() -> None:
        async with storage.writing() as store:
            settings = await store.chats.get(1)
            assert settings is not None
            await store.chats.save(ChatSettings(chat=1, created_at=NOON, empty_days=settings.empty_days + 1))

    await asyncio.gather(*(count() for _ in range(20)))
    async with storage.reading() as store:
        settings = await store.chats.get(1)
    assert settings is not None
    assert settings.empty_days == 20


async def test_a_block_that_is_cancelled_writes_nothing(storage: Storage) -> None:
    inside = asyncio.Event()

    async def write() -> None:
        async with storage.writing() as store:
            await store.chats.save(chat(1))
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await chats(storage) == 0
    async with storage.writing() as store:
        await store.chats.save(chat(2))
    assert await chats(storage) == 1


async def test_a_wrong_query_is_no_trouble_of_the_database(storage: Storage) -> None:
    async def follow_without_a_chat() -> None:
        async with storage.writing() as store:
            await store.chats.save(chat(1))
            await store.subscriptions.add(999, Subscription(("TR", "KR")), NOON)

    with pytest.raises(IntegrityError) as raised:
        await follow_without_a_chat()
    assert await chats(storage) == 0
    assert "KR-TR" not in str(raised.value)  # it may be logged


async def test_what_goes_wrong_in_the_block_itself_is_not_taken_for_the_database_s_trouble(storage: Storage) -> None:
    for own in (TimeoutError, ConnectionResetError, KeyError):
        with pytest.raises(own):
            async with storage.writing():
                raise own


async def test_a_moment_without_a_zone_is_refused(storage: Storage) -> None:
    with pytest.raises(Exception, match="needs a zone"):
        async with storage.writing() as store:
            await store.feeds.register([a_feed()], datetime(2025, 1, 1), retire_others=False)  # noqa: DTZ001


async def test_moments_keep_their_microseconds_and_their_order(storage: Storage) -> None:
    moments = [datetime(year, 1, 1, 0, 0, 0, 123456, NOON.tzinfo) for year in (1901, 1970, 2025, 2999)]
    async with storage.writing() as store:
        for number, moment in enumerate(reversed(moments)):
            await store.chats.save(ChatSettings(chat=number, created_at=NOON, next_run_at=moment))
        assert [one.next_run_at for one in await store.chats.due(moments[-1], 9)] == moments


async def test_a_server_that_restarts_under_us_loses_nothing_and_is_asked_again(postgresql_tables: str) -> None:
    storage = await Storage.open(f"{postgresql_tables}&application_name={ENDED}")
    async with storage.writing() as store:
        await store.chats.save(chat(77))

    async def write_while_it_falls() -> None:
        async with storage.writing() as store:
            await store.chats.save(chat(78))
            end_its_sessions(postgresql_tables)
            await store.chats.save(chat(79))

    with pytest.raises(DatabaseAway):
        await write_while_it_falls()
    async with storage.writing() as store:
        assert await store.chats.get(77) is not None
        assert await store.chats.get(78) is None
        await store.chats.delete(77)
    end_its_sessions(postgresql_tables)
    async with storage.reading() as store:
        assert await store.chats.get(77) is None
    await storage.close()


def end_its_sessions(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s", [ENDED]
        )


async def test_a_full_disk_is_said_plainly_and_nothing_is_half_written(sqlite_storage: Storage) -> None:
    async with sqlite_storage._writer.connect() as connection:
        await connection.exec_driver_sql("ROLLBACK")
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        await connection.exec_driver_sql("BEGIN IMMEDIATE")
    first = ""

    async def fill() -> None:
        nonlocal first
        async with sqlite_storage.writing() as store:
            first = await store.choices.keep("/relations TR KR", NOON)
            for number in range(10_000):
                await store.choices.keep(f"/relations TR KR {'x' * 1000} {number}", NOON)

    with pytest.raises(DiskFull, match="full"):
        await fill()
    async with sqlite_storage.reading() as store:
        assert await store.choices.find(first) is None


async def test_a_database_that_another_program_holds_is_said_to_be_held(tmp_path: Path) -> None:
    path = tmp_path / "held.db"
    storage = await Storage.open(f"sqlite:///{path}?timeout=0")
    holder = sqlite3.connect(path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy, match="held"):
        async with storage.writing():
            pass
    holder.rollback()
    holder.close()
    async with storage.writing() as store:
        await store.chats.save(chat(1))
    await storage.close()


def test_every_trouble_is_a_storage_error() -> None:
    for trouble in (DatabaseAway, DatabaseBusy, DiskFull, DatabaseIsNewer, WrongHouse, NotOurDatabase, BadDatabaseUrl):
        assert issubclass(trouble, StorageError)
        assert trouble.__doc__


def test_tests_know_no_database_but_their_own(database_url: str) -> None:
    assert urlsplit(database_url).scheme in {"sqlite", "postgresql"}
