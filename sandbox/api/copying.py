"""Methods that bring a message from one chat to another."""

from dataclasses import replace

from sandbox.api.formatting import caption_text
from sandbox.api.keyboards import inline_keyboard
from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram, chat_of, open_thread, replied_to, spend
from sandbox.wire import Json
from sandbox.world.messages import Message
from sandbox.world.telling import told


def copy_message(telegram: Telegram, call: Call) -> Json:
    """CopyMessage: the same content as a message of the bot's own."""
    chat, original = chat_of(telegram, call), source(telegram, call, "message to copy not found")
    message = fresh(telegram, call, original)
    message.markup = inline_keyboard(call.object("reply_markup"))
    if original.media is not None and "caption" in call.given:
        message.text, message.entities = caption_text(
            call.text("caption"), call.text("parse_mode"), call.given.get("caption_entities")
        )
    message.chat, message.thread = chat.id, open_thread(chat, call)
    message.reply_to = replied_to(chat, call)
    spend(telegram, chat)
    return {"message_id": telegram.world.place(chat, message).id}


def forward_message(telegram: Telegram, call: Call) -> Json:
    """ForwardMessage: a message with the name of who wrote it first."""
    chat, original = chat_of(telegram, call), source(telegram, call, "message to forward not found")
    message = fresh(telegram, call, original)
    message.chat, message.thread = chat.id, open_thread(chat, call)
    first = original.forwarded_at is not None
    message.forwarded_from = original.forwarded_from if first else original.sender
    message.forwarded_at = original.forwarded_at or original.date
    spend(telegram, chat)
    return told(telegram.world, telegram.world.place(chat, message))


def source(telegram: Telegram, call: Call, missing: str) -> Message:
    """The message a call takes from another chat. Raises Refused."""
    chat = chat_of(telegram, call, "from_chat_id")
    message = chat.messages.get(call.number("message_id") or 0)
    if message is None:
        raise bad(missing)
    return message


def fresh(telegram: Telegram, call: Call, original: Message) -> Message:
    """A new message of the bot with the content of another one."""
    return replace(
        original,
        id=0,
        date=telegram.world.now(),
        sender=None,
        markup=None,
        reply_to=None,
        thread=None,
        album="",
        edited_at=None,
        forwarded_from=None,
        forwarded_at=None,
        silent=call.flag("disable_notification"),
    )
