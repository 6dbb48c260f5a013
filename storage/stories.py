"""Stories: what several reports tell together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.stories import OpenStory
from storage.batches import batches
from storage.schema import story

MOST_OPEN = 2000
"""More candidates than this are not compared; the newest are."""


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A story that a report begins."""

    title: str
    pair: str | None
    title_key: str
    tokens: frozenset[str]
    first: datetime
    last: datetime


class Stories:
    """Questions about stories."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def open(self, since: datetime, pairs: Sequence[str], title_keys: Sequence[str]) -> tuple[OpenStory, ...]:
        """Give the stories of these pairs or titles with a report published `since`, the newest first."""
        found: dict[int, OpenStory] = {}
        for column, keys in ((story.c.pair, pairs), (story.c.title_key, title_keys)):
            for batch in batches(sorted(set(keys))):
                lately = select(story).where(column.in_(batch), story.c.last >= since).order_by(story.c.last.desc())
                for row in await self._db.execute(lately.limit(MOST_OPEN)):
                    tokens = frozenset(row.tokens)
                    found[row.id] = OpenStory(row.id, row.pair, row.title_key, tokens, row.first, row.last)
        return tuple(sorted(found.values(), key=lambda one: (one.last, one.id), reverse=True))

    async def create(self, drafts: Sequence[StoryDraft]) -> tuple[int, ...]:
        """Store new stories; gives their numbers in the same order."""
        if not drafts:
            return ()
        rows = [
            {
                "title": draft.title,
                "pair": draft.pair,
                "title_key": draft.title_key,
                "tokens": tuple(sorted(draft.tokens)),
                "first": draft.first,
                "last": draft.last,
            }
            for draft in drafts
        ]
        if self._db.dialect.name == "postgresql":
            made = await self._db.execute(insert(story).returning(story.c.id, sort_by_parameter_order=True), rows)
            return tuple(made.scalars())
        # SQLite promises no order of what it gives back; the only writer may give out the numbers itself.
        first = await self._db.scalar(select(func.coalesce(func.max(story.c.id), 0) + 1)) or 1
        numbers = range(first, first + len(rows))
        await self._db.execute(
            insert(story), [{"id": number, **row} for number, row in zip(numbers, rows, strict=True)]
        )
        return tuple(numbers)

    async def touch(self, reports: Mapping[int, datetime]) -> None:
        """Note that stories (by number) have a report published at a moment, earlier or later than what they had."""
        moment = bindparam("_moment", type_=story.c.last.type)
        widened = (
            update(story)
            .where(story.c.id == bindparam("_id"))
            .values(
                first=case((story.c.first > moment, moment), else_=story.c.first),
                last=case((story.c.last < moment, moment), else_=story.c.last),
            )
        )
        if reports:
            await self._db.execute(widened, [{"_id": number, "_moment": at} for number, at in reports.items()])
