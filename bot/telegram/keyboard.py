"""Rows of buttons as Telegram's inline keyboard; commands too long for a button stand behind a stored key."""

from collections.abc import Awaitable, Callable, Sequence

from bot.render.buttons import Row
from diplomacy.briefing.document import Button, Choice, CopyText, OpenLink, ShareInline

LONGEST_DATA = 64
"""Bytes of what a button may carry."""

Keep = Callable[[str], Awaitable[str]]
"""Store a command and give its key."""

TelegramButton = dict[str, str | dict[str, str]]
Keyboard = dict[str, list[list[TelegramButton]]]
"""An `InlineKeyboardMarkup` as the Bot API takes it."""


async def keyboard(rows: Sequence[Row], keep: Keep) -> Keyboard | None:
    """Make a keyboard; None where there are no buttons."""
    if not rows:
        return None
    return {"inline_keyboard": [[await _button(button, keep) for button in row] for row in rows]}


async def _button(button: Button, keep: Keep) -> TelegramButton:
    match button:
        case Choice(label, command):
            return {"text": label, "callback_data": await _data(command, keep)}
        case OpenLink(label, url):
            return {"text": label, "url": url}
        case CopyText(label, text):
            return {"text": label, "copy_text": {"text": text}}
        case ShareInline(label, query):
            return {"text": label, "switch_inline_query": query}


async def _data(command: str, keep: Keep) -> str:
    """Carry the command itself where it fits; a key never begins with a slash."""
    whole = command if command.startswith("/") else f"/{command}"
    return whole if len(whole.encode("utf-8", "replace")) <= LONGEST_DATA else await keep(whole)
