"""A feed taken apart as text: what stands around its items, and each item as it was written, with its date."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?encoding=[\"']([\w.-]+)[\"'][^>]*?\?>", re.IGNORECASE)
PROLOGUE = re.compile(r"^\s*<\?xml.*?\?>\s*", re.DOTALL)
ITEM = re.compile(r"<(item|entry)\b[^>]*>.*?</\1\s*>", re.DOTALL)
DATE = re.compile(r"<(?:pubDate|published|updated|dc:date)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)", re.IGNORECASE)
ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)\b[^>]*>", re.IGNORECASE)
NAMESPACE = re.compile(r"\sxmlns:([\w.-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class NoFeed(ValueError):  # noqa: N818 -- named for what the file is
    """A file that cannot be replayed; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it was written."""

    date: datetime
    text: str


@dataclass(frozen=True, slots=True)
class FeedText:
    """A feed in pieces; `before + items + after` is the feed again."""

    before: str
    items: tuple[Item, ...]
    after: str

    @property
    def element(self) -> str:
        """What its items are called."""
        return "entry" if "<entry" in self.items[0].text[:6] else "item"


def taken_apart(content: bytes, name: str) -> FeedText:
    """Take a feed apart; raises NoFeed."""
    text = in_text(content)
    found = list(ITEM.finditer(text))
    if not found:
        raise NoFeed(f"{name} has no items that could be replayed.")
    items: list[Item] = []
    for match in found:
        date = dated(match[0])
        if date is None:
            raise NoFeed(f"{name} has an item without a date that can be read: {match[0][:120]!r}")
        items.append(Item(date, match[0]))
    return FeedText(text[: found[0].start()], tuple(items), text[found[-1].end() :])


def in_text(content: bytes) -> str:
    """Decode a feed by its own declaration, and leave the declaration out: it is served in UTF-8."""
    declared = DECLARATION.match(content)
    try:
        text = content.decode(declared[1].decode() if declared else "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        text = content.decode("utf-8", "replace")
    return PROLOGUE.sub("", text.removeprefix("\ufeff"))


def dated(item: str) -> datetime | None:
    """When an item was published, in UTC; None where that cannot be read."""
    found = DATE.search(item)
    if found is None:
        return None
    text = found[1].strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            date = read(text)
        except (ValueError, TypeError):
            continue
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    return None


def together(feeds: tuple[FeedText, ...]) -> FeedText:
    """Make one feed of several: the first one's head with the names that the others need, all items by date."""
    first = feeds[0]
    if len({feed.element for feed in feeds}) > 1:
        raise NoFeed("Files of different kinds, RSS and Atom, cannot be replayed as one feed.")
    before = first.before
    for feed in feeds[1:]:
        before = with_names_of(before, feed.before)
    items = sorted((item for feed in feeds for item in feed.items), key=lambda item: item.date)
    return FeedText(before, tuple(items), first.after)


def with_names_of(before: str, other: str) -> str:
    """The head of a feed with the namespaces that another one's items need."""
    known = {found[1] for found in NAMESPACE.finditer(before)}
    missing = "".join(found[0] for found in NAMESPACE.finditer(other) if found[1] not in known)
    root = ROOT.search(before)
    if root is None or not missing:
        return before
    return f"{before[: root.end() - 1]}{missing}{before[root.end() - 1 :]}"
