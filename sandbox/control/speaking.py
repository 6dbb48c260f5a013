"""Control calls that speak as a person: write, press, ask inline."""

from aiohttp import web

from sandbox.api.found import found_entities
from sandbox.api.keyboards import DATA_BYTES
from sandbox.control.bodies import Body, Said, read_body
from sandbox.control.desk import Desk
from sandbox.wire import Json
from sandbox.world.chats import Chat
from sandbox.world.entities import units
from sandbox.world.messages import Message
from sandbox.world.people import ADA, Person
from sandbox.world.showing import shown
from sandbox.world.telling import told

LONGEST = 4096


async def write(desk: Desk, request: web.BaseRequest, number: str) -> Json:
    """`POST /sandbox/chats/{id}/messages`: a person writes."""
    body = await read_body(request, "text", "from", "thread", "reply_to")
    text = body.text("text", longest=4 * LONGEST).strip()
    if not text or units(text) > LONGEST:
        raise Said(400, f'"text" must have 1 to {LONGEST} characters.')
    world = desk.telegram.world
    chat = world.meet(int(number))
    person = speaker(desk, chat, body)
    if chat.migrated_to is not None:
        raise Said(409, f"This group has become the supergroup {chat.migrated_to}.")
    if chat.blocked:
        if chat.kind != "private" or not text.startswith("/start"):
            raise Said(409, "The bot is blocked here; unblock it, or write /start.")
        chat.blocked = False
        world.tell_chat(chat)
    thread, answered = body.number("thread"), body.number("reply_to")
    if thread is not None:
        if chat.kind == "group":
            chat.kind = "supergroup"
        chat.topics.add(thread)
    if answered is not None and answered not in chat.messages:
        raise Said(404, f"There is no message {answered} in this chat.")
    entities = tuple(found_entities(text, []))
    message = Message(chat.id, 0, world.now(), person.id, text, entities, thread=thread, reply_to=answered)
    world.place(chat, message)
    desk.telegram.updates.add("channel_post" if chat.kind == "channel" else "message", told(world, message))
    return shown(message)


async def press(desk: Desk, request: web.BaseRequest, number: str) -> Json:
    """`POST /sandbox/chats/{id}/press`: a person presses a button."""
    body = await read_body(request, "message_id", "data", "from")
    data, wanted = body.text("data"), body.number("message_id")
    if not 1 <= len(data.encode("utf-8", "surrogatepass")) <= DATA_BYTES:
        raise Said(400, f'"data" must have 1 to {DATA_BYTES} bytes.')
    world = desk.telegram.world
    chat = world.chats.get(int(number))
    if chat is None or wanted is None or not 1 <= wanted <= chat.last_id:
        raise Said(404, f"There is no message {wanted} in the chat {number}.")
    person = speaker(desk, chat, body)
    message = chat.messages.get(wanted)
    if message is not None and message.sender is not None:
        raise Said(409, "Only messages of the bot have buttons.")
    key = desk.telegram.ask(chat.id, person.id)
    gone: Json = {"chat": chat.told(), "message_id": wanted, "date": 0}
    desk.telegram.updates.add(
        "callback_query",
        {
            "id": key,
            "from": person.user(),
            "message": told(world, message) if message is not None else gone,
            "chat_instance": str(chat.id),
            "data": data,
        },
    )
    return {"callback_query_id": key}


async def ask_inline(desk: Desk, request: web.BaseRequest) -> Json:
    """`POST /sandbox/inline`: a person types `@bot …` in some chat."""
    body = await read_body(request, "query", "from", "offset")
    person = desk.telegram.world.person(body.number("from") or ADA)
    key = desk.telegram.ask(person.id, person.id)
    offset = body.text("offset") if "offset" in body else ""
    query: Json = {"id": key, "from": person.user(), "query": body.text("query", longest=256), "offset": offset}
    desk.telegram.updates.add("inline_query", query)
    return {"inline_query_id": key}


def speaker(desk: Desk, chat: Chat, body: Body) -> Person:
    """Who speaks: `from`, else whoever usually does; joins the group where need be. Raises Said."""
    number = body.number("from")
    if number is None:
        number = usual_speaker(chat)
    if number <= 0 or number == desk.telegram.world.profile.id:
        raise Said(400, '"from" must be the id of a person.')
    if chat.kind == "private" and number != chat.id:
        raise Said(403, f"Only {chat.title} can speak in this private chat.")
    person = desk.telegram.world.person(number)
    if person.id not in chat.members:
        chat.members.append(person.id)
        desk.telegram.world.tell_chat(chat)
    return person


def usual_speaker(chat: Chat) -> int:
    """The private chat's own person; in a group Ada, unless it has members and she is none of them."""
    if chat.kind == "private":
        return chat.id
    people = [member for member in chat.members if member > 0]
    return people[0] if people and ADA not in people else ADA
