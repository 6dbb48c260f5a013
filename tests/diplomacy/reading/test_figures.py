"""Figures: value, unit, what they count and how they stand, in every language covered. The sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.reading.figures import figures_of
from diplomacy.reading.numerals import number_in, plain
from diplomacy.reading.shapes import FigureSaid
from diplomacy.reading.words import sentences

LANGUAGES = ["en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja"]


def figures(text: str, language: str | None) -> tuple[FigureSaid, ...]:
    return figures_of(text, sentences(text), language)


def values(text: str, language: str | None) -> list[tuple[str, float, str | None, str]]:
    return [(one.text, one.value, one.unit, one.standing) for one in figures(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Oslo lent Suva US$37.6 million.", [("US$37.6 million", 37.6e6, "USD", "value")]),
        (
            "en",
            "It sold 730 million Finnish markka of timber.",
            [("730 million Finnish markka", 730e6, "FIM", "value")],
        ),
        ("en", "The loan is worth twenty-five million pounds.", [("twenty-five million pounds", 25e6, "GBP", "value")]),
        ("en", "A ticket is 7 dollars 25 cents.", [("7 dollars 25 cents", 7.25, "USD", "value")]),
        ("en", "Delhi paid 98,76,543.21 rupees.", [("98,76,543.21 rupees", 9876543.21, "INR", "value")]),
        ("en", "It will cover up to 40 percent.", [("40 percent", 40, "%", "limit")]),
        ("en", "They sent 1,200 Fijian peacekeepers.", [("1,200 Fijian peacekeepers", 1200, "soldiers", "value")]),
        ("en", "Rates rose 0.5 percentage points.", [("0.5 percentage points", 0.5, "pp", "value")]),
        ("en", "The pipe carries 10 bcm.", [("10 bcm", 1e10, "m3", "value")]),
        ("tr", "Tutar 38,7 milyon avroyu buldu.", [("38,7 milyon avroyu", 38.7e6, "EUR", "value")]),
        ("tr", "Fatura 1.234,5 lira oldu.", [("1.234,5 lira", 1234.5, "TRY", "value")]),
        ("tr", "Oran yüzde 8 arttı.", [("yüzde 8", 8, "%", "value")]),
        ("tr", "Oran %8,5 oldu.", [("%8,5", 8.5, "%", "value")]),
        ("tr", "Beş milyar dolar hedefleniyor.", [("Beş milyar dolar", 5e9, "USD", "target")]),
        ("ko", "차관은 7천 130만 달러였다.", [("7천 130만 달러", 71.3e6, "USD", "value")]),
        ("ko", "오십억 달러를 냈다.", [("오십억 달러", 5e9, "USD", "value")]),
        ("ko", "150억 달러를 목표로 한다.", [("150억 달러", 15e9, "USD", "target")]),
        ("fr", "Le prêt atteint 1 234,5 euros.", [("1 234,5 euros", 1234.5, "EUR", "value")]),
        ("fr", "Le fonds a versé 10 milliards d'euros.", [("10 milliards d'euros", 1e10, "EUR", "value")]),
        ("es", "Suman 10.000 millones de dólares.", [("10.000 millones de dólares", 1e10, "USD", "value")]),
        ("es", "Costó mil millones de euros.", [("mil millones de euros", 1e9, "EUR", "value")]),
        ("pt", "O acordo soma 1,2 bilhão de reais.", [("1,2 bilhão de reais", 1.2e9, "BRL", "value")]),
        ("it", "Il prestito è di 2,5 miliardi di euro.", [("2,5 miliardi di euro", 2.5e9, "EUR", "value")]),
        ("de", "Der Kredit betrug 3,5 Mrd. Euro.", [("3,5 Mrd. Euro", 3.5e9, "EUR", "value")]),
        ("el", "Το δάνειο έφτασε 2,5 δισ. ευρώ.", [("2,5 δισ. ευρώ", 2.5e9, "EUR", "value")]),
        ("ru", "Заём составил 7 млрд долларов.", [("7 млрд долларов", 7e9, "USD", "value")]),
        ("uk", "Щонайменше 20 тисяч тонн зерна.", [("20 тисяч тонн", 20_000, "tonne", "value")]),
        ("ar", "بلغ القرض ٣٫٥ مليار دولار.", [("٣٫٥ مليار دولار", 3.5e9, "USD", "value")]),
        ("fa", "وام ۵ میلیارد دلار بود.", [("۵ میلیارد دلار", 5e9, "USD", "value")]),
        ("zh", "贷款达到1.5万亿元。", [("1.5万亿元", 1.5e12, "CNY", "value")]),
        ("zh", "增长百分之五。", [("百分之五", 5, "%", "value")]),
        ("ja", "融資は1兆2000億円だった。", [("1兆2000億円", 1.2e12, "JPY", "value")]),
        ("sw", "Mkopo wa €5 na 3 km.", [("€5", 5, "EUR", "value"), ("3 km", 3, "km", "value")]),
    ],
)
def test_a_figure_is_read_in_the_writing_of_its_language(
    language: str, text: str, expected: list[tuple[str, float, str, str]]
) -> None:
    assert [(text, pytest.approx(value), unit, how) for text, value, unit, how in expected] == values(text, language)


@pytest.mark.parametrize(
    ("language", "text", "standings"),
    [
        ("en", "Exports rose from $5 billion to $7 billion.", ["previous", "value"]),
        ("en", "Exports have passed $5 billion and are approaching $7 billion.", ["value", "limit"]),
        ("en", "They aim for $10-15 billion by 2030.", ["target", "target"]),
        ("en", "The share was 12 percent, compared with 9 percent in May.", ["value", "previous"]),
        ("en", "Output is expected to reach 4 million tonnes.", ["forecast"]),
        ("en", "It came to 25 million tonnes, 22 million tonnes a year earlier.", ["value", "previous"]),
        ("en", "The price is capped at $60 a barrel.", ["limit"]),
        ("tr", "Üretimin 4 milyon tona ulaşması bekleniyor.", ["forecast"]),
        ("tr", "En fazla 500 asker kalacak.", ["limit"]),
        ("ko", "최대 500만 달러를 준다.", ["limit"]),
        ("ko", "생산은 4백만 톤에 이를 전망이다.", ["forecast"]),
        ("fr", "La part est passée de 12 % à 15 %.", ["previous", "value"]),
        ("es", "La meta es de 5.000 millones de euros.", ["target"]),
        ("pt", "Até 500 soldados ficam.", ["limit"]),
        ("it", "Dovrebbe raggiungere 4 miliardi di euro.", ["forecast"]),
        ("de", "Das Ziel sind 5 Milliarden Euro.", ["target"]),
        ("el", "Αναμένεται να φτάσει 4 δισ. ευρώ.", ["forecast"]),
        ("ru", "Цель — 100 млрд долларов.", ["target"]),
        ("uk", "Експорт зріс до 3 млрд доларів, торік — 2 млрд доларів роком раніше.", ["value", "previous"]),
        ("ar", "من المتوقع أن يصل إلى 5 مليارات دولار.", ["forecast"]),
        ("fa", "هدف ۱۰ میلیارد دلار است.", ["target"]),
        ("zh", "预计达到150亿美元。", ["forecast"]),
        ("ja", "5億ドルに達する見通しだ。", ["forecast"]),
    ],
)
def test_a_figure_stands_as_the_signs_around_it_say(language: str, text: str, standings: list[str]) -> None:
    assert [one.standing for one in figures(text, language)] == standings


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("en", "Bilateral trade has surpassed $3 billion and is approaching $4 billion.", ["Bilateral trade"] * 2),
        ("en", "Malta signed a $61.7 million ferry contract with a yard in Gdansk.", ["ferry contract"]),
        ("en", "Ghana shipped 900 tonnes of rice to Mali.", ["rice"]),
        ("en", "Trade between Chad and Niger rose to $2 billion.", [None]),
        ("tr", "Ticaret hacmi 3 milyar doları aştı.", ["Ticaret hacmi"]),
        ("tr", "Kredi 60 milyon dolarlık yakıt alımı, başka şey değil.", ["yakıt alımı"]),
        ("ko", "교역액은 100억 달러를 넘었다.", ["교역액"]),
        ("fr", "Les échanges commerciaux ont dépassé 3 milliards d'euros.", ["échanges commerciaux"]),
        ("zh", "双边贸易额达到100亿美元。", ["双边贸易额"]),
        ("ja", "貿易額は3億ドルだった。", ["貿易額"]),
    ],
)
def test_what_is_counted_is_cut_out_where_that_is_sure(language: str, text: str, counted: list[str | None]) -> None:
    assert [one.of for one in figures(text, language)] == counted


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the two sides met.",
        "Hundreds of millions of dollars were lost.",
        "The F-16 jets and the G20 summit",
        "On 1.2.2026 they met; Article 301 applies; call 0312 555 11 22.",
        "He is 54 and won 3-1.",
        "the B52 dollar",
    ],
)
def test_dates_names_scores_and_vague_sums_are_no_figures(text: str) -> None:
    assert figures(text, "en") == ()


def test_a_range_shares_its_magnitude_and_unit() -> None:
    assert values("It costs $10-15 billion.", "en") == [
        ("$10", 1e10, "USD", "value"),
        ("15 billion", 1.5e10, "USD", "value"),
    ]
    assert [one.value for one in figures("between 10 to 15 percent", "en")] == [10, 15]


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1.234,5", "tr", 1234.5),
        ("1,234.5", "tr", 1234.5),
        ("1,234", "en", 1234),
        ("1,234", "de", 1.234),
        ("1.234", "de", 1234),
        ("1.234", "en", 1.234),
        ("670.000", "en", 670_000),
        ("0,125", "fr", 0.125),
        ("15,300", "es", 15_300),
        ("1 234,5", "fr", 1234.5),
        ("1.2.2026", "de", None),
        ("9" * 30, "en", None),
    ],
)
def test_the_shape_and_then_the_language_tell_the_decimal_mark(written: str, language: str, value: float) -> None:
    assert number_in(written, language) == value


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("0123456789.,'%$€ -\n")),
    max_size=80,
)
WORDS = (
    "1 10 2.5 $ € million billion % to - and dollars 억 천 만 달러 up from yüzde milyar 万 元 half one a , de \ud800"
)
PIECES = st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join)


@given(st.one_of(TEXTS, PIECES, PIECES.map(lambda text: text.replace(" ", ""))), st.sampled_from([*LANGUAGES, None]))
def test_no_text_breaks_it_and_offsets_lead_back_to_the_text(text: str, language: str | None) -> None:
    last = 0
    for one in figures(text, language):
        assert one.text == text[one.start : one.end] != ""
        assert last <= one.start
        last = one.end
        assert one.kind in {"money", "percent", "quantity"}
        assert one.standing in {"value", "target", "forecast", "limit", "previous"}


@given(st.text())
def test_the_plain_letters_of_a_text_stand_where_the_text_has_its_own(text: str) -> None:
    assert len(plain(text)) == len(text)
