"""The house's desk of open stories: kept between polls, laid out from the stored stories when it has to be."""

from dataclasses import dataclass
from datetime import datetime

from diplomacy.stories.desk import KEPT_FOR, Desk
from storage.database import Store


@dataclass(slots=True)
class StoryDesk:
    """Holds the desk; every writer of the house that places reports has the same one."""

    _desk: Desk | None = None
    _last: int = 0
    """The number of the newest story on it. Another one is stored where a transaction came to nothing, or where another
    process has placed reports meanwhile: then it is laid out anew."""

    async def take(self, store: Store, now: datetime) -> tuple[Desk, int]:
        """The desk as the transaction sees the stories, and the number of the newest."""
        last = await store.stories.last_number()
        if self._desk is None or self._last != last:
            self._desk = Desk(await store.stories.open(now - KEPT_FOR))
        self._desk.sweep(now)
        desk, self._desk = self._desk, None  # whoever fails with it never gives it back
        return desk, last

    def give_back(self, desk: Desk, last: int) -> None:
        """Keep the desk for the next one, with the number of the story that was begun last."""
        self._desk, self._last = desk, last
