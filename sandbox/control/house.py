"""What the house says of itself to those who look on: notes and the next briefing."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from sandbox.clock import HouseClock
from sandbox.wire import Json, JsonObject, iso
from sandbox.world.events import Events

KEPT = 200


@dataclass(frozen=True, slots=True)
class Note:
    """One thing the house did."""

    at: datetime
    kind: str
    text: str

    def shown(self) -> dict[str, str]:
        """Tell it as the page reads it."""
        return {"at": iso(self.at), "kind": self.kind, "text": self.text}


class House:
    """The panel beside the chat."""

    def __init__(self, clock: HouseClock, events: Events) -> None:
        """Start with nothing to say."""
        self.clock = clock
        self._next_briefing: datetime | None = None
        self._events = events
        self._notes: deque[Note] = deque(maxlen=KEPT)

    @property
    def next_briefing(self) -> datetime | None:
        """When the house will brief next, as it was told last."""
        return self._next_briefing

    @next_briefing.setter
    def next_briefing(self, moment: datetime | None) -> None:
        if moment != self._next_briefing:
            self._next_briefing = moment
            self._events.tell("briefing", self._briefing_shown)

    def note(self, kind: str, text: str, at: datetime | None = None) -> None:
        """Keep a note, and tell it."""
        note = Note(at or self.clock.now(), kind, text)
        self._notes.append(note)
        self._events.tell("note", lambda: {**note.shown()})

    def time_shown(self) -> JsonObject:
        """Tell the clock as `GET /sandbox/clock` does."""
        clock, speed = self.clock, self.clock.speed
        whole = isinstance(speed, float) and speed.is_integer()
        return {"now": iso(clock.now()), "speed": int(speed) if whole else speed, "ended": clock.ended}

    def shown(self) -> JsonObject:
        """Tell everything as `GET /sandbox/house` does."""
        return {
            **self.time_shown(),
            "live": self.clock.live,
            **self._briefing_shown(),
            "notes": [note.shown() for note in self._notes],
        }

    def _briefing_shown(self) -> dict[str, Json]:
        return {"next_briefing": iso(self._next_briefing) if self._next_briefing else None}
