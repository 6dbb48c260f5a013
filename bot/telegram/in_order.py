"""Updates side by side, but those of one chat one after another; and a count of those under way."""

import asyncio
from collections.abc import Awaitable

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 100_000
"""As good as unlimited: a chat whose answers wait for their pace must not hold up the others."""


class CountedQueue(asyncio.Queue[object]):
    """A queue that tells how much of what was put into it is not done yet."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.under_way = 0

    def put_nowait(self, item: object) -> None:
        """Put an update in; `put` ends here too."""
        super().put_nowait(item)
        self.under_way += 1

    def task_done(self) -> None:
        """Note that an update was dealt with."""
        super().task_done()
        self.under_way -= 1


class InOrder(BaseUpdateProcessor):
    """Keeps the order within each chat."""

    def __init__(self) -> None:
        """Nothing is under way yet."""
        super().__init__(AT_ONCE)
        self._last: dict[int, asyncio.Task[None]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[None]) -> None:
        """Wait for the chat's earlier updates, then process this one."""
        chat = _chat_of(update)
        mine = asyncio.ensure_future(_after(self._last.get(chat), coroutine))
        self._last[chat] = mine
        try:
            await mine
        finally:
            if self._last.get(chat) is mine:
                del self._last[chat]

    async def give_up(self) -> None:
        """Let go of all that is still under way."""
        tasks = list(self._last.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to clean up."""


async def _after(earlier: asyncio.Task[None] | None, coroutine: Awaitable[None]) -> None:
    if earlier is not None:
        await asyncio.wait([earlier])
    await coroutine


def _chat_of(update: object) -> int:
    chat = update.effective_chat if isinstance(update, Update) else None
    return chat.id if chat else 0
