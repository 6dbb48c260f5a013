"""The whole Telegram as the methods of its Bot API see it, and the chats they may reach."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field

from sandbox.api.pace import Pace
from sandbox.api.parameters import Call
from sandbox.api.refusals import bad, forbidden, migrated
from sandbox.api.updates import Updates
from sandbox.api.webhook import Webhook
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.world import World

ANSWERABLE_S = 60.0
"""Real seconds in which a press may be answered."""
KEPT_QUERIES = 10_000
GENERAL_TOPIC = 1


@dataclass(slots=True)
class Query:
    """A press or an inline query that awaits its answer."""

    chat: int
    person: int
    at: float


@dataclass(slots=True)
class Telegram:
    """What the methods work on."""

    world: World
    updates: Updates
    pace: Pace
    webhook: Webhook
    queries: OrderedDict[str, Query] = field(default_factory=OrderedDict)
    asked: int = 0

    def ask(self, chat: int, person: int) -> str:
        """Note that somebody pressed or asked; returns the id under which the bot may answer."""
        self.asked += 1
        key = f"q{self.asked}"
        self.queries[key] = Query(chat, person, time.monotonic())
        if len(self.queries) > KEPT_QUERIES:
            self.queries.popitem(last=False)
        return key

    def answered(self, key: str) -> Query:
        """Take a query that is answered now; raises Refused when it is too old, unknown or answered already."""
        query = self.queries.pop(key, None)
        if query is None or time.monotonic() - query.at > ANSWERABLE_S:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        return query


def chat_of(telegram: Telegram, call: Call, name: str = "chat_id", *, blocked: bool = False) -> Chat:
    """The chat a call names; raises Refused where the bot cannot reach it, unless a `blocked` one will do."""
    number = call.given.get(name)
    if isinstance(number, str):
        wanted = number.removeprefix("@").lower()
        number = next((p.id for p in telegram.world.people.values() if p.username and p.username == wanted), None)
    chat = telegram.world.chats.get(number) if isinstance(number, int) else None
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.blocked and not (blocked and chat.kind == "private"):
        raise forbidden(
            "bot was blocked by the user" if chat.kind == "private" else f"bot was kicked from the {chat.kind} chat"
        )
    return chat


def open_thread(chat: Chat, call: Call) -> int | None:
    """The topic a message is to go to; raises Refused where there is none, or it is closed."""
    thread = call.number("message_thread_id")
    if not thread:
        if GENERAL_TOPIC in chat.closed_topics:
            raise bad("TOPIC_CLOSED")
        return None
    if thread in chat.closed_topics:
        raise bad("TOPIC_CLOSED")
    if thread not in chat.topics and thread != GENERAL_TOPIC:
        raise bad("message thread not found")
    return thread if thread != GENERAL_TOPIC else None


def spend(telegram: Telegram, chat: Chat) -> None:
    """Count one message against the limits; raises Refused (429)."""
    telegram.pace.spend(chat.id, group=chat.kind in ("group", "supergroup"))


def replied_to(chat: Chat, call: Call) -> int | None:
    """The message a new one replies to; raises Refused where it is gone."""
    asked = call.object("reply_parameters")
    number = asked.get("message_id")
    if not isinstance(number, int):
        return None
    if number in chat.messages:
        return number
    if asked.get("allow_sending_without_reply") is True:
        return None
    raise bad("message to be replied not found")


def own_message(chat: Chat, call: Call, missing: str) -> Message:
    """The bot's own message a call names; raises Refused."""
    message = chat.messages.get(call.number("message_id") or 0)
    if message is None:
        raise bad(missing)
    if message.sender is not None:
        raise bad("message can't be edited")
    return message
