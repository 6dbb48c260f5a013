"""The daily briefing: at the reader's hour, once a local date, through everything that clocks and machines do."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from diplomacy.briefing.document import Choices
from diplomacy.briefing.pages.digest import DigestFacts
from diplomacy.news import Health, Validators
from handlers.jobs import brief_subscribers as job
from storage.chats import ChatSettings
from storage.database import Store
from storage.feeds import Checked
from storage.outbox import Refused
from tests.builders import a_feed, a_publisher, a_reading, an_entry
from tests.handlers.houses import GROUP, HOUR, TUESDAY, Chat, House, Told, a_house
from tests.storage.houses import with_feed, with_news

DAY = timedelta(days=1)
WEDNESDAY_SEVEN = datetime(2025, 11, 26, 4, tzinfo=UTC)


async def follower(house: House, what: str = "TR KR", city: str = "istanbul", number: int = 77) -> Chat:
    """Somebody who follows something and has said where they are."""
    chat = house.chat(number)
    await chat.says(f"/subscribe {what}")
    await chat.says(f"/settings zone {city}")
    return chat


async def asked(house: House, feed: int, at: datetime) -> None:
    """Note that a feed was asked and answered well."""
    hour, ok = timedelta(hours=1), Health.OK
    async with house.services.storage.writing() as store:
        await store.feeds.checked(Checked(feed, at, ok, "", Validators(), hour, 0, at + hour))


async def each_hour(house: House, first: datetime, last: datetime, step: timedelta = HOUR / 2) -> list[Told]:
    """Let the clock strike from one moment to another."""
    told = []
    while first <= last:
        told += await house.strike(first)
        first += step
    return told


async def test_the_first_digest_shows_the_newest_reports_whatever_their_age(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade", at=TUESDAY - 40 * DAY, announce=False)
    await follower(house)
    assert await house.strike(WEDNESDAY_SEVEN - timedelta(minutes=1)) == []
    (told,) = await house.strike(WEDNESDAY_SEVEN)
    assert told.text.startswith("Wed 26 Nov: first briefing, 1 story · Türkiye – South Korea")
    assert "16 Oct Türkiye and South Korea agreed to widen their trade" in told.text
    assert "That is all. Next: Thu 27 Nov, 07:00." in told.text
    assert not told.message.silent


async def test_what_was_told_is_not_told_again_and_a_day_without_news_is_one_silent_line(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    await follower(house)
    await house.strike(WEDNESDAY_SEVEN)
    (told,) = await house.strike(WEDNESDAY_SEVEN + DAY)
    assert told.text == "Thu 27 Nov: nothing new on what you follow. Next: Fri 28 Nov, 07:00."
    assert told.message.silent


async def test_what_came_since_is_told_under_what_brought_it_and_the_rest_is_named(house: House) -> None:
    chat = await follower(house)
    await chat.says("/subscribe TR GR")
    await house.strike(WEDNESDAY_SEVEN)
    await house.news("Greece and Türkiye met in Athens", ("GR", "TR"), at=WEDNESDAY_SEVEN + 5 * HOUR)
    (told,) = await house.strike(WEDNESDAY_SEVEN + DAY)
    assert told.text.startswith("Thu 27 Nov: 1 new story · Türkiye – Greece\nSince Wed 26 Nov 07:00 (Istanbul)")
    assert "Türkiye – Greece · NEW\n" in told.text
    assert "Nothing new · Türkiye – South Korea" in told.text


async def test_a_story_that_found_no_room_comes_the_next_day(house: House) -> None:
    await follower(house)
    await house.strike(WEDNESDAY_SEVEN)
    for number in range(7):
        await house.news(f"Türkiye and South Korea signed text {number}", at=WEDNESDAY_SEVEN + number * HOUR)
    (first,) = await house.strike(WEDNESDAY_SEVEN + DAY)
    (second,) = await house.strike(WEDNESDAY_SEVEN + 2 * DAY)
    assert "Thu 27 Nov: 5 new stories" in first.text
    assert "2 more new stories found no room here" in first.text
    assert "Fri 28 Nov: 2 new stories" in second.text


async def test_what_subscribe_shows_does_not_count_as_told(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    chat = await follower(house)
    assert "agreed to widen" in await chat.says("/subscribe TR KR")
    (told,) = await house.strike(WEDNESDAY_SEVEN)
    assert "agreed to widen" in told.text


async def test_digest_now_tells_at_once_marks_it_and_the_days_own_digest_still_comes(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    chat = await follower(house)
    assert "Tue 25 Nov: first briefing, 1 story" in await chat.says("/digest now")
    assert "Nothing on what you follow that I have not told you. Next: Wed 26 Nov, 07:00." in await chat.says(
        "/digest now"
    )
    (told,) = await house.strike(WEDNESDAY_SEVEN)
    assert told.text.startswith("Wed 26 Nov: nothing new")


async def test_digest_now_without_anything_followed_offers_something_to_follow(house: House) -> None:
    assert "You follow nothing yet" in await house.chat().says("/digest now")


async def test_after_three_empty_days_it_offers_to_rest_and_lives_on_mondays(house: House) -> None:
    chat = await follower(house)
    told = [await house.strike(WEDNESDAY_SEVEN + day * DAY) for day in range(9)]
    assert [len(each) for each in told] == [1, 1, 1, 0, 0, 1, 0, 0, 0]
    third = told[2][0]
    assert "I will write when there is something, and each Monday that I am alive." in third.text
    assert [
        choice.label for block in third.document.blocks if isinstance(block, Choices) for choice in block.rows[0]
    ] == ["Keep daily"]
    assert told[5][0].text == "Mon 1 Dec: I am alive; nothing new on what you follow."
    await chat.says("/digest daily")
    assert [len(await house.strike(WEDNESDAY_SEVEN + day * DAY)) for day in range(9, 14)] == [1] * 5


async def test_news_after_a_rest_comes_at_once_at_its_hour(house: House) -> None:
    await follower(house)
    for day in range(5):
        await house.strike(WEDNESDAY_SEVEN + day * DAY)
    await house.news("Türkiye and South Korea signed a treaty")
    (told,) = await house.strike(WEDNESDAY_SEVEN + 5 * DAY)
    assert "Mon 1 Dec: 1 new story" in told.text or "first briefing, 1 story" in told.text


@pytest.mark.parametrize(
    ("city", "first", "last"),
    [
        ("istanbul", datetime(2025, 10, 24, 12, tzinfo=UTC), datetime(2025, 11, 5, 12, tzinfo=UTC)),
        ("new york", datetime(2025, 10, 30, 12, tzinfo=UTC), datetime(2025, 11, 5, 12, tzinfo=UTC)),
        ("new york", datetime(2026, 3, 5, 13, tzinfo=UTC), datetime(2026, 3, 11, 13, tzinfo=UTC)),
    ],
)
async def test_one_digest_a_local_date_at_its_hour_through_both_changes_of_clocks(
    house: House, city: str, first: datetime, last: datetime
) -> None:
    house.clock.time = first
    chat = await follower(house, city=city)
    await chat.says("/digest daily")
    zone = {"istanbul": ZoneInfo("Europe/Istanbul"), "new york": ZoneInfo("America/New_York")}[city]
    told = [one.at.astimezone(zone) for one in await each_hour(house, first, last)]
    assert {f"{at:%H:%M}" for at in told} == {"07:00"}
    days = [at.date() for at in told]
    assert days == [first.date() + day * DAY for day in range(1, (last - first).days + 1)]


@pytest.mark.parametrize(("hour", "expected"), [("01:30", "01:30 EDT"), ("02:30", "02:30 EST")])
async def test_in_the_night_of_the_repeated_hour_it_comes_once(house: House, hour: str, expected: str) -> None:
    house.clock.time = datetime(2025, 11, 1, 12, tzinfo=UTC)
    chat = await follower(house, city="new york")
    await chat.says(f"/digest daily {hour}")
    night = await each_hour(house, datetime(2025, 11, 2, 4, tzinfo=UTC), datetime(2025, 11, 2, 20, tzinfo=UTC))
    assert [f"{one.at.astimezone(ZoneInfo('America/New_York')):%H:%M %Z}" for one in night] == [expected]


async def test_in_the_night_of_the_missing_hour_it_comes_right_after_the_gap(house: House) -> None:
    house.clock.time = datetime(2026, 3, 7, 13, tzinfo=UTC)
    chat = await follower(house, city="new york")
    await chat.says("/digest daily 02:30")
    night = await each_hour(house, datetime(2026, 3, 8, 5, tzinfo=UTC), datetime(2026, 3, 8, 20, tzinfo=UTC))
    assert [f"{one.at.astimezone(ZoneInfo('America/New_York')):%H:%M %Z}" for one in night] == ["03:00 EDT"]


async def test_a_machine_that_was_down_is_late_within_the_day_and_skips_what_is_past(house: House) -> None:
    chat = await follower(house)
    await chat.says("/digest daily")
    (late,) = await house.strike(WEDNESDAY_SEVEN + 9 * HOUR)
    assert late.text.startswith("Wed 26 Nov")
    (much_later,) = await house.strike(WEDNESDAY_SEVEN + 4 * DAY + HOUR)
    assert much_later.text.startswith("Sun 30 Nov")
    assert await house.strike(WEDNESDAY_SEVEN + 5 * DAY - HOUR) == []
    (told,) = await house.strike(WEDNESDAY_SEVEN + 5 * DAY)
    assert told.text.startswith("Mon 1 Dec")


async def test_a_crash_after_the_date_was_taken_sends_it_once_and_before_it_loses_nothing(house: House) -> None:
    await follower(house)
    async with house.services.storage.reading() as store:
        (due,) = await store.chats.due(WEDNESDAY_SEVEN, 10)
    await house.strike(WEDNESDAY_SEVEN)
    async with house.services.storage.writing() as store:  # the row as it was before, as a crashed process would see it
        await store.chats.save(due)
    assert await house.strike(WEDNESDAY_SEVEN + HOUR) == []
    assert (await house.stored(77)).next_run_at == WEDNESDAY_SEVEN + DAY  # type: ignore[union-attr]


async def test_a_change_of_zone_never_gives_a_second_digest_for_one_local_date(house: House) -> None:
    chat = await follower(house, city="seoul")
    await chat.says("/digest daily")
    seoul_seven = datetime(2025, 11, 25, 22, tzinfo=UTC)
    assert len(await house.strike(seoul_seven)) == 1
    heard = await chat.says("/settings zone istanbul")
    assert "next Thu 27 Nov" in heard
    assert await each_hour(house, seoul_seven, WEDNESDAY_SEVEN + 20 * HOUR) == []
    assert len(await house.strike(WEDNESDAY_SEVEN + DAY)) == 1


async def test_a_zone_that_is_past_the_promised_hour_gets_the_promised_briefing_at_once(house: House) -> None:
    chat = await follower(house, city="istanbul")
    await house.strike(WEDNESDAY_SEVEN)
    house.clock.time = WEDNESDAY_SEVEN + DAY - HOUR
    assert "today's comes at once" in await chat.says("/settings zone seoul")
    (told,) = await house.strike()
    assert told.text.startswith("Thu 27 Nov")
    assert await each_hour(house, house.clock.time, house.clock.time + 15 * HOUR) == []


async def test_the_hour_and_days_can_be_changed_and_switched_off_and_on(house: House) -> None:
    chat = await follower(house)
    assert "Briefing daily at 18:30 (Istanbul), next Tue 25 Nov." in await chat.says("/digest 18:30")
    assert "Briefing each Monday at 18:30 (Istanbul), next Mon 1 Dec." in await chat.says("/digest weekly")
    assert "The briefing is off; /digest on switches it on." in await chat.says("/digest off")
    assert await house.strike(WEDNESDAY_SEVEN + 10 * DAY) == []
    assert "Briefing each Monday at 07:00 (Istanbul)" in await chat.presses("Switch on")


@pytest.mark.parametrize("typed", ["25:99", "24:00", "soon", "<b>& >"])
async def test_what_is_no_hour_gets_a_helpful_sentence_and_hours_to_choose(house: House, typed: str) -> None:
    chat = await follower(house)
    heard = await chat.says(f"/digest {typed}")
    assert typed in heard
    assert "/digest 07:30" in heard
    assert "Briefing daily at 08:00" in await chat.presses("08:00")


async def test_a_digest_that_was_lost_on_the_way_comes_back_the_next_day(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    await follower(house)
    house.clock.time = WEDNESDAY_SEVEN
    await job.brief_subscribers(house.services)
    async with house.services.storage.writing() as store:
        await store.outbox.mark([Refused(one.id, "lost") for one in await store.outbox.claim(WEDNESDAY_SEVEN)])
    (told,) = await house.strike(WEDNESDAY_SEVEN + DAY)
    assert "agreed to widen" in told.text


async def test_from_the_first_word_to_the_second_briefing_both_databases_do_the_same(
    database_url: str,
) -> None:
    async with a_house(database_url) as house:
        await house.news("Türkiye and South Korea agreed to widen their trade")
        await follower(house, "TR KR trade -football")
        await follower(house, "TR", number=78)
        assert len(await house.strike(WEDNESDAY_SEVEN)) == 2
        await house.news("Türkiye and South Korea signed a treaty", at=WEDNESDAY_SEVEN + HOUR)
        house.clock.time = WEDNESDAY_SEVEN + HOUR
        told = await house.strike(WEDNESDAY_SEVEN + DAY)
        assert ["signed a treaty" in one.text for one in told] == [False, True]
        assert "signed" not in await house.chat(78).says("/digest now")


async def test_two_strikes_at_once_brief_once(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    for number in range(60):
        await follower(house, number=number + 1)
    house.clock.time = WEDNESDAY_SEVEN
    await asyncio.gather(*(job.brief_subscribers(house.services) for _ in range(3)))
    told = await house.deliver()
    assert sorted(one.message.chat for one in told) == list(range(1, 61))


async def test_what_is_changed_while_a_briefing_is_composed_stays_changed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await follower(house)
    compose = job.compose

    async def interrupted(store: Store, settings: ChatSettings, *rest: object) -> DigestFacts:
        monkeypatch.undo()
        await chat.says("/digest 09:00")
        return await compose(store, settings, *rest)

    monkeypatch.setattr(job, "compose", interrupted)
    assert await house.strike(WEDNESDAY_SEVEN) == []
    (told,) = await house.strike(WEDNESDAY_SEVEN + 2 * HOUR)
    assert told.text.startswith("Wed 26 Nov")


async def test_a_deleted_chat_is_briefed_no_more(house: House) -> None:
    chat = await follower(house)
    await chat.says("/delete yes")
    assert await house.strike(WEDNESDAY_SEVEN) == []


async def test_a_briefing_goes_to_the_topic_in_which_the_group_set_it_up(house: House) -> None:
    group = house.chat(-100, chat_kind=GROUP, thread=42)
    await group.says("/subscribe TR KR")
    await group.says("/settings zone istanbul")
    (told,) = await house.strike(WEDNESDAY_SEVEN)
    assert (told.message.chat, told.message.thread) == (-100, 42)


async def test_a_feed_of_a_followed_country_that_fell_silent_is_named(house: House) -> None:
    radio = a_feed("https://feeds.example.org/radio.rss", publisher=a_publisher("Test radio", country="KR"))
    number = await with_feed(house.services.storage, radio, now=TUESDAY - 3 * DAY)
    entry = an_entry("Türkiye and South Korea met", published=TUESDAY - 2 * DAY)
    await with_news(house.services.storage, number, [(entry, a_reading(("KR", "TR")))], now=TUESDAY - 2 * DAY)
    await asked(house, number, TUESDAY)
    await follower(house)
    (told,) = await house.strike(WEDNESDAY_SEVEN)
    assert "Test radio (South Korea) has brought nothing since Sun 23 Nov, 15:40." in told.text


async def test_a_stopped_chat_is_not_briefed_and_hears_todays_when_it_comes_back(house: House) -> None:
    chat = await follower(house)
    async with house.services.storage.writing() as store:
        await store.chats.stop(77, "blocked", house.clock())
    assert await house.strike(WEDNESDAY_SEVEN) == []
    await chat.says("/start")
    (told,) = await house.strike(WEDNESDAY_SEVEN + 3 * HOUR)
    assert told.text.startswith("Wed 26 Nov")


async def test_one_chat_that_cannot_be_briefed_does_not_hold_up_the_others(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await follower(house, number=1)
    await follower(house, number=2)
    compose = job.compose

    async def broken(store: object, chat: object, *rest: object) -> object:
        if chat.chat == 1:  # type: ignore[attr-defined]
            raise RuntimeError("a mistake of ours")
        return await compose(store, chat, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(job, "compose", broken)
    assert [one.message.chat for one in await house.strike(WEDNESDAY_SEVEN)] == [2]
    monkeypatch.undo()
    assert [one.message.chat for one in await house.strike(WEDNESDAY_SEVEN + HOUR)] == [1]
