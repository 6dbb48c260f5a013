import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Storage
from storage.stories import StoryDraft
from tests.builders import NOON

DRAFT = StoryDraft("Bridge opens", "KR-TR", "bridge opens", frozenset({"bridge", "opens"}), NOON, NOON)


async def stories(storage: Storage) -> int:
    async with storage.reading() as store:
        return (await store.feeds.totals()).stories


async def written(storage: Storage, *drafts: StoryDraft, failing: Exception | None = None) -> None:
    async with storage.writing() as store:
        for draft in drafts:
            await store.stories.create([draft])
        if failing:
            raise failing


async def test_rows_that_break_a_rule_bring_down_the_whole_block(storage: Storage) -> None:
    impossible = StoryDraft("Bridge opens", None, None, frozenset(), NOON, NOON)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        await written(storage, DRAFT, impossible)
    assert await stories(storage) == 0


async def test_what_a_broken_block_had_still_to_write_is_not_written_by_the_next(storage: Storage) -> None:
    with pytest.raises(RuntimeError):
        await written(storage, DRAFT, failing=RuntimeError())
    async with storage.writing() as store:
        await store.stories.create([DRAFT, DRAFT])
    assert await stories(storage) == 2


async def test_a_block_sees_what_it_has_written_itself(storage: Storage) -> None:
    async with storage.writing() as store:
        (number,) = await store.stories.create([DRAFT])
        (found,) = await store.stories.open(NOON, ["KR-TR"], [])
    assert (found.id, found.tokens) == (number, DRAFT.tokens)
