"""From what a bot sends to what stands in the message: parsed, cleaned, trimmed, found links, measured."""

import re
from collections.abc import Iterable

from sandbox.api.found import found_entities
from sandbox.api.html import BrokenMarkup, parse_html
from sandbox.api.refusals import bad
from sandbox.wire import Json
from sandbox.world.entities import Entity, order, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
"""Telegram drops the entities above this number, the later ones, and sends the message all the same."""

REMOVED = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a"
BLANKED = "".join(chr(code) for code in range(32) if chr(code) not in "\n\r")
UNCLEAN = re.compile(f"[{REMOVED}{re.escape(BLANKED)}]")
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CODES = frozenset({"pre", "code"})
GIVEN = STYLES | QUOTES | CODES | {"text_link", "text_mention", "custom_emoji", "date_time"}
FOUND = frozenset("mention hashtag cashtag bot_command url email phone_number bank_card_number media_timestamp".split())

Formatted = tuple[str, tuple[Entity, ...]]


def formatted(text: str, parse_mode: str, given: Json) -> Formatted:
    """Make a message's text and entities out of what was sent; raises Refused."""
    match parse_mode.lower():
        case "html":
            try:
                text, entities = parse_html(text)
            except BrokenMarkup as broken:
                raise bad(f"can't parse entities: {broken}") from None
        case "":
            entities = given_entities(given)
        case "markdown" | "markdownv2":
            raise bad(f"the sandbox reads no {parse_mode}; use parse_mode HTML or entities")
        case _:
            raise bad("unsupported parse_mode")
    return settled(text, entities)


def settled(text: str, entities: list[Entity]) -> Formatted:
    """Clean and trim a text with its entities, and find the links and commands in it."""
    if UNCLEAN.search(text):
        text, entities = cleaned(text, entities)
    text, entities = trimmed(text, entities)
    if entities:
        entities = nested(text, entities)
    entities = [*entities, *found_entities(text, entities)]
    entities.sort(key=order)
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
        places.extend(places[-1] + step for step in range(1, wide + 1))
    last = len(places) - 1
    moved = [(entity, places[min(entity.offset, last)], places[min(entity.end, last)]) for entity in entities]
    return "".join(kept), [between(entity, start, end) for entity, start, end in moved if end > start]


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim white space at both ends; entities are cut to what is left."""
    short = text.strip(" \n\t")
    if len(short) == len(text):
        return text, entities
    skip = len(text) - len(text.lstrip(" \n\t"))
    length = units(short)
    cut = [(entity, max(entity.offset - skip, 0), min(entity.end - skip, length)) for entity in entities]
    return short, [between(entity, start, end) for entity, start, end in cut if end > start]


def between(entity: Entity, start: int, end: int) -> Entity:
    """The same entity at another place."""
    return Entity(entity.kind, start, end - start, entity.value, entity.form)


def nested(text: str, entities: list[Entity]) -> list[Entity]:
    """Keep the rules of nesting: nothing in code, styles anywhere else, no quote in a quote, no link in a link."""
    kept: list[Entity] = []
    opened: list[Entity] = []
    for entity in sorted(split(entities), key=order):
        while opened and opened[-1].end <= entity.offset:
            opened.pop()
        if not bears(opened, entity.kind):
            continue
        opened.append(entity)
        kept.append(entity)
    codes = [entity for entity in kept if entity.kind in CODES]
    if codes:
        kept = [piece for entity in kept for piece in around(entity, codes)]
    return [entity for entity in kept if not blank(text, entity)] if " " in text or "\n" in text else kept


def bears(opened: list[Entity], kind: str) -> bool:
    """Whether an entity of this kind may stand inside those that are open."""
    for outer in opened:
        if outer.kind in CODES or outer.kind == kind:
            return False
        if kind in QUOTES and outer.kind in QUOTES:
            return False
        if kind not in STYLES and kind not in QUOTES and outer.kind not in STYLES and outer.kind not in QUOTES:
            return False
    return True


def around(entity: Entity, codes: list[Entity]) -> Iterable[Entity]:
    """A style around code stands only before and after it."""
    if entity.kind not in STYLES:
        yield entity
        return
    start = entity.offset
    for code in codes:
        if code.offset >= entity.end or code.end <= start:
            continue
        if code.offset > start:
            yield between(entity, start, code.offset)
        start = max(start, code.end)
    if start < entity.end:
        yield between(entity, start, entity.end)


def split(entities: list[Entity]) -> list[Entity]:
    """Where one entity crosses the end of another, make two of it."""
    done: list[Entity] = []
    left = sorted(entities, key=order, reverse=True)
    opened: list[Entity] = []
    while left:
        entity = left.pop()
        while opened and opened[-1].end <= entity.offset:
            opened.pop()
        edge = min((outer.end for outer in opened), default=entity.end)
        if edge < entity.end:
            left.append(between(entity, edge, entity.end))
            left.sort(key=order, reverse=True)
            entity = between(entity, entity.offset, edge)
        opened.append(entity)
        done.append(entity)
    return done


def blank(text: str, entity: Entity) -> bool:
    """Whether an entity covers nothing but white space."""
    if text.isascii():
        return text[entity.offset : entity.end].isspace()
    raw = text.encode("utf-16-le", "surrogatepass")[2 * entity.offset : 2 * entity.end]
    return raw.decode("utf-16-le", "replace").isspace()


def given_entities(given: Json) -> list[Entity]:
    """Read the parameter `entities`; those that Telegram finds by itself are passed over."""
    if not isinstance(given, list):
        return []
    return [entity for item in given if (entity := given_entity(item)) is not None and entity.length > 0]


def given_entity(item: Json) -> Entity | None:
    """Read one entity of the parameter; raises Refused."""
    if not isinstance(item, dict):
        raise bad("can't parse MessageEntity: expected an Object")
    kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
    if not isinstance(kind, str) or not isinstance(offset, int) or not isinstance(length, int):
        missing = next(
            name
            for name in ("type", "offset", "length")
            if not isinstance(item.get(name), str if name == "type" else int)
        )
        raise bad(f"can't parse MessageEntity: Can't find field \"{missing}\"")
    if kind in FOUND:
        return None
    if kind not in GIVEN:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    if offset < 0 or length < 0:
        raise bad("can't parse MessageEntity: invalid offset or length specified")
    value = {
        "text_link": item.get("url"),
        "pre": item.get("language"),
        "custom_emoji": item.get("custom_emoji_id"),
        "date_time": item.get("unix_time"),
        "text_mention": user["id"] if isinstance(user := item.get("user"), dict) and "id" in user else None,
    }.get(kind)
    form = item.get("date_time_format", "")
    return Entity(kind, offset, length, "" if value is None else str(value), form if isinstance(form, str) else "")


def message_text(text: str, parse_mode: str, given: Json, *, edit: bool = False) -> Formatted:
    """A text message's text, 1 to 4096 units; raises Refused."""
    text, entities = formatted(text, parse_mode, given)
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG" if edit else "message is too long")
    return text, entities


def caption_text(text: str, parse_mode: str, given: Json) -> Formatted:
    """A caption, up to 1024 units; raises Refused."""
    text, entities = formatted(text, parse_mode, given)
    if units(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return text, entities
