"""A message as the Bot API tells it."""

from sandbox.wire import Json, JsonObject
from sandbox.world.chats import Chat
from sandbox.world.messages import Media, Message
from sandbox.world.world import World


def told(world: World, message: Message, *, replies: bool = True) -> dict[str, Json]:
    """Tell a message as a `Message` of the Bot API, with the one it replies to."""
    chat = world.chats.get(message.chat) or Chat(message.chat, "group", "")
    result: dict[str, Json] = {
        "message_id": message.id,
        **sender(world, chat, message),
        "chat": chat.told(),
        "date": int(message.date.timestamp()),
    }
    if message.thread is not None:
        result["message_thread_id"] = message.thread
        result["is_topic_message"] = True
    if message.edited_at is not None:
        result["edit_date"] = int(message.edited_at.timestamp())
    if message.forwarded_at is not None:
        result["forward_origin"] = origin(world, message)
    if message.reply_to is not None and replies and (other := chat.messages.get(message.reply_to)):
        result["reply_to_message"] = told(world, other, replies=False)
    if message.album:
        result["media_group_id"] = message.album
    result.update(content(message))
    if message.markup is not None:
        result["reply_markup"] = message.markup
    return result


def sender(world: World, chat: Chat, message: Message) -> dict[str, Json]:
    """Tell who speaks: a person, the bot, or the channel itself."""
    if chat.kind == "channel":
        return {"sender_chat": chat.told()}
    return {"from": world.profile.user() if message.sender is None else world.person(message.sender).user()}


def content(message: Message) -> dict[str, Json]:
    """Tell the text, or the file and its caption, with what is formatted in it."""
    result: dict[str, Json] = {} if message.media is None else media_told(message.media)
    if message.text:
        name, entities = ("text", "entities") if message.media is None else ("caption", "caption_entities")
        result[name] = message.text
        if message.entities:
            result[entities] = [entity.told() for entity in message.entities]
    return result


def origin(world: World, message: Message) -> JsonObject:
    """Tell where a forwarded message came from."""
    sender = world.profile.user() if message.forwarded_from is None else world.person(message.forwarded_from).user()
    date = int((message.forwarded_at or message.date).timestamp())
    return {"type": "user", "sender_user": sender, "date": date}


def media_told(media: Media) -> dict[str, Json]:
    """Tell a photo as its sizes, any other file as what it is."""
    file = media.file
    base: dict[str, Json] = {"file_id": file.id, "file_unique_id": file.unique, "file_size": len(file.content)}
    if media.kind == "photo":
        return {"photo": [{**base, "width": media.width, "height": media.height}]}
    return {media.kind: {**base, "file_name": file.name, "mime_type": file.type}}
