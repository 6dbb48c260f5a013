"""Methods that put a new message into a chat."""

from sandbox.api.formatting import message_text
from sandbox.api.keyboards import inline_keyboard
from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram, chat_of, open_thread, replied_to, spend
from sandbox.wire import Json
from sandbox.world.messages import Message
from sandbox.world.telling import told

ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio"),
        *("upload_audio", "upload_document", "choose_sticker", "find_location", "pick_up_location"),
        *("record_video_note", "upload_video_note", "cancel"),
    }
)


def send_message(telegram: Telegram, call: Call) -> Json:
    """SendMessage: a text, formatted, with what stands under it."""
    chat = chat_of(telegram, call)
    text, entities = message_text(call.text("text"), call.text("parse_mode"), call.given.get("entities"))
    markup = inline_keyboard(call.object("reply_markup"))
    message = Message(
        chat.id, 0, telegram.world.now(), None, text, entities, markup,
        thread=open_thread(chat, call), reply_to=replied_to(chat, call), silent=call.flag("disable_notification"),
    )  # fmt: skip
    spend(telegram, chat)
    return told(telegram.world, telegram.world.place(chat, message))


def send_chat_action(telegram: Telegram, call: Call) -> Json:
    """SendChatAction: the sign that the bot is at work."""
    chat = chat_of(telegram, call)
    action = call.text("action").lower()
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    thread = open_thread(chat, call)
    shown: dict[str, Json] = {"chat": chat.id, "action": action}
    if thread is not None:
        shown["thread"] = thread
    telegram.world.events.tell("typing", lambda: shown)
    return True
