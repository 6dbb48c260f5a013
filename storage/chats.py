"""Chats: their settings, what they were told, and when their next briefing is due."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, time

from sqlalchemy import Row, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.schedule import Days
from storage import moving
from storage.batches import batches
from storage.exporting import ChatExport, export
from storage.schema import briefing, chat, outbox, sent_story, subscription
from storage.telling import tell
from storage.upserts import upsert

DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """A chat as it is stored."""

    chat: int
    created_at: datetime
    kind: str = "private"
    thread: int | None = None
    """The forum topic that briefings go to."""
    language: str = "en"
    zone: str | None = None
    """IANA name; None until the chat has told it."""
    digest_at: time | None = None
    """The local hour; None: no digest."""
    digest_days: Days = Days.DAILY
    next_run_at: datetime | None = None
    last_digest: date | None = None
    """The local date that was served last."""
    last_digest_at: datetime | None = None
    empty_days: int = 0
    """Days in a row on which there was nothing to tell."""
    keep_daily: bool = False
    """Empty days are told too, however many."""
    stopped: bool = False
    """Telegram refuses what we send there; the settings are kept."""
    asked: str | None = None
    """The question that a typed answer is awaited to."""


@dataclass(frozen=True, slots=True)
class ChatCounts:
    """How many chats there are."""

    chats: int
    stopped: int
    with_digest: int
    subscriptions: int


COLUMNS = tuple(field.name for field in fields(ChatSettings) if field.name != "chat")
RUNNING = chat.c.stopped.is_(False)


class Chats:
    """Questions about chats."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def get(self, chat_id: int) -> ChatSettings | None:
        """Give a chat's settings; None for one that was never stored."""
        row = (await self._db.execute(select(chat).where(chat.c.id == chat_id))).first()
        return None if row is None else _settings(row)

    async def save(self, settings: ChatSettings) -> None:
        """Store a chat's settings, all of them."""
        values = {name: getattr(settings, name) for name in COLUMNS}
        insertion = upsert(self._db, chat).values(id=settings.chat, **values)
        kept = {name: value for name, value in values.items() if name != "created_at"}
        await self._db.execute(insertion.on_conflict_do_update(index_elements=["id"], set_=kept))

    async def due(self, now: datetime, limit: int) -> tuple[ChatSettings, ...]:
        """Give the chats whose briefing is due, the longest waiting first; stopped chats wait."""
        waiting = select(chat).where(RUNNING, chat.c.next_run_at <= now).order_by(chat.c.next_run_at, chat.c.id)
        return tuple(_settings(row) for row in await self._db.execute(waiting.limit(limit)))

    async def next_run_at(self) -> datetime | None:
        """Tell when the next briefing is due; None where none ever is."""
        moment: datetime | None = await self._db.scalar(select(func.min(chat.c.next_run_at)).where(RUNNING))
        return moment

    async def stop(self, chat_id: int, reason: str, at: datetime) -> None:
        """Send nothing there any more: Telegram refuses it. Settings are kept."""
        stopped = update(chat).where(chat.c.id == chat_id)
        await self._db.execute(stopped.values(stopped=True, stopped_reason=reason, stopped_at=at))

    async def resume(self, chat_id: int) -> None:
        """Send there again."""
        stopped = update(chat).where(chat.c.id == chat_id)
        await self._db.execute(stopped.values(stopped=False, stopped_reason=None, stopped_at=None))

    async def move(self, old: int, new: int) -> None:
        """Give a group that became a supergroup its new number, with what it follows and what waits to be sent."""
        await moving.move(self._db, old, new)

    async def export(self, chat_id: int) -> ChatExport | None:
        """Give everything that is stored about a chat; None where nothing is."""
        return await export(self._db, chat_id)

    async def delete(self, chat_id: int) -> None:
        """Forget all about a chat."""
        await self._db.execute(delete(outbox).where(outbox.c.chat_id == chat_id))
        await self._db.execute(delete(chat).where(chat.c.id == chat_id))

    async def counts(self) -> ChatCounts:
        """Count chats and subscriptions."""
        running_digest = and_(RUNNING, chat.c.digest_at.is_not(None))
        counted = select(
            func.count(),
            func.count().filter(chat.c.stopped),
            func.count().filter(running_digest),
            select(func.count()).select_from(subscription).scalar_subquery(),
        ).select_from(chat)
        return ChatCounts(*(await self._db.execute(counted)).one())

    async def told(self, chat_id: int, stories: Iterable[int]) -> frozenset[int]:
        """Tell which of these stories the chat was told already."""
        told: set[int] = set()
        for batch in batches(set(stories)):
            mine = select(sent_story.c.story_id).where(
                sent_story.c.chat_id == chat_id, sent_story.c.story_id.in_(batch)
            )
            told.update(await self._db.scalars(mine))
        return frozenset(told)

    async def tell(self, chat_id: int, stories: Iterable[int], at: datetime) -> None:
        """Mark stories as told; a chat that is not stored has no memory."""
        await tell(self._db, [(chat_id, story, at) for story in stories])

    async def claim_digest(self, chat_id: int, local_date: date, next_run_at: datetime | None) -> bool:
        """Take a local date's digest, once and for all, and set when the next is due; False where it was served."""
        row = upsert(self._db, briefing).values(chat_id=chat_id, kind=DIGEST, local_date=local_date)
        made = await self._db.execute(row.on_conflict_do_nothing().returning(briefing.c.chat_id))
        taken = made.first() is not None
        following = update(chat).where(chat.c.id == chat_id).values(next_run_at=next_run_at)
        await self._db.execute(following.values(last_digest=local_date) if taken else following)
        return taken


def _settings(row: Row[*tuple[object, ...]]) -> ChatSettings:
    """Read a chat."""
    return ChatSettings(chat=row.id, **{name: getattr(row, name) for name in COLUMNS})
