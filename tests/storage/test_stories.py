from dataclasses import replace
from datetime import timedelta

from diplomacy.stories.shapes import Joined, OpenStory
from storage.chats import ChatSettings
from storage.database import Storage
from tests.builders import NOON, a_feed, a_placed_entry, a_story_draft

HOUR = timedelta(hours=1)


async def test_stories_get_their_numbers_in_the_order_they_were_given(storage: Storage) -> None:
    drafts = [a_story_draft(f"Story {number}") for number in range(50)]
    async with storage.writing() as store:
        first = await store.stories.create(drafts[:20])
        second = await store.stories.create(drafts[20:])
        assert await store.stories.create([]) == ()
        found = await store.stories.open(NOON)
    by_number = {story.id: story.title_key for story in found}
    assert [by_number[number] for number in first + second] == [draft.title_key for draft in drafts]


async def test_open_stories_are_those_that_are_new_enough_the_newest_first(storage: Storage) -> None:
    drafts = [
        a_story_draft("Now", first=NOON),
        a_story_draft("Old", first=NOON - 9 * HOUR),
        a_story_draft("Later", pair=None, first=NOON + HOUR),
    ]
    async with storage.writing() as store:
        assert await store.stories.last_number() == 0
        made = await store.stories.create(drafts)
        assert await store.stories.last_number() == made[-1]
    async with storage.reading() as store:
        found = await store.stories.open(NOON)
    assert [story.title_key for story in found] == ["later", "now"]
    assert found[1].tokens == frozenset({"now"})


async def test_a_report_widens_the_time_of_its_story_and_never_narrows_it(storage: Storage) -> None:
    async with storage.writing() as store:
        numbers = await store.stories.create([a_story_draft("One"), a_story_draft("Two")])
        one, two = (OpenStory(number, None, "", frozenset({"more=2"}), NOON, NOON) for number in numbers)
        await store.stories.touch([replace(one, last=NOON + 2 * HOUR), replace(two, first=NOON - HOUR)])
        await store.stories.touch([replace(one, last=NOON + HOUR), two])
        await store.stories.touch([])
        found = {story.id: story for story in await store.stories.open(NOON - 9 * HOUR)}
    assert (found[one.id].first, found[one.id].last) == (NOON, NOON + 2 * HOUR)
    assert (found[two.id].first, found[two.id].last) == (NOON - HOUR, NOON)
    assert found[one.id].tokens == frozenset({"more=2"})


async def test_two_stories_that_are_one_have_all_reports_and_whoever_was_told(storage: Storage) -> None:
    async with storage.writing() as store:
        await store.feeds.register([a_feed()], NOON, retire_others=False)
        (feed,) = await store.feeds.states()
        kept, merged = await store.stories.create([a_story_draft("One"), a_story_draft("Two")])
        await store.articles.add(feed.id, [a_placed_entry(story=merged)], [], NOON)
        await store.chats.save(ChatSettings(chat=7, created_at=NOON))
        await store.chats.tell(7, [merged], NOON)
        await store.stories.join(Joined(kept, merged))
        await store.stories.join(Joined(kept, merged))
    async with storage.reading() as store:
        (report,) = await store.relations.between("KR-TR", None, NOON + HOUR, 9)
        told = await store.chats.told(7, [kept, merged])
    assert report.story == kept
    assert set(told) == {kept, merged}
