"""Countries are found in running text, in every language, and only where they are meant."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.shapes import MentionKind


def codes(gazetteer: Gazetteer, text: str, language: str | None = "en") -> list[str]:
    return [found.code for found in gazetteer.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Turkey and South Korea met.", "en", ["TR", "KR"]),
        ("Türkiye'nin sözü, Türkiyenin yanıtı", "tr", ["TR", "TR"]),
        ("TÜRKİYE İLE GÜNEY KORE ANLAŞTI", "tr", ["TR", "KR"]),
        ("Almanya'da, Fransa'nın ve İsrail'in", "tr", ["DE", "FR", "IL"]),
        ("한국의 대통령이 튀르키예를 방문했다", "ko", ["KR", "TR"]),
        ("미국은 중국과 협상했다", "ko", ["US", "CN"]),
        ("قال إن تركيا وكوريا اتفقتا مع السعودية", "ar", ["TR", "KR", "SA"]),
        ("российско-турецкие отношения", "ru", ["RU", "TR"]),
        ("между Россией и Южной Кореей", "ru", ["RU", "KR"]),
        ("Туреччина та Україна", "uk", ["TR", "UA"]),
        ("le président turc et l'Allemagne", "fr", ["TR", "DE"]),
        ("el ministro ruso y los Estados Unidos", "es", ["RU", "US"]),
        ("Die Türkei und die amerikanische Regierung", "de", ["TR", "US"]),
        ("Η Τουρκία και η Ελλάδα της Κύπρου", "el", ["TR", "GR", "CY"]),
        ("中国和韩国的关系", "zh", ["CN", "KR"]),
        ("トルコと韓国の首脳", "ja", ["TR", "KR"]),
        ("ترکیه و آمریکا", "fa", ["TR", "US"]),
        ("तुर्किये और भारत", "hi", ["TR", "IN"]),
        ("თურქეთი და საქართველო", "ka", ["TR", "GE"]),
    ],
)
def test_countries_are_found_by_name_adjective_and_inflected_form(
    gazetteer: Gazetteer, text: str, language: str, expected: list[str]
) -> None:
    assert codes(gazetteer, text, language) == expected


def test_a_word_that_names_two_countries_counts_for_both(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, "한미 정상회담", "ko") == ["KR", "US"]
    assert codes(gazetteer, "中美会谈", "zh") == ["CN", "US"]
    assert codes(gazetteer, "日米首脳会談", "ja") == ["JP", "US"]


def test_short_words_are_countries_only_in_exact_capitals(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, "It told us no by the way in the uk.") == []
    assert codes(gazetteer, "The US, the U.S., the UK, the UAE, the DRC, the EU and the UN") == [
        "US", "US", "GB", "AE", "CD", "EU", "UN",
    ]  # fmt: skip


def test_codes_of_two_letters_are_no_names_in_running_text(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, "TR, KR, DE and IT; AT noon; IS it?") == []


def test_money_in_dollars_names_no_country(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, "a loan of US$35 million") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Washington Post reported it.", []),
        ("Washington said so.", ["US"]),
        ("She wrote on the Korean War.", []),
        ("Roast turkey with gravy and stuffing", []),
        ("Turkey hosts the summit.", ["TR"]),
        ("A recall of Turkey breast for Thanksgiving", []),
        ("Michael Jordan spoke.", []),
        ("Jordan Henderson scored twice.", []),
        ("Jordan's king arrived in Amman.", ["JO", "JO"]),
        ("Chad and Niger closed the border.", ["TD", "NE"]),
        ("Georgia's prime minister spoke in Tbilisi.", ["GE", "GE"]),
        ("Voters in Georgia and Alabama", ["US", "US"]),
        ("Niger is not Nigeria.", ["NE", "NG"]),
        ("Guinea-Bissau, Papua New Guinea and Equatorial Guinea", ["GW", "PG", "GQ"]),
        ("DR Congo accused Rwanda.", ["CD", "RW"]),
        ("The Republic of the Congo, Congo said, has closed it.", ["CG", "CG"]),
        ("North Korea fired a missile; the Korean leader watched.", ["KP", "KP"]),
        ("Ireland and Northern Ireland", ["IE", "GB"]),
        ("Kosovo, Taiwan, Palestine and Western Sahara", ["XK", "TW", "PS", "EH"]),
        ("a Mexican restaurant with guinea pigs", []),
        ("New Mexico sued.", ["US"]),
        ("The South China Sea", []),
    ],
)
def test_names_with_a_second_meaning_are_settled_by_their_surroundings(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    assert codes(gazetteer, text) == expected


def test_what_names_a_country_is_told(gazetteer: Gazetteer) -> None:
    found = gazetteer.find(
        "Turkish President Erdoğan flew from Ankara to the Kremlin and to Istanbul in Türkiye.", "en"
    )
    assert [(one.text, one.code, one.kind) for one in found] == [
        ("Turkish", "TR", MentionKind.DEMONYM),
        ("Erdoğan", "TR", MentionKind.PERSON),
        ("Ankara", "TR", MentionKind.CAPITAL),
        ("Kremlin", "RU", MentionKind.INSTITUTION),
        ("Istanbul", "TR", MentionKind.CITY),
        ("Türkiye", "TR", MentionKind.NAME),
    ]


def test_offsets_count_in_the_text_as_written(gazetteer: Gazetteer) -> None:
    text = "Le  " + unicodedata.normalize("NFD", "Türkiye") + "\n\nand   South\n  Korea\u200f."
    assert all(text[one.start : one.end] == one.text for one in gazetteer.find(text, "en"))
    assert codes(gazetteer, text) == ["TR", "KR"]


def test_every_country_of_iso_3166_can_be_named(gazetteer: Gazetteer) -> None:
    assert {"TR", "KR", "XK", "TW", "PS", "HK", "GL", "EH", "EU", "UN"} <= gazetteer.codes
    assert len(gazetteer.codes) >= 250


WORDS = st.sampled_from(
    [
        "Turkey",
        "Türkiye'nin",
        "US",
        "한국의",
        "وكوريا",
        "中国",
        "🇹🇷",
        "\u0301",
        "\ud800",
        "\x00",
        "\u200f",
        "İ",
        " ",
        "\n",
        ".",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_is_searched_without_an_exception_and_mentions_stand_in_it(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.find(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
