"""What chats follow."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.subscriptions import Subscription
from storage.schema import subscription
from storage.upserts import upsert


class Subscriptions:
    """Questions about what chats follow."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def of(self, chat: int) -> tuple[Subscription, ...]:
        """Give what a chat follows, the oldest first."""
        mine = select(subscription).where(subscription.c.chat_id == chat)
        return tuple(
            Subscription(row.countries, row.topics, row.words, row.without, row.everything)
            for row in await self._db.execute(mine.order_by(subscription.c.created_at, subscription.c.key))
        )

    async def add(self, chat: int, followed: Subscription, now: datetime) -> bool:
        """Let a stored chat follow something; False where it did already."""
        row = upsert(self._db, subscription).values(
            chat_id=chat,
            key=followed.key,
            countries=followed.countries,
            topics=followed.topics,
            words=followed.words,
            without=followed.without,
            everything=followed.everything,
            created_at=now,
        )
        made = await self._db.execute(row.on_conflict_do_nothing().returning(subscription.c.key))
        return made.first() is not None

    async def remove(self, chat: int, key: str) -> bool:
        """End one subscription; False where there was none."""
        mine = delete(subscription).where(subscription.c.chat_id == chat, subscription.c.key == key)
        return (await self._db.execute(mine)).rowcount > 0

    async def remove_all(self, chat: int) -> int:
        """End all subscriptions of a chat; tells how many."""
        return (await self._db.execute(delete(subscription).where(subscription.c.chat_id == chat))).rowcount
