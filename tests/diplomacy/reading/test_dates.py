"""When: dates of all fifteen languages, counted from Wednesday, 4 March 2026. The dealings here are invented."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.reading.calendar import from_persian
from diplomacy.reading.date_words import date_words
from diplomacy.reading.dates import Direction, dates_of, times_of
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.shapes import Modality, When
from diplomacy.reading.timing import is_background, when_of
from diplomacy.reading.words import Sentence

PUBLISHED = datetime(2026, 3, 4, 12, tzinfo=UTC)
LANGUAGES = ("en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja")


def told(text: str, language: str = "en", published: datetime | None = PUBLISHED) -> list[str | None]:
    return [one.when.date for one in dates_of(text, language, published)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words_of_time(language: str) -> None:
    assert date_words(language) is not None


KNOWN = re.compile(
    r"(?:month|persian|weekday|quarter|number|ordinal|day of) \d+|(?:day|week|month|quarter|year)[+-]\d+"
    r"|next|coming|this|last"
    r"|unit (?:day|week|month|year)|before (?:ahead|ago|day|week)|after (?:ahead|ago)|ending (?:future|past)"
    r"|glue|range"
    r"|suffix (?:(?:count-)?(?:day|week|month|year)|quarter|span)|=(?:will|shall|set|from|until|pledge|to"
    r"|would|act|deed|event|planned|if|wish|relative|not|said|past|since|both|clause)"
)
MARK = re.compile(r"-|(?:capital|small|dated|over|week:-?\d+)(?:,(?:capital|small|dated|over))*")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_lexicons_says_something_that_is_understood(language: str) -> None:
    for says, marks, forms in rows_of(f"dates.{language}.tsv"):
        assert KNOWN.fullmatch(says), says
        assert MARK.fullmatch(marks), marks
        assert all(forms.split("|")), forms


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on March 15, 2027", "2027-03-15"),
        ("on 15 March 2027", "2027-03-15"),
        ("on the 15th of March 2027", "2027-03-15"),
        ("on 2027-03-15", "2027-03-15"),
        ("on 15.03.2027", "2027-03-15"),
        ("tomorrow", "2026-03-05"),
        ("yesterday", "2026-03-03"),
        ("next Thursday", "2026-03-12"),
        ("last Thursday", "2026-02-26"),
        ("this week", "2026-W10"),
        ("next week", "2026-W11"),
        ("next week on Friday", "2026-03-13"),
        ("next month", "2026-04"),
        ("early next year", "2027"),
        ("by the end of March 2027", "2027-03"),
        ("in the third quarter of 2026", "2026-Q3"),
        ("in Q3 2026", "2026-Q3"),
        ("in the second half of 2027", "2027"),
        ("in three weeks", "2026-W13"),
        ("two years ago", "2024"),
        ("the 12th of next month", "2026-04-12"),
        ("on Friday, the 13th of March", "2026-03-13"),
        ("in the week of 23 March", "2026-W13"),
        ("on March 15-17", "2026-03-15"),
        ("on March 5 at 14:00 GMT", "2026-03-05T14:00:00Z"),
        ("on 19 and 20 March", "2026-03-19"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(text: str, date: str) -> None:
    assert told(f"The ministers meet {text}.") == [date]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("tr", "5 Mayıs 2026'da", "2026-05-05"),
        ("tr", "gelecek ayın 12'sinde", "2026-04-12"),
        ("tr", "ayın 12'sinde", "2026-03-12"),
        ("tr", "önümüzdeki hafta", "2026-W11"),
        ("tr", "iki hafta sonra", "2026-W12"),
        ("ko", "2026년 5월 5일", "2026-05-05"),
        ("ko", "오는 12일", "2026-03-12"),
        ("ko", "다음 달 3일", "2026-04-03"),
        ("ko", "3분기에", "2026-Q3"),
        ("ko", "2주 뒤", "2026-W12"),
        ("fr", "le 5 mai 2026", "2026-05-05"),
        ("fr", "le 1er mai", "2026-05-01"),
        ("fr", "la semaine prochaine", "2026-W11"),
        ("fr", "il y a deux ans", "2024"),
        ("es", "el 5 de mayo de 2026", "2026-05-05"),
        ("es", "la próxima semana", "2026-W11"),
        ("es", "dentro de dos meses", "2026-05"),
        ("pt", "a 5 de maio de 2026", "2026-05-05"),
        ("pt", "no próximo mês", "2026-04"),
        ("pt", "no dia 17", "2026-03-17"),
        ("it", "il 5 maggio 2026", "2026-05-05"),
        ("it", "due anni fa", "2024"),
        ("de", "am 5. Mai 2026", "2026-05-05"),
        ("de", "nächste Woche", "2026-W11"),
        ("de", "vor zwei Jahren", "2024"),
        ("el", "στις 5 Μαΐου 2026", "2026-05-05"),
        ("el", "την επόμενη εβδομάδα", "2026-W11"),
        ("ru", "5 мая 2026 года", "2026-05-05"),
        ("ru", "на следующей неделе", "2026-W11"),
        ("ru", "через три недели", "2026-W13"),
        ("uk", "5 травня 2026 року", "2026-05-05"),
        ("uk", "наступного місяця", "2026-04"),
        ("ar", "في ٥ مايو ٢٠٢٦", "2026-05-05"),
        ("ar", "في الخامس من أيار/مايو 2026", "2026-05-05"),
        ("ar", "الأسبوع المقبل", "2026-W11"),
        ("fa", "۵ مه ۲۰۲۶", "2026-05-05"),
        ("fa", "۲۰ اسفند ۱۴۰۴", "2026-03-11"),
        ("fa", "فروردین ۱۴۰۵", "2026-04"),
        ("fa", "هفته آینده", "2026-W11"),
        ("zh", "2026年5月5日", "2026-05-05"),
        ("zh", "五月五日", "2026-05-05"),
        ("zh", "下周四", "2026-03-12"),
        ("zh", "明年", "2027"),
        ("ja", "2026年5月5日", "2026-05-05"),
        ("ja", "来月3日", "2026-04-03"),
        ("ja", "来週木曜日", "2026-03-12"),
    ],
)
def test_a_date_is_read_in_every_language(language: str, text: str, date: str) -> None:
    assert told(text, language) == [date]


def test_a_weekday_is_the_nearest_on_either_side_and_the_tense_decides() -> None:
    (said,) = dates_of("on Thursday", "en", PUBLISHED)
    assert (said.past.first, said.ahead.first) == (date(2026, 2, 26), date(2026, 3, 5))
    assert said.direction is Direction.UNKNOWN


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("last week", Direction.PAST),
        ("next week", Direction.AHEAD),
        ("this week", Direction.UNKNOWN),
        ("on 20 March", Direction.AHEAD),
        ("on 20 February", Direction.PAST),
        ("earlier this year", Direction.PAST),
    ],
)
def test_a_date_tells_on_which_side_of_the_report_it_lies(text: str, direction: Direction) -> None:
    assert [one.direction for one in dates_of(text, "en", PUBLISHED)] == [direction]


@pytest.mark.parametrize(
    "text",
    [
        "It may take March's place.",
        "They march.",
        "He paid $2026 for 2,025 boats.",
        "for three weeks",
        "31 June",
        "Mars",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert told(text) in ([], ["2026-03"])


def test_without_a_moment_only_dates_that_tell_their_year_are_read() -> None:
    assert told("tomorrow, on Monday, in May, on 5 May 2027 and in 2031", published=None) == ["2027-05-05", "2031"]


def test_the_day_is_that_of_the_zone_in_which_it_was_published() -> None:
    late = datetime(2026, 3, 4, 1, tzinfo=timezone(timedelta(hours=9)))
    assert told("tomorrow", published=late) == ["2026-03-05"]


def test_leap_years_of_the_persian_calendar_are_kept() -> None:
    assert from_persian(1403, 12, 30) == date(2025, 3, 20)
    assert from_persian(1404, 1, 1) == date(2025, 3, 21)


def test_an_event_has_the_date_nearest_to_it() -> None:
    text = "They signed the pact in 2013 and renewed it on Monday."
    sentence, times = Sentence(0, 0, len(text)), times_of(text, "en", PUBLISHED)
    assert when_of(text, sentence, times, Modality.DID, text.index("signed")) == When("2013", "year")
    assert when_of(text, sentence, times, Modality.DID, text.index("renewed")) == When("2026-03-02", "day")
    assert when_of(text, sentence, times, Modality.WILL, text.index("renewed")).date == "2026-03-09"


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("In 2013 they signed a pact.", True),
        ("They have traded since the war.", True),
        ("They marked the fiftieth anniversary of their ties.", True),
        ("They signed a pact on Monday.", False),
        ("They will sign a pact in 2027.", False),
        ("They signed a pact.", False),
    ],
)
def test_what_is_dated_to_another_year_is_background(text: str, background: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_background(text, Sentence(0, 0, len(text)), times_of(text, "en", PUBLISHED)) is background


WORDS = st.sampled_from(
    [
        "March",
        "5",
        "next",
        "week",
        "Thursday",
        "2026",
        "in",
        "ago",
        "three",
        "월",
        "3",
        "日",
        "years",
        "99999",
        "12:00 GMT",
    ]
)


@given(st.lists(WORDS | st.text(max_size=5), max_size=30), st.sampled_from(LANGUAGES), st.datetimes())
def test_no_text_and_no_far_moment_is_too_much(parts: list[str], language: str, moment: datetime) -> None:
    text = " ".join(parts)
    for one in dates_of(text, language, moment.replace(tzinfo=UTC)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.when.precision != "none"
        assert one.when_ahead.date


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_beyond_the_calendar_are_left_out(moment: datetime, language: str) -> None:
    text = "last week, next week, yesterday, tomorrow, on Thursday, in March, 31 December, 다음 달 3일, 20 اسفند"
    assert all(one.when.date for one in dates_of(text, language, moment))


@pytest.mark.parametrize("piece", ["5 ", "March ", "next week ", "2026-03-05 ", "3월 ", "a", ", and "])
def test_dates_are_read_in_the_first_twenty_thousand_characters_only(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert all(one.end <= 20_000 for one in dates_of(text, "en", PUBLISHED))
