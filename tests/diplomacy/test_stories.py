"""Reports of the same go into one story. The dealings in these tests are invented."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.reading.entry import ReadEntry
from diplomacy.stories import Continues, NewStory, OpenStory, beginning, place, title_key, tokens
from tests.builders import NOON, a_reading, an_entry


def a_report(title: str, text: str = "", *, pair: tuple[str, str] | None = ("EE", "NO"), hours: float = 0) -> ReadEntry:
    entry = an_entry(title, text, published=NOON + timedelta(hours=hours))
    return ReadEntry(entry, "hash", a_reading(pair) if pair else a_reading())


def opened(read: ReadEntry, number: int = 1) -> OpenStory:
    new = beginning(read)
    return OpenStory(number, new.pair, new.title_key, new.tokens, new.at, new.at)


FERRY = a_report(
    "Norway lends Estonia the ferry Storfjord for the winter", "The Storfjord sails from Bergen to Tallinn."
)


def test_a_report_of_the_same_in_other_words_continues_the_story() -> None:
    again = a_report(
        "Estonia gets ferry Storfjord on loan", "Bergen sends the Storfjord to Tallinn for winter.", hours=5
    )
    assert place(again, [opened(FERRY)]) == Continues(opened(FERRY))


def test_another_dealing_of_the_same_pair_is_another_story() -> None:
    other = a_report(
        "Norway and Estonia sign a customs treaty on herring", "Ministers met about herring tariffs.", hours=5
    )
    assert isinstance(place(other, [opened(FERRY)]), NewStory)


def test_the_same_title_continues_the_story_whatever_the_pair() -> None:
    again = a_report("Norway lends Estonia the ferry Storfjord for the winter!", pair=None, hours=5)
    assert isinstance(place(again, [opened(FERRY)]), Continues)


def test_after_three_days_of_silence_it_is_a_new_story() -> None:
    again = a_report(FERRY.entry.title, FERRY.entry.text, hours=73)
    assert isinstance(place(again, [opened(FERRY)]), NewStory)


def test_an_earlier_report_that_comes_late_finds_its_story() -> None:
    earlier = a_report(FERRY.entry.title, FERRY.entry.text, hours=-20)
    assert isinstance(place(earlier, [opened(FERRY)]), Continues)


def test_a_report_without_the_pair_needs_more_words_in_common() -> None:
    same = a_report(FERRY.entry.title + ", says Oslo", FERRY.entry.text, pair=None, hours=1)
    little = a_report("The ferry Storfjord is repainted", "A yard near Tromsø paints it blue.", pair=None, hours=1)
    assert isinstance(place(same, [opened(FERRY)]), Continues)
    assert isinstance(place(little, [opened(FERRY)]), NewStory)


def test_the_likeliest_story_is_chosen_in_whatever_order_they_come() -> None:
    herring = a_report("Norway and Estonia argue about herring", "Herring quotas divide Bergen and Tallinn.")
    again = a_report(
        "Storfjord reaches Tallinn", "The ferry Storfjord, lent by Norway, sails from Bergen for winter.", hours=9
    )
    stories = [opened(FERRY, 1), opened(herring, 2)]
    assert place(again, stories) == place(again, stories[::-1]) == Continues(opened(FERRY, 1))


def test_a_title_is_folded_to_what_two_reports_have_in_common() -> None:
    assert title_key("“TÜRKİYE’nin” adımı…") == title_key("Türkiye'nin adımı")


def test_languages_without_spaces_have_tokens_too() -> None:
    assert tokens("挪威向爱沙尼亚出借渡轮") & tokens("爱沙尼亚获得渡轮")
    assert tokens("노르웨이가 여객선을 빌려줬다") & tokens("여객선은 노르웨이에서 왔다")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_report_is_placed(title: str, text: str) -> None:
    assert isinstance(place(a_report(title, text), [opened(FERRY)]), NewStory | Continues)
