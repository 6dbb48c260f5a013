"""What Telegram brings, as a `Request`: who asks, where, in which language, and whether we are meant at all."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, Message, User

from diplomacy.reader import Reader
from handlers.contract import ChatKind, Request, Standing
from locales.phrases import language_for

COMMAND = re.compile(r"/([^\s@/]+)(?:@(\w+))?(?:\s+|$)")
INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
"""Direction marks that keyboards put before what people type."""


@dataclass(frozen=True, slots=True)
class Me:
    """The bot, as others call it."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text, taken apart."""

    command: str
    """Without slash and name; empty where it is no command."""
    to: str | None
    """The bot that the command names."""
    words: str


def said(text: str) -> Said:
    """Take a text apart."""
    text = text.strip().lstrip(INVISIBLE).strip()
    match = COMMAND.match(text)
    if match is None:
        return Said("", None, text)
    return Said(match[1], match[2], text[match.end() :].strip())


def typed(message: Message, me: Me, known: Collection[str]) -> Request | None:
    """Make a request of a message; None where we are not meant."""
    kind = kind_of(message.chat)
    text, named = _without_our_name(message.text or message.caption or "", me)
    what = said(text)
    if what.to is not None and what.to.casefold() != me.username.casefold():
        return None
    meant = named or what.to is not None or what.command.casefold() in known
    if kind is ChatKind.CHANNEL and not (what.command and meant):
        return None
    if kind is ChatKind.GROUP and not meant and not _answers_us(message, me):
        return None
    if _is_no_question(message):
        return None
    return Request(
        command=what.command,
        words=what.words,
        chat=message.chat.id,
        thread=thread_of(message),
        chat_kind=kind,
        person=None if message.sender_chat else _id(message.from_user),
        standing=_known_standing(message, kind),
        reader=reader_of(message.from_user),
    )


def pressed(query: CallbackQuery, command_line: str) -> Request | None:
    """Make a request of a pressed button; None where the message that carries it stands in no chat of ours."""
    if query.message is None:
        return None
    what, kind = said(command_line), kind_of(query.message.chat)
    return Request(
        command=what.command,
        words=what.words,
        chat=query.message.chat.id,
        thread=thread_of(query.message) if isinstance(query.message, Message) else None,
        chat_kind=kind,
        person=query.from_user.id,
        standing=Standing.ADMINISTRATOR if kind is ChatKind.PRIVATE else Standing.MEMBER,
        reader=reader_of(query.from_user),
        pressed=True,
    )


def kind_of(chat: Chat) -> ChatKind:
    """Tell what sort of chat it is."""
    return {Chat.PRIVATE: ChatKind.PRIVATE, Chat.CHANNEL: ChatKind.CHANNEL}.get(chat.type, ChatKind.GROUP)


def thread_of(message: Message) -> int | None:
    """Tell the forum topic; the thread of a mere reply is none."""
    return message.message_thread_id if message.is_topic_message else None


def reader_of(person: User | None) -> Reader:
    """Tell who reads, as far as Telegram does; the stored chat knows better."""
    return Reader(language_for(person.language_code if person else None))


def _known_standing(message: Message, kind: ChatKind) -> Standing:
    """Tell a standing without asking: people rule their own chat, a channel is written by who runs it."""
    anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    rules = kind is not ChatKind.GROUP or anonymous
    return Standing.ADMINISTRATOR if rules else Standing.MEMBER


def _without_our_name(text: str, me: Me) -> tuple[str, bool]:
    """Take `@ourname` out of a text, but for the one that belongs to a command; tell whether it stood there."""
    name = re.compile(rf"(?<![\w/])@{re.escape(me.username)}\b", re.IGNORECASE)
    without, count = name.subn(" ", text) if not re.match(r"\s*/\S+@", text) else (text, 0)
    return without, count > 0


def _answers_us(message: Message, me: Me) -> bool:
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created:
        return False
    return answered.from_user is not None and answered.from_user.id == me.id


def _is_no_question(message: Message) -> bool:
    """Tell what nobody asked: service notices, other bots, posts of a channel that its group gets by itself."""
    if message.is_automatic_forward:
        return True
    by_bot = message.from_user is not None and message.from_user.is_bot and message.sender_chat is None
    return by_bot or not (message.effective_attachment or message.text)


def _id(person: User | None) -> int | None:
    return person.id if person else None
