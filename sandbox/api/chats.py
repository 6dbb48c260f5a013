"""Methods that ask what a chat is like and who is in it, and what is pinned there."""

from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram, chat_of
from sandbox.wire import Json, JsonObject
from sandbox.world.chats import Chat
from sandbox.world.telling import told

RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    *("can_delete_stories", "can_pin_messages"),
)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
REACTIONS = 11


def get_chat(telegram: Telegram, call: Call) -> Json:
    """GetChat: everything about a chat."""
    chat = chat_of(telegram, call, blocked=True)
    full = chat.told()
    full |= {
        "accent_color_id": 0,
        "max_reaction_count": REACTIONS,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    pinned = [chat.messages[number] for number in chat.pinned if number in chat.messages]
    if pinned:
        full["pinned_message"] = told(telegram.world, pinned[-1], replies=False)
    if chat.kind == "private" and (name := telegram.world.person(chat.id).username):
        full["username"] = name
    return full


def get_chat_member(telegram: Telegram, call: Call) -> Json:
    """GetChatMember: what somebody is in a chat."""
    chat, person = chat_of(telegram, call), call.number("user_id") or 0
    world = telegram.world
    if person != world.profile.id and person not in world.people:
        raise bad("user not found" if person > 0 else "invalid user_id specified")
    return member(telegram, chat, person)


def member(telegram: Telegram, chat: Chat, person: int) -> JsonObject:
    """Tell somebody as a `ChatMember` of the Bot API."""
    world = telegram.world
    own = person == world.profile.id
    user = world.profile.user() if own else world.person(person).user()
    if person in chat.admins:
        rights = dict.fromkeys(RIGHTS, True)
        return {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False, **rights}
    if own or person in chat.members:
        return {"status": "member", "user": user}
    return {"status": "left", "user": user}


def get_chat_administrators(telegram: Telegram, call: Call) -> Json:
    """GetChatAdministrators: who may change a chat."""
    chat = chat_of(telegram, call)
    if chat.kind == "private":
        raise bad("there are no administrators in the private chat")
    return [member(telegram, chat, person) for person in chat.admins]


def get_chat_member_count(telegram: Telegram, call: Call) -> Json:
    """GetChatMemberCount: how many are there, the bot among them."""
    chat = chat_of(telegram, call)
    return len({*chat.members, telegram.world.profile.id})


def leave_chat(telegram: Telegram, call: Call) -> Json:
    """LeaveChat: be there no more."""
    chat = chat_of(telegram, call)
    if chat.kind == "private":
        raise bad("chat not found")
    chat.blocked = True
    telegram.world.tell_chat(chat)
    return True


def pin_chat_message(telegram: Telegram, call: Call) -> Json:
    """PinChatMessage: keep a message at the top."""
    chat, number = chat_of(telegram, call), call.number("message_id") or 0
    if number not in chat.messages:
        raise bad("message to pin not found")
    allowed_to_pin(telegram, chat)
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != number), number]
    return True


def unpin_chat_message(telegram: Telegram, call: Call) -> Json:
    """UnpinChatMessage: the message named, else the one pinned last."""
    chat = chat_of(telegram, call)
    number = call.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.messages:
        raise bad("message to unpin not found")
    allowed_to_pin(telegram, chat)
    chat.pinned = [pinned for pinned in chat.pinned if pinned != number]
    return True


def unpin_all_chat_messages(telegram: Telegram, call: Call) -> Json:
    """UnpinAllChatMessages: nothing stays at the top."""
    chat = chat_of(telegram, call)
    allowed_to_pin(telegram, chat)
    chat.pinned = []
    return True


def allowed_to_pin(telegram: Telegram, chat: Chat) -> None:
    """Refuse where the bot is no administrator of a group."""
    if chat.kind != "private" and telegram.world.profile.id not in chat.admins:
        raise bad("not enough rights to manage pinned messages in the chat")
