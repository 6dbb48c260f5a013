"""Reply markup: what Telegram accepts under a message."""

import re

from sandbox.api.refusals import Refused, bad
from sandbox.wire import Json, JsonObject

DATA_BYTES = 64
START = re.compile(r"^(?:https?://)?t\.me/\w+\?(?:[^#]*&)?start(?:group)?=([^&#]*)")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What may follow `start=` in a link to a bot."""
ROW_LIMIT = 8
BUTTON_LIMIT = 100
COPY_LIMIT = 256
ALONE = (
    *("callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "login_url", "web_app"),
)
"""What a button may do beside opening an address, calling back and copying."""


def inline_keyboard(markup: JsonObject, *, only_inline: bool = False) -> JsonObject | None:
    """Check a reply markup and return it where it is an inline keyboard that stays with the message. Raises Refused."""
    if "inline_keyboard" not in markup:
        if only_inline and markup:
            raise bad("inline keyboard expected")
        check_keyboard(markup)
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    count = 0
    for row in rows:
        if not isinstance(row, list):
            raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
        for button in row:
            check_button(button)
        count += len(row)
        if len(row) > ROW_LIMIT:
            raise bad("reply markup is too long")
    if count > BUTTON_LIMIT:
        raise bad("reply markup is too long")
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def check_button(button: Json) -> None:
    """Check one inline button. Raises Refused."""
    if not isinstance(button, dict):
        raise unreadable("InlineKeyboardButton must be an Object")
    text = field(button, "text")
    if text is None:
        raise unreadable('Can\'t find field "text"')
    if not text.strip():
        raise bad("BUTTON_TEXT_INVALID")
    if url := field(button, "url"):
        check_url(url)
    elif data := field(button, "callback_data"):
        if len(data.encode("utf-8", "surrogatepass")) > DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    elif "copy_text" in button:
        check_copied(button["copy_text"])
    elif not any(name in button for name in ALONE):
        raise unreadable("Text buttons are unallowed in the inline keyboard")


def check_copied(copied: Json) -> None:
    """Check what a button copies. Raises Refused."""
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str):
        raise unreadable('Field "copy_text" must be of type Object')
    if not 1 <= len(text) <= COPY_LIMIT:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def unreadable(why: str) -> Refused:
    """What Telegram says of a button it cannot read."""
    return bad(f"can't parse inline keyboard button: {why}")


def field(button: JsonObject, name: str) -> str | None:
    """A string of a button, None where it has none. Raises Refused when it is no string."""
    value = button.get(name)
    if value is None or isinstance(value, str):
        return value
    raise unreadable(f'Field "{name}" must be of type String')


def check_url(url: str) -> None:
    """Check the address of a button. Raises Refused."""
    scheme, colon, rest = url.partition("://")
    if " " in url or (colon and (scheme.lower() not in ("http", "https", "tg", "ton") or not rest)):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if (payload := START.search(url)) is not None and PAYLOAD.fullmatch(payload[1]) is None:
        raise bad("BUTTON_URL_INVALID")
    if not colon and "." not in url:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_keyboard(markup: JsonObject) -> None:
    """Check a reply keyboard, its removal or a forced reply. Raises Refused."""
    keyboard = markup.get("keyboard")
    if keyboard is not None and not isinstance(keyboard, list):
        raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array')
    for row in keyboard or ():
        if not isinstance(row, list):
            raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
        for button in row:
            if not isinstance(button, str | dict):
                raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    for name in ("resize_keyboard", "one_time_keyboard", "remove_keyboard", "selective", "force_reply"):
        if name in markup and not isinstance(markup[name], bool):
            raise bad(f'field "{name}" of the reply markup must be of the type Boolean')
