"""A message as it stands in a chat, and the file it may carry."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.wire import JsonObject
from sandbox.world.entities import Entity


@dataclass(frozen=True, slots=True)
class File:
    """Bytes that somebody sent, kept under an id."""

    id: str
    name: str
    type: str
    content: bytes

    @property
    def unique(self) -> str:
        """The same for the same bytes."""
        return self.id.partition("-")[2]

    @property
    def path(self) -> str:
        """Where the Bot API offers it for download."""
        return f"documents/{self.id}/{self.name}"


@dataclass(frozen=True, slots=True)
class Media:
    """What a message carries beside its caption: one file, and what kind of media it is (photo, document …)."""

    kind: str
    file: File
    width: int = 0
    height: int = 0


@dataclass(slots=True)
class Message:
    """A message of a person (`sender` is their id) or of the bot (None); `text` is the caption where there is media."""

    chat: int
    id: int
    date: datetime
    sender: int | None
    text: str
    entities: tuple[Entity, ...] = ()
    markup: JsonObject | None = None
    media: Media | None = None
    thread: int | None = None
    reply_to: int | None = None
    silent: bool = False
    album: str = ""
    forwarded_from: int | None = None
    """Who wrote it first, None being the bot, where `forwarded_at` says when."""
    forwarded_at: datetime | None = None
    edited_at: datetime | None = None
