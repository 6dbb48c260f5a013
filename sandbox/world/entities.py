"""Entities: which part of a text is bold, a link or a command, counted in UTF-16 units."""

from typing import NamedTuple

from sandbox.wire import Json, JsonObject


class Entity(NamedTuple):
    """A part of a text that is more than text; a tuple, since thousands are made a second.

    `value` is the address of a text_link, the language of a pre, the id of a custom_emoji or a mentioned person, or the
    Unix time of a date_time, whose format is `form`.
    """

    kind: str
    offset: int
    length: int
    value: str = ""
    form: str = ""

    @property
    def end(self) -> int:
        """The unit after its last."""
        return self.offset + self.length

    def told(self) -> JsonObject:
        """Tell it as a `MessageEntity` of the Bot API."""
        told: dict[str, Json] = {"offset": self.offset, "length": self.length, "type": self.kind}
        if self.value:
            told.update(self.details())
        return told

    def details(self) -> dict[str, Json]:
        """What stands in a `MessageEntity` beside its place and type."""
        match self.kind:
            case "text_mention":
                return {"user": {"id": int(self.value), "is_bot": False, "first_name": self.form}}
            case "date_time":
                return {"unix_time": int(self.value), "date_time_format": self.form}
            case kind:
                return {DETAIL[kind]: self.value} if kind in DETAIL else {}


DETAIL = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}


def units(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def order(entity: Entity) -> tuple[int, int, int]:
    """Sort outer before inner: by offset, the longer first, then as Telegram ranks the kinds."""
    return (entity[1], -entity[2], RANK.get(entity[0], LAST))


RANKED = (
    "blockquote expandable_blockquote pre code text_link text_mention bold italic underline strikethrough spoiler "
    "custom_emoji date_time"
)
RANK = {kind: rank for rank, kind in enumerate(RANKED.split())}
LAST = len(RANK)
