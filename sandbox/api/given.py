"""The parameter `entities`: formatting that was given beside the text instead of in it."""

from sandbox.api.refusals import Refused, bad
from sandbox.wire import Json, JsonObject
from sandbox.world.entities import Entity

GIVEN = frozenset(
    {
        *("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"),
        *("pre", "code", "text_link", "text_mention", "custom_emoji", "date_time"),
    }
)
FOUND = frozenset(
    {
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
        *("bank_card_number", "media_timestamp"),
    }
)
"""Kinds that Telegram finds by itself; given, they are passed over."""


def given_entities(given: Json) -> list[Entity]:
    """Read the parameter; raises Refused."""
    if not isinstance(given, list):
        return []
    return [entity for item in given if (entity := given_entity(item)) is not None and entity.length > 0]


def given_entity(item: Json) -> Entity | None:
    """Read one entity; None for a kind that Telegram finds by itself. Raises Refused."""
    if not isinstance(item, dict):
        raise unreadable("expected an Object")
    kind = item.get("type")
    if not isinstance(kind, str):
        raise unreadable('Can\'t find field "type"')
    offset, length = whole(item, "offset"), whole(item, "length")
    if kind in FOUND:
        return None
    if kind not in GIVEN:
        raise unreadable("Unsupported type specified")
    form = item.get("date_time_format", "")
    return Entity(kind, offset, length, value(item, kind), form if isinstance(form, str) else "")


def whole(item: JsonObject, name: str) -> int:
    """A whole number of an entity, 0 or more. Raises Refused."""
    number = item.get(name)
    if number is None:
        raise unreadable(f'Can\'t find field "{name}"')
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise unreadable(f'Field "{name}" must be a valid Number')
    return number


def value(item: JsonObject, kind: str) -> str:
    """What an entity of this kind carries. Raises Refused."""
    user = item.get("user")
    carried = {
        "text_link": item.get("url"),
        "pre": item.get("language"),
        "custom_emoji": item.get("custom_emoji_id"),
        "date_time": item.get("unix_time"),
        "text_mention": user.get("id") if isinstance(user, dict) else None,
    }.get(kind)
    if kind in ("date_time", "text_mention") and (isinstance(carried, bool) or not isinstance(carried, int)):
        raise unreadable(f'Can\'t find field "{"unix_time" if kind == "date_time" else "user"}"')
    return "" if carried is None else str(carried)


def unreadable(why: str) -> Refused:
    """What Telegram says of an entity it cannot read."""
    return bad(f"can't parse MessageEntity: {why}")
