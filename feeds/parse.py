"""Turn a fetched document into entries. Whatever a server sends ends in a health state, never in an exception."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit

from diplomacy.news import Entry, Feed, Health, Publisher
from feeds.dates import parse_date
from feeds.families import publisher_for, same_outlet, source_publisher
from feeds.general import read_any
from feeds.identity import Marks, identities
from feeds.plain import line, plain, unescaped
from feeds.quick import read_quickly
from feeds.raw import RawDocument, RawItem
from feeds.sniff import sniff

MAX_TITLE = 300
"""Characters of a title that are kept; some feeds put the whole article there."""
MAX_TEXT = 10_000
MAX_ITEMS = 5000
MAX_LINK = 2000
"""Characters of an item's address. Telegram refuses a message over a longer one, and with it whatever else it tells."""
MAX_CATEGORIES = 12
MAX_CATEGORY = 60
WORDPRESS = re.compile(r"\s*The post .{1,300}? (?:appeared first on|first appeared on) [^\n]{1,100}$")
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE | re.ASCII)

UNSAFE = re.compile("[\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""No address holds them as they are: controls, spaces, marks that turn the reading direction, half characters."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A document taken apart. Entries stand in the document's order, each identity once."""

    health: Health
    title: str = ""
    entries: tuple[Entry, ...] = ()
    ttl_minutes: int | None = None
    detail: str = ""


def parse(body: bytes, content_type: str, url: str, feed: Feed, at: datetime) -> ParsedFeed:
    """Read the document that came from `url` at the time `at` as items of a feed."""
    problem = sniff(body)
    if problem is not None and problem[0] is not Health.HTML_PAGE:
        return ParsedFeed(problem[0], detail=problem[1])
    try:
        raw = (None if problem else read_quickly(body, content_type)) or read_any(body, content_type)
        if raw is None or (problem and not raw.items):
            health, detail = problem or (Health.GARBAGE, "the document is neither RSS nor Atom")
            return ParsedFeed(health, detail=detail)
        title, entries = line(raw.title)[:MAX_TITLE], tuple(_entries(raw, url, feed, at))
    except Exception as error:  # noqa: BLE001 (what broken input brings about, in the libraries too, is of every kind)
        log.info("reading %s failed: %r", url, error)
        return ParsedFeed(Health.GARBAGE, detail=f"the document can't be read: {type(error).__name__}")
    return ParsedFeed(Health.OK, title, entries, _minutes(raw.ttl))


def _entries(raw: RawDocument, url: str, feed: Feed, at: datetime) -> Iterator[Entry]:
    feed = replace(feed, language=feed.language or _language(raw.language), publisher=_named(feed, raw.title))
    entries = [_entry(item, url, feed, at) for item in raw.items[:MAX_ITEMS]]
    marks = [
        Marks(item.guid.strip(), entry.url or "", entry.title, item.dates[0] if item.dates else "")
        for item, entry in zip(raw.items, entries, strict=False)
    ]
    seen = set()
    for identity, entry in zip(identities(marks), entries, strict=True):
        if identity not in seen and (entry.title or entry.text):
            seen.add(identity)
            yield replace(entry, identity=identity)


def _entry(item: RawItem, url: str, feed: Feed, at: datetime) -> Entry:
    publisher = _publisher(item, feed)
    title, text = _told(item)
    published = next((date for told in item.dates if (date := parse_date(told)) is not None), None)
    return Entry(
        identity="",
        title=title,
        text=text,
        url=_link(item, url),
        published=published or at,
        dated=published is not None,
        publisher=publisher,
        language=feed.language,
        categories=tuple(
            category for told in item.categories[:MAX_CATEGORIES] if (category := line(told)[:MAX_CATEGORY])
        ),
    )


def _told(item: RawItem) -> tuple[str, str]:
    """Give title and text; what a shortened title leaves out stays readable in the text."""
    title = line(item.title)
    if item.source:
        title = title.removesuffix(f" - {line(item.source)}") or title
    text = max(plain(item.summary), plain(item.content), key=len)
    if "The post " in text:
        text = WORDPRESS.sub("", text)
    if len(title) > MAX_TITLE and not text:
        text = title
    if not title:
        title = text.split("\n", 1)[0]
    return cut(title, MAX_TITLE), cut(text, MAX_TEXT)


def cut(text: str, limit: int) -> str:
    """Shorten a text to a limit at the end of a word, saying so with `…`."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rsplit(maxsplit=1)[0] if " " in head[limit // 2 :] else head
    return f"{words.rstrip()}…"


def _link(item: RawItem, url: str) -> str | None:
    """Find the item's own page: its link, else a guid that is an address."""
    for told in (item.link, item.guid if item.guid.startswith(("http://", "https://")) else ""):
        try:
            link = _without_user(urljoin(url, UNSAFE.sub(_percent, unescaped(told.strip())))) if told.strip() else ""
        except ValueError:
            continue
        if link.startswith(("http://", "https://")) and len(link) <= MAX_LINK:
            return link
    return None


def _without_user(link: str) -> str:
    """Drop what stands before an at sign: the password of the feed itself, or a name that poses as the host."""
    parts = urlsplit(link)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else link


def _percent(found: re.Match[str]) -> str:
    return quote(found[0])


def _publisher(item: RawItem, feed: Feed) -> Publisher:
    """An item's `<source>` outranks its feed."""
    name = line(item.source)[:MAX_CATEGORY]
    if not name or same_outlet(name, feed.publisher.name):
        return feed.publisher
    return source_publisher(name, item.source_link)


def _named(feed: Feed, title: str) -> Publisher:
    """A feed that is known by its bare address alone goes by the name that its document gives itself."""
    name = line(title)[:MAX_CATEGORY]
    if not name or feed.publisher != publisher_for("", feed.url):
        return feed.publisher
    return publisher_for(name, feed.url)


def _language(told: str) -> str | None:
    found = LANGUAGE.fullmatch(told.strip())
    return found[1].lower() if found else None


def _minutes(ttl: str) -> int | None:
    told = ttl.strip()
    return int(told[:6]) if told.isascii() and told.isdigit() and int(told[:6]) > 0 else None
