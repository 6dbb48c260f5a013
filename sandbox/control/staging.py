"""Control calls that set the stage: chats, faults, the clock."""

from datetime import UTC, datetime

from aiohttp import web

from sandbox.api.faults import Fault
from sandbox.clock import CannotGo, Speed
from sandbox.control.bodies import Body, Said, read_body
from sandbox.control.desk import Desk
from sandbox.wire import Json
from sandbox.world.chats import KINDS, Chat

STATUSES = range(400, 600)


async def put_chat(desk: Desk, request: web.BaseRequest, number: str) -> Json:
    """`PUT /sandbox/chats/{id}`: make a chat, or change what is said of it; what is not named stays."""
    body = await read_body(
        request, "type", "title", "members", "admins", "blocked", "migrated_to", "closed_topics", "language"
    )
    world = desk.telegram.world
    kind, title = kind_of(body, int(number)), body.text("title", longest=128) if "title" in body else ""
    members = body.numbers("members") if "members" in body else None
    admins = body.numbers("admins") if "admins" in body else None
    closed = set(body.numbers("closed_topics")) if "closed_topics" in body else None
    blocked, moved = body.flag("blocked"), body.number("migrated_to")
    language = body.text("language", longest=16) if "language" in body else ""
    chat = world.meet(int(number))
    chat.kind = kind or chat.kind
    if title:
        chat.title = title
        if chat.kind == "private":
            world.person(chat.id).name = title
    if language:
        world.person(chat.id).language = language
    if members is not None or admins is not None:
        settle_members(desk, chat, members, admins)
    if closed is not None:
        chat.topics |= closed
        chat.closed_topics = closed
    if "blocked" in body:
        chat.blocked = blocked
    if "migrated_to" in body:
        chat.migrated_to = moved
        if moved is not None and moved not in world.chats:
            world.chats[moved] = Chat(moved, "supergroup", chat.title, list(chat.members), list(chat.admins))
            world.tell_chat(world.chats[moved])
    world.tell_chat(chat)
    return chat.shown()


def kind_of(body: Body, number: int) -> str:
    """The kind of chat that was asked for, empty for none; raises Said where it does not go with the id."""
    if "type" not in body:
        return ""
    kind = body.text("type")
    if kind not in KINDS:
        raise Said(400, f'"type" is one of {", ".join(KINDS)}.')
    if (kind == "private") != (number > 0):
        raise Said(400, "A private chat has the positive id of its person, every other chat a negative one.")
    return kind


def settle_members(desk: Desk, chat: Chat, members: list[int] | None, admins: list[int] | None) -> None:
    """Put people into a chat; administrators are members too."""
    for person in (*(members or ()), *(admins or ())):
        if person != desk.telegram.world.profile.id:
            desk.telegram.world.person(person)
    if members is not None:
        chat.members = list(dict.fromkeys(members))
    if admins is not None:
        chat.admins = list(dict.fromkeys(admins))
    chat.admins = [person for person in chat.admins if admins is not None or person in chat.members]
    bot = desk.telegram.world.profile.id
    chat.members = list(dict.fromkeys((*chat.members, *(person for person in chat.admins if person != bot))))


async def put_faults(desk: Desk, request: web.BaseRequest) -> Json:
    """`PUT /sandbox/faults`: misbehave from now on; `{}` ends it."""
    body = await read_body(request, "delay", "status", "drop", "rate", "for_s")
    delay, status, drop = body.measure("delay") or 0.0, body.number("status") or 0, body.flag("drop")
    rate, for_s = body.measure("rate"), body.measure("for_s")
    if status and status not in STATUSES:
        raise Said(400, '"status" is an HTTP status from 400 to 599.')
    if rate is not None and rate > 1:
        raise Said(400, '"rate" is a share from 0 to 1.')
    any_fault = bool(delay or status or drop)
    desk.faults.set(Fault(delay, status, drop, 1.0 if rate is None else rate, for_s) if any_fault else None)
    return {
        "delay": delay,
        "status": status or None,
        "drop": drop,
        "rate": 1.0 if rate is None else rate,
        "for_s": for_s,
    }


async def put_clock(desk: Desk, request: web.BaseRequest) -> Json:
    """`PUT /sandbox/clock`: set it going, or let it stand."""
    body = await read_body(request, "speed", "until")
    until = moment(body.text("until")) if "until" in body else None
    speed: Speed | None = None
    if "speed" in body:
        try:
            speed = body.measure("speed")
        except Said:
            if not body.given("speed", "max"):
                raise Said(400, '"speed" is 0, a number, or "max".') from None
            speed = "max"
    try:
        desk.house.clock.set(speed, until)
    except CannotGo as reason:
        raise Said(400, str(reason)) from None
    return desk.house.time_shown()


def moment(text: str) -> datetime:
    """Read an ISO 8601 moment; without a zone it is UTC. Raises Said."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Said(400, '"until" must be a moment like 2025-11-25T08:00:00Z.') from None
