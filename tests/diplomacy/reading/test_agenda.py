"""What lies ahead, counted from Wednesday, 4 March 2026. The dealings in these tests are invented."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.agenda import agenda_of
from diplomacy.reading.as_json import from_line
from diplomacy.reading.dates import times_of
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import AgendaSaid
from diplomacy.reading.words import sentences

PUBLISHED = datetime(2026, 3, 4, 12, tzinfo=UTC)
LANGUAGES = ("en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja")


def ahead(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    found = agenda_of(text, sentences(text), (), (), times_of(text, language, PUBLISHED))
    return [(item.what, item.when.date) for item in found]


def dates(text: str, language: str = "en") -> list[str | None]:
    return [date for _, date in ahead(text, language)]


@pytest.mark.parametrize(
    ("text", "what", "date"),
    [
        ("Norway's king will visit Estonia on March 12.", "visit Estonia on March 12", "2026-03-12"),
        ("Voters go to the polls on Sunday, a runoff being certain.", None, "2026-03-08"),
        ("The truce expires on Friday, officials said.", None, "2026-03-06"),
        ("A third round will be held on 11 June.", "A third round", "2026-06-11"),
        ("The visa rules take effect from 1 May 2026.", None, "2026-05-01"),
        ("Peru is to host the 2027 fisheries conference.", "host the 2027 fisheries conference", "2027"),
        ("Norway announced that it will reopen its embassy in Lima.", "reopen its embassy in Lima", None),
        ("Elections are scheduled for next month.", "Elections", "2026-04"),
        ("Norway's premier to meet Estonian president on Thursday", None, "2026-03-05"),
        ("Both ministers spoke of the upcoming summit.", "upcoming summit", None),
    ],
)
def test_an_act_ahead_is_an_item_with_its_date(text: str, what: str | None, date: str | None) -> None:
    ((told, when),) = ahead(text)
    assert when == date
    assert what is None or told == what


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("tr", "Norveç Dışişleri Bakanı, 12 Mart'ta Tallinn'i ziyaret edecek.", "2026-03-12"),
        ("tr", "İki ülkenin bakanları gelecek hafta Oslo'da bir araya gelecek.", "2026-W11"),
        ("ko", "노르웨이 총리가 오는 12일 에스토니아를 방문할 예정이다.", "2026-03-12"),
        ("ko", "양국 장관은 다음 주 오슬로에서 회담한다.", "2026-W11"),
        ("fr", "Le roi de Norvège se rendra en Estonie le 12 mars.", "2026-03-12"),
        ("es", "El rey de Noruega visitará Estonia el 12 de marzo.", "2026-03-12"),
        ("pt", "O rei da Noruega visitará a Estônia em 12 de março.", "2026-03-12"),
        ("it", "Il re di Norvegia visiterà l'Estonia il 12 marzo.", "2026-03-12"),
        ("de", "Der König von Norwegen wird am 12. März nach Estland reisen.", "2026-03-12"),
        ("el", "Ο βασιλιάς της Νορβηγίας θα επισκεφθεί την Εσθονία στις 12 Μαρτίου.", "2026-03-12"),
        ("ru", "Король Норвегии посетит Эстонию 12 марта.", "2026-03-12"),
        ("uk", "Король Норвегії відвідає Естонію 12 березня.", "2026-03-12"),
        ("ar", "سيزور ملك النرويج إستونيا في 12 مارس.", "2026-03-12"),
        ("fa", "پادشاه نروژ ۲۵ اسفند به استونی سفر خواهد کرد.", "2026-03-16"),
        ("zh", "挪威国王将于3月12日访问爱沙尼亚。", "2026-03-12"),
        ("ja", "ノルウェー国王は12日にエストニアを訪問する予定だ。", "2026-03-12"),
    ],
)
def test_what_lies_ahead_is_read_in_every_language(language: str, text: str, date: str) -> None:
    assert dates(text, language) == [date]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Estonia met in Oslo on Monday."),
        ("en", "Norway signed the treaty in 2013."),
        ("en", "Norway urged Estonia to vote by Friday."),
        ("en", "Norway could open talks on March 12."),
        ("en", "If parliament approves on Friday, the pact stands."),
        ("en", "Norway will strengthen its ties with Estonia."),
        ("en", "Norway will not attend."),
        ("en", "The minister said on Thursday that trade had grown."),
        ("en", "Norway has sold fish worth $9 million in a week."),
        ("tr", "Bakanlar pazartesi günü Oslo'da görüştü."),
        ("ko", "양국 장관은 3일 오슬로에서 회담했다."),
        ("fr", "Les ministres se sont rencontrés lundi à Oslo."),
        ("es", "Los ministros se reunieron el lunes en Oslo."),
        ("pt", "Os ministros reuniram-se na segunda-feira em Oslo."),
        ("it", "I ministri si sono incontrati lunedì a Oslo."),
        ("de", "Die Minister trafen sich am Montag in Oslo."),
        ("el", "Οι υπουργοί συναντήθηκαν τη Δευτέρα στο Όσλο."),
        ("ru", "Министры встретились в понедельник в Осло."),
        ("uk", "Міністри зустрілися в понеділок в Осло."),
        ("ar", "التقى الوزيران يوم الاثنين في أوسلو."),
        ("fa", "وزیران روز دوشنبه در اسلو دیدار کردند."),
        ("zh", "两国部长3日在奥斯陆举行了会谈。"),
        ("ja", "両国の外相は3日、オスロで会談した。"),
    ],
)
def test_the_past_wishes_conditions_and_policies_are_no_items(language: str, text: str) -> None:
    assert ahead(text, language) == []


def test_two_dates_of_a_sentence_are_two_items() -> None:
    text = "Norway's premier will visit Riga on March 10 and host the Estonian president on March 20."
    assert ahead(text) == [
        ("visit Riga on March 10", "2026-03-10"),
        ("host the Estonian president on March 20", "2026-03-20"),
    ]


def read(gazetteer: Gazetteer, text: str) -> tuple[AgendaSaid, ...]:
    return read_text("", text, gazetteer, language="en", published=PUBLISHED).agenda


def test_who_takes_part_and_where_are_told(gazetteer: Gazetteer) -> None:
    (item,) = read(gazetteer, "Norway's foreign minister will meet his Estonian counterpart in Geneva next week.")
    assert set(item.countries) == {"EE", "NO"}
    assert item.place == "Geneva"
    assert item.what == "meet his Estonian counterpart in Geneva next week"


def test_each_of_two_who_are_met_by_himself_is_an_item(gazetteer: Gazetteer) -> None:
    items = read(gazetteer, "Norway's premier is scheduled to meet both the Estonian president and the Peruvian envoy.")
    assert [set(item.countries) for item in items] == [{"EE", "NO"}, {"NO", "PE"}]


def test_where_an_item_stands_in_the_text_is_told(gazetteer: Gazetteer) -> None:
    text = "It rained. Norway will host Estonia on March 12, officials said."
    (item,) = read(gazetteer, text)
    assert text[item.start : item.end] == item.what


def test_a_line_of_input_tells_from_which_day_its_dates_count(gazetteer: Gazetteer) -> None:
    line = {"id": 1, "text": "Norway and Estonia met on Monday. Norway will host Peru on Friday.", "language": "en"}
    dated = json.loads(from_line(json.dumps({**line, "published": "2026-03-04T12:00:00Z"}), gazetteer))
    assert [(item["date"], item["precision"]) for item in dated["agenda"]] == [("2026-03-06", "day")]
    assert {"date": "2026-03-02", "precision": "day"} in [event["when"] for event in dated["events"]]
    for published in (None, "", "soon", "2026-99-99"):
        undated = json.loads(from_line(json.dumps({**line, "published": published}), gazetteer))
        assert [item["date"] for item in undated["agenda"]] == [None]


@pytest.mark.shared
def test_the_seed_article_has_a_meeting_ahead_with_each_of_two_presidents(shared: Path, gazetteer: Gazetteer) -> None:
    text = (shared / "seed-article.txt").read_text(encoding="utf-8")
    items = read_text("", text, gazetteer, published=PUBLISHED).agenda
    assert [set(item.countries) for item in items] == [{"TR", "UA"}, {"RU", "TR"}]
    assert {item.when.date for item in items} == {"2026-W10"}


@given(
    st.lists(
        st.sampled_from(["will", "visit", "March 12", "if", ",", "said", "next week", "summit", "both"]), max_size=20
    ),
    st.text(max_size=12),
    st.sampled_from(LANGUAGES),
)
def test_no_text_is_too_much(parts: list[str], odd: str, language: str) -> None:
    text = " ".join([*parts, odd, *parts])
    for item in agenda_of(text, sentences(text), (), (), times_of(text, language, PUBLISHED)):
        assert 0 <= item.start <= item.end <= len(text)
        assert item.what
