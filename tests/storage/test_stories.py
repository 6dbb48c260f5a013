from datetime import timedelta

from storage.database import Storage
from tests.builders import NOON, a_story_draft

HOUR = timedelta(hours=1)


async def test_stories_get_their_numbers_in_the_order_they_were_given(storage: Storage) -> None:
    drafts = [a_story_draft(f"Story {number}") for number in range(50)]
    async with storage.writing() as store:
        first = await store.stories.create(drafts[:20])
        second = await store.stories.create(drafts[20:])
        assert await store.stories.create([]) == ()
        found = await store.stories.open(NOON, ["KR-TR"], [])
    by_number = {story.id: story.title_key for story in found}
    assert [by_number[number] for number in first + second] == [draft.title_key for draft in drafts]


async def test_open_stories_are_those_of_the_pairs_or_titles_that_are_new_enough(storage: Storage) -> None:
    drafts = [
        a_story_draft("Pair", pair="KR-TR", first=NOON),
        a_story_draft("Old", pair="KR-TR", first=NOON - 9 * HOUR),
        a_story_draft("Other pair", pair="TR-US", first=NOON + HOUR),
        a_story_draft("No pair", pair=None, first=NOON + 2 * HOUR),
    ]
    async with storage.writing() as store:
        await store.stories.create(drafts)
    async with storage.reading() as store:
        by_pair = await store.stories.open(NOON, ["KR-TR", "AA-BB"], [])
        by_title = await store.stories.open(NOON, [], ["no pair", "other pair"])
        both = await store.stories.open(NOON, ["TR-US"], ["other pair"])
        assert await store.stories.open(NOON, [], []) == ()
    assert [story.title_key for story in by_pair] == ["pair"]
    assert [story.title_key for story in by_title] == ["no pair", "other pair"]
    assert len(both) == 1
    assert both[0].tokens == frozenset({"other", "pair"})


async def test_a_report_widens_the_time_of_its_story_and_never_narrows_it(storage: Storage) -> None:
    async with storage.writing() as store:
        one, two = await store.stories.create([a_story_draft("One"), a_story_draft("Two")])
        await store.stories.touch({one: NOON + 2 * HOUR, two: NOON - HOUR})
        await store.stories.touch({one: NOON + HOUR, two: NOON})
        await store.stories.touch({})
        found = {story.id: story for story in await store.stories.open(NOON - 9 * HOUR, ["KR-TR"], [])}
    assert (found[one].first, found[one].last) == (NOON, NOON + 2 * HOUR)
    assert (found[two].first, found[two].last) == (NOON - HOUR, NOON)
