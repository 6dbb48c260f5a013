"""What the bot has not yet been told: the queue of updates, and long polling."""

import asyncio
from collections import deque
from collections.abc import Sequence

from sandbox.api.refusals import bad, conflict
from sandbox.wire import Json, JsonObject

LIMIT = 100
LONGEST = 50
KEPT = 100_000
LEFT_OUT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of update that a bot gets only when it names them."""


class Updates:
    """Updates in their order; they stay until confirmed by a higher offset or delivered to the webhook."""

    def __init__(self, first: int) -> None:
        """Start empty; `first` is the id of the first update."""
        self._next = first
        self._pending: deque[tuple[int, JsonObject]] = deque(maxlen=KEPT)
        self._poller: asyncio.Future[None] | None = None
        self._closed = False
        self.allowed: tuple[str, ...] = ()
        self.arrived = asyncio.Event()
        """Set when something waits for the webhook."""

    def __len__(self) -> int:
        """How many updates are unconfirmed."""
        return len(self._pending)

    def add(self, kind: str, what: Json) -> None:
        """Tell the bot something, unless it asked not to be told of this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in LEFT_OUT
        if not wanted:
            return
        self._pending.append((self._next, {"update_id": self._next, kind: what}))
        self._next += 1
        self.arrived.set()
        self._wake()

    def allow(self, kinds: Sequence[Json]) -> None:
        """Keep which kinds the bot wants from now on; an empty list means the usual ones."""
        if not all(isinstance(kind, str) for kind in kinds):
            raise bad("can't parse allowed_updates: expected an Array of String")
        self.allowed = tuple(str(kind) for kind in kinds)

    def confirm(self, offset: int) -> None:
        """Forget updates below `offset`; a negative one keeps only the last so many."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
            return
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()

    def first(self) -> tuple[int, JsonObject] | None:
        """The oldest unconfirmed update and its id."""
        return self._pending[0] if self._pending else None

    def drop(self) -> None:
        """Forget everything that is pending."""
        self._pending.clear()

    async def poll(self, limit: int, seconds: int) -> list[JsonObject]:
        """Wait for updates as getUpdates does; raises Refused (409) when another poll begins meanwhile."""
        self.terminate("terminated by other getUpdates request; make sure that only one bot instance is running")
        if not self._pending and seconds > 0 and not self._closed:
            poller = self._poller = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(poller, min(seconds, LONGEST))
            except TimeoutError:
                pass
            finally:
                if self._poller is poller:
                    self._poller = None
        count = min(limit if limit > 0 else LIMIT, LIMIT)
        return [update for _, update in list(self._pending)[:count]]

    def terminate(self, reason: str) -> None:
        """End the poll that waits, if one does, with a conflict."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(reason))
            self._poller = None

    def close(self) -> None:
        """Let nobody wait any longer."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)
