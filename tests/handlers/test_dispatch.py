"""Whatever anybody says, somebody answers: commands and aliases, words that are none, and what goes wrong."""

import json

import pytest

from diplomacy.reader import Reader
from handlers import dispatch
from handlers.contract import Command, Reply, Request, Services, Standing
from handlers.registry import COMMANDS, JOBS
from storage.errors import DatabaseAway
from tests.handlers.houses import GROUP, KOREAN, TURKISH, House

OPERATOR = 1


def test_no_name_stands_for_two_commands() -> None:
    names = [name for command in COMMANDS for name in (command.name, *command.aliases)]
    assert len(set(names)) == len(names)
    assert len({job.name for job in JOBS}) == len(JOBS)


async def test_an_unknown_command_is_answered_with_those_that_look_like_it(house: House) -> None:
    chat = house.chat()
    heard = await chat.says("/relatons turkey korea")
    assert heard.startswith("There is no command /relatons. Did you mean one of these?")
    assert "/relations turkey korea" in [choice.command for choice in chat.choices]
    heard = await chat.says("/" + "x" * 4000)
    assert "/help names all that I understand." in heard
    assert len(heard) < 300


async def test_commands_are_known_in_any_case_and_by_their_other_names(house: House) -> None:
    chat = house.chat()
    assert await chat.says("/Following") == await chat.says("/subscriptions")


async def test_commands_of_operators_do_not_exist_for_others(house: House) -> None:
    chat = house.chat()
    assert "There is no command /stats." in await chat.says("/stats")
    assert "/stats" not in {choice.command for choice in chat.choices}


async def test_a_database_that_is_away_becomes_a_sentence_in_the_readers_language(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise DatabaseAway("The database can't be reached: test")

    monkeypatch.setattr(house.services.storage, "reading", away)
    assert "Nothing is lost" in await house.chat().says("/subscriptions")
    assert "Hiçbir şey kaybolmadı" in await house.chat(reader=TURKISH).says("/subscriptions")


async def test_a_mistake_of_ours_becomes_a_sentence_and_is_seen(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def mistaken(_request: Request, _services: Services) -> Reply:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setitem(dispatch.BY_NAME, "about", Command("about", (), mistaken))
    assert "Something went wrong" in await house.chat().says("/about")
    assert [sighting.kind for sighting in house.seen] == ["failed"]


@pytest.mark.parametrize("typed", ["hello there", "<b>& >", "🙂", "\u200f", "x" * 4000, ""])
async def test_words_that_name_nothing_get_a_hint(house: House, typed: str) -> None:
    heard = await house.chat().says(typed)
    assert "turkey korea" in heard
    assert len(heard) < 500


async def test_two_countries_without_a_command_are_a_question_and_one_is_too(house: House) -> None:
    chat = house.chat()
    assert "Türkiye – South Korea" in await chat.says("turkey korea")
    assert (await chat.says("japan")).startswith("Japan")


async def test_start_shows_the_first_steps_and_each_of_its_buttons_leads_somewhere(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    chat = house.chat()
    heard = await chat.says("/start")
    assert "with a source under every line" in heard
    for choice in list(chat.choices):
        assert "There is no command" not in await chat.says(choice.command)


async def test_deep_links_lead_to_their_answers(house: House) -> None:
    chat = house.chat()
    assert "Türkiye" in await chat.says("/start rel_KR-TR")
    assert (await chat.says("/start co_TR")).startswith("Türkiye")
    assert "You follow South Korea – Türkiye." in await chat.says("/start fol_KR-TR")
    assert "with a source under every line" in await chat.says("/start what_ever")


async def test_a_deep_link_in_a_group_lets_only_administrators_follow(house: House) -> None:
    group = house.chat(-5, chat_kind=GROUP)
    assert "only its administrators" in await group.says("/start fol_KR-TR", standing=Standing.MEMBER)


async def test_start_wakes_a_chat_that_had_stopped(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    await chat.says("istanbul")
    async with house.services.storage.writing() as store:
        await store.chats.stop(77, "blocked", house.clock())
    heard = await chat.says("/start")
    assert heard.startswith("Here again")
    assert "Briefing daily at 07:00 (Istanbul), next Wed 26 Nov." in heard
    stored = await house.stored(77)
    assert stored is not None
    assert not stored.stopped


async def test_settings_show_and_change_language_and_zone_by_button_and_typed(house: House) -> None:
    chat = house.chat()
    heard = await chat.says("/settings")
    assert "Language: English" in heard
    assert "Time zone: not told yet" in heard
    await chat.presses("Language")
    assert "Bundan sonra Türkçe konuşuyorum." in await chat.presses("Türkçe")
    assert "이제부터 한국어로 말하겠습니다." in await chat.says("/settings language korean")
    assert "Klingon" in await chat.says("/settings language Klingon")
    assert "I speak English from now on." in await chat.presses("English")
    assert "Your clock is that of Seoul, where it is 21:40." in await chat.says("/settings zone seoul")
    assert "Istanbul" in await chat.says("/settings zone Europe/Istanbul")
    assert "I know no city and no time zone called Atlantis." in await chat.says("/settings zone Atlantis")
    assert "There is no setting called colour." in await chat.says("/settings colour red")
    assert "Time zone: Istanbul (Europe/Istanbul), where it is 15:40" in await chat.says("/settings")


async def test_settings_ask_for_every_hour_on_demand(house: House) -> None:
    chat = house.chat()
    await chat.says("/settings zone")
    likely = len(chat.choices)
    await chat.presses("Another hour")
    assert len(chat.choices) > likely


async def test_export_gives_everything_as_a_file_and_delete_asks_once(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    chat = house.chat(reader=KOREAN)
    assert "보관된 것이 없습니다" in await chat.says("/export")
    await chat.says("/subscribe TR KR energy")
    await chat.says("/export")
    (file,) = chat.reply.attachments
    held = json.loads(file.content)
    assert held["subscriptions"][0]["key"] == "KR-TR energy"
    assert held["settings"]["language"] == "ko"
    await chat.says("/delete")
    assert await house.stored(77) is not None
    await chat.presses("모두 삭제")
    assert await house.stored(77) is None
    assert "보관된 것이 없습니다" in await chat.says("/delete")


WORDS = ("", "<b>& >", "🇹🇷🇰🇷", "turkey turkey", "TR KR JP US FR", "x " * 2000, "\u200fتركيا", "a\x00b", "-", "\\")


@pytest.mark.parametrize("language", ["en", "tr", "ko"])
async def test_no_input_makes_any_command_fail(house: House, language: str) -> None:
    chat = house.chat(reader=Reader(language))
    for command in COMMANDS:
        for words in WORDS:
            assert await chat.says(f"/{command.name} {words}", person=OPERATOR)
            assert not house.seen, f"/{command.name} {words}"
