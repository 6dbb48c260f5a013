"""From what a bot sends to what stands in the message: read, cleaned, trimmed, links found, measured."""

import re

from sandbox.api.broken import BrokenMarkup
from sandbox.api.found import found_entities
from sandbox.api.given import given_entities
from sandbox.api.html import parse_html
from sandbox.api.nesting import between, nested, split
from sandbox.api.refusals import bad
from sandbox.wire import Json
from sandbox.world.entities import Entity, order, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
"""Above this number Telegram drops entities, those that come last, and sends the message all the same."""

REMOVED = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a"
BLANKED = "".join(chr(code) for code in range(32) if chr(code) not in "\n\r")
UNCLEAN = re.compile(f"[{REMOVED}{re.escape(BLANKED)}]")
WHITE = " \n"
BLANKS = frozenset({b" \0", b"\n\0"})

INVISIBLE = " \n\u00a0\u00ad\u2000\u200b\u200c\u200d\u200e\u200f\u2060\u2800\u3000\ufeff"
"""A text of nothing else shows nothing, and is refused."""

Formatted = tuple[str, tuple[Entity, ...]]


def message_text(text: str, parse_mode: str, given: Json, *, edit: bool = False) -> Formatted:
    """A text message's text, 1 to 4096 units; raises Refused."""
    if not text:
        raise bad("message text is empty")
    text, entities = formatted(text, parse_mode, given)
    if not text.strip(INVISIBLE):
        raise bad("text must be non-empty")
    if units(text) > TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG" if edit else "message is too long")
    return text, entities


def caption_text(text: str, parse_mode: str, given: Json, *, edit: bool = False) -> Formatted:
    """A caption, up to 1024 units; raises Refused."""
    text, entities = formatted(text, parse_mode, given)
    if units(text) > CAPTION_LIMIT:
        raise bad("MEDIA_CAPTION_TOO_LONG" if edit else "message caption is too long")
    return text, entities


def formatted(text: str, parse_mode: str, given: Json) -> Formatted:
    """Make a message's text and entities out of what was sent; raises Refused."""
    match parse_mode.lower():
        case "html":
            try:
                return settled(*parse_html(text))
            except BrokenMarkup as broken:
                raise bad(f"can't parse entities: {broken}") from None
        case "":
            return settled(text, split(given_entities(given)))
        case "markdown" | "markdownv2":
            raise bad(f"the sandbox reads no {parse_mode}; use parse_mode HTML or entities")
        case _:
            raise bad("unsupported parse_mode")


def settled(text: str, entities: list[Entity]) -> Formatted:
    """Clean and trim a text with its entities, and find the links and commands in it."""
    if UNCLEAN.search(text):
        text, entities = cleaned(text, entities)
    if text[:1].isspace() or text[-1:].isspace():
        text, entities = trimmed(text, entities)
    if entities:
        entities = filled(text, nested(entities))
    found = list(found_entities(text, entities))
    if found:
        entities = sorted((*entities, *found), key=order)
    return text, tuple(entities[:ENTITY_LIMIT])


def cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Take out what Telegram takes out and blank what it blanks; entities move along."""
    places = [0]
    kept: list[str] = []
    for character in text:
        wide = 1 + (character > "\uffff")
        if character in REMOVED:
            places.extend([places[-1]] * wide)
            continue
        kept.append(" " if character in BLANKED else character)
        places.extend([places[-1] + step for step in range(1, wide + 1)])
    last = len(places) - 1
    moved = [(entity, places[min(entity.offset, last)], places[min(entity.end, last)]) for entity in entities]
    return "".join(kept), [between(entity, start, end) for entity, start, end in moved if end > start]


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim white space at both ends; entities are cut to what is left."""
    short = text.strip(WHITE)
    skip = len(text) - len(text.lstrip(WHITE))
    length = units(short)
    if not skip:
        return short, [
            entity if entity.end <= length else between(entity, entity.offset, length)
            for entity in entities
            if entity.offset < length
        ]
    cut = [(entity, max(entity.offset - skip, 0), min(entity.end - skip, length)) for entity in entities]
    return short, [between(entity, start, end) for entity, start, end in cut if end > start]


def filled(text: str, entities: list[Entity]) -> list[Entity]:
    """Leave out entities that cover nothing but white space, and cut those that reach past the end."""
    raw = text.encode("utf-16-le", "surrogatepass")
    length = len(raw) // 2
    kept: list[Entity] = []
    for entity in entities:
        start, end = entity.offset, entity.end
        if start >= length:
            continue
        if (
            raw[2 * start : 2 * start + 2] in BLANKS
            and raw[2 * start : 2 * end].decode("utf-16-le", "replace").isspace()
        ):
            continue
        kept.append(entity if end <= length else between(entity, start, length))
    return kept
