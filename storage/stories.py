"""Stories: what several reports tell together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.stories.shapes import Joined, OpenStory
from storage.bulk import insert_all
from storage.rows import Value
from storage.schema import article, article_country, article_pair, sent_story, story
from storage.upserts import upsert

MOST_OPEN = 50_000
"""More than these, the newest, are not laid out."""

LAST_NUMBER = select(func.max(story.c.id))
OPEN = (
    select(story.c.id, story.c.pair, story.c.title_key, story.c.tokens, story.c.first, story.c.last)
    .where(story.c.last >= bindparam("since"))
    .order_by(story.c.last.desc(), story.c.id.desc())
    .limit(MOST_OPEN)
)
FIRST, LAST = (bindparam(name, type_=story.c.last.type) for name in ("_first", "_last"))
WIDENED = (
    update(story)
    .where(story.c.id == bindparam("_id"))
    .values(
        first=case((story.c.first > FIRST, FIRST), else_=story.c.first),
        last=case((story.c.last < LAST, LAST), else_=story.c.last),
        tokens=bindparam("_tokens"),
    )
)
MOVED = [
    update(table).where(table.c.story_id == bindparam("_merged")).values(story_id=bindparam("_kept"))
    for table in (article, article_pair, article_country)
]
TOLD_TOO = select(sent_story.c.chat_id, bindparam("_kept", type_=story.c.id.type), sent_story.c.at).where(
    sent_story.c.story_id == bindparam("_merged")
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

    async def last_number(self) -> int:
        """The number of the newest story; 0 where there is none."""
        return await self._db.scalar(LAST_NUMBER) or 0

    async def open(self, since: datetime) -> tuple[OpenStory, ...]:
        """Give the stories with a report published `since`, the newest first."""
        rows = await self._db.execute(OPEN, {"since": since})
        return tuple(
            OpenStory(row.id, row.pair, row.title_key, frozenset(row.tokens.split()), row.first, row.last)
            for row in rows
        )

    async def create(self, drafts: Sequence[StoryDraft]) -> tuple[int, ...]:
        """Store new stories; gives their numbers in the same order."""
        if not drafts:
            return ()
        last = await self.last_number()  # the only writer gives out the numbers itself
        numbers = range(last + 1, last + 1 + len(drafts))
        rows: list[Value] = [
            {
                "id": number,
                "title": draft.title,
                "pair": draft.pair,
                "title_key": draft.title_key,
                "tokens": " ".join(sorted(draft.tokens)),
                "first": draft.first,
                "last": draft.last,
            }
            for number, draft in zip(numbers, drafts, strict=True)
        ]
        await insert_all(self._db, story, rows)
        return tuple(numbers)

    async def touch(self, stories: Iterable[OpenStory]) -> None:
        """Note what stored stories say by now; their time only ever grows wider."""
        rows = [
            {"_id": one.id, "_first": one.first, "_last": one.last, "_tokens": " ".join(sorted(one.tokens))}
            for one in stories
        ]
        if rows:
            await self._db.execute(WIDENED, rows)

    async def join(self, joined: Joined) -> None:
        """Move all reports of one story to another; whoever was told of the one was told of both."""
        names = {"_kept": joined.kept, "_merged": joined.merged}
        for moved in MOVED:
            await self._db.execute(moved, names)
        told = upsert(self._db, sent_story).from_select(["chat_id", "story_id", "at"], TOLD_TOO)
        await self._db.execute(told.on_conflict_do_nothing(), names)
