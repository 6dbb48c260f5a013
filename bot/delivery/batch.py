"""The batch under way: how many messages may have arrived without being marked, and who waits until it is fewer."""

import asyncio
from collections import deque

from bot.delivery.gate import GateClosedError


class BatchUnderWay:
    """Counts messages from the moment they leave until they are marked, and lets no more leave than the batch holds."""

    def __init__(self, size: int) -> None:
        """Begin with nothing under way."""
        self._size = size
        self._count = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._closed = False

    async def leave(self) -> None:
        """Return when one more message may leave; raises GateClosedError where none may any more."""
        if self._closed:
            raise GateClosedError
        if self._count < self._size and not self._waiting:
            self._count += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.ended()
            raise

    def ended(self, messages: int = 1) -> None:
        """Count messages out: they certainly did not arrive, or they are marked."""
        self._count -= messages
        while self._waiting and self._count < self._size:
            turn = self._waiting.popleft()
            if not turn.done():
                self._count += 1
                turn.set_result(None)

    def close(self) -> None:
        """Let nobody leave any more."""
        self._closed = True
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_exception(GateClosedError())
