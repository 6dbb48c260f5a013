"""Who is named, in which office, for which country. The dealings and the unknown people in these tests are invented."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.mentions import seen
from diplomacy.reading.office_words import office_words
from diplomacy.reading.people import People, people_in
from diplomacy.reading.read import read_text
from diplomacy.reading.voices import speakers_of
from diplomacy.reading.words import sentences

LANGUAGES = ("en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja")
Told = tuple[str, str | None, str | None]


def people(gazetteer: Gazetteer, text: str, language: str = "en") -> People:
    return people_in(text, seen(text, sentences(text), gazetteer, language), language)


def told(gazetteer: Gazetteer, text: str, language: str = "en") -> list[Told]:
    return [(one.name, one.office, one.country) for one in people(gazetteer, text, language).said]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Kazakh Foreign Minister Aslan Berik flew home.", ("Aslan Berik", "Foreign Minister", "KZ")),
        ("en", "Poland's foreign minister, Jan Wilk, flew home.", ("Jan Wilk", "foreign minister", "PL")),
        ("en", "Jan Wilk, the Polish minister for energy and climate, flew home.",
         ("Jan Wilk", "minister for energy and climate", "PL")),
        ("en", "The president of Estonia, Mart Kask, flew home.", ("Mart Kask", "president", "EE")),
        ("en", "Former U.S. president John Roe flew home.", ("John Roe", "Former president", "US")),
        ("tr", "Kazakistan Dışişleri Bakanı Aslan Berik'in ziyareti bitti.", ("Aslan Berik", "Dışişleri Bakanı", "KZ")),
        ("tr", "Norveç'in Enerji ve Tabii Kaynaklar Bakanı Ola Dahl geldi.",
         ("Ola Dahl", "Enerji ve Tabii Kaynaklar Bakanı", "NO")),
        ("ko", "아슬란 베리크 카자흐스탄 외교부 장관이 방한했다.", ("아슬란 베리크", "외교부 장관", "KZ")),
        ("fr", "Le ministre polonais des Affaires étrangères, Jan Wilk, est arrivé.",
         ("Jan Wilk", "ministre des Affaires étrangères", "PL")),
        ("fr", "La ministre norvégienne de la Défense Kari Solberg est arrivée.",
         ("Kari Solberg", "ministre de la Défense", "NO")),
        ("es", "El ministro de Exteriores de Polonia, Jan Wilk, llegó.", ("Jan Wilk", "ministro de Exteriores", "PL")),
        ("pt", "O ministro da Defesa do Brasil, Luís Prado, chegou.", ("Luís Prado", "ministro da Defesa", "BR")),
        ("it", "Il ministro degli Esteri polacco Jan Wilk è arrivato.", ("Jan Wilk", "ministro degli Esteri", "PL")),
        ("de", "Der polnische Außenminister Jan Wilk ist da.", ("Jan Wilk", "Außenminister", "PL")),
        ("el", "Ο υπουργός Εξωτερικών της Πολωνίας Γιαν Βιλκ έφτασε.", ("Γιαν Βιλκ", "υπουργός Εξωτερικών", "PL")),
        ("ru", "Министр иностранных дел Казахстана Аслан Берик прибыл.",
         ("Аслан Берик", "Министр иностранных дел", "KZ")),
        ("uk", "Міністр закордонних справ Польщі Ян Вільк прибув.", ("Ян Вільк", "Міністр закордонних справ", "PL")),
        ("ar", "وصل وزير الخارجية البولندي يان فيلك إلى القاهرة.", ("يان فيلك", "وزير الخارجية", "PL")),
        ("fa", "یان ویلک، وزیر امور خارجه لهستان، وارد شد.", ("یان ویلک", "وزیر امور خارجه", "PL")),
        ("zh", "波兰外交部长维尔克表示感谢。", ("维尔克", "外交部长", "PL")),
        ("zh", "挪威外长奥拉·达尔抵达。", ("奥拉·达尔", "外长", "NO")),
        ("ja", "ポーランドのヤン・ビルク外相が到着した。", ("ヤン・ビルク", "外相", "PL")),
        ("ja", "山岸健外相が到着した。", ("山岸健", "外相", "JP")),
    ],
)  # fmt: skip
def test_an_unknown_name_is_found_by_its_office(gazetteer: Gazetteer, language: str, text: str, expected: Told) -> None:
    assert told(gazetteer, text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Turkish President Recep Tayyip Erdoğan", ("Recep Tayyip Erdoğan", "President", "TR")),
        ("en", "President Lee", ("Lee", "President", "KR")),
        ("tr", "Cumhurbaşkanı Erdoğan", ("Erdoğan", "Cumhurbaşkanı", "TR")),
        ("ko", "이재명 대통령", ("이재명", "대통령", "KR")),
        ("fr", "le président Emmanuel Macron", ("Emmanuel Macron", "président", "FR")),
        ("ru", "президент Владимир Путин", ("Владимир Путин", "президент", "RU")),
        ("ar", "الرئيس التركي رجب طيب أردوغان", ("رجب طيب أردوغان", "الرئيس", "TR")),
        ("fa", "وزیر خارجه ترکیه هاکان فیدان", ("هاکان فیدان", "وزیر خارجه", "TR")),
        ("zh", "土耳其总统埃尔多安", ("埃尔多安", "总统", "TR")),
        ("ja", "トルコのエルドアン大統領", ("エルドアン", "大統領", "TR")),
    ],
)
def test_a_known_name_bears_the_office_that_the_text_gives(
    gazetteer: Gazetteer, language: str, text: str, expected: Told
) -> None:
    assert told(gazetteer, text, language) == [expected]


def test_a_known_name_without_an_office_has_only_its_country(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "Putin flew home.") == [("Putin", None, "RU")]


def test_a_name_that_is_a_things_is_nobody(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "The Trump administration closed the Merkel Foundation.") == []
    assert told(gazetteer, "The King Salman Centre closed.") == []
    assert told(gazetteer, "Norway is not seeking help from the Harbour Relief Fund, the governor said.") == []


def test_a_last_name_alone_is_the_one_named_before(gazetteer: Gazetteer) -> None:
    found = people(gazetteer, "Polish Prime Minister Jan Wilk flew home. On Monday Wilk flew again.")
    assert [one.name for one in found.said] == ["Jan Wilk"]
    assert [(one.name, one.start) for one in found.named] == [("Jan Wilk", 22), ("Jan Wilk", 52)]


def test_a_last_name_is_known_in_another_case(gazetteer: Gazetteer) -> None:
    found = people(gazetteer, "Президент принял посла Польши Яна Вилька. Затем Вильк уехал.", "ru")
    assert [one.name for one in found.named] == ["Яна Вилька", "Яна Вилька"]


def test_a_counterpart_bears_the_same_office_for_another_country(gazetteer: Gazetteer) -> None:
    text = "Kazakh Foreign Minister Aslan Berik met his Norwegian counterpart Kari Solberg."
    assert told(gazetteer, text)[1] == ("Kari Solberg", "Foreign Minister", "NO")


def test_an_envoy_is_of_the_country_that_sends_him(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "U.S. ambassador to Norway Mary Stone left.") == [("Mary Stone", "ambassador", "US")]
    turkish = told(gazetteer, "ABD'nin Oslo Büyükelçisi Mary Stone ayrıldı.", "tr")
    assert turkish == [("Mary Stone", "Büyükelçisi", "US")]


def test_offices_joined_by_and_are_of_one_country(gazetteer: Gazetteer) -> None:
    text = "Syrian president Amin Sabah and interior minister Nur Haddad came with Dutch king Willem Berg."
    assert [country for _, _, country in told(gazetteer, text)] == ["SY", "SY", "NL"]


def test_an_office_that_names_no_country_is_of_the_one_country_named_before(gazetteer: Gazetteer) -> None:
    text = "Norway will buy ten ships, Defence Minister Ola Dahl announced."
    assert told(gazetteer, text) == [("Ola Dahl", "Defence Minister", "NO")]
    assert told(gazetteer, "Norway and Peru are far, Defence Minister Ola Dahl said.")[0][2] is None


def test_the_office_is_known_in_every_language_by_its_key(gazetteer: Gazetteer) -> None:
    assert people(gazetteer, "Polish Energy Minister Jan Wilk").said[0].key == "energy-minister"
    assert people(gazetteer, "former Polish President Jan Wilk").said[0].key == "former-president"
    assert people(gazetteer, "波兰外交部长维尔克表示感谢。", "zh").said[0].key == "foreign-minister"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_words_of_three_columns(language: str) -> None:
    for subject in ("offices", "voices"):
        says = {row[0] for row in rows_of(f"{subject}.{language}.tsv")}
        assert says >= ({"president", "foreign-minister", "~stop"} if subject == "offices" else {"=said", "=according"})
    assert office_words(language).lexicon is not office_words(None).lexicon or language == "en"


@settings(deadline=None)  # the first text of a language reads its words
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_whatever_the_text_is_people_lie_inside_it_and_in_order(gazetteer: Gazetteer, text: str, language: str) -> None:
    said = people(gazetteer, text, language)
    places = [(one.start, one.end) for one in said.named]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


PIECES = st.sampled_from(
    ["President ", "Erdoğan", ", ", "said ", "the ", "“", "” ", ". ", "\n", "Jan ", "Wilk ", "of ", "Norway ", "'s ",
     "대통령",
     "이재명 ", "は", "外相", "وزير ", "الخارجية ", "министр ", "He ", "according to ", "dedi", "\ud800", "و", "·", "-"]
)  # fmt: skip


@settings(deadline=None)
@given(text=st.lists(PIECES, max_size=40).map("".join), language=st.sampled_from(LANGUAGES))
def test_no_order_of_offices_and_names_is_too_odd(gazetteer: Gazetteer, text: str, language: str) -> None:
    parts = sentences(text)
    mentions = seen(text, parts, gazetteer, language)
    found = people_in(text, mentions, language)
    assert all(text[one.start : one.end].strip() for one in found.named)
    for speaker in speakers_of(text, parts, mentions, found, language):
        assert 0 <= speaker.start < speaker.end <= len(text)


@pytest.mark.shared
def test_the_seed_report_gives_its_leaders_with_their_offices(gazetteer: Gazetteer) -> None:
    path = Path(__file__).parents[3].parent / "shared" / "seed-article.txt"
    if not path.is_file():
        pytest.skip("the public data stand beside the repository")
    reading = read_text("", path.read_text(encoding="utf-8"), gazetteer)
    assert [(one.name, one.office, one.country) for one in reading.people] == [
        ("Recep Tayyip Erdoğan", "President", "TR"),
        ("Lee Jae-myung", "President", "KR"),
        ("Volodymyr Zelenskyy", "President", "UA"),
        ("Vladimir Putin", "President", "RU"),
    ]
    assert len(reading.figures) >= 2
    assert {(said.name, said.country) for one in reading.figures if (said := one.said_by)} == {
        ("Recep Tayyip Erdoğan", "TR")
    }
