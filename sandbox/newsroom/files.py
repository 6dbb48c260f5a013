"""Any file served as it is, under the type it seems to be."""

import mimetypes
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sandbox.newsroom.served import Edition

LOOKED_AT = 2_000
SIGNS = (
    (re.compile(rb"<rdf:RDF\b", re.IGNORECASE), "application/rdf+xml"),
    (re.compile(rb"<rss\b", re.IGNORECASE), "application/rss+xml"),
    (re.compile(rb"<feed\b", re.IGNORECASE), "application/atom+xml"),
    (re.compile(rb"<(?:!doctype html|html)\b", re.IGNORECASE), "text/html"),
    (re.compile(rb"^\s*\{"), "application/feed+json"),
    (re.compile(rb"^\s*<\?xml"), "application/xml"),
)
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file of this machine; each request reads it anew."""

    path: Path

    def edition(self, now: datetime) -> Edition:
        """The file as it is; raises OSError."""
        del now
        body = self.path.read_bytes()
        changed = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        return Edition(body, type_of(body, self.path.name), changed)


def type_of(body: bytes, name: str) -> str:
    """What a file seems to be: by its beginning, else by its name."""
    head = body[:LOOKED_AT]
    for sign, kind in SIGNS:
        if sign.search(head):
            return kind
    return mimetypes.guess_type(name)[0] or UNKNOWN
