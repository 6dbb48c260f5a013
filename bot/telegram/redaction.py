"""Texts without the bot's token, which stands in every address of the Bot API."""

import re

_IN_ADDRESS = re.compile(r"(/(?:file/)?bot)[^/\s'\"]+")
_ALONE = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")


def redacted(text: str) -> str:
    """Take tokens out of a text that may be logged or shown."""
    return _ALONE.sub("***", _IN_ADDRESS.sub(r"\1***", text))
