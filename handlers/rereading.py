"""Read again what is stored, where an earlier version of the reading read it.

    next batch of older readings ─▶ read (no transaction waits for that) ─▶ one transaction that replaces them

What is done is marked with the batch, so that whoever is stopped in the middle goes on from there; the bot may run
meanwhile: an article that it changed or tidied away between the two is found as it is then.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.news import told
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import ArticleKind, Reading
from diplomacy.reading.version import READING_VERSION
from storage.database import Storage
from storage.folding import tokens
from storage.readings import ReadAgain, StoredText

log = logging.getLogger(__name__)

AT_ONCE = 200
"""Articles of one transaction: other writers wait for no longer than a tenth of a second or two."""
MARKED_AT_ONCE = 5000

ReadMany = Callable[[Sequence[StoredText]], Awaitable[Sequence[ReadAgain | None]]]
"""Reads articles, in the same order; None for one that could not be read."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading again has come to so far."""

    read: int = 0
    changed: int = 0
    failed: int = 0
    without_text: int = 0
    """Items whose text was tidied away: what they said stays unread."""


async def reread(
    storage: Storage, read_many: ReadMany, seen: Callable[[int, int], None], *, everything: bool
) -> Reread:
    """Read all articles again whose reading is older than this version, or all there are.

    `seen` is told how many are behind, and of how many, after each batch. With `everything` all are marked as unread
    first: where that was stopped in the middle, the next one goes on without it.
    """
    if everything:
        await _forget_all(storage)
    async with storage.reading() as store:
        older, without_text = await store.readings.older(READING_VERSION), await store.readings.without_text()
    so_far, last = Reread(without_text=without_text), 0
    seen(0, older)
    while True:
        async with storage.reading() as store:
            texts = await store.readings.older_after(last, READING_VERSION, AT_ONCE)
        if not texts:
            return so_far
        found = [one for one in await read_many(texts) if one is not None]
        async with storage.writing() as store:
            changed = await store.readings.replace(found)
        last = texts[-1].article
        so_far = replace(
            so_far,
            read=so_far.read + len(found),
            changed=so_far.changed + changed,
            failed=so_far.failed + len(texts) - len(found),
        )
        seen(so_far.read + so_far.failed, older)


async def _forget_all(storage: Storage) -> None:
    """Mark every article as unread, some at a time, so that answers need not wait."""
    last: int | None = 0
    while last is not None:
        async with storage.writing() as store:
            last = await store.readings.forget(last, MARKED_AT_ONCE)


def read_again_or_not(text: StoredText, gazetteer: Gazetteer) -> ReadAgain | None:
    """Read a stored article as if it came now; None, and a line in the log, where that fails."""
    try:
        return read_again(text, gazetteer)
    except Exception:
        log.exception("article %d could not be read again", text.article)
        return None


def read_again(text: StoredText, gazetteer: Gazetteer) -> ReadAgain:
    """Read a stored article as if it came now."""
    reading = read_text(
        text.title,
        text.text,
        gazetteer,
        language=text.language,
        url=text.url,
        categories=text.categories or (),
        published=text.published,
    )
    return ReadAgain(text.article, _as_known(text, reading), " ".join(tokens(told(text.title, text.text))))


def _as_known(text: StoredText, reading: Reading) -> Reading:
    """Keep the kind of an article whose categories told it, where those were not kept."""
    if text.categories is None and reading.kind is ArticleKind.NEWS:
        return replace(reading, kind=text.kind)
    return reading
