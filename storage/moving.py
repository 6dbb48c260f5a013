"""A group that becomes a supergroup gets another number, and takes along all that it has."""

from sqlalchemy import delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import briefing, chat, outbox, sent_story, subscription
from storage.upserts import upsert


async def move(db: AsyncConnection, old: int, new: int) -> None:
    """Move everything from the old number to the new; where both are stored, the settings of the old win."""
    await db.execute(update(outbox).where(outbox.c.chat_id == old).values(chat_id=new))
    if old == new or await db.scalar(select(chat.c.id).where(chat.c.id == old)) is None:
        return
    if await db.scalar(select(chat.c.id).where(chat.c.id == new)) is not None:
        for table in (subscription, sent_story, briefing):
            rest = [column for column in table.c if column.name != "chat_id"]
            both = select(literal(old), *rest).where(table.c.chat_id == new)
            names = ["chat_id", *(column.name for column in rest)]
            await db.execute(upsert(db, table).from_select(names, both).on_conflict_do_nothing())
        await db.execute(delete(chat).where(chat.c.id == new))
    await db.execute(update(chat).where(chat.c.id == old).values(id=new))
