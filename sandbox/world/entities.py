"""Entities: which part of a text is bold, a link or a command, counted in UTF-16 units."""

from dataclasses import dataclass

from sandbox.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a text that is more than text.

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
        match self.kind:
            case "text_link":
                told["url"] = self.value
            case "pre" if self.value:
                told["language"] = self.value
            case "custom_emoji":
                told["custom_emoji_id"] = self.value
            case "text_mention":
                told["user"] = {"id": int(self.value), "is_bot": False, "first_name": self.form}
            case "date_time":
                told["unix_time"] = int(self.value)
                told["date_time_format"] = self.form
            case _:
                pass
        return told


def units(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def order(entity: Entity) -> tuple[int, int, int]:
    """Sort outer before inner: by offset, the longer first, then as Telegram ranks the kinds."""
    return (entity.offset, -entity.length, RANK.get(entity.kind, len(RANK)))


RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            "blockquote",
            "expandable_blockquote",
            "pre",
            "code",
            "text_link",
            "text_mention",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "custom_emoji",
            "date_time",
        )  # fmt: skip
    )
}
