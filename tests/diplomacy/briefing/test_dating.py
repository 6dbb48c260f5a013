"""Weekdays inside a report's words get their date, and only where nothing else could be meant."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.briefing.dating import MARK, day_marks, report_days, with_days

MONDAY = datetime(2025, 11, 24, 12, tzinfo=UTC)
SUNDAY = datetime(2025, 11, 30, 12, tzinfo=UTC)


def told(
    text: str, language: str = "en", published: datetime = MONDAY, *, reader: str = "en", seat: str | None = None
) -> str:
    return with_days(text, day_marks(text, language, report_days(published, seat)), reader)


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("They agreed, he announced Monday after talks.", "They agreed, he announced Monday [24 Nov] after talks."),
        ("The two met on Saturday in Seoul.", "The two met on Saturday [22 Nov] in Seoul."),
        ("They will meet on Friday.", "They will meet on Friday [28 Nov]."),
        ("He is scheduled to meet both this week.", "He is scheduled to meet both this week [24–30 Nov]."),
        ("On Sunday, the ministers signed a treaty.", "On Sunday [23 Nov], the ministers signed a treaty."),
        ("Sunday's talks ended well, he said.", "Sunday's [23 Nov] talks ended well, he said."),
        ("He arrived yesterday and leaves tomorrow.", "He arrived yesterday [23 Nov] and leaves tomorrow [25 Nov]."),
    ],
)
def test_a_day_that_is_beyond_doubt_is_dated(words: str, dated: str) -> None:
    assert told(words) == dated


@pytest.mark.parametrize(
    "words",
    [
        "The two meet in Ankara on Friday.",
        "He said on arrival that they would sign on Friday what they agreed.",
        "They will meet next Monday.",
        "They met last Friday.",
        "Sales rose on Black Friday.",
        "The Sunday Times reported it.",
        "They met on Monday, Nov. 24.",
        "They met on Monday [24 Nov].",
        "It is open every Monday.",
        "“We agreed on Monday,” he said.",
        "Russia Today said so.",
        "Their leader Godwin Friday was elected.",
        "It matters in today's world.",
        "They arrived the day before yesterday.",
    ],
)
def test_a_day_that_could_be_another_or_is_a_name_stays_as_it_is(words: str) -> None:
    assert told(words) == words


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Bakan pazartesi günü Ankara'da görüştü.", "Bakan pazartesi günü [24 Kas] Ankara'da görüştü."),
        ("Anlaşma cuma günü imzalanacak.", "Anlaşma cuma günü [28 Kas] imzalanacak."),
        ("İki lider dün bir araya geldi.", "İki lider dün [23 Kas] bir araya geldi."),
        ("Bu hafta görüşecekler.", "Bu hafta [24–30 Kas] görüşecekler."),
        ("Cuma günü imzalanacağını söyledi.", "Cuma günü imzalanacağını söyledi."),
        ("Geçen pazartesi günü görüştü.", "Geçen pazartesi günü görüştü."),
        ("Bu hafta sonu görüşecekler.", "Bu hafta sonu görüşecekler."),
        ("Pazar büyüdü.", "Pazar büyüdü."),
    ],
)
def test_turkish_days_are_dated_by_the_verb_that_ends_the_sentence(words: str, dated: str) -> None:
    assert told(words, "tr", reader="tr") == dated


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("두 정상은 월요일 앙카라에서 만났다.", "두 정상은 월요일 [11월 24일] 앙카라에서 만났다."),
        ("금요일에 서명할 예정이다.", "금요일에 [11월 28일] 서명할 예정이다."),
        ("어제 도착했다.", "어제 [11월 23일] 도착했다."),
        ("이번 주 만난다.", "이번 주 [11월 24일–30일] 만난다."),
        ("이번 주말 만난다.", "이번 주말 만난다."),
        ("오늘날 중요하다.", "오늘날 중요하다."),
        ("지난 월요일 만났다.", "지난 월요일 만났다."),
        ("월요일에 회의가 있다.", "월요일에 회의가 있다."),
    ],
)
def test_korean_days_are_dated_by_the_predicate_that_ends_the_sentence(words: str, dated: str) -> None:
    assert told(words, "ko", reader="ko") == dated


def test_the_date_is_written_as_the_reader_writes_dates() -> None:
    assert told("They met on Saturday.", reader="ko") == "They met on Saturday [11월 22일]."


def test_this_week_on_a_sunday_could_be_two_weeks() -> None:
    assert told("He meets both this week.", published=SUNDAY) == "He meets both this week."


def test_a_week_across_two_months_names_both() -> None:
    published = datetime(2025, 12, 1, 12, tzinfo=UTC)
    assert told("He meets both this week.", published=published) == "He meets both this week [1–7 Dec]."
    before = datetime(2026, 4, 29, 12, tzinfo=UTC)
    assert told("He meets both this week.", published=before) == "He meets both this week [27 Apr – 3 May]."


def test_today_late_in_the_evening_is_counted_by_the_clock_of_the_outlets_seat() -> None:
    late = datetime(2025, 11, 24, 22, 30, tzinfo=UTC)
    assert told("The two spoke today.", published=late, seat="TR") == "The two spoke today [25 Nov]."
    assert told("The two spoke today.", published=late, seat="GB") == "The two spoke today [24 Nov]."
    assert told("The two spoke today.", published=late) == "The two spoke today."


def test_a_language_whose_days_are_not_known_stays_as_it_is() -> None:
    assert told("Monday, sagte er, trafen sie sich.", "de") == "Monday, sagte er, trafen sie sich."


@given(st.text(alphabet='abc .Mondaysithwek"“”’월요일에했다', max_size=200), st.sampled_from(["en", "tr", "ko", None]))
def test_whatever_the_words_leaving_the_dates_out_gives_them_back(words: str, language: str | None) -> None:
    dated = with_days(words, day_marks(words, language, {date(2025, 11, 24)}), "en")
    assert MARK.sub("", dated) == words
