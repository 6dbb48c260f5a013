"""A message on its way out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.telegram.errors import Outcome
from diplomacy.briefing.document import Document
from handlers.contract import Attachment


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one chat."""

    chat: int
    part: Document
    """A document that fits one message."""
    thread: int | None = None
    silent: bool = False
    edits: int | None = None
    """The message that it takes the place of."""
    anew: bool = True
    """Where that message can't be changed any more, a new one may be sent in its stead."""
    replies_to: int | None = None
    attachment: Attachment | None = None
    """A file that is sent instead of the document."""
    plain: bool = False
    """Without markup: Telegram could not parse it."""


Send = Callable[[Outgoing], Awaitable[Outcome]]
"""Try once; whatever goes wrong comes back as a value."""
