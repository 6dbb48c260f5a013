"""Rows of buttons as Telegram's inline keyboard; commands too long for a button stand behind a stored key."""

from collections.abc import Awaitable, Callable, Sequence

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.render.buttons import Row
from diplomacy.briefing.document import Button, Choice, CopyText, OpenLink, ShareInline

LONGEST_DATA = 64
"""Bytes of what a button may carry."""

Keep = Callable[[str], Awaitable[str]]
"""Store a command and give its key."""


async def keyboard(rows: Sequence[Row], keep: Keep) -> InlineKeyboardMarkup | None:
    """Make a keyboard; None where there are no buttons."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[await _button(button, keep) for button in row] for row in rows])


async def _button(button: Button, keep: Keep) -> InlineKeyboardButton:
    match button:
        case Choice(label, command):
            return InlineKeyboardButton(label, callback_data=await _data(command, keep))
        case OpenLink(label, url):
            return InlineKeyboardButton(label, url=url)
        case CopyText(label, text):
            return InlineKeyboardButton(label, copy_text=CopyTextButton(text))
        case ShareInline(label, query):
            return InlineKeyboardButton(label, switch_inline_query=query)


async def _data(command: str, keep: Keep) -> str:
    """Carry the command itself where it fits; a key never begins with a slash."""
    whole = command if command.startswith("/") else f"/{command}"
    return whole if len(whole.encode("utf-8", "replace")) <= LONGEST_DATA else await keep(whole)
