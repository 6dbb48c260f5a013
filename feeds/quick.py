"""Read the most usual kind of document, a clean RSS 2.0 feed in UTF-8, ten times faster than by the general way.

Anything unusual, an element or attribute that is not in the tables below included, gives the document back to the general way,
so the two can't differ; a test compares them over a large collection of feeds.
"""

import re
from xml.parsers import expat

from feeds.raw import RawDocument, RawItem

PROLOGUE = re.compile(rb"\s*(?:<\?xml[^>]*encoding=[\"']utf-?8[\"'][^>]*\?>|<\?xml(?![^>]*encoding)[^>]*\?>)?\s*<rss\b", re.IGNORECASE)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
TEXT_TYPES = ("application/rss+xml", "application/xml", "text/xml", "application/atom+xml", "text/html", "")

CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
ATOM = "http://www.w3.org/2005/Atom"
HARMLESS = frozenset(
    {
        "http://purl.org/rss/1.0/modules/syndication/",
        "http://purl.org/rss/1.0/modules/slash/",
        "http://wellformedweb.org/CommentAPI/",
    }
)
"""Namespaces whose elements tell nothing that is read here."""
