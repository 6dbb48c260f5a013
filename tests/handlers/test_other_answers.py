"""Dialogues about one country, words, feeds, and the house itself."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from diplomacy.news import FeedKind, Health, Validators
from handlers.contract import ReplyPlace
from storage.chats import ChatSettings
from storage.feeds import Checked
from storage.outbox import OutboxMessage, Uncertain
from tests.builders import a_feed, a_publisher, a_reading, an_entry
from tests.handlers.houses import HOUR, TURKISH, House, a_house
from tests.storage.houses import with_feed, with_news

A_DAY = 24 * HOUR
OPERATOR = 4711


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, operators=frozenset({OPERATOR})) as opened:
        yield opened


async def test_a_country_is_answered_with_its_busiest_relationships_and_latest_dealings(house: House) -> None:
    await house.news("Türkiye and South Korea met.")
    await house.news("Türkiye and South Korea signed.", at=house.clock() - HOUR)
    await house.news("Türkiye and Greece spoke.", ("GR", "TR"))
    chat = house.chat()
    answer = await chat.says("/country turkey")
    assert answer.startswith("Türkiye 🇹🇷\nAs of Tue 25 Nov 2025, 12:40 UTC · last 7 days · 3 reports, 1 outlet\n")
    assert "South Korea        2        2\nGreece             1        1" in answer
    assert "• 🇬🇷 25 Nov Türkiye and Greece s" in answer
    assert "Türkiye: we read no feed from there; silence is ours." in answer
    assert [one.command for one in chat.choices] == [
        "/subscribe TR",
        "/relations TR KR",
        "/relations TR GR",
        "/country TR 30",
        "/country TR 90",
        "/feeds TR",
    ]


async def test_another_window_of_a_country_takes_the_answers_place(house: House) -> None:
    await house.news("Türkiye and South Korea met.")
    chat = house.chat()
    await chat.says("/country turkey")
    assert "last 30 days" in await chat.presses("30 d")
    assert chat.reply.place is ReplyPlace.SAME_MESSAGE


async def test_a_country_without_anything_new_is_told_as_it_stood(house: House) -> None:
    await house.news("Türkiye and South Korea met.")
    house.clock.time += timedelta(days=20)
    lines = (await house.chat().says("/country turkey")).splitlines()
    assert lines[1] == "Nothing in the last 7 days. What stood on 25 Nov 2025:"
    assert lines[2].startswith("As of 25 Nov 2025 (asked Mon 15 Dec 2025, 12:40 UTC) · 7 days to then · 1 report")


async def test_a_country_that_is_not_in_the_news_is_an_honest_empty_answer(house: House) -> None:
    answer = await house.chat().says("/country bhutan")
    assert "No report on its dealings with other states is stored." in answer
    assert "Bhutan: we read no feed from there; silence is ours." in answer


async def test_a_name_of_two_countries_is_answered_by_its_default_and_offers_the_other(house: House) -> None:
    chat = house.chat()
    assert "“korea” read as South Korea" in await chat.says("/country korea")
    assert (await chat.presses("🇰🇵 North Korea instead")).startswith("North Korea 🇰🇵")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/country", "Which country? For example /country turkey."),
        ("/country turkey korea", "Those are 2 countries; choose one, or a pair:"),
        ("/country atlantis", "I know no country called “atlantis”."),
        ("/country " + "y" * 4000, "Those are 4,000 characters"),
        ("/search", "Which words? For example /search nuclear plant."),
        ("/search <>&", "Which words?"),
        ("/search " + "y" * 4000, "Those are 4,000 characters; a few words are enough"),
        ("/feeds atlantis", "I know no country called “atlantis”."),
        ("/feeds turkey korea", "One country at a time"),
    ],
)
async def test_bad_input_gets_one_helpful_sentence(house: House, typed: str, said: str) -> None:
    assert (await house.chat().says(typed)).startswith(said)


async def test_what_a_country_page_does_not_take_is_said(house: House) -> None:
    assert "“trade” was left out" in await house.chat().says("/country turkey trade")


async def test_words_are_found_newest_first_with_their_outlet(house: House) -> None:
    await house.news("Two states build a nuclear plant.", at=house.clock() - 2 * HOUR)
    await house.news("A nuclear plant opens.", at=house.clock() - HOUR)
    await house.news("A ship sails.")
    answer = await house.chat().says("/search nuclear plant")
    assert answer.index("A nuclear plant opens.") < answer.index("Two states build a nuclear plan")
    assert "ship" not in answer
    assert "Test wire <https://example.org/" in answer


async def test_a_search_turns_its_pages_in_place(house: House) -> None:
    for number in range(12):
        await house.news(f"Steel item {number} of the test.", at=house.clock() - number * HOUR)
    chat = house.chat()
    assert "page 1, newest first" in await chat.says("/search steel 30d")
    assert "Steel item 10" in await chat.presses("Older")
    assert chat.reply.place is ReplyPlace.SAME_MESSAGE
    assert "Steel item 0" in await chat.presses("← Newer")


async def test_a_search_without_finds_says_out_of_how_many_and_offers_all(house: House) -> None:
    await house.news("Steel is dear.", at=house.clock() - 60 * A_DAY)
    chat = house.chat()
    assert "None of the 1 stored report holds these words." in await chat.says("/search steel 30d")
    assert "Steel is dear." in await chat.presses("Search all that is stored")


async def test_a_search_since_a_date_that_does_not_exist_searches_for_the_words(house: House) -> None:
    await house.news("Steel since long.")
    assert "None of the 1 stored report" in await house.chat().says("/search steel since 2026-02-30")


async def checked(house: House, feed: int, health: Health) -> None:
    async with house.services.storage.writing() as store:
        await store.feeds.checked(Checked(feed, house.clock(), health, "", Validators(), HOUR, 0, house.clock() + HOUR))


async def test_feeds_are_counted_by_how_they_fare(house: House) -> None:
    storage = house.services.storage
    good = await with_feed(
        storage, a_feed("https://a.example.org/rss", publisher=a_publisher("Test wire", country="TR"))
    )
    bad = await with_feed(
        storage, a_feed("https://b.example.org/rss", publisher=a_publisher("Test post", country="KR"))
    )
    await with_feed(storage, a_feed("https://c.example.org/rss"))
    await checked(house, good, Health.OK)
    await checked(house, bad, Health.GARBAGE)
    chat = house.chat()
    answer = await chat.says("/feeds")
    assert "We read 2 feeds.\nThey come from 1 country.\n1 more is in the list and has never answered." in answer
    assert "1 answered well at its last try." in answer
    assert "1 has not been tried yet." in answer
    assert "1 brought nothing at its last try\n• Test post: " in answer
    assert [one.command for one in chat.choices] == ["/feeds KR", "/feeds TR"]


async def test_feeds_of_a_country_are_listed_each_with_its_state(house: House) -> None:
    ministry = a_publisher("Test ministry", country="TR", kind=FeedKind.MINISTRY, state_linked=True)
    feed = await with_feed(house.services.storage, a_feed("https://m.example.org/rss", publisher=ministry))
    news = [(an_entry("A word.", published=house.clock()), a_reading(("KR", "TR")))]
    await with_news(house.services.storage, feed, news, now=house.clock())
    await checked(house, feed, Health.OK)
    answer = await house.chat().says("/feeds turkey")
    assert "We read 1 feed from there, 1 of them state-linked." in answer
    assert "newest item 25 Nov 2025 · state-linked" in answer
    assert "Its ministry is among them." in answer
    assert "We read no feed from there." in await house.chat().says("/feeds bhutan")


async def test_help_names_each_listed_command_and_operators_ones_to_operators_alone(house: House) -> None:
    answer = await house.chat().says("/help")
    for name in ("/relations", "/country", "/subscribe", "/digest", "/settings", "/search", "/feeds", "/privacy"):
        assert f"\n{name}" in answer
    assert "/stats" not in answer
    assert "/stats" in await house.chat(OPERATOR).says("/help")
    assert (await house.chat(reader=TURKISH).says("/help")).startswith("Neler sorabilirsiniz")


async def test_the_house_says_what_it_is_and_what_it_keeps(house: House) -> None:
    assert "What it refuses to do" in await house.chat().says("/about")
    chat = house.chat()
    assert "for 365 days, or until /delete" in await chat.says("/privacy")
    assert [one.command for one in chat.choices] == ["/export", "/delete"]


async def test_figures_are_for_operators_alone(house: House) -> None:
    await house.news("Türkiye and South Korea met.")
    async with house.services.storage.writing() as store:
        await store.chats.save(ChatSettings(chat=5, created_at=house.clock()))
        await store.outbox.put(
            [OutboxMessage(5, None, "a", 1, "{}"), OutboxMessage(5, None, "b", 1, "{}")], house.clock()
        )
        claimed = await store.outbox.claim(house.clock(), limit=1)
        await store.outbox.mark([Uncertain(claimed[0].id, "the line was cut")])
    assert "Figures" not in await house.chat(6).says("/stats")
    answer = await house.chat(OPERATOR).says("/stats")
    assert "uncertain       1" in answer
    assert "• 5 the line was cut" in answer
    assert "reports      1" in answer
