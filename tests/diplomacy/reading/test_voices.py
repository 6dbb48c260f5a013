"""Into whose mouth a report puts what it tells. The dealings and the unknown people in these tests are invented."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.mentions import seen
from diplomacy.reading.people import people_in
from diplomacy.reading.shapes import Attribution
from diplomacy.reading.voices import attribution_of, speakers_of
from diplomacy.reading.words import sentences


def said_by(gazetteer: Gazetteer, text: str, piece: str, language: str = "en") -> Attribution | None:
    parts = sentences(text)
    mentions = seen(text, parts, gazetteer, language)
    people = people_in(text, mentions, language)
    start = text.index(piece)
    return attribution_of(speakers_of(text, parts, mentions, people, language), start, start + len(piece))


@pytest.mark.parametrize(
    ("language", "text", "piece", "name", "country"),
    [
        ("en", "Polish minister Jan Wilk said that trade reached $3 billion.", "$3 billion", "Jan Wilk", "PL"),
        ("en", "Trade reached $3 billion, Polish minister Jan Wilk said on Monday.", "$3 billion", "Jan Wilk", "PL"),
        ("en", "Jan Wilk, the Polish minister, told reporters that trade hit $3 billion.", "$3", "Jan Wilk", "PL"),
        ("en", "Trade reached $3 billion, according to Polish minister Jan Wilk.", "$3 billion", "Jan Wilk", "PL"),
        ("en", "The Polish foreign ministry said trade reached $3 billion.", "$3 billion", None, "PL"),
        ("en", "Trade reached $3 billion, said Kari Solberg, Norway's trade minister.", "$3", "Kari Solberg", "NO"),
        ("en", "Polish minister Jan Wilk spoke. He added that trade reached $3 billion.", "$3", "Jan Wilk", "PL"),
        ("en", "“It is done,” Polish minister Jan Wilk said. “It cost $3 billion.”", "$3 billion", "Jan Wilk", "PL"),
        ("en", "Trade reached $3 billion, the Bank of Ships reported.", "$3 billion", "Bank of Ships", None),
        ("tr", "Norveç Bakanı Ola Dahl, ticaretin 3 milyar doları aştığını söyledi.", "3 milyar", "Ola Dahl", "NO"),
        ("tr", "Norveç Bakanı Ola Dahl geldi. “Ticaret 3 milyar doları aştı” dedi.", "3 milyar", "Ola Dahl", "NO"),
        ("ko", "올라 달 노르웨이 국방장관은 교역이 30억 달러를 넘었다고 밝혔다.", "30억 달러", "올라 달", "NO"),
        ("ko", "노르웨이 외교부는 교역이 30억 달러를 넘었다고 발표했다.", "30억 달러", None, "NO"),
        ("fr", "Le ministre polonais Jan Wilk a déclaré que cela coûte 3 milliards.", "3 mill", "Jan Wilk", "PL"),
        ("fr", "« Cela coûte 3 milliards », a déclaré le ministre polonais Jan Wilk.", "3 mill", "Jan Wilk", "PL"),
        ("es", "“Cuesta 3.000 millones”, anunció el ministro peruano Luis Paredes.", "3.000", "Luis Paredes", "PE"),
        ("pt", "O ministro do Brasil Luís Prado afirmou que custa 3 bilhões.", "3 bilhões", "Luís Prado", "BR"),
        ("it", "Il premier albanese Arben Kola ha detto che costa 3 miliardi.", "3 miliardi", "Arben Kola", "AL"),
        ("de", "Laut Norwegens Ministerin Kari Solberg kostet es 3 Milliarden.", "3 Mill", "Kari Solberg", "NO"),
        ("de", "„Es kostet 3 Milliarden“, sagte der polnische Außenminister Jan Wilk.", "3 Mill", "Jan Wilk", "PL"),
        ("el", "Ο υπουργός Εξωτερικών της Πολωνίας Γιαν Βιλκ δήλωσε ότι κοστίζει 3 δισ.", "3 δισ", "Γιαν Βιλκ", "PL"),
        ("ru", "По словам посла Польши Яна Вилька, это стоит 3 млрд.", "3 млрд", "Яна Вилька", "PL"),
        ("ru", "«Это стоит 3 млрд», — сказал посол Польши Ян Вильк.", "3 млрд", "Ян Вильк", "PL"),
        ("uk", "Міністр оборони Польщі Ян Вільк заявив, що це коштує 3 млрд.", "3 млрд", "Ян Вільк", "PL"),
        ("ar", "قال وزير الخارجية البولندي يان فيلك إن التجارة بلغت 3 مليارات دولار.", "3 مليارات", "يان فيلك", "PL"),
        ("fa", "یان ویلک، وزیر امور خارجه لهستان، گفت حجم تجارت ۳ میلیارد دلار است.", "۳ میلیارد", "یان ویلک", "PL"),
        ("zh", "波兰外交部长维尔克表示，贸易额已达30亿美元。", "30亿美元", "维尔克", "PL"),
        ("ja", "ポーランドのヤン・ビルク外相は貿易額が30億ドルを超えたと述べた。", "30億ドル", "ヤン・ビルク", "PL"),
    ],
)  # fmt: skip
def test_what_somebody_says_is_in_his_mouth(
    gazetteer: Gazetteer, language: str, text: str, piece: str, name: str | None, country: str | None
) -> None:
    assert said_by(gazetteer, text, piece, language) == Attribution(name, country)


def test_what_the_report_itself_tells_is_in_nobodys_mouth(gazetteer: Gazetteer) -> None:
    text = "Trade reached $3 billion. Polish minister Jan Wilk said it would rain."
    assert said_by(gazetteer, text, "$3 billion") is None
    assert said_by(gazetteer, "The United States signed a deal of $3 billion.", "$3 billion") is None


def test_two_who_speak_in_a_sentence_have_each_his_part(gazetteer: Gazetteer) -> None:
    text = "Norway said trade fell to $3 billion, while Peru announced it had reached $9 billion."
    assert said_by(gazetteer, text, "$3 billion") == Attribution(None, "NO")
    assert said_by(gazetteer, text, "$9 billion") == Attribution(None, "PE")


def test_an_office_alone_is_the_one_who_bears_it(gazetteer: Gazetteer) -> None:
    text = "Polish President Jan Wilk flew home. The president said that it cost $3 billion."
    assert said_by(gazetteer, text, "$3 billion") == Attribution("Jan Wilk", "PL")
