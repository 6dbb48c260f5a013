"""Give each report the story it belongs to: one that is open, or a new one."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from diplomacy.reading.entry import ReadEntry
from diplomacy.stories.desk import Desk
from diplomacy.stories.shapes import Continues, Joined, NewStory
from handlers.desk import StoryDesk
from storage.articles import StoredVersion
from storage.database import Store
from storage.stories import StoryDraft

AT_A_STRETCH = 5
"""Reports placed before others get their turn: a feed may bring thousands at once."""


@dataclass(slots=True)
class Placing:
    """What comes of placing the reports of one feed."""

    desk: Desk
    last: int
    """The number of the newest story that is stored."""
    begun: list[tuple[str, NewStory]] = field(default_factory=list)
    """The stories that begin, with their titles: their numbers follow the last one in this order."""
    chosen: dict[str, int] = field(default_factory=dict)
    """The story of each report, by its identity."""
    joins: list[Joined] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    """The stories that go on."""

    def place(self, read: ReadEntry, began: NewStory) -> None:
        """Place a report; where it proves two stories to be one, what was placed in the second is in the first."""
        self.chosen[read.entry.identity] = self._story_of(read, began)
        joined = self.desk.joined()
        if joined is not None:
            self.joins.append(joined)
            self.changed.add(joined.kept)

    def _story_of(self, read: ReadEntry, began: NewStory) -> int:
        match self.desk.decide(began):
            case Continues() as goes_on:
                self.desk.go_on(goes_on, began)
                self.changed.add(goes_on.story.id)
                return goes_on.story.id
            case NewStory():
                self.begun.append((read.entry.title or read.entry.text[:200], began))
                return self.desk.begin(self.last + len(self.begun), began).id

    def joined(self, number: int) -> int:
        """What a story's number is after all joins."""
        for joined in self.joins:
            number = joined.kept if number == joined.merged else number
        return number


async def placed_in_stories(
    store: Store,
    house_desk: StoryDesk,
    entries: Sequence[ReadEntry],
    beginnings: Sequence[NewStory],
    versions: Mapping[str, StoredVersion],
    now: datetime,
) -> list[int]:
    """Give the story of each entry, in the same order; a new version stays in its story."""
    fresh = [one for one in zip(entries, beginnings, strict=True) if one[0].entry.identity not in versions]
    if not fresh:
        return [versions[read.entry.identity].story for read in entries]
    placing = Placing(*await house_desk.take(store, now))
    # In the order in which they were published: one may continue a story that another one begins.
    for number, (read, began) in enumerate(sorted(fresh, key=lambda one: one[1].at)):
        if number % AT_A_STRETCH == 0:
            await asyncio.sleep(0)
        placing.place(read, began)
    await _store(store, placing)
    house_desk.give_back(placing.desk, placing.last + len(placing.begun))
    stories = placing.chosen | {identity: version.story for identity, version in versions.items()}
    return [placing.joined(stories[read.entry.identity]) for read in entries]


async def _store(store: Store, placing: Placing) -> None:
    """Store the stories that began, what others say by now, and which are one."""
    await store.stories.create([_draft(title, began) for title, began in placing.begun])
    numbers = {placing.joined(number) for number in placing.changed}
    await store.stories.touch([placing.desk.story(number) for number in sorted(numbers)])
    for joined in placing.joins:
        await store.stories.join(joined)


def _draft(title: str, began: NewStory) -> StoryDraft:
    return StoryDraft(title, began.pair, began.title_key, began.tokens, began.at, began.at)
