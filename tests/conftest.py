"""What tests of several rooms begin with."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Storage
from tests.databases import KINDS, empty_tables, fresh_schema, postgresql_server

settings.register_profile("house", deadline=None)
settings.load_profile("house")
"""How long a case takes depends on what else the machine does; the whole test has a time limit of its own."""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """One PostgreSQL server for all tests."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_tables(postgresql: str) -> Iterator[str]:
    """One schema whose tables stay; each test finds them empty."""
    with fresh_schema(postgresql) as url:
        yield url


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind, one after the other; its tables may stand already."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    url: str = request.getfixturevalue("postgresql_tables")
    empty_tables(url)
    return url


@pytest.fixture(params=KINDS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    with fresh_schema(request.getfixturevalue("postgresql")) as url:
        yield url


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """An open, empty storage: tests that take it run on both databases."""
    opened = await Storage.open(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_storage(tmp_path: Path) -> AsyncIterator[Storage]:
    """An open, empty storage on SQLite alone, for tests that are not about databases."""
    opened = await Storage.open(f"sqlite:///{tmp_path / 'test.db'}")
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public data beside the repository; skipped where it is not, a failure where it is promised to be there."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        reason = f"needs the public data in {folder.name}/ beside the repository"
        if os.environ.get("DRAGOMAN_SHARED_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
