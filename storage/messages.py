"""The shapes of what waits to be sent, and of what becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What is to be done with a message."""

    SEND = "send"
    EDIT = "edit"


class State(StrEnum):
    """Where a message is."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    """It may have arrived; it is not sent twice."""


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One message to be sent; a document of n parts is n of them under one key."""

    chat: int
    thread: int | None
    dedupe_key: str
    part: int
    """From 0 or 1 on, rising."""
    payload: str
    """The serialised blocks."""
    act: Act = Act.SEND
    silent: bool = False
    stories: tuple[int, ...] = ()
    """Stories that this part tells: marked as told when it is sent."""
    edits: int | None = None
    """The message that an edit changes."""
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that nobody else will send."""

    id: int
    message: OutboxMessage
    attempts: int
    """How often it was claimed before."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived."""

    id: int
    message_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never arrive, and the parts after it would make no sense."""

    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Nobody knows whether it arrived."""

    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """It was not sent; it may be, from a moment on."""

    id: int
    not_before: datetime


Outcome = Sent | Refused | Uncertain | PutBack


@dataclass(frozen=True, slots=True)
class UncertainMessage:
    """A message of which nobody knows whether it arrived."""

    id: int
    chat: int
    reason: str
    created_at: datetime
