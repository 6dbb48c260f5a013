"""A message as the control calls and the page see it."""

from urllib.parse import quote

from sandbox.wire import Json, JsonObject, iso
from sandbox.world.markup import marked_up
from sandbox.world.messages import File, Message


def shown(message: Message) -> dict[str, Json]:
    """Tell a message in the sandbox's shape, edits applied; extra keys only where they say something."""
    told: dict[str, Json] = {
        "message_id": message.id,
        "date": iso(message.date),
        "from": "bot" if message.sender is None else message.sender,
        "text": message.text,
        "html": marked_up(message.text, message.entities),
        "buttons": buttons(message.markup),
        "file": file_shown(message.media.file) if message.media else None,
        "edited": message.edited_at is not None,
    }
    if message.thread is not None:
        told["thread"] = message.thread
    if message.reply_to is not None:
        told["reply_to"] = message.reply_to
    if message.silent:
        told["silent"] = True
    if message.album:
        told["album"] = message.album
    return told


def file_shown(file: File) -> JsonObject:
    """Tell a file: its name, type and where this server has it."""
    return {"name": file.name, "type": file.type, "url": f"/sandbox/files/{file.id}/{quote(file.name, safe='')}"}


def buttons(markup: JsonObject | None) -> list[list[JsonObject]]:
    """Tell the inline keyboard as rows of buttons."""
    rows = markup.get("inline_keyboard", ()) if markup else ()
    return (
        [[button(item) for item in row if isinstance(item, dict)] for row in rows if isinstance(row, list)]
        if isinstance(rows, list)
        else []
    )


def button(item: JsonObject) -> JsonObject:
    """Tell one button by what it does."""
    told: dict[str, Json] = {"text": item.get("text", "")}
    for key, name in (("callback_data", "data"), ("url", "url"), ("switch_inline_query", "switch_inline_query")):
        if key in item:
            told[name] = item[key]
    if "switch_inline_query_current_chat" in item:
        told["switch_inline_query"] = item["switch_inline_query_current_chat"]
    copied = item.get("copy_text")
    if isinstance(copied, dict):
        told["copy_text"] = copied.get("text", "")
    return told
