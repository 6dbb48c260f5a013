"""Everything that is stored about a chat, given back to those it is about."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import briefing, chat, outbox, sent_story, story, subscription


@dataclass(frozen=True, slots=True)
class ExportedSubscription:
    """Something the chat follows."""

    key: str
    since: str


@dataclass(frozen=True, slots=True)
class ExportedStory:
    """A story that the chat was told."""

    title: str
    told_at: str


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    """A message to the chat that is still kept."""

    state: str
    created_at: str
    payload: str


@dataclass(frozen=True, slots=True)
class ChatExport:
    """Everything that is stored about a chat; times in ISO 8601, UTC."""

    chat: int
    settings: dict[str, str | int | bool | None]
    subscriptions: tuple[ExportedSubscription, ...]
    stories: tuple[ExportedStory, ...]
    briefings: tuple[str, ...]
    """Local dates that had a briefing."""
    messages: tuple[ExportedMessage, ...]


async def export(db: AsyncConnection, chat_id: int) -> ChatExport | None:
    """Give everything that is stored about a chat; None where nothing is."""
    row = (await db.execute(select(chat).where(chat.c.id == chat_id))).first()
    mine = select(outbox).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id)
    messages = (await db.execute(mine)).all()
    if row is None and not messages:
        return None
    followed = select(subscription).where(subscription.c.chat_id == chat_id).order_by(subscription.c.created_at)
    told = select(story.c.title, sent_story.c.at).join(sent_story).where(sent_story.c.chat_id == chat_id)
    served = select(briefing.c.local_date).where(briefing.c.chat_id == chat_id).order_by(briefing.c.local_date)
    return ChatExport(
        chat=chat_id,
        settings={} if row is None else {name: _plain(value) for name, value in row._asdict().items() if name != "id"},
        subscriptions=tuple(
            ExportedSubscription(one.key, one.created_at.isoformat()) for one in await db.execute(followed)
        ),
        stories=tuple(
            ExportedStory(one.title, one.at.isoformat()) for one in await db.execute(told.order_by(sent_story.c.at))
        ),
        briefings=tuple(day.isoformat() for day in await db.scalars(served)),
        messages=tuple(ExportedMessage(one.state, one.created_at.isoformat(), one.payload) for one in messages),
    )


def _plain(value: object) -> str | int | bool | None:
    """Write a setting as JSON can hold it."""
    return value if isinstance(value, str | int | None) else str(value)
