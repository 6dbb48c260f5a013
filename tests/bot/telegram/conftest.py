"""A line for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.lines import Line, a_line


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    """A bot on the sandbox, without any pace."""
    async with a_line(tmp_path) as opened:
        yield opened
