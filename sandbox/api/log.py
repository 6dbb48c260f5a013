"""Every call the bot made, the newest twenty thousand of them."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from sandbox.wire import Json, iso
from sandbox.world.events import Events

KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One call: when (house time), what, to whom, how it went, how long it took in real seconds."""

    at: datetime
    method: str
    chat: int | None
    outcome: str
    seconds: float

    def shown(self) -> dict[str, Json]:
        """Tell it as `GET /sandbox/log` does."""
        return {
            "at": iso(self.at),
            "method": self.method,
            "chat": self.chat,
            "outcome": self.outcome,
            "seconds": round(self.seconds, 6),
        }


class Log:
    """The lines in their order."""

    def __init__(self, events: Events) -> None:
        """Start empty; each line but those of getUpdates is told to who looks on."""
        self.lines: deque[Line] = deque(maxlen=KEPT)
        self._events = events

    def add(self, line: Line) -> None:
        """Keep a line."""
        self.lines.append(line)
        if line.method != "getUpdates":
            self._events.tell("call", line.shown)
