"""What runs inside a worker process that `bot/workers.py` started: parse a document, read what is new in it.

A worker is a fresh interpreter that imports only what parsing and reading need, so that it stays small.
"""

import importlib
import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection

from diplomacy.news import Entry, Feed, Health
from diplomacy.reading.entry import ReadEntry
from diplomacy.reading.shapes import ArticleKind, Reading
from diplomacy.stories import NewStory, beginning
from feeds.identity import content_hash
from feeds.parse import parse
from storage.folding import tokens

Read = Callable[[Entry], Reading]
log = logging.getLogger(__name__)

MARK = 8
"""Bytes of an identity and of a content hash by which a known version is recognised; keeps the traffic small."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to open."""

    body: bytes
    content_type: str
    url: str
    feed: Feed
    at: datetime
    known: bytes
    """The marks of all known versions, one after another."""
    seconds: int
    """After this long the worker ends itself, should its house be gone."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was opened."""

    health: Health
    title: str
    listed: tuple[str, ...]
    entries: tuple[ReadEntry, ...]
    beginnings: tuple[NewStory, ...]
    ttl_minutes: int | None
    detail: str


def mark(identity: str, content: str) -> bytes:
    """Shorten an identity and a content hash to what recognises a version."""
    return bytes.fromhex(identity[: 2 * MARK] + content[: 2 * MARK])


def open_document(task: Task, read: Read) -> Opened:
    """Parse a document and read those of its entries that are unknown or changed."""
    parsed = parse(task.body, task.content_type, task.url, task.feed, task.at)
    known = {task.known[place : place + 2 * MARK] for place in range(0, len(task.known), 2 * MARK)}
    fresh = []
    for entry in parsed.entries:
        content = content_hash(entry.title, entry.text)
        if mark(entry.identity, content) not in known:
            fresh.append(ReadEntry(entry, content, _reading(entry, read), " ".join(tokens(entry.told))))
    return Opened(
        parsed.health,
        parsed.title,
        listed=tuple(entry.identity for entry in parsed.entries),
        entries=tuple(fresh),
        beginnings=tuple(beginning(read_entry) for read_entry in fresh),
        ttl_minutes=parsed.ttl_minutes,
        detail=parsed.detail,
    )


def _reading(entry: Entry, read: Read) -> Reading:
    try:
        return read(entry)
    except Exception:
        log.exception("an entry of %s could not be read", entry.publisher.name)
        return unread(entry)


def unread(entry: Entry) -> Reading:
    """The reading of an entry that nobody read: its language as its feed tells it."""
    return Reading(entry.language, ArticleKind.NEWS)


def no_reading() -> Read:
    """Make the reader for a house in which reading is off."""
    return unread


def country_reading() -> Read:
    """Make the reader that finds countries, pairs and events; the gazetteer is read once a worker."""
    from diplomacy.countries.gazetteer import load  # noqa: PLC0415 (heavy, and not needed where reading is off)
    from diplomacy.reading.read import read  # noqa: PLC0415

    gazetteer = load()
    return lambda entry: read(entry, gazetteer)


def serve(channel: Connection, reader: str) -> None:
    """Open documents until the house hangs up. `reader` names a factory as `module:function`."""
    module, _, function = reader.partition(":")
    read: Read = getattr(importlib.import_module(module), function)()
    try:
        channel.send("ready")
    except BrokenPipeError:
        return  # the house has ended meanwhile
    while True:
        try:
            task = channel.recv()
        except EOFError:
            return
        # Where the house was killed nobody is left to end a stuck worker: the signal's default is the end.
        signal.alarm(task.seconds)
        opened = open_document(task, read)
        signal.alarm(0)
        channel.send(opened)


def main() -> None:
    """Run the process: the pipe's number and the reader stand on the command line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(Connection(int(sys.argv[1])), sys.argv[2])
