"""What tests of handlers begin with."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.houses import House, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house on Tuesday 25 November 2025, 12:40 UTC, with nothing in it."""
    async with a_house(tmp_path, operators=frozenset({1})) as opened:
        yield opened
