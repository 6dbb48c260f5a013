"""Which feeds are read: our own list, or a file of somebody's own in the same form or in OPML."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diplomacy.news import Feed, FeedKind, Publisher
from feeds.families import publisher_for
from feeds.opml import BadFeedListError, outlines

FILE = Path(__file__).parent / "catalogue.csv"
COLUMNS = ("name", "url", "country", "language", "kind", "state_linked", "default_on")
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed of a list, and whether it is read unless somebody says otherwise."""

    name: str
    """The feed's own name, desk included: `BBC – Africa`."""
    feed: Feed
    default_on: bool


def catalogue() -> tuple[Listed, ...]:
    """Give our own list: the facts of every feed we know."""
    return tuple(_rows(FILE.read_text(encoding="utf-8"), str(FILE)))


def shipped_catalogue() -> tuple[Feed, ...]:
    """Give the feeds of our own list that are read unless somebody says otherwise."""
    return tuple(listed.feed for listed in catalogue() if listed.default_on)


def read_catalogue(path: Path) -> tuple[Feed, ...]:
    """Read a list of feeds, OPML or the catalogue's own form; raises BadFeedListError with a sentence."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise BadFeedListError(f"the list of feeds {path} can't be read: {error.strerror or error}") from error
    listed = tuple(_own_form(text, path) if _is_own_form(text) else _opml(text, path))
    if not listed:
        raise BadFeedListError(f"{path} names no feed: each needs an address that begins with http:// or https://")
    return tuple({each.feed.url: each.feed for each in listed if each.default_on}.values())


def sample_feed(url: str, name: str, language: str) -> Feed:
    """Make the feed of a sample desk; all desks are one family and nobody's outlet."""
    return Feed(url, Publisher(name, "sample", None, FeedKind.SAMPLE, state_linked=False), language)


def feed_at(url: str) -> Feed:
    """Make the feed of a bare address, about which nothing else is said."""
    return Feed(url, publisher_for("", url), None)


def _is_own_form(text: bytes) -> bool:
    header = text.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")[0].decode("utf-8", "replace")
    return {"name", "url"} <= {name.strip() for name in header.split(",")}


def _own_form(text: bytes, path: Path) -> Iterator[Listed]:
    try:
        yield from _rows(text.decode("utf-8-sig"), str(path))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFeedListError(f"{path} is no table in UTF-8: {error}") from error


def _rows(text: str, where: str) -> Iterator[Listed]:
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        told = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if not told["url"].startswith(WEB):
            raise BadFeedListError(f"{where}, line {number}: {told['url'] or 'nothing'!r} is no http or https address")
        try:
            kind = FeedKind(told["kind"] or "outlet")
        except ValueError:
            kinds = ", ".join(FeedKind)
            raise BadFeedListError(f"{where}, line {number}: {told['kind']!r} is no kind; there are {kinds}") from None
        publisher = publisher_for(
            told["name"],
            told["url"],
            country=told["country"].upper() or None,
            kind=kind,
            state_linked={"yes": True, "no": False}.get(told["state_linked"]),
        )
        feed = Feed(told["url"], publisher, told["language"].lower() or None)
        yield Listed(told["name"] or publisher.name, feed, told["default_on"] != "no")


def _opml(text: bytes, path: Path) -> Iterator[Listed]:
    try:
        for outline in outlines(text):
            if outline.url.startswith(WEB):
                publisher = publisher_for(outline.title, outline.url)
                feed = Feed(outline.url, publisher, outline.language)
                yield Listed(outline.title or publisher.name, feed, default_on=True)
    except BadFeedListError as error:
        forms = f"OPML, as feed readers export it, or a table with the columns {', '.join(COLUMNS)}"
        raise BadFeedListError(f"{path} is no list of feeds: {error}. It may be {forms}") from error
