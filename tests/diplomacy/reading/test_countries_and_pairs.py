"""Which countries a report is about, and which two it ties together. The dealings in these tests are invented."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import Reading


def reading(gazetteer: Gazetteer, text: str, title: str = "", language: str = "en") -> Reading:
    return read_text(title, text, gazetteer, language=language)


def pairs(gazetteer: Gazetteer, text: str, title: str = "", language: str = "en") -> list[str]:
    return ["-".join(said.pair) for said in reading(gazetteer, text, title, language).pairs]


def test_two_who_deal_with_each_other_are_a_pair_and_its_sentence_is_told(gazetteer: Gazetteer) -> None:
    text = "It rained all day. Norway lent Estonia a ferry. Nobody minded."
    (said,) = reading(gazetteer, text).pairs
    assert said.pair == ("EE", "NO")
    assert text[said.start : said.end] == "Norway lent Estonia a ferry."


def test_countries_in_different_sentences_are_no_pair(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "Norway held elections. Estonia changed its flag.") == []


def test_a_headline_ties_too(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "The ferry sails on Monday.", "Norway lends Estonia a ferry") == ["EE-NO"]


def test_a_mere_list_makes_no_pairs(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "Flags of Norway, Estonia, Peru, Ghana and Japan were shown.") == []


def test_one_who_acts_upon_a_list_is_a_pair_with_each_of_it(gazetteer: Gazetteer) -> None:
    found = pairs(gazetteer, "Norway imposed tariffs on Estonia, Peru, Ghana and Japan.")
    assert sorted(found) == ["EE-NO", "GH-NO", "JP-NO", "NO-PE"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Estonia signed a fishing treaty in Lima, Peru.", "en"),
        ("The leaders of Norway and Estonia met in Peru.", "en"),
        ("Norveç ve Estonya Peru'da balıkçılık anlaşması imzaladı.", "tr"),
        ("노르웨이와 에스토니아가 페루에서 협정에 서명했다.", "ko"),
    ],
)
def test_where_they_met_is_no_party(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert pairs(gazetteer, text, language=language)[0] == "EE-NO"
    assert "NO-PE" not in pairs(gazetteer, text, language=language)


def test_where_one_strikes_is_a_party(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "Norway bombed a depot in Estonia.") == ["EE-NO"]


def test_two_who_act_together_upon_a_third_are_less_of_a_pair_than_each_with_the_third(gazetteer: Gazetteer) -> None:
    assert sorted(pairs(gazetteer, "Norway and Estonia imposed sanctions on Peru.")[:2]) == ["EE-PE", "NO-PE"]


def test_what_only_describes_a_thing_weighs_less_than_who_deals(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "Norway agreed to carry Peruvian copper to Estonia.")[0] == "EE-NO"


def test_a_war_that_is_only_the_setting_is_not_what_is_dealt_with(gazetteer: Gazetteer) -> None:
    assert pairs(gazetteer, "At talks on the Ukraine war, Norway urged Estonia to wait.")[0] == "EE-NO"


@pytest.mark.parametrize(
    "dateline",
    [
        "ANKARA, Nov 24 (Xinhua) -- ",
        "ANKARA, Turkey (AP) — ",
        "ANKARA (Reuters) - ",
        "Ankara (Reuters) - ",
        "ANKARA – ",
    ],
)
def test_a_dateline_tells_where_it_was_written_and_not_who_acts(gazetteer: Gazetteer, dateline: str) -> None:
    said = reading(gazetteer, f"{dateline}Norway and Estonia signed a fishing treaty, officials said.")
    assert [one.code for one in said.countries] == ["NO", "EE"]


def test_a_korean_dateline_too(gazetteer: Gazetteer) -> None:
    said = reading(gazetteer, "(서울=연합뉴스) 노르웨이와 에스토니아가 협정에 서명했다.", language="ko")
    assert {one.code for one in said.countries} == {"NO", "EE"}


def test_the_most_salient_country_stands_first_and_saliences_add_up_to_one(gazetteer: Gazetteer) -> None:
    said = reading(gazetteer, "Norway will lend Estonia a ferry. Norway has three. A Peruvian cook joined it.")
    assert [one.code for one in said.countries] == ["NO", "EE", "PE"]
    assert sum(one.salience for one in said.countries) == pytest.approx(1, abs=0.01)
    assert [mention.text for mention in said.countries[0].mentions] == ["Norway", "Norway"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La Norvège et l'Estonie ont signé un accord de pêche.", "fr", "EE-NO"),
        ("Noruega y Estonia firmaron un acuerdo de pesca.", "es", "EE-NO"),
        ("Norwegen und Estland haben ein Fischereiabkommen unterzeichnet.", "de", "EE-NO"),
        ("Норвегия и Эстония подписали соглашение о рыболовстве.", "ru", "EE-NO"),
        ("Норвегія та Естонія підписали угоду про рибальство.", "uk", "EE-NO"),
        ("وقعت النرويج وإستونيا اتفاقية صيد.", "ar", "EE-NO"),
        ("نروژ و استونی توافق‌نامه ماهیگیری امضا کردند.", "fa", "EE-NO"),
        ("挪威和爱沙尼亚签署渔业协议。", "zh", "EE-NO"),
        ("ノルウェーとエストニアが漁業協定に署名した。", "ja", "EE-NO"),
        ("Η Νορβηγία και η Εσθονία υπέγραψαν συμφωνία αλιείας.", "el", "EE-NO"),
        ("A Noruega e a Estônia assinaram um acordo de pesca.", "pt", "EE-NO"),
        ("La Norvegia e l'Estonia hanno firmato un accordo di pesca.", "it", "EE-NO"),
    ],
)
def test_pairs_are_read_in_every_covered_language(
    gazetteer: Gazetteer, text: str, language: str, expected: str
) -> None:
    assert pairs(gazetteer, text, language=language)[:1] == [expected]
