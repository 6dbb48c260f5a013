"""Control calls that look on: chats, messages, the log, the bot, the panel, and what happens."""

from aiohttp import web

from sandbox.control.bodies import Said
from sandbox.control.desk import Desk
from sandbox.wire import Json
from sandbox.world.people import ADA
from sandbox.world.profile import spoken
from sandbox.world.showing import shown


async def people(desk: Desk, request: web.BaseRequest) -> Json:
    """`GET /sandbox/people`: who can speak, and where."""
    del request
    world = desk.telegram.world
    return {
        "default_chat": ADA,
        "people": [
            {"id": person.id, "name": person.name, "username": person.username, "language": person.language}
            for person in world.people.values()
        ],
        "chats": [chat.shown() for chat in world.chats.values()],
    }


async def messages(desk: Desk, request: web.BaseRequest, number: str) -> Json:
    """`GET /sandbox/chats/{id}/messages`: what stands in the chat, edits applied."""
    del request
    chat = desk.telegram.world.chats.get(int(number))
    return [shown(message) for message in chat.messages.values()] if chat else []


async def log(desk: Desk, request: web.BaseRequest) -> Json:
    """`GET /sandbox/log`: every call the bot made."""
    del request
    return [line.shown() for line in desk.log.lines]


async def bot(desk: Desk, request: web.BaseRequest) -> Json:
    """`GET /sandbox/bot`: who the bot is, its texts and its menu as one person sees them in one chat."""
    world = desk.telegram.world
    chat = world.chats.get(number_of(request, "chat"))
    person = world.people.get(number_of(request, "person"))
    profile, language = world.profile, person.language if person else "en"
    scopes: tuple[str, ...] = ("all_private_chats", "default")
    if chat is not None:
        scopes = chat_scopes(
            chat.id, chat.kind == "private", person.id if person else 0, bool(person and person.id in chat.admins)
        )
    return {
        "id": profile.id,
        "name": spoken(profile.names, language),
        "username": profile.username,
        "description": spoken(profile.descriptions, language),
        "short_description": spoken(profile.short_descriptions, language),
        "commands": [{"command": command, "description": text} for command, text in profile.menu(scopes, language)],
    }


def chat_scopes(chat: int, private: bool, person: int, admin: bool) -> tuple[str, ...]:  # noqa: FBT001 -- told apart by name below
    """The scopes of a menu from the narrowest to the widest, as Telegram looks for commands."""
    if private:
        return (f"chat:{chat}", "all_private_chats", "default")
    of_admins = (f"chat_administrators:{chat}",) if admin else ()
    all_admins = ("all_chat_administrators",) if admin else ()
    return (f"chat_member:{chat}:{person}", *of_admins, f"chat:{chat}", *all_admins, "all_group_chats", "default")


def number_of(request: web.BaseRequest, name: str) -> int:
    """A number of the query, 0 where it was not given. Raises Said."""
    text = request.query.get(name, "0")
    try:
        return int(text)
    except ValueError:
        raise Said(400, f'"{name}" must be a whole number.') from None


async def house(desk: Desk, request: web.BaseRequest) -> Json:
    """`GET /sandbox/house`: the panel."""
    del request
    return desk.house.shown()


async def clock(desk: Desk, request: web.BaseRequest) -> Json:
    """`GET /sandbox/clock`: what time it is here."""
    del request
    return desk.house.time_shown()
