"""Methods that change or take away what stands in a chat."""

from datetime import timedelta

from sandbox.api.formatting import caption_text, message_text
from sandbox.api.keyboards import inline_keyboard
from sandbox.api.media import described
from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram, chat_of, own_message
from sandbox.wire import Json, JsonObject
from sandbox.world.chats import Chat
from sandbox.world.entities import Entity
from sandbox.world.messages import Media, Message
from sandbox.world.telling import told

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
DELETABLE = timedelta(hours=48)
MOST_AT_ONCE = 100


def edit_message_text(telegram: Telegram, call: Call) -> Json:
    """EditMessageText: another text and other buttons for a text message."""
    message = edited(telegram, call)
    if message.media is not None:
        raise bad("there is no text in the message to edit")
    text, entities = message_text(call.text("text"), call.text("parse_mode"), call.given.get("entities"), edit=True)
    return change(telegram, message, text, entities, markup_of(call))


def edit_message_caption(telegram: Telegram, call: Call) -> Json:
    """EditMessageCaption: another caption and other buttons for a message with a file."""
    message = edited(telegram, call)
    if message.media is None:
        raise bad("there is no caption in the message to edit")
    text, entities = caption_text(
        call.text("caption"), call.text("parse_mode"), call.given.get("caption_entities"), edit=True
    )
    return change(telegram, message, text, entities, markup_of(call))


def edit_message_reply_markup(telegram: Telegram, call: Call) -> Json:
    """EditMessageReplyMarkup: other buttons, or none."""
    message = edited(telegram, call)
    return change(telegram, message, message.text, message.entities, markup_of(call))


def edit_message_media(telegram: Telegram, call: Call) -> Json:
    """EditMessageMedia: another file with its own caption."""
    message = edited(telegram, call)
    new = described(telegram, call, call.object("media"))
    return change(telegram, message, new.text, new.entities, markup_of(call), new.media)


def edited(telegram: Telegram, call: Call) -> Message:
    """The message a call edits; raises Refused."""
    if call.text("inline_message_id"):
        raise bad("message to edit not found")
    if call.number("chat_id") is None and not call.text("chat_id"):
        raise bad("message identifier is not specified" if call.number("message_id") is None else "chat_id is empty")
    if not call.number("message_id"):
        raise bad("message identifier is not specified")
    return own_message(chat_of(telegram, call), call, "message to edit not found")


def markup_of(call: Call) -> JsonObject | None:
    """The inline keyboard of an edit; raises Refused for any other markup."""
    return inline_keyboard(call.object("reply_markup"), only_inline=True)


def change(
    telegram: Telegram,
    message: Message,
    text: str,
    entities: tuple[Entity, ...],
    markup: JsonObject | None,
    media: Media | None = None,
) -> Json:
    """Put the new content in place; raises Refused where it is the old one."""
    media = media or message.media
    if (text, entities, markup, media) == (message.text, message.entities, message.markup, message.media):
        raise bad(NOT_MODIFIED)
    if (text, entities, media) != (message.text, message.entities, message.media):
        message.edited_at = telegram.world.now()
    message.text, message.entities, message.markup, message.media = text, entities, markup, media
    telegram.world.tell_message(message)
    return told(telegram.world, message)


def delete_message(telegram: Telegram, call: Call) -> Json:
    """DeleteMessage: take one message away."""
    chat = chat_of(telegram, call)
    remove(telegram, chat, call.number("message_id") or 0)
    return True


def delete_messages(telegram: Telegram, call: Call) -> Json:
    """DeleteMessages: take up to a hundred away; those that are gone already are passed over."""
    chat = chat_of(telegram, call)
    numbers = [number for number in call.array("message_ids") if isinstance(number, int)]
    if not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad("too many message identifiers specified")
    for number in numbers:
        if number in chat.messages:
            remove(telegram, chat, number)
    return True


def remove(telegram: Telegram, chat: Chat, number: int) -> None:
    """Take one message away; raises Refused where it is gone, too old, or somebody else's in a group."""
    message = chat.messages.get(number)
    if message is None:
        raise bad("message to delete not found")
    foreign = message.sender is not None and chat.kind != "private" and telegram.world.profile.id not in chat.admins
    if foreign or telegram.world.now() - message.date > DELETABLE:
        raise bad("message can't be deleted for everyone" if not foreign else "message can't be deleted")
    telegram.world.remove(chat, number)
