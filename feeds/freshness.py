"""What a server's headers say about when to come back."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
NEVER_FRESH = re.compile(r"(?:^|[\s,])(?:no-cache|no-store)\b", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str]) -> timedelta | None:
    """How long `Cache-Control` or `Expires` call the answer fresh; None where they say nothing or 'not at all'."""
    control = headers.get("Cache-Control", "")
    if NEVER_FRESH.search(control):
        return None
    if said := MAX_AGE.search(control):
        seconds = int(said[1]) - _seconds(headers.get("Age", ""))
        return _some(timedelta(seconds=seconds))
    # Expires counts against the server's own clock, which may be wrong.
    expires, date = http_date(headers.get("Expires", "")), http_date(headers.get("Date", ""))
    return _some(expires - date) if expires and date else None


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long `Retry-After` asks to wait, told in seconds or as a date; None where it says nothing useful."""
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return timedelta(seconds=_seconds(told))
    until = http_date(told)
    return _some(until - (http_date(headers.get("Date", "")) or now)) if until else None


def http_date(text: str) -> datetime | None:
    """Read a date of HTTP; None where it is none."""
    try:
        date = parsedate_to_datetime(text)
        return (date.replace(tzinfo=UTC) if date.tzinfo is None else date).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _seconds(text: str) -> int:
    text = text.strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else 0


def _some(span: timedelta) -> timedelta | None:
    return span if span > timedelta(0) else None
