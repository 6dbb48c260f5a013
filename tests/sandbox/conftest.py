"""A sandbox that stands, and a bot and a person at it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from tests.sandbox.visitors import TOKEN, Bot, Person


@pytest.fixture
def clock() -> HouseClock:
    """The clock of the house: real time."""
    return HouseClock()


@pytest.fixture
async def sandbox(clock: HouseClock) -> AsyncIterator[Sandbox]:
    """A sandbox on a free port, its limits off."""
    server = Sandbox(0, clock, Newsroom(clock), TOKEN, limits=False)
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client."""
    async with aiohttp.ClientSession() as client:
        yield client


@pytest.fixture
def bot(sandbox: Sandbox, session: aiohttp.ClientSession) -> Bot:
    """A bot that calls methods."""
    return Bot(sandbox.origin, session)


@pytest.fixture
def person(sandbox: Sandbox, session: aiohttp.ClientSession) -> Person:
    """Somebody who uses the control calls."""
    return Person(sandbox.origin, session)
