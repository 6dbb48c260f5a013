"""Which chat was told which story: written when a message was sent, never before."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import BigInteger, bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.columns import Moment
from storage.schema import chat, sent_story, story
from storage.upserts import upsert

Told = tuple[int, int, datetime]
"""A chat, a story, and when."""

CHAT, STORY = bindparam("_chat", type_=BigInteger), bindparam("_story", type_=BigInteger)
BOTH_STAND = select(CHAT, STORY, bindparam("_at", type_=Moment)).where(
    exists().where(chat.c.id == CHAT), exists().where(story.c.id == STORY)
)


async def tell(db: AsyncConnection, told: Iterable[Told]) -> None:
    """Mark stories as told. A chat that was deleted has no memory, and a story that was thrown away needs none."""
    rows = [{"_chat": chat_id, "_story": story_id, "_at": at} for chat_id, story_id, at in told]
    if rows:
        insertion = upsert(db, sent_story).from_select(["chat_id", "story_id", "at"], BOTH_STAND)
        await db.execute(insertion.on_conflict_do_nothing(), rows)
