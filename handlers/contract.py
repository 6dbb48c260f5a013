"""What passes between a door and the house: a `Request` in, a `Reply` out; `Services` is all that handlers may use."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from diplomacy.briefing.document import Document
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.news import FeedDue, Health
from diplomacy.reader import Reader
from diplomacy.reading.entry import ReadEntry
from diplomacy.stories import NewStory
from feeds.fetch import Fetched, FetchFailed, NotModified
from storage.database import Storage

Clock = Callable[[], datetime]
"""The house's one time: aware UTC, real or replayed."""


class ChatKind(StrEnum):
    """What sort of chat a request comes from."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


class Standing(StrEnum):
    """What the one who asks may do in this chat."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks something. Typed, pressed or opened by a deep link: only `pressed` tells a handler which."""

    command: str
    """A name or alias out of `COMMANDS`, without the slash; empty for words that are no command."""
    words: str
    """What follows the command, as typed."""
    chat: int
    thread: int | None = None
    chat_kind: ChatKind = ChatKind.PRIVATE
    person: int | None = None
    """Who asks; None for a channel."""
    standing: Standing = Standing.MEMBER
    """Always ADMINISTRATOR in a private chat."""
    reader: Reader = field(default_factory=Reader)
    """The stored chat's language and zone; for a chat never seen, the language of the person's Telegram and UTC."""
    pressed: bool = False
    """It came from a button, so the reply may take the place of the message that carries the button."""

    @property
    def language_of_words(self) -> str:
        """The language the words are in; buttons carry codes, which are English (`TC` means Türkiye in Turkish)."""
        return "en" if self.pressed else self.reader.language


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply."""

    name: str
    media_type: str
    content: bytes


class ReplyPlace(StrEnum):
    """Where a reply to a pressed button goes; a typed request is always answered by a new message."""

    NEW_MESSAGE = "new-message"
    SAME_MESSAGE = "same-message"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered, at once and to the same chat."""

    document: Document
    place: ReplyPlace = ReplyPlace.NEW_MESSAGE
    attachments: tuple[Attachment, ...] = ()
    notice: str | None = None
    """A few words (at most 200 characters) shown over the chat when a button was pressed."""


@dataclass(frozen=True, slots=True)
class OpenedFeed:
    """A document that a worker process has parsed: every identity it lists; entries that are new or changed, read."""

    health: Health
    title: str
    listed: tuple[str, ...]
    """Identities of all items in the document."""
    entries: tuple[ReadEntry, ...]
    beginnings: tuple[NewStory, ...]
    """The story that each entry would begin, in the same order: worked out where there is time for it."""
    ttl_minutes: int | None = None
    detail: str = ""
    """What was wrong, for operators, where health is not OK."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something the house did, for those who watch: the sandbox's panel, the terminal's progress, metrics."""

    at: datetime
    kind: str
    """`polled`, `sent`, `digest`, `refused` …"""
    text: str


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a handler may use, built once by the composition root."""

    now: Clock
    storage: Storage
    gazetteer: Gazetteer
    fetch: Callable[[FeedDue, datetime], Awaitable[Fetched | NotModified | FetchFailed]]
    """Ask a feed's server; guarded, limited, never raises for what a server does."""
    open_feed: Callable[[FeedDue, Fetched, Mapping[str, str]], Awaitable[OpenedFeed]]
    """Parse and read in a worker process; the mapping tells known identities and their content hashes."""
    split: Callable[[Document], tuple[Document, ...]]
    """Cut a document into parts that each fit one message."""
    operators: frozenset[int] = frozenset()
    retention_days: int = 365
    bot_name: str = ""
    observe: Callable[[Sighting], None] = lambda _: None
    wake_delivery: Callable[[], None] = lambda: None
    """Tell the delivery that the outbox has something new."""


Handler = Callable[[Request, Services], Awaitable[Reply]]
"""Answers one request; what goes wrong for a person to know is a sentence in the reply, never an exception."""


@dataclass(frozen=True, slots=True)
class Command:
    """A row of `COMMANDS`: what people can type, and who answers."""

    name: str
    aliases: tuple[str, ...]
    handler: Handler
    changes_settings: bool = False
    """In a group only administrators may use it."""
    asks_standing: bool = False
    """Everybody may use it, but what it does may depend on who asks."""
    harmless: frozenset[str] = frozenset()
    """Words with which a command that changes settings only shows something, so that everybody may use it."""
    operators_only: bool = False
    """Hidden from everybody but the ids in `OPERATORS`: to others the command does not exist."""
    listed: bool = True
    """Named in `/help` and in Telegram's menu."""


@dataclass(frozen=True, slots=True)
class Job:
    """A row of `JOBS`: what the clock sets going, and how often it knocks."""

    name: str
    run: Callable[[Services], Awaitable[None]]
    every: timedelta
    due: Callable[[Services], Awaitable[datetime | None]] | None = None
    """When there is work next, so that a clock that jumps goes straight there; None: at each knock."""
