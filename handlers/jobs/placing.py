"""Give each report the story it belongs to: one that is open, or a new one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from diplomacy.reading.entry import ReadEntry
from storage.articles import StoredVersion
from storage.database import Store
from storage.stories import StoryDraft

WINDOW = timedelta(days=4)


async def placed_in_stories(
    store: Store, entries: Sequence[ReadEntry], versions: Mapping[str, StoredVersion]
) -> list[int]:
    """Give the story of each entry, in the same order; a new version stays in its story."""
    fresh = [read for read in entries if read.entry.identity not in versions]
    if fresh:
        keys = [title_key(read) for read in fresh]
        since = min(read.entry.published for read in fresh) - WINDOW
        stories = {story.title_key: story.id for story in await store.stories.open(since, (), keys)}
        drafts: dict[str, StoryDraft] = {}
        for read, key in zip(fresh, keys, strict=True):
            if key not in stories:
                drafts.setdefault(key, _draft(read, key))
        made = await store.stories.create(list(drafts.values()))
        stories |= dict(zip(drafts, made, strict=True))
        placed = {read.entry.identity: stories[key] for read, key in zip(fresh, keys, strict=True)}
        touched: dict[int, datetime] = {}
        for read in fresh:
            story = placed[read.entry.identity]
            touched[story] = max(touched.get(story, read.entry.published), read.entry.published)
        await store.stories.touch(touched)
    else:
        placed = {}
    return [
        version.story if (version := versions.get(read.entry.identity)) else placed[read.entry.identity]
        for read in entries
    ]


def title_key(read: ReadEntry) -> str:
    """Fold a title to what two reports of one thing may share."""
    return " ".join("".join(c if c.isalnum() else " " for c in read.entry.title.casefold()).split())[:200]


def _draft(read: ReadEntry, key: str) -> StoryDraft:
    pair = "-".join(read.reading.pairs[0].pair) if read.reading.pairs else None
    at = read.entry.published
    return StoryDraft(read.entry.title, pair, key, frozenset(key.split()), at, at)
