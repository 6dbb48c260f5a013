"""Give each report the story it belongs to: one that is open, or a new one."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from diplomacy.reading.entry import ReadEntry
from diplomacy.stories import WINDOW, Continues, NewStory, OpenStory, pairs_of, place
from storage.articles import StoredVersion
from storage.database import Store
from storage.stories import StoryDraft

MOST_COMPARED = 1000
"""Stories of one title or pair that a report is compared with: those with the newest reports."""
AT_A_STRETCH = 25
"""Reports placed before others get their turn: a feed may bring thousands at once."""


async def placed_in_stories(
    store: Store,
    entries: Sequence[ReadEntry],
    beginnings: Sequence[NewStory],
    versions: Mapping[str, StoredVersion],
) -> list[int]:
    """Give the story of each entry, in the same order; a new version stays in its story."""
    fresh = [
        _Fresh(read, began)
        for read, began in zip(entries, beginnings, strict=True)
        if read.entry.identity not in versions
    ]
    placed = await _place(store, fresh) if fresh else {}
    return [
        version.story if (version := versions.get(read.entry.identity)) else placed[read.entry.identity]
        for read in entries
    ]


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A report that has no story yet, and the one that it would begin."""

    read: ReadEntry
    began: NewStory


async def _place(store: Store, fresh: Sequence[_Fresh]) -> dict[str, int]:
    """Place reports in the order in which they were published; one may continue a story that another one begins."""
    pairs = {pair for report in fresh for pair in pairs_of(report.read)}
    since = min(report.began.at for report in fresh) - WINDOW
    table = _Stories(await store.stories.open(since, sorted(pairs), [report.began.title_key for report in fresh]))
    chosen: dict[str, int] = {}
    for number, report in enumerate(sorted(fresh, key=lambda report: report.began.at)):
        if number % AT_A_STRETCH == 0:
            await asyncio.sleep(0)
        read, began = report.read, report.began
        match place(read, table.candidates(began, pairs_of(read)), began):
            case Continues(story):
                chosen[read.entry.identity] = table.touch(story, began.at)
            case NewStory():
                chosen[read.entry.identity] = table.begin(read, began)
    made = await store.stories.create(table.drafts())
    await store.stories.touch(table.touched)
    return {identity: story if story >= 0 else made[-1 - story] for identity, story in chosen.items()}


@dataclass(slots=True)
class _Stories:
    """Stories that a report may continue; those that are not stored yet have numbers below zero."""

    stored: Sequence[OpenStory]
    """The newest first."""
    by_id: dict[int, OpenStory] = field(default_factory=dict)
    by_key: dict[str, dict[int, None]] = field(default_factory=dict)
    """The numbers of the stories of a title or a pair, the newest last."""
    titles: list[str] = field(default_factory=list)
    touched: dict[int, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for story in reversed(self.stored):
            self._keep(story)

    def candidates(self, began: NewStory, pairs: Sequence[str]) -> list[OpenStory]:
        """Give the newest stories of the same title or of one of the pairs; no other is worth comparing."""
        keys = {began.title_key, *pairs, began.pair or ""} - {""}
        numbers = {number for key in keys for number in islice(reversed(self.by_key.get(key, {})), MOST_COMPARED)}
        return [self.by_id[number] for number in sorted(numbers)]

    def touch(self, story: OpenStory, at: datetime) -> int:
        """Note that a story has a report of this moment."""
        self._keep(replace(story, first=min(story.first, at), last=max(story.last, at)))
        if story.id >= 0:
            self.touched[story.id] = max(at, self.touched.get(story.id, at))
        return story.id

    def begin(self, read: ReadEntry, began: NewStory) -> int:
        """Take a new story."""
        self.titles.append(read.entry.title or read.entry.text[:200])
        number = -len(self.titles)
        self._keep(OpenStory(number, began.pair, began.title_key, began.tokens, began.at, began.at))
        return number

    def drafts(self) -> list[StoryDraft]:
        """Give the new stories as they are stored, in the order in which they began."""
        return [
            StoryDraft(title, new.pair, new.title_key, new.tokens, new.first, new.last)
            for number, title in enumerate(self.titles, start=1)
            for new in (self.by_id[-number],)
        ]

    def _keep(self, story: OpenStory) -> None:
        """Take a story, or the same one with a newer report."""
        self.by_id[story.id] = story
        for key in filter(None, (story.title_key, story.pair)):
            numbers = self.by_key.setdefault(key, {})
            numbers.pop(story.id, None)
            numbers[story.id] = None
