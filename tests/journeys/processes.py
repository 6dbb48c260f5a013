"""Real programs of this repository, started as an operator would, and what a test needs to talk to them."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

DRAGOMAN = str(Path(sys.executable).parent / "dragoman")
PATIENCE = 60.0
"""Seconds until something that should have happened is given up."""


@asynccontextmanager
async def started(*arguments: str, env: Mapping[str, str], folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `dragoman ARGUMENTS` in a folder of its own, without this machine's settings; kill it at the end."""
    process = await asyncio.create_subprocess_exec(
        DRAGOMAN,
        *arguments,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "200", "PYTHONUNBUFFERED": "1", **env},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
            await process.wait()


async def line_with(process: asyncio.subprocess.Process, words: str) -> str:
    """Read the program's output up to a line that holds some words."""
    assert process.stdout is not None
    said: list[str] = []
    try:
        async with asyncio.timeout(PATIENCE):
            while line := (await process.stdout.readline()).decode():
                said.append(line)
                if words in line:
                    return line.strip()
    except TimeoutError:
        pass
    raise AssertionError(f"the program never said {words!r}; it said:\n{''.join(said)}")


async def until(condition: Callable[[], "asyncio.Future[bool]"], what: str, patience: float = PATIENCE) -> None:
    """Wait until a condition holds."""
    try:
        async with asyncio.timeout(patience):
            while not await condition():
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"{what} did not happen within {patience} s") from None


class Telegram:
    """The sandbox as a person and its control calls see it."""

    def __init__(self, origin: str, session: aiohttp.ClientSession) -> None:
        self.origin = origin
        self._session = session

    async def get(self, path: str) -> object:
        """Ask for something of `/sandbox/…`."""
        async with self._session.get(f"{self.origin}/sandbox/{path}") as answer:
            return await answer.json()

    async def put(self, path: str, body: Mapping[str, object]) -> object:
        """Set something of `/sandbox/…`."""
        async with self._session.put(f"{self.origin}/sandbox/{path}", json=body) as answer:
            return await answer.json()

    async def say(self, chat: int, text: str) -> None:
        """Write in a chat, and wait until the bot has answered."""
        before = len(await self.said_by_bot(chat))
        async with self._session.post(f"{self.origin}/sandbox/chats/{chat}/messages", json={"text": text}):
            pass
        await until(lambda: asyncio.ensure_future(self._more_than(chat, before)), f"an answer to {text!r}")

    async def _more_than(self, chat: int, count: int) -> bool:
        return len(await self.said_by_bot(chat)) > count

    async def said_by_bot(self, chat: int) -> list[dict[str, str]]:
        """What the bot put into a chat, edits applied."""
        messages = await self.get(f"chats/{chat}/messages")
        assert isinstance(messages, list)
        return [message for message in messages if message["from"] == "bot"]


@asynccontextmanager
async def telegram_at(origin: str) -> AsyncIterator[Telegram]:
    """Talk to a running sandbox."""
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        yield Telegram(origin, session)
