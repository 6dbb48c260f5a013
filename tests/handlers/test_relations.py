"""Dialogues about how two countries stand, on a real database with the real names."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from diplomacy.briefing.document import News
from diplomacy.briefing.measure import visible
from diplomacy.briefing.shorten import stands_in
from diplomacy.news import FeedKind, Publisher
from diplomacy.reader import Reader
from diplomacy.reading.shapes import ArticleKind, PairSaid, Reading
from diplomacy.relations.asked import Asked
from diplomacy.relations.asking import pair_asked
from diplomacy.topics import TOPICS
from handlers.commands.asking import understood
from handlers.contract import ReplyPlace
from locales.phrases import LANGUAGES, say
from tests.builders import a_feed, a_publisher, a_reading, an_entry, an_event
from tests.handlers.houses import HOUR, KOREAN, TUESDAY, TURKISH, House, a_house, names
from tests.storage.houses import with_feed, with_news

A_DAY = 24 * HOUR
AGREED = "Türkiye and South Korea agreed on Monday to build ships together, the minister said."


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path) as opened:
        yield opened


async def reported(
    house: House,
    told: str = AGREED,
    *,
    publisher: Publisher | None = None,
    pair: tuple[str, str] = ("KR", "TR"),
    topics: tuple[str, ...] = (),
    kind: ArticleKind = ArticleKind.NEWS,
    decisive: bool = True,
    ago: timedelta = HOUR,
    language: str = "en",
) -> None:
    """Let an outlet report one sentence."""
    outlet = publisher or a_publisher()
    feed = await with_feed(
        house.services.storage, a_feed(f"https://{outlet.family.replace(' ', '-')}.example.org/rss", publisher=outlet)
    )
    entry = an_entry(told, published=house.clock() - ago, publisher=outlet, language=language)
    said = Reading(
        language=language,
        kind=kind,
        pairs=(PairSaid(pair, 0.8, 0, len(told)),),
        events=(an_event(pair=pair, topics=topics, end=len(told)),) if decisive else (),
        countries=a_reading(pair).countries,
        topics=topics,
    )
    await with_news(house.services.storage, feed, [(entry, said)], now=house.clock())


async def test_a_pair_is_answered_with_its_source_and_the_warning_that_one_outlet_is_heard(house: House) -> None:
    await reported(house, topics=("defence", "trade"))
    chat = house.chat()
    answer = await chat.says("/relations turkey korea")
    assert answer.startswith(
        "Türkiye – South Korea 🇹🇷🇰🇷\nAs of Tue 25 Nov 2025, 12:40 UTC · last 30 days · 1 report, 1 outlet\n"
    )
    assert "“korea” read as South Korea" in answer
    assert "agreed on Monday [24 Nov] to build ships together" in answer
    assert "⚠️ One outlet is heard: Test wire." in answer
    assert "Topics: defence 1 · trade 1" in answer
    assert re.search(r"\[1\] Test wire <https://example.org/\w+>, 25 Nov 2025", answer)
    assert [one.label for one in chat.choices][:2] == ["🔔 Follow", "🇰🇵 North Korea instead"]


async def test_every_line_about_the_news_stands_in_its_stored_text(house: House) -> None:
    for number in range(8):
        await reported(house, f"TESTWIRE- Meeting {number} of the two was held on Monday, he said.", ago=number * HOUR)
    chat = house.chat()
    await chat.says("/relations turkey south korea")
    lines = [block for block in chat.reply.document.blocks if isinstance(block, News)]
    assert len(lines) > 3
    async with house.services.storage.reading() as store:
        for line in lines:
            told = await store.articles.text_of(line.words.evidence.article)
            assert told is not None
            assert stands_in(told, line.words)


async def test_the_other_korea_is_one_tap_away_and_takes_the_answers_place(house: House) -> None:
    await reported(house)
    chat = house.chat()
    await chat.says("/relations turkey korea")
    assert chat.reply.place is ReplyPlace.NEW_MESSAGE
    assert (await chat.presses("🇰🇵")).startswith("Türkiye – North Korea 🇹🇷🇰🇵")
    assert chat.reply.place is ReplyPlace.SAME_MESSAGE


async def test_another_window_is_one_tap_away(house: House) -> None:
    await reported(house, ago=60 * A_DAY)
    await reported(house, "Türkiye and South Korea met.", ago=HOUR)
    chat = house.chat()
    await chat.says("/relations turkey, south korea")
    assert [one.label for one in chat.choices] == ["🔔 Follow", "7 d", "90 d", "All reports (1)"]
    answer = await chat.presses("90 d")
    assert "last 90 days · 2 reports" in answer
    assert "7 d" in answer
    assert "90 d:" not in answer


async def test_when_nothing_came_within_the_window_the_answer_tells_what_stood_before(house: House) -> None:
    await reported(house, ago=A_DAY)
    house.clock.time += 200 * A_DAY
    chat = house.chat()
    lines = (await chat.says("/relations turkey korea")).splitlines()
    assert lines[1] == "Nothing in the last 30 days. What stood on 24 Nov 2025:"
    assert lines[2].startswith("As of 24 Nov 2025 (asked Sat 13 Jun 2026, 12:40 UTC) · 30 days to then · 1 report")
    assert "agreed on Monday [24 Nov]" in "\n".join(lines)
    assert [one.label for one in chat.choices if one.label.endswith(" d")] == ["365 d"]


async def test_sample_news_says_so_right_below_the_as_of_line_and_is_no_capitals_voice(house: House) -> None:
    for seat in ("TR", "KR"):
        desk = a_publisher(f"Sample desk {seat}", family="sample", country=seat, kind=FeedKind.SAMPLE)
        await reported(house, f"Test item of {seat} on the two.", publisher=desk)
    lines = (await house.chat().says("/relations turkey korea")).splitlines()
    as_of = next(number for number, line in enumerate(lines) if line.startswith("As of"))
    assert lines[as_of + 1] == "Sample news, retold by this project"
    assert "⚠️ Sample desks only; no outlet is heard." in lines
    assert any(line.startswith("Türkiye: we read no outlet there; silence is ours.") for line in lines)
    assert any(line.startswith("South Korea: we read no outlet there") for line in lines)


async def test_a_silent_capital_is_named_with_how_many_of_its_outlets_are_read(house: House) -> None:
    await reported(house, publisher=a_publisher("Test post", country="TR"))
    korean = a_feed("https://kr.example.org/rss", publisher=a_publisher("시험 신문", country="KR"))
    await with_feed(house.services.storage, korean)
    answer = await house.chat().says("/relations turkey korea")
    assert "Türkiye: 1 report from outlets there. [1]" in answer
    assert "South Korea: no report from an outlet there yet: we read 1. Its ministry is not in our feeds." in answer


async def test_two_outlets_of_one_owner_are_one_voice(house: House) -> None:
    await reported(house, publisher=a_publisher("Test daily", family="test house"))
    await reported(house, "Türkiye and South Korea met.", publisher=a_publisher("Test weekly", family="test house"))
    answer = await house.chat().says("/relations turkey korea")
    assert "⚠️ One owner’s outlets are heard: Test daily, Test weekly." in answer


async def test_opinion_makes_no_bottom_line_and_stands_under_its_own_name(house: House) -> None:
    await reported(house, "Türkiye and South Korea should marry, I think.", kind=ArticleKind.OPINION)
    answer = await house.chat().says("/relations turkey korea")
    assert "Bottom line" not in answer
    assert "No report among it" not in answer
    assert "Opinion and analysis, not news" in answer
    assert "(opinion)" in answer


async def test_a_topic_narrows_and_the_answer_says_so(house: House) -> None:
    await reported(house, topics=("defence",))
    await reported(house, "Türkiye and South Korea trade more.", topics=("trade",))
    chat = house.chat()
    answer = await chat.says("/relations turkey korea defence 90")
    assert "“defence” taken as the topic defence" in answer
    assert "last 90 days · 1 report" in answer
    assert "trade more" not in answer
    assert "2 reports" in await chat.presses("All topics")


async def test_a_topic_is_understood_in_the_readers_language(house: House) -> None:
    await reported(house, topics=("defence",))
    assert "“savunma” konu olarak alındı: savunma" in await house.chat(reader=TURKISH).says(
        "/relations türkiye kore savunma"
    )
    assert "주제 ‘국방’" in await house.chat(reader=KOREAN).says("/relations 튀르키예 한국 국방")


async def test_other_words_are_looked_for_in_the_reports_of_the_pair(house: House) -> None:
    await reported(house)
    await reported(house, "Türkiye and South Korea met.")
    answer = await house.chat().says("/relations turkey korea ships")
    assert "“ships” looked for as words in the reports of the two" in answer
    assert "1 report, 1 outlet" in answer


async def test_where_nothing_is_on_the_topic_the_answer_offers_the_whole(house: House) -> None:
    await reported(house)
    chat = house.chat()
    assert "No report on that: the 1 report of the two is about other matters." in await chat.says(
        "/relations turkey korea tourism"
    )
    assert "agreed on Monday" in await chat.presses("All topics")


async def test_all_reports_are_listed_ten_a_page_newest_first(house: House) -> None:
    for number in range(23):
        await reported(house, f"Test item number {number} on the two.", ago=number * HOUR)
    chat = house.chat()
    await chat.says("/relations turkey south korea")
    first = await chat.presses("All reports (23)")
    assert "page 1 of 3" in first
    assert first.index("number 0 ") < first.index("number 9 ")
    assert "number 10 " not in first
    second = await chat.presses("Older")
    assert chat.reply.place is ReplyPlace.SAME_MESSAGE
    assert "number 10 " in second
    assert "number 20 " in await chat.presses("Older")
    assert "Older" not in chat.heard
    assert "page 2 of 3" in await chat.presses("← Newer")
    assert "Bottom line." in await chat.presses("Back to the summary")


async def test_a_page_beyond_the_last_is_the_last(house: House) -> None:
    await reported(house)
    assert "page 1 of 1" in await house.chat().says("/relations TR KR 30 all 99")


async def test_the_honest_empty_answer_tells_out_of_how_much_and_what_is_read(house: House) -> None:
    await reported(house)
    chat = house.chat()
    answer = await chat.says("/relations turkey bhutan")
    assert answer.startswith("Türkiye – Bhutan 🇹🇷🇧🇹\nAs of Tue 25 Nov 2025, 12:40 UTC · last 30 days\n")
    assert "No report: 0 of 1 stored story ties the two." in answer
    assert "We read 1 feed; 0 cover Türkiye, 0 cover Bhutan." in answer
    assert [one.command for one in chat.choices] == ["/subscribe BT TR", "/country TR", "/country BT"]


async def test_an_answer_of_many_long_reports_fits_one_screen(house: House) -> None:
    for number in range(30):
        await reported(
            house, f"Test item {number}: " + "the two spoke of very many things and " * 6 + "met.", ago=number * HOUR
        )
    chat = house.chat()
    await chat.says("/relations turkey korea")
    assert visible(chat.reply.document.blocks) <= 1800
    assert len(house.services.split(chat.reply.document)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/relations", "Which two countries? For example /relations turkey korea."),
        ("/relations turkey", "Türkiye and which other country? For example /relations Türkiye, Japan."),
        ("/relations turkey türkiye", "Türkiye twice: relations take two different countries."),
        ("/relations atlantis", "I know no country called “atlantis”."),
        ("/relations turkey atlantis", "I know no country called “atlantis”; Türkiye I understood."),
        ("/relations turkey, korea, japan, china, france", "Those are 5 countries; I compare two at a time."),
        ("/relations <b>& >", "Which two countries?"),
        ("/relations " + "x" * 4000, "Those are 4,000 characters; two names are enough"),
        ("/relations turkey korea since 2030-01-01", "1 Jan 2030 lies ahead"),
    ],
)
async def test_bad_input_gets_one_helpful_sentence(house: House, typed: str, said: str) -> None:
    await reported(house)
    answer = await house.chat().says(typed)
    assert answer.startswith(said)
    assert len(answer) < 700


async def test_what_is_missing_is_offered_on_buttons(house: House) -> None:
    await reported(house)
    await reported(house, "Japan and China met.", pair=("CN", "JP"), ago=40 * A_DAY)
    chat = house.chat()
    await chat.says("/relations")
    assert [one.command for one in chat.choices] == ["/relations KR TR"]
    await chat.says("/relations china")
    assert [one.command for one in chat.choices] == ["/relations CN JP"]
    await chat.says("/relations turkey korea japan")
    assert [one.command for one in chat.choices] == ["/relations TR KR", "/relations TR JP", "/relations KR JP"]
    assert "agreed on Monday" in await chat.presses("Türkiye – South Korea")
    assert chat.reply.place is ReplyPlace.NEW_MESSAGE


async def test_on_a_day_without_news_the_busiest_pairs_of_all_that_is_stored_are_offered(house: House) -> None:
    await reported(house)
    house.clock.time += 200 * A_DAY
    chat = house.chat()
    assert "Busiest in what is stored:" in await chat.says("/relations")
    assert [one.command for one in chat.choices] == ["/relations KR TR"]


async def test_an_empty_house_still_helps(house: House) -> None:
    chat = house.chat()
    assert (await chat.says("/relations")).startswith("Which two countries?")
    assert "Nothing is stored yet" in await chat.says("/relations turkey korea")


async def test_flags_may_be_typed_and_then_stand_even_where_statehood_is_disputed(house: House) -> None:
    await reported(house, "Türkiye and Kosovo met.", pair=("TR", "XK"))
    chat = house.chat()
    assert (await chat.says("/relations turkey kosovo")).startswith("Türkiye – Kosovo 🇹🇷\n")
    assert (await chat.says("/relations 🇹🇷🇽🇰")).startswith("Türkiye – Kosovo 🇹🇷🇽🇰\n")


async def test_right_to_left_names_are_understood(house: House) -> None:
    await reported(house)
    assert (await house.chat().says("/relations تركيا كوريا الجنوبية")).startswith("Türkiye – South Korea")


async def test_an_answer_comes_in_the_readers_language(house: House) -> None:
    await reported(house)
    turkish = await house.chat(reader=TURKISH).says("/relations türkiye kore")
    assert turkish.startswith(
        "Türkiye – Güney Kore 🇹🇷🇰🇷\n25 Kas 2025 Sal, 12:40 UTC itibarıyla · son 30 gün · 1 haber, 1 yayın\n"
    )
    assert "(dili: İngilizce)" in turkish
    korean = await house.chat(reader=KOREAN).says("/relations 튀르키예 한국")
    assert korean.startswith("튀르키예 – 대한민국 🇹🇷🇰🇷\n")


async def test_a_number_that_is_no_window_is_said_to_be_none(house: House) -> None:
    await reported(house)
    answer = await house.chat().says("/relations turkey korea 99999")
    assert "“99999” is no window: 1 to 3650 days are" in answer
    assert "agreed on Monday" in answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_no_name_of_a_topic_is_taken_for_a_country_or_a_window(topic: str, language: str) -> None:
    pair = {"en": "turkey south korea", "tr": "türkiye güney kore", "ko": "튀르키예 대한민국"}[language]
    for name in (say(language, f"topics.{topic}"), *say(language, f"topics.{topic}.also").split(";")):
        for typed in (f"{pair} {name}", f"TR KR {name} 30", f"{name} TR KR"):
            what = understood(typed, language, names())
            asked = pair_asked(typed, what, language, TUESDAY.date())
            assert isinstance(asked, Asked), typed
            assert (asked.pair.first, asked.pair.second, asked.topic) == ("TR", "KR", topic), typed


async def test_a_buttons_codes_mean_the_same_in_every_language(house: House) -> None:
    chat = house.chat(reader=Reader("tr"))
    typed = await chat._ask("/relations TC BM", pressed=False)
    pressed = await chat._ask("/relations TC BM", pressed=True)
    assert "Türkiye" in typed
    assert "Türkiye" not in pressed
    assert "Bermuda" in pressed
