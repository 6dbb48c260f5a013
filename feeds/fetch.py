"""What a try to fetch a feed can end in."""

from dataclasses import dataclass
from datetime import timedelta

from diplomacy.news import Health, Validators


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document came."""

    url: str
    """The address after redirects."""
    moved_to: str | None
    """The new address where every redirect on the way was permanent (301, 308)."""
    body: bytes
    content_type: str
    """The header as received, charset included; empty where there was none."""
    validators: Validators
    fresh_for: timedelta | None
    """How long the server asks not to be asked again (`Cache-Control`, `Expires`)."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server, or the hash of the body, says that nothing is new."""

    validators: Validators
    fresh_for: timedelta | None


@dataclass(frozen=True, slots=True)
class FetchFailed:
    """No document came; `health` says why in a word, `detail` in a sentence for operators."""

    health: Health
    detail: str
    retry_after: timedelta | None = None
    whole_host: bool = False
    """429: every feed of this host waits; else (503 and the rest) this address alone."""
