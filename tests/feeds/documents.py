"""Documents for tests of parsing: invented feeds of invented dealings."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from diplomacy.news import Feed
from feeds.parse import ParsedFeed, parse
from tests.builders import a_feed

AT = datetime(2025, 11, 25, 8, tzinfo=UTC)
URL = "https://news.example.org/world/feed.rss"


def an_item(title: str = "A title", **elements: str) -> str:
    """An item of an RSS feed; elements by name, their text escaped, `_` for `:`."""
    told = "".join(
        f"<{name.replace('_', ':')}>{escape(text)}</{name.replace('_', ':')}>" for name, text in elements.items()
    )
    return f"<item><title>{escape(title)}</title>{told}</item>"


def rss(*items: str, head: str = "") -> bytes:
    """An RSS feed of these items."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<channel><title>Wire</title>{head}{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}>{channel}</rss>'.encode()


def read(body: bytes, content_type: str = "application/rss+xml", feed: Feed | None = None) -> ParsedFeed:
    """Parse a document as it came from the usual address at the usual time."""
    return parse(body, content_type, URL, feed or a_feed(URL), AT)
