"""What a body is before anybody tries to read it as a feed."""

import codecs
import json
import re

from diplomacy.news import Health

BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HEAD = 64 * 1024
"""Bytes in which the first element has to begin."""
HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
SKIPPED = ((b"<!--", b"-->"), (b"<?", b"?>"))
"""What may stand before the first element: comments, declarations, processing instructions."""


def sniff(body: bytes) -> tuple[Health, str] | None:
    """Say what is wrong with a body that is plainly no feed, as health and a sentence for operators."""
    start = _start(body)
    if not start:
        return Health.EMPTY, "the server sent an empty document"
    if start[:1] in {b"{", b"["}:
        return _json(start)
    if HTML.match(start):
        return Health.HTML_PAGE, "the server sent a web page, not a feed"
    return None


def _start(body: bytes) -> bytes:
    """Find where the document begins, past marks, white space, comments and declarations."""
    for bom in BOMS:
        body = body.removeprefix(bom)
    body = body.strip(b"\x00 \t\r\n\x0b\x0c")
    head, place = body[:HEAD], 0
    while True:
        place += len(head[place:]) - len(head[place:].lstrip())
        for opening, closing in SKIPPED:
            if head.startswith(opening, place) and (end := head.find(closing, place)) >= 0:
                place = end + len(closing)
                break
        else:
            return body[place:]


def _json(start: bytes) -> tuple[Health, str]:
    try:
        read = json.loads(start.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return Health.GARBAGE, "the document is neither XML nor JSON"
    version = read.get("version") if isinstance(read, dict) else None
    if isinstance(version, str) and "jsonfeed.org" in version:
        return Health.JSON_FEED, "the document is a JSON feed; only RSS and Atom are read"
    return Health.JSON_FEED, "the document is JSON; only RSS and Atom are read"
