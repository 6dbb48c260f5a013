"""Methods that put files into a chat: photos, documents, albums of them."""

import mimetypes

from sandbox.api.formatting import caption_text
from sandbox.api.keyboards import inline_keyboard
from sandbox.api.parameters import Call, Upload
from sandbox.api.pictures import picture_size
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram, chat_of, open_thread, replied_to, spend
from sandbox.wire import Json, JsonObject
from sandbox.world.messages import File, Media, Message
from sandbox.world.telling import told

KINDS = ("photo", "document")
ALBUM = range(1, 11)
PLAIN = "application/octet-stream"
GUESSED = (PLAIN, "text/plain")


def send_photo(telegram: Telegram, call: Call) -> Json:
    """SendPhoto: a picture with its caption."""
    return send_one(telegram, call, "photo")


def send_document(telegram: Telegram, call: Call) -> Json:
    """SendDocument: any file with its caption."""
    return send_one(telegram, call, "document")


def send_one(telegram: Telegram, call: Call, kind: str) -> Json:
    """Put one file into a chat."""
    chat = chat_of(telegram, call)
    text, entities = caption_text(call.text("caption"), call.text("parse_mode"), call.given.get("caption_entities"))
    markup = inline_keyboard(call.object("reply_markup"))
    thread, answered = open_thread(chat, call), replied_to(chat, call)
    media = media_of(telegram, call, kind, call.files.get(kind), call.text(kind))
    spend(telegram, chat)
    message = Message(
        chat.id, 0, telegram.world.now(), None, text, entities, markup, media, thread, answered,
        silent=call.flag("disable_notification"),
    )  # fmt: skip
    return told(telegram.world, telegram.world.place(chat, message))


def send_media_group(telegram: Telegram, call: Call) -> Json:
    """SendMediaGroup: up to ten photos or documents that belong together."""
    chat = chat_of(telegram, call)
    items = call.array("media")
    if len(items) not in ALBUM:
        raise bad("too few messages to send as an album" if not items else "too much messages to send as an album")
    thread, answered = open_thread(chat, call), replied_to(chat, call)
    messages = [described(telegram, call, item) for item in items]
    if len({message.media.kind for message in messages if message.media}) > 1:
        raise bad("document can't be mixed with other media types")
    spend(telegram, chat)
    album = str(chat.last_id + 1)
    for message in messages:
        message.chat, message.thread, message.reply_to, message.album = chat.id, thread, answered, album
        message.silent = call.flag("disable_notification")
        telegram.world.place(chat, message)
    return [told(telegram.world, message) for message in messages]


def described(telegram: Telegram, call: Call, item: Json) -> Message:
    """A message with the file and caption that an `InputMedia` describes. Raises Refused."""
    if not isinstance(item, dict):
        raise bad("can't parse InputMedia: expected an Object")
    kind, source = item.get("type"), item.get("media")
    if not isinstance(kind, str) or kind not in KINDS:
        raise bad(f'can\'t parse InputMedia: type "{kind}" is not served by the sandbox')
    if not isinstance(source, str) or not source:
        raise bad("can't parse InputMedia: media not found")
    caption, mode = item.get("caption") or "", item.get("parse_mode") or ""
    text, entities = caption_text(str(caption), str(mode), item.get("caption_entities"))
    name = source.removeprefix("attach://")
    upload = call.files.get(name) if name != source else None
    if name != source and upload is None:
        raise bad("can't parse InputMedia: wrong file identifier/HTTP URL specified")
    media = media_of(telegram, call, kind, upload, source)
    return Message(0, 0, telegram.world.now(), None, text, entities, media=media)


def media_of(telegram: Telegram, call: Call, kind: str, upload: Upload | None, source: str) -> Media:
    """The file that was uploaded, or that is meant by its id. Raises Refused."""
    if upload is None and source.startswith("attach://"):
        upload = call.files.get(source.removeprefix("attach://"))
    if upload is not None:
        file = kept(telegram, kind, upload)
    elif source.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")  # this Telegram asks nobody else for anything
    else:
        file = found(telegram, source)
    width, height = picture_size(file.content) if kind == "photo" else (0, 0)
    return Media(kind, file, width, height)


def kept(telegram: Telegram, kind: str, upload: Upload) -> File:
    """Keep an uploaded file under its name. Raises Refused."""
    if not upload.content:
        raise bad("file must be non-empty")
    if kind == "photo":
        picture_size(upload.content)
    name = upload.name.replace("\\", "/").rpartition("/")[2] or "file"
    kind_told = upload.type if upload.type not in GUESSED else mimetypes.guess_type(name)[0] or upload.type or PLAIN
    return telegram.world.files.keep(name, kind_told, upload.content)


def found(telegram: Telegram, number: str) -> File:
    """The file of an id. Raises Refused."""
    file = telegram.world.files.find(number)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return file


def get_file(telegram: Telegram, call: Call) -> Json:
    """GetFile: where a file can be downloaded."""
    file = telegram.world.files.find(call.text("file_id"))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    return file_told(file)


def file_told(file: File) -> JsonObject:
    """Tell a file as a `File` of the Bot API."""
    return {
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": len(file.content),
        "file_path": file.path,
    }
