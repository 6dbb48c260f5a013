"""What became of a message, as types: Telegram's words and the network's accidents are sorted here and nowhere else.

sent                         Sent
not sent, may go later       TryLater      429, the connection refused, 5xx (but 504), a token that is not taken
not sent, never will be      Refused       blocked, kicked, chat not found, or a message that Telegram will not have
not sent, goes elsewhere     Moved         a group that became a supergroup
                             TopicClosed   a forum topic that takes nothing any more
not sent in this dress       Unparsable    Telegram can't read our markup
                             NotEditable   the message to change is gone or too old
nobody knows                 Uncertain     the answer did not come, or the gateway gave up waiting for it
"""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram.redaction import redacted


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, or stands there already as it should."""

    message_id: int


@dataclass(frozen=True, slots=True)
class TryLater:
    """It was not sent; the same may go well after a while."""

    after: timedelta
    reason: str
    flood: bool = False
    """Telegram told us to be silent for that long, towards everybody."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be sent."""

    reason: str
    chat_gone: bool = False
    """Nothing at all can be sent to this chat: blocked, kicked, deleted."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new number."""

    chat: int


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """The topic takes nothing any more; the group may."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unparsable:
    """Telegram can't parse the markup."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotEditable:
    """The message to be changed is gone, too old or not ours."""

    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have been sent."""

    reason: str


Failure = TryLater | Refused | Moved | TopicClosed | Unparsable | NotEditable | Uncertain
Outcome = Sent | Failure


class NotSentError(NetworkError):
    """The server was not reached: nothing was sent."""


class ServerFaultError(NetworkError):
    """The server answered that it could not do it."""

    def __init__(self, status: int) -> None:
        """Take the HTTP status."""
        super().__init__(f"the Bot API server answered {status}")
        self.status = status


GATEWAY_TIMEOUT = 504
SOON = timedelta(seconds=5)
"""How long to leave a server alone that could not be reached or had a fault."""
UNAUTHORISED = timedelta(minutes=1)

NOT_MODIFIED = "message is not modified"
UNPARSABLE = ("can't parse entities", "can't parse message text", "unsupported start tag", "unmatched end tag")
TOPIC = ("topic_closed", "topic_deleted", "message thread not found", "topic is closed", "topic_id_invalid")
NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
CHAT_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "group chat was deactivated",
    "group chat was deleted",
    "chat_write_forbidden",
    "chat_restricted",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights in the channel",
    "bot was kicked",
    "bot was blocked",
    "bot is not a member",
    "bot can't initiate conversation",
    "channel_private",
    "chat_admin_required",
)
"""Telegram's words for a chat that takes nothing from us."""


def is_unmodified(error: TelegramError) -> bool:
    """Tell whether an edit changed nothing, which is as good as done."""
    return isinstance(error, BadRequest) and NOT_MODIFIED in error.message.lower()


def failure_of(error: TelegramError) -> Failure:
    """Sort whatever went wrong with one message."""
    match error:
        case RetryAfter():
            return TryLater(_pause(error), "too many messages", flood=True)
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Refused(redacted(error.message), chat_gone=True)
        case BadRequest():
            return _bad_request(redacted(error.message))
        case _:
            return _not_refused(error)


def _pause(error: RetryAfter) -> timedelta:
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _bad_request(reason: str) -> Failure:
    told = reason.lower()
    for words, failure in ((UNPARSABLE, Unparsable), (TOPIC, TopicClosed), (NOT_EDITABLE, NotEditable)):
        if any(word in told for word in words):
            return failure(reason)
    return Refused(reason, chat_gone=any(word in told for word in CHAT_GONE))


def _not_refused(error: TelegramError) -> Failure:
    """Sort accidents: what certainly was not done may be tried again, what may have been done may not."""
    reason = redacted(error.message)
    match error:
        case NotSentError():
            return TryLater(SOON, reason)
        case ServerFaultError(status=status) if status != GATEWAY_TIMEOUT:
            return TryLater(SOON, reason)
        case InvalidToken() | EndPointNotFound():
            return TryLater(UNAUTHORISED, reason)
        case _:
            return Uncertain(reason)
