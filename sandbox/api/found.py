"""What Telegram finds in a text by itself: commands, mentions, hashtags, addresses."""

import re
from collections.abc import Iterator

from sandbox.world.entities import Entity, units

FIND = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"«»“”]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z0-9_]{3,32})(?!\w)"
    r"|(?<![\w&])(?P<hashtag>\#\w*[^\W\d_]\w*)"
)
HINT = re.compile(r"[/@#]|www\.")


def found_entities(text: str, given: list[Entity]) -> Iterator[Entity]:
    """Find them outside code and links that were given."""
    if HINT.search(text) is None:
        return
    closed = [
        (entity.offset, entity.end) for entity in given if entity.kind in ("pre", "code", "text_link", "text_mention")
    ]
    plain = text.isascii()
    for found in FIND.finditer(text):
        kind, piece = found.lastgroup or "", found[0]
        if kind == "url":
            piece = piece.rstrip(".,;:!?'") if "(" in piece else piece.rstrip(".,;:!?')")
        offset = found.start() if plain else units(text[: found.start()])
        length = len(piece) if plain else units(piece)
        if not any(start < offset + length and offset < end for start, end in closed):
            yield Entity(kind, offset, length)
