"""Rows of the outbox as messages, and what became of messages as marks on rows."""

from datetime import datetime, timedelta
from functools import lru_cache

from bot.delivery.message import Outgoing
from bot.telegram import errors
from diplomacy.briefing.codec import decode
from diplomacy.briefing.document import Document, Heading
from storage.outbox import Act, Claimed, Outcome, PutBack, Refused, Sent, Uncertain

LONGEST_PAUSE = timedelta(minutes=10)

_decoded = lru_cache(maxsize=128)(decode)
"""A payload is read once, however many chats it goes to."""


def outgoing(row: Claimed) -> Outgoing:
    """Make a message of a row; raises PayloadError where what is stored is no document."""
    message = row.message
    edits = message.edits if message.act is Act.EDIT else None
    return Outgoing(
        message.chat, _decoded(message.payload), message.thread, silent=message.silent, edits=edits, anew=False
    )


def marked(
    row: Claimed, outcome: errors.Sent | errors.TryLater | errors.Refused | errors.Uncertain, now: datetime
) -> Outcome:
    """Tell how a row is to be marked; the longer a server is away, the longer it is left alone."""
    match outcome:
        case errors.Sent(message_id):
            return Sent(row.id, message_id, now)
        case errors.TryLater(after, flood=True):
            return PutBack(row.id, now + after)
        case errors.TryLater(after):
            return PutBack(row.id, now + min(after * 2 ** min(row.attempts, 10), LONGEST_PAUSE))
        case errors.Refused(reason):
            return Refused(row.id, reason)
        case errors.Uncertain(reason):
            return Uncertain(row.id, reason)


def title_of(part: Document) -> str:
    """Tell what a message is about, for those who watch."""
    lines = (block.line for block in part.blocks if isinstance(block, Heading))
    return "".join(inline.text for inline in next(lines, ()))
