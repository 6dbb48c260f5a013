"""One message to Telegram, once; whatever comes of it is a value."""

import logging
from datetime import timedelta

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.delivery.message import Outgoing
from bot.render.telegram_html import plain, render
from bot.telegram.errors import Outcome, Sent, TryLater, Uncertain, failure_of, is_unmodified
from bot.telegram.keyboard import keyboard
from bot.telegram.redaction import redacted
from handlers.contract import Attachment
from storage.database import Storage
from storage.errors import StorageError

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
DATABASE_BACK_IN = timedelta(seconds=5)


class Sender:
    """Sends messages through one bot."""

    def __init__(self, bot: Bot, storage: Storage) -> None:
        """Take the bot, and where commands too long for a button are kept."""
        self._bot = bot
        self._storage = storage

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
        rendered = render(message.part)
        text, mode = (plain(message.part), None) if message.plain else (rendered.html, ParseMode.HTML)
        buttons = await keyboard(rendered.buttons, self._keep)
        if message.edits is not None:
            return await self._edited(message, message.edits, text, mode, buttons)
        sent = await self._bot.send_message(
            message.chat,
            text,
            parse_mode=mode,
            message_thread_id=message.thread,
            link_preview_options=NO_PREVIEW,
            disable_notification=message.silent or None,
            reply_parameters=_reply_to(message),
            reply_markup=buttons,
        )
        return sent.message_id

    async def _edited(
        self, message: Outgoing, edits: int, text: str, mode: ParseMode | None, buttons: InlineKeyboardMarkup | None
    ) -> int:
        edited = await self._bot.edit_message_text(
            text,
            message.chat,
            edits,
            parse_mode=mode,
            link_preview_options=NO_PREVIEW,
            reply_markup=buttons,
        )
        return edited.message_id if isinstance(edited, Message) else edits

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
            return await store.choices.keep(command)


def _reply_to(message: Outgoing) -> ReplyParameters | None:
    if message.replies_to is None:
        return None
    return ReplyParameters(message.replies_to, allow_sending_without_reply=True)
