"""A report's sentence is shortened by stated rules, and what stays can be looked up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.briefing.document import Evidence, Words
from diplomacy.briefing.quoting import quoted
from diplomacy.briefing.shorten import ENDLESS, LONG, shortened, stands_in
from diplomacy.reader import Reader
from tests.builders import a_report


def kept(text: str, language: str = "en") -> str:
    stretch = shortened(text, 0, len(text), language)
    return text[stretch.start : stretch.end]


@pytest.mark.parametrize(
    "dateline",
    [
        "ALBAWABA- ",
        "ANKARA, Nov 24 (Xinhua) -- ",
        "SEOUL, Nov. 24 (Yonhap) — ",
        "Ankara, 24 November (TASS) – ",
        "WASHINGTON (AP) — ",
        "ANKARA (AA) - ",
        "(Reuters) - ",
        "ISTANBUL — ",
        "(서울=연합뉴스) 아무개 기자 = ",
        "[서울=뉴시스] ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    assert kept(f"{dateline}Two states agreed.") == "Two states agreed."


@pytest.mark.parametrize(
    "text",
    [
        "NATO – Russia council meets again.",
        "TÜRKİYE - South Korea trade grows.",
        "President Lee (left) - a lawyer - spoke.",
        "The deal (worth 3bn) - the largest yet - was signed.",
        "Turkey (TR) and Korea (KR): a story.",
        "Two states, both in Asia, agreed.",
    ],
)
def test_words_that_only_look_like_a_dateline_stay(text: str) -> None:
    assert kept(text) == text


LONG_HEAD = (
    "The ministers of the two states agreed in the capital on a broad programme of cooperation "
    + "and of joint work " * 14
)


def test_a_long_sentence_ends_at_a_clause_that_says_nothing_of_weight() -> None:
    assert kept(f"{LONG_HEAD}in the harbour, where a band played in the old garden of the palace.").endswith("harbour")


@pytest.mark.parametrize(
    "tail",
    [
        "which ends in 2030.",
        "while one of them did not sign.",
        "as the minister said.",
        "which could fail.",
        "with the words “we agree”.",
        "after the parliament refused.",
        "which would begin if both agree.",
        "which lies in the south, and went home.",
        "after a meal. They left.",
    ],
)
def test_a_tail_with_a_number_negation_condition_or_attribution_stays(tail: str) -> None:
    text = f"{LONG_HEAD}in the harbour, {tail}"
    assert len(text) > LONG
    assert kept(text) == text


def test_turkish_and_korean_sentences_keep_their_verb() -> None:
    text = "İki ülkenin bakanları " + "ve heyetleri " * 30 + "anlaştı."
    assert kept(text, "tr") == text


def test_an_endless_text_is_cut_at_a_word_and_says_so() -> None:
    report = a_report("word " * 20_000)
    words = quoted(report, Reader())
    assert words.text.endswith("word …")
    assert len(words.text) <= ENDLESS + 2
    assert stands_in(report.told, words)


def test_a_short_text_is_told_as_it_stands_on_one_line() -> None:
    report = a_report("Two states\n  agreed.", title="A title that says more")
    assert quoted(report, Reader()).text == "Two states agreed."


def test_an_undated_report_gives_no_day_to_count_from() -> None:
    assert quoted(a_report("They met on Saturday.", dated=False), Reader()).text == "They met on Saturday."
    assert quoted(a_report("They met on Saturday."), Reader()).text == "They met on Saturday [22 Nov]."


def test_words_of_somebody_else_do_not_stand_in_a_text() -> None:
    told = "Two states agreed on Monday [sic] to meet."
    there = Evidence(1, 0, len(told))
    assert stands_in(told, Words("Two states agreed on Monday [24 Nov] [sic] to meet.", there))
    assert not stands_in(told, Words("Two states agreed on Monday to meet.", there))
    assert not stands_in(told, Words("Three states agreed on Monday [sic] to meet.", there))
    assert not stands_in(told, Words("Two states agreed on Monday [sic] to meet.", Evidence(1, 0, 900)))


@given(
    st.text(min_size=1, max_size=900).filter(str.strip),
    st.sampled_from(["en", "tr", "ko", "de", None]),
    st.sampled_from(["en", "tr", "ko"]),
)
def test_whatever_a_report_says_its_quoted_words_stand_in_it(text: str, language: str | None, reader: str) -> None:
    report = a_report(text, language=language)
    assert stands_in(report.told, quoted(report, Reader(reader)))
