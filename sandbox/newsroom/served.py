"""One thing that the newsroom serves, and how it is answered with what the asker already has."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Protocol

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Edition:
    """A feed as it is at this moment."""

    body: bytes
    type: str
    changed: datetime

    @property
    def tag(self) -> str:
        """Its ETag: another text has another one."""
        return f'"{sha256(self.body).hexdigest()[:24]}"'


class Served(Protocol):
    """Something with an edition for each moment."""

    def edition(self, now: datetime) -> Edition:
        """What it is now; raises OSError where it cannot be read."""
        ...


def answer(served: Served, request: web.BaseRequest, now: datetime) -> web.Response:
    """Answer a request for it: whole, or 304 where the asker has this edition."""
    try:
        edition = served.edition(now)
    except OSError as error:
        return web.Response(status=404, text=f"The newsroom cannot read this file: {error.strerror}.\n")
    changed = edition.changed.astimezone(UTC).replace(microsecond=0)
    headers = {
        "ETag": edition.tag,
        "Last-Modified": format_datetime(changed, usegmt=True),
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    if has_it(request, edition.tag, changed):
        return web.Response(status=304, headers=headers)
    return web.Response(body=edition.body, headers={**headers, "Content-Type": edition.type})


def has_it(request: web.BaseRequest, tag: str, changed: datetime) -> bool:
    """Whether the asker's validators fit; If-None-Match decides where it is sent."""
    known = request.headers.get("If-None-Match")
    if known is not None:
        return known.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in known.split(",")]
    since = request.headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return changed <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False
