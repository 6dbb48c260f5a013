"""One message to Telegram, once; whatever comes of it is a value."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

from telegram import InputFile
from telegram.error import TelegramError

from bot.delivery.message import Outgoing
from bot.render.telegram_html import Rendered, plain, render
from bot.telegram.errors import Outcome, Sent, TryLater, Uncertain, failure_of, is_unmodified
from bot.telegram.keyboard import Keyboard, keyboard
from bot.telegram.lean_bot import LeanBot
from bot.telegram.redaction import redacted
from diplomacy.briefing.document import Document
from handlers.contract import Attachment
from storage.database import Storage
from storage.errors import StorageError

log = logging.getLogger(__name__)

NO_PREVIEW = {"is_disabled": True}
DATABASE_BACK_IN = timedelta(seconds=5)

Parameter = str | int | bool | None | Keyboard | dict[str, bool] | dict[str, int]


class Sender:
    """Sends messages through one bot."""

    def __init__(self, bot: LeanBot, storage: Storage, now: Callable[[], datetime]) -> None:
        """Take the bot, where commands too long for a button are kept, and the time by which they are."""
        self._bot = bot
        self._storage = storage
        self._now = now

    async def send(self, message: Outgoing) -> Outcome:
        """Try once."""
        try:
            return Sent(await self._sent(message))
        except TelegramError as error:
            if is_unmodified(error) and message.edits is not None:
                return Sent(message.edits)
            return failure_of(error)
        except StorageError as error:
            return TryLater(DATABASE_BACK_IN, str(error))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.exception("the Bot API server's answer can't be read")
            return Uncertain(redacted(f"an answer that can't be read: {error!r}"))

    async def _sent(self, message: Outgoing) -> int:
        if message.attachment is not None:
            return await self._file(message, message.attachment)
        rendered = _rendered(message.part)
        text = {"text": plain(message.part)} if message.plain else {"text": rendered.html, "parse_mode": "HTML"}
        buttons = await keyboard(rendered.buttons, self._keep)
        if message.edits is not None:
            return await self._called(
                "editMessageText", message, **text, message_id=message.edits, reply_markup=buttons
            )
        return await self._called(
            "sendMessage",
            message,
            **text,
            message_thread_id=message.thread,
            disable_notification=message.silent or None,
            reply_parameters=_reply_to(message),
            reply_markup=buttons,
        )

    async def _called(self, method: str, message: Outgoing, **parameters: Parameter) -> int:
        """Call a method that gives a message, and give its number."""
        given = {name: value for name, value in parameters.items() if value is not None}
        whole = {"chat_id": message.chat, "link_preview_options": NO_PREVIEW, **given}
        answer = await self._bot.call(method, whole)
        return int(answer["message_id"])

    async def _file(self, message: Outgoing, attachment: Attachment) -> int:
        sent = await self._bot.send_document(
            message.chat,
            InputFile(attachment.content, attachment.name),
            message_thread_id=message.thread,
            disable_notification=message.silent or None,
            disable_content_type_detection=True,
        )
        return sent.message_id

    async def _keep(self, command: str) -> str:
        async with self._storage.writing() as store:
            return await store.choices.keep(command, self._now())


_rendered_once = lru_cache(maxsize=128)(render)


def _rendered(part: Document) -> Rendered:
    """Render a page once, however many chats it goes to; one with a list where a tuple belongs, each time."""
    try:
        return _rendered_once(part)
    except TypeError:
        return render(part)


def _reply_to(message: Outgoing) -> dict[str, int] | None:
    """Point to the message that asked; should it be gone, the answer is sent all the same."""
    if message.replies_to is None:
        return None
    return {"message_id": message.replies_to, "allow_sending_without_reply": True}
