"""Read the most usual kind of document, a clean RSS 2.0 feed, many times faster than by the general way.

Whatever is unusual in a document, an element or attribute that is not in the tables below included, gives it back to
the general way, so that the two can't differ; a test compares them over a large collection of feeds.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from xml.parsers import expat

from feedparser.mixin import _cp1252

from feeds.raw import RawDocument, RawItem

PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?(<\?xml[^>]*\?>)?(?:\s+|<\?.*?\?>|<!--.*?-->)*+<rss[\s>]", re.DOTALL)
DECLARED = re.compile(rb"encoding\s*=\s*[\"']([\w-]+)")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
UTF_8 = frozenset({"utf-8", "utf8"})
ENTITY = re.compile(r"&([A-Za-z0-9_]+);")
SLASHES = re.compile(r"[A-Za-z][A-Za-z0-9+-.]*:///")

CONTENT = "http://purl.org/rss/1.0/modules/content/ encoded"
DUBLIN = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
FIELDS = frozenset({"title", "link", "description", "guid", "pubDate", "category", "source", CONTENT, f"{DUBLIN} date"})
"""Elements of an item that are read; only `category` may stand there more than once."""
CHANNEL_FIELDS = {"title": "title", "language": "language", f"{DUBLIN} language": "language", "ttl": "ttl"}
PASSED_OVER = frozenset(
    {
        "author",
        "comments",
        "enclosure",
        "com-wordpress:feed-additions:1 post-id",
        f"{DUBLIN} creator",
        f"{MEDIA} content",
        f"{MEDIA} thumbnail",
        f"{MEDIA} credit",
        "http://purl.org/rss/1.0/modules/slash/ comments",
        "http://wellformedweb.org/CommentAPI/ commentRss",
    }
)
"""Elements of an item that tell nothing that is read here; they hold at most one another."""
CHANNEL_PASSED_OVER = frozenset(
    {
        "link",
        "description",
        "copyright",
        "generator",
        "docs",
        "pubDate",
        "lastBuildDate",
        "managingEditor",
        "webMaster",
        "category",
        "cloud",
        "com-wordpress:feed-additions:1 site",
        f"{DUBLIN} creator",
        f"{DUBLIN} date",
        f"{DUBLIN} publisher",
        f"{DUBLIN} rights",
        "http://www.w3.org/2005/Atom link",
        "http://rssnamespace.org/feedburner/ext/1.0 info",
        "http://purl.org/rss/1.0/modules/syndication/ updatePeriod",
        "http://purl.org/rss/1.0/modules/syndication/ updateFrequency",
    }
)
OF_IMAGE = frozenset({"title", "link", "url", "width", "height", "description"})
ATTRIBUTES = {"rss": {"version"}, "guid": {"isPermaLink"}, "source": {"url"}, "category": {"domain"}}
ANY_ATTRIBUTES = PASSED_OVER | CHANNEL_PASSED_OVER
NONE: frozenset[str] = frozenset()


class UnusualError(Exception):
    """The document has something that only the general way understands."""


def read_quickly(body: bytes, content_type: str) -> RawDocument | None:
    """Read a document; None where it is not of the usual kind."""
    head, charset = PROLOGUE.match(body), CHARSET.search(content_type)
    if head is None or (charset and charset[1].lower() not in UTF_8):
        return None
    declared = DECLARED.search(head[1] or b"")
    if declared and declared[1].decode().lower() not in UTF_8:
        return None
    try:
        return _Reader().read(body)
    except (UnusualError, expat.ExpatError, ValueError):
        return None


class _Reader:
    """Follows the parser through channel and items."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._words: list[str] = []
        self._feed: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._categories: list[tuple[str, str | None]] = []
        self._attributes: Mapping[str, str] = {}
        self._items: list[RawItem] = []

    def read(self, body: bytes) -> RawDocument:
        """Read a whole document; raises UnusualError or ExpatError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.Parse(body, True)  # noqa: FBT003 (expat takes no keywords)
        return RawDocument(
            self._feed.get("title", ""), self._feed.get("language", ""), self._feed.get("ttl", ""), tuple(self._items)
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        path = self._path
        if len(path) == 3 and path[2] == "item" and name in FIELDS:  # noqa: PLR2004 (rss, channel, item)
            if name in self._fields and name != "category":
                raise UnusualError(name)
            self._attributes = attributes
        elif not _expected(path, name):
            raise UnusualError(name)
        if attributes and name not in ANY_ATTRIBUTES and attributes.keys() - ATTRIBUTES.get(name, NONE):
            raise UnusualError(name)
        path.append(name)
        self._words.clear()

    def _end(self, name: str) -> None:
        path = self._path
        path.pop()
        if len(path) == 3 and path[2] == "item" and name in FIELDS:  # noqa: PLR2004
            self._take(name, _mended("".join(self._words)))
        elif len(path) == 2 and name in CHANNEL_FIELDS:  # noqa: PLR2004
            if name == "title" and name in self._feed:
                raise UnusualError(name)
            self._feed[CHANNEL_FIELDS[name]] = _mended("".join(self._words))
        elif name == "item":
            self._items.append(self._item())
            self._fields, self._categories = {}, []

    def _take(self, name: str, words: str) -> None:
        if name == "category":
            self._categorise(words, self._attributes.get("domain"))
            return
        self._fields[name] = words
        if name == "source":
            self._fields["source url"] = self._attributes.get("url", "")
        elif name == "guid" and self._attributes.get("isPermaLink", "true") == "true":
            self._fields["permalink"] = words

    def _categorise(self, term: str, domain: str | None) -> None:
        if domain is not None:
            if not term:
                raise UnusualError("category")
            self._categories.append((term, domain))
        elif term and (term, None) not in self._categories:
            self._categories.append((term, None))

    def _item(self) -> RawItem:
        told = self._fields.get
        link = told("link", told("permalink", ""))
        if ("link" in self._fields and not link) or SLASHES.match(link) or SLASHES.match(told("permalink", "")):
            raise UnusualError("link")
        content = told(CONTENT, "")
        return RawItem(
            guid=told("guid", ""),
            link=ENTITY.sub(r"&\1", link.replace("&amp;", "&")) if "link" in self._fields else link,
            title=told("title", ""),
            summary=told("description", content),
            content=content,
            dates=tuple(date for date in (told("pubDate"), told(f"{DUBLIN} date")) if date),
            source=told("source", ""),
            source_link=told("source url", ""),
            categories=tuple(term for term, _ in self._categories),
        )


def _expected(path: list[str], name: str) -> bool:
    """Tell whether an element may stand at this place in a document of the usual kind."""
    match path:
        case []:
            return name == "rss"
        case ["rss"]:
            return name == "channel"
        case ["rss", "channel"]:
            return name in {"item", "image"} or name in CHANNEL_FIELDS or name in CHANNEL_PASSED_OVER
        case ["rss", "channel", "image"]:
            return name in OF_IMAGE
        case ["rss", "channel", "item", *within]:
            return name in PASSED_OVER and PASSED_OVER.issuperset(within)
        case _:
            return False


def _mended(words: str) -> str:
    """Strip a text and mend what feedparser mends: UTF-8 that was taken for Latin-1, and Windows' own characters."""
    words = words.strip()
    if words.isascii():
        return words
    with suppress(UnicodeError):
        words = words.encode("iso-8859-1").decode("utf-8")
    return words.translate(_cp1252)
