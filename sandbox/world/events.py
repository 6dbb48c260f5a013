"""What happens here, told to everybody who listens at this moment."""

import asyncio
from collections.abc import Callable

from sandbox.wire import Json, JsonObject

WAITING = 2_000
"""Events kept for a listener that reads slowly; the oldest go first."""


class Events:
    """The board that the page listens to; telling costs nothing while nobody does."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self._queues: set[asyncio.Queue[JsonObject]] = set()
        self.closed = False

    def listen(self) -> "asyncio.Queue[JsonObject]":
        """Begin to listen; what happens from now on comes out of the queue."""
        queue: asyncio.Queue[JsonObject] = asyncio.Queue()
        self._queues.add(queue)
        return queue

    def leave(self, queue: "asyncio.Queue[JsonObject]") -> None:
        """Listen no longer."""
        self._queues.discard(queue)

    def tell(self, kind: str, what: Callable[[], dict[str, Json]]) -> None:
        """Tell what happened; `what` is asked only when somebody listens."""
        if not self._queues:
            return
        event: JsonObject = {**what(), "type": kind}
        for queue in self._queues:
            if queue.qsize() >= WAITING:
                queue.get_nowait()
            queue.put_nowait(event)

    def close(self) -> None:
        """Let all listeners go: an empty event wakes them, and nothing follows."""
        self.closed = True
        for queue in self._queues:
            queue.put_nowait({})
