"""Read any document as feedparser reads it: every format, well-formed or not. Thorough, and slow."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import feedparser

from feeds.raw import RawDocument, RawItem


def read_any(body: bytes, content_type: str) -> RawDocument | None:
    """Read a document; None where it is no feed. May raise whatever feedparser raises over broken input."""
    # In a file object: bytes that happen to be a path would be opened as a file.
    read = feedparser.parse(
        BytesIO(body),
        response_headers={"content-type": content_type} if content_type else {},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not read.version and not read.entries:
        return None
    feed = read.feed
    return RawDocument(
        title=_text(feed, "title"),
        language=_text(feed, "language"),
        ttl=_text(feed, "ttl"),
        items=tuple(_item(entry) for entry in read.entries),
    )


def _item(entry: Mapping[str, object]) -> RawItem:
    source = _mapping(_get(entry, "source"))
    return RawItem(
        guid=_text(entry, "id"),
        link=_text(entry, "link") or next(_links(entry), ""),
        title=_text(entry, "title"),
        summary=_text(entry, "summary"),
        content=_content(entry),
        dates=tuple(date for key in ("published", "updated", "created") if (date := _text(entry, key))),
        source=_text(source, "title"),
        source_link=_text(source, "href") or _text(source, "link"),
        categories=tuple(term for tag in _mappings(_get(entry, "tags")) if (term := _text(tag, "term"))),
    )


def _content(entry: Mapping[str, object]) -> str:
    """Join nothing: of several contents the first that is text is the article."""
    for content in _mappings(_get(entry, "content")):
        if not _text(content, "type") or _text(content, "type") in {"text/plain", "text/html", "application/xhtml+xml"}:
            return _text(content, "value")
    return ""


def _links(entry: Mapping[str, object]) -> Iterator[str]:
    for link in _mappings(_get(entry, "links")):
        if _text(link, "rel") == "alternate" and _text(link, "href"):
            yield _text(link, "href")


def _get(holder: Mapping[str, object], key: str) -> object:
    """Look a key up past feedparser's own aliases, which warn."""
    return dict.get(holder, key) if isinstance(holder, dict) else None


def _text(holder: Mapping[str, object], key: str) -> str:
    value = _get(holder, key)
    return value if isinstance(value, str) else ""


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from (part for part in value if isinstance(part, Mapping))
