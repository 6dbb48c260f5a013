"""The shapes of news that `feeds/` and `storage/` both speak: where it comes from, and what one item of it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class FeedKind(StrEnum):
    """What sort of house publishes a feed."""

    AGENCY = "agency"
    OUTLET = "outlet"
    MINISTRY = "ministry"
    ORGANISATION = "organisation"
    THINK_TANK = "think-tank"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for a report. Two outlets of one `family` have one owner and count once."""

    name: str
    family: str
    country: str | None
    """ISO 3166-1 alpha-2 of the seat (`XK`, `EU`, `UN` too), None where unknown."""
    kind: FeedKind
    state_linked: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """An address that is asked for news, with the facts of the catalogue about it."""

    url: str
    publisher: Publisher
    language: str | None
    """ISO 639-1 of most of its items, None where unknown."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "anything new?" with, kept to the letter; a hash for those that give none."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


class Health(StrEnum):
    """How the last try of a feed went; each has its sentence in the catalogues, under `health.<value>`."""

    UNTRIED = "untried"
    OK = "ok"
    EMPTY = "empty"
    HTML_PAGE = "html-page"
    JSON_FEED = "json-feed"
    GARBAGE = "garbage"
    PARSE_TIMEOUT = "parse-timeout"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    FORBIDDEN_ADDRESS = "forbidden-address"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    HTTP_ERROR = "http-error"
    THROTTLED = "throttled"
    GONE = "gone"
    NOT_KEPT = "not-kept"
    """A fault of this house: the document came, and could not be read or stored."""


@dataclass(frozen=True, slots=True)
class FeedDue:
    """A stored feed whose time to be asked has come."""

    id: int
    feed: Feed
    validators: Validators
    interval: timedelta
    failures: int
    """Tries in a row that failed; 0 after a success."""
    first_poll: bool
    """Nothing was ever stored from it: its backlog is kept, not announced."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, as its publisher wrote it, in plain text."""

    identity: str
    """SHA-256 (hex) of guid, else canonical link, else title and date."""
    title: str
    text: str
    """Summary or body without markup; empty where the title says it all."""
    url: str | None
    published: datetime
    """Aware UTC; the fetch time where the item has no date."""
    dated: bool
    """False where `published` is only the time of the fetch."""
    publisher: Publisher
    language: str | None
    categories: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The text that is read and that offsets count in; a title that begins the text, whole or cut, is told once."""
        return told(self.title, self.text)


def told(title: str, text: str) -> str:
    """Join title and text as offsets count them: title, line break, text; the text alone where it begins so."""
    stem = " ".join(title.rstrip(" .…").split())
    if not stem or (text.lstrip().startswith(stem[0]) and " ".join(text.split()).startswith(stem)):
        return text
    return f"{title}\n{text}" if text else title
