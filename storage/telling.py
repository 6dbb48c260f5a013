"""Which chat was told which story: written when a message was sent, never before."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import batches
from storage.schema import chat, sent_story, story
from storage.upserts import upsert

Told = tuple[int, int, datetime]
"""A chat, a story, and when."""


async def tell(db: AsyncConnection, told: Iterable[Told]) -> None:
    """Mark stories as told. A chat that was deleted has no memory, and a story that was thrown away needs none."""
    for batch in batches(dict.fromkeys(told)):
        chats = set(await db.scalars(select(chat.c.id).where(chat.c.id.in_({one[0] for one in batch}))))
        stories = set(await db.scalars(select(story.c.id).where(story.c.id.in_({one[1] for one in batch}))))
        rows = [
            {"chat_id": chat_id, "story_id": story_id, "at": at}
            for chat_id, story_id, at in batch
            if chat_id in chats and story_id in stories
        ]
        if rows:
            await db.execute(upsert(db, sent_story).on_conflict_do_nothing(), rows)
