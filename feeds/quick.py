"""Read the most usual kind of document, a clean RSS 2.0 feed, many times faster than by the general way.

Whatever is unusual in a document, an element or attribute that is not in the tables below included, gives it back to the
general way, so that the two can't differ; a test compares them over a large collection of feeds.
"""

import re
from xml.parsers import expat

from feeds.raw import RawDocument, RawItem

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
DECLARED = re.compile(rb"encoding\s*=\s*[\"']([\w-]+)")
PROLOGUE = re.compile(rb"\s*(<\?xml[^>]*\?>)?\s*<rss[\s>]")
UTF_8 = frozenset({"utf-8", "utf8"})
XML_TYPES = frozenset({"", "text/xml", "application/xml", "application/rss+xml"})

CONTENT = "http://purl.org/rss/1.0/modules/content/ encoded"
CREATOR = "http://purl.org/dc/elements/1.1/ creator"
ATOM_LINK = "http://www.w3.org/2005/Atom link"
MEDIA = "http://search.yahoo.com/mrss/"

FIELDS = frozenset({"title", "link", "description", "guid", "pubDate", "category", "source", CONTENT})
"""Elements of an item that are read; only `category` may stand there more than once."""
CHANNEL_FIELDS = frozenset({"title", "language", "ttl"})
PASSED_OVER = frozenset(
    {"author", "comments", "enclosure", CREATOR, f"{MEDIA} content", f"{MEDIA} thumbnail"}
    | {f"http://purl.org/rss/1.0/modules/slash/ {name}" for name in ("comments", "section", "department", "hit_parade")}
    | {f"http://wellformedweb.org/CommentAPI/ {name}" for name in ("comment", "commentRss")}
)
"""Elements of an item, without children, that tell nothing that is read here."""
CHANNEL_PASSED_OVER = frozenset(
    {"link", "description", "copyright", "generator", "docs", "pubDate", "lastBuildDate", "managingEditor", "webMaster", ATOM_LINK}
    | {f"http://purl.org/rss/1.0/modules/syndication/ {name}" for name in ("updatePeriod", "updateFrequency", "updateBase")}
)
ATTRIBUTES = {"guid": {"isPermaLink"}, "source": {"url"}, "category": {"domain"}, "rss": {"version"}}


class UnusualError(Exception):
    """The document has something that only the general way understands."""


def read_quickly(body: bytes, content_type: str) -> RawDocument | None:
    """Read a document; None where it is not of the usual kind."""
    if not _is_usual(body, content_type):
        return None
    try:
        return None
    except (UnusualError, expat.ExpatError):
        return None


def _is_usual(body: bytes, content_type: str) -> bool:
    """Tell whether a document is an RSS feed in UTF-8 that declares nothing of its own."""
    head = PROLOGUE.match(body)
    if head is None:
        return False
    declared = DECLARED.search(head[1] or b"")
    charset = CHARSET.search(content_type)
    media = content_type.partition(";")[0].strip().lower()
    return (
        media in XML_TYPES
        and (declared is None or declared[1].decode().lower() in UTF_8)
        and (charset is None or charset[1].lower() in UTF_8)
        and (media != "text/xml" or charset is not None)
    )
