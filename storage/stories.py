"""Stories: what several reports tell together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.stories import OpenStory
from storage.batches import batches
from storage.bulk import insert_all
from storage.rows import Value
from storage.schema import story

MOST_OPEN = 2000
"""More candidates than this are not compared; the newest are."""

LAST_NUMBER = select(func.max(story.c.id))
OF_PAIRS, OF_TITLES = (
    select(story.c.id, story.c.pair, story.c.title_key, story.c.tokens, story.c.first, story.c.last)
    .where(key.in_(bindparam("keys", expanding=True)), story.c.last >= bindparam("since"))
    .order_by(story.c.last.desc())
    .limit(MOST_OPEN)
    for key in (story.c.pair, story.c.title_key)
)
MOMENT = bindparam("_moment", type_=story.c.last.type)
WIDENED = (
    update(story)
    .where(story.c.id == bindparam("_id"))
    .values(
        first=case((story.c.first > MOMENT, MOMENT), else_=story.c.first),
        last=case((story.c.last < MOMENT, MOMENT), else_=story.c.last),
    )
)


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
        for lately, keys in ((OF_PAIRS, pairs), (OF_TITLES, title_keys)):
            for batch in batches(sorted({key for key in keys if key})):
                for row in await self._db.execute(lately, {"keys": batch, "since": since}):
                    tokens = frozenset(row.tokens.split())
                    found[row.id] = OpenStory(row.id, row.pair, row.title_key, tokens, row.first, row.last)
        return tuple(sorted(found.values(), key=lambda one: (one.last, one.id), reverse=True))

    async def create(self, drafts: Sequence[StoryDraft]) -> tuple[int, ...]:
        """Store new stories; gives their numbers in the same order."""
        if not drafts:
            return ()
        last = await self._db.scalar(LAST_NUMBER) or 0  # the only writer gives out the numbers itself
        numbers = range(last + 1, last + 1 + len(drafts))
        rows: list[Value] = [
            {
                "id": number,
                "title": draft.title,
                "pair": draft.pair,
                "title_key": draft.title_key,
                "tokens": " ".join(draft.tokens),
                "first": draft.first,
                "last": draft.last,
            }
            for number, draft in zip(numbers, drafts, strict=True)
        ]
        await insert_all(self._db, story, rows)
        return tuple(numbers)

    async def touch(self, reports: Mapping[int, datetime]) -> None:
        """Note that stories (by number) have a report published at a moment, earlier or later than what they had."""
        if reports:
            await self._db.execute(WIDENED, [{"_id": number, "_moment": at} for number, at in reports.items()])
