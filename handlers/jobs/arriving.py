"""Keep what a poll brought: decide what is new, corrected or only renamed, give each report its story, store it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from diplomacy.arrivals import Mark, all_renamed, renamed, worth_announcing
from diplomacy.corrections import is_correction
from diplomacy.news import FeedDue, told
from diplomacy.reading.entry import ReadEntry
from feeds.identity import canonical
from handlers.contract import OpenedFeed
from handlers.jobs.placing import placed_in_stories
from storage.articles import Added, PlacedEntry, StoredVersion
from storage.database import Store

MOST_RENAMED = 1000
"""Stored items among which one with a new name is looked for."""


async def keep(store: Store, due: FeedDue, opened: OpenedFeed, known: Mapping[str, str], now: datetime) -> Added:
    """Store what is new or changed in a feed's document, within the caller's transaction."""
    names: dict[str, str] = {}
    if not due.first_poll and all_renamed(opened.listed, known):
        names = await _renamed(store, due, opened)
    versions: dict[str, StoredVersion] = {}
    if not due.first_poll:
        versions = await store.articles.newest(due.id, [read.entry.identity for read in opened.entries])
    newest_renamed = max((version.published for name, version in versions.items() if name in names), default=None)
    decided = [
        _decided(read, versions.get(read.entry.identity), due, known, now, newer_than=newest_renamed)
        for read in opened.entries
    ]
    stories = await placed_in_stories(store, [read for read, _, _ in decided], opened.beginnings, versions)
    placed = [
        PlacedEntry(read, story, announce, corrected)
        for (read, announce, corrected), story in zip(decided, stories, strict=True)
    ]
    return await store.articles.add(due.id, placed, opened.listed, now)


async def _renamed(store: Store, due: FeedDue, opened: OpenedFeed) -> dict[str, str]:
    """A feed has changed all its guids: give what it listed before the new names, so that nothing comes in twice."""
    stored = [
        Mark(item.identity, canonical(item.url), item.title, item.content_hash)
        for item in await store.articles.recent(due.id, MOST_RENAMED)
    ]
    names = renamed(stored, [_mark(read) for read in opened.entries])
    await store.articles.rename(due.id, {old: new for new, old in names.items()})
    return names


def _mark(read: ReadEntry) -> Mark:
    return Mark(read.entry.identity, canonical(read.entry.url or ""), read.entry.title, read.content_hash)


def _decided(
    read: ReadEntry,
    version: StoredVersion | None,
    due: FeedDue,
    known: Mapping[str, str],
    now: datetime,
    *,
    newer_than: datetime | None,
) -> tuple[ReadEntry, bool, bool]:
    """Say of an entry whether it is announced and whether it is a correction."""
    entry = read.entry
    if version is None:
        # A known one without a version is an old item whose text was removed.
        new = not due.first_poll and entry.identity not in known
        return read, new and worth_announcing(entry.published, now, newer_than=newer_than), False
    if not entry.dated:
        read = replace(read, entry=replace(entry, published=version.published))
    corrected = version.content_hash != read.content_hash and corrects(version, read)
    return read, corrected, corrected


def corrects(version: StoredVersion, read: ReadEntry) -> bool:
    """Tell whether a new version takes back something of the one before."""
    return is_correction(
        told(version.title, version.text),
        read.entry.told,
        pairs=(version.pairs, [said.key for said in read.reading.pairs]),
        events=(version.events, read.reading.events),
    )
