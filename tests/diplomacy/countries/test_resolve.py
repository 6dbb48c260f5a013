"""What people type becomes countries and a window: the contract of `dragoman resolve`, sentence by sentence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.resolve import resolve


def countries(gazetteer: Gazetteer, text: str, language: str | None = None) -> list[str]:
    return list(resolve(text, language, gazetteer).countries)


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("turkey korea", None, ["TR", "KR"]),
        ("korea turkey", None, ["KR", "TR"]),
        ("TURKEY, south KOREA", None, ["TR", "KR"]),
        ("Türkiye Güney Kore", "tr", ["TR", "KR"]),
        ("türkiye guney kore", "tr", ["TR", "KR"]),
        ("한국 터키", "ko", ["KR", "TR"]),
        ("튀르키예 북한", "ko", ["TR", "KP"]),
        ("الصين والهند", "ar", ["CN", "IN"]),
        ("中国 土耳其", "zh", ["CN", "TR"]),
        ("中国和土耳其", "zh", ["CN", "TR"]),
        ("トルコと韓国", "ja", ["TR", "KR"]),
        ("Турция Россия", "ru", ["TR", "RU"]),
        ("ไทยและเกาหลีใต้", "th", ["TH", "KR"]),
        ("holland burma drc ivory coast", None, ["NL", "MM", "CD", "CI"]),
        ("the UK and the US", None, ["GB", "US"]),
        ("turkish south korean", None, ["TR", "KR"]),
        ("swaziland czechoslovakia zaire", None, ["SZ", "CZ", "CD"]),
        ('"south africa" kenya', None, ["ZA", "KE"]),
        ("bosnia and herzegovina", None, ["BA"]),
        ("trinidad and tobago and antigua and barbuda", None, ["TT", "AG"]),
        ("papua new guinea", None, ["PG"]),
        ("한미", "ko", ["KR", "US"]),
        ("남북한", "ko", ["KR", "KP"]),
    ],
)
def test_names_in_any_language_script_case_and_order(
    gazetteer: Gazetteer, text: str, language: str | None, expected: list[str]
) -> None:
    resolved = resolve(text, language, gazetteer)
    assert (list(resolved.countries), resolved.unknown) == (expected, ())


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Türkiye'nin ve Kore'nin ilişkileri", "tr", ["TR", "KR"]),
        ("türkiyenin almanyayla", "tr", ["TR", "DE"]),
        ("한국과 터키의 관계", "ko", ["KR", "TR"]),
        ("между Россией и Турцией", "ru", ["RU", "TR"]),
        ("відносини України з Туреччиною", "uk", ["UA", "TR"]),
        ("l'Allemagne et la France", "fr", ["DE", "FR"]),
        ("تركيا وكوريا", "ar", ["TR", "KR"]),
        ("Südkorea und Deutschlands", "de", ["KR", "DE"]),
        ("της Τουρκίας και της Ελλάδας", "el", ["TR", "GR"]),
    ],
)
def test_inflected_names_count(gazetteer: Gazetteer, text: str, language: str, expected: list[str]) -> None:
    resolved = resolve(text, language, gazetteer)
    assert (list(resolved.countries), resolved.unknown) == (expected, ())


def test_a_country_typed_twice_stands_twice(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "turkey türkiye TR") == ["TR", "TR", "TR"]


def test_territories_keep_their_own_code_and_parts_of_the_kingdom_do_not(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "hong kong taiwan greenland palestine kosovo") == ["HK", "TW", "GL", "PS", "XK"]
    assert countries(gazetteer, "england scotland wales northern ireland") == ["GB"] * 4


def test_the_union_and_the_united_nations_count_as_countries(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "EU UN") == ["EU", "UN"]
    assert countries(gazetteer, "european union, united nations") == ["EU", "UN"]


# --- codes and flags ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TR KR", ["TR", "KR"]),
        ("tr kr", ["TR", "KR"]),
        ("tur KOR", ["TR", "KR"]),
        ("xk", ["XK"]),
        ("ＴＲ ｋｒ", ["TR", "KR"]),
        ("tr-kr", ["TR", "KR"]),
        ("us china", ["US", "CN"]),
        ("🇹🇷🇰🇷", ["TR", "KR"]),
        ("🇪🇺 🇺🇳", ["EU", "UN"]),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿", ["GB", "GB", "GB"]),
    ],
)
def test_codes_in_either_case_and_flags(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert countries(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("code", "country"),
    [("SU", "RU"), ("BU", "MM"), ("TP", "TL"), ("ZR", "CD"), ("DDR", "DE"), ("uk", "GB"), ("ger", "DE")],
)
def test_a_code_of_former_times_is_its_one_plain_successor(gazetteer: Gazetteer, code: str, country: str) -> None:
    assert countries(gazetteer, code) == [country]


@pytest.mark.parametrize("code", ["CS", "YU", "QQ", "zz"])
def test_a_code_without_a_plain_successor_is_unknown(gazetteer: Gazetteer, code: str) -> None:
    assert resolve(f"TR {code}", None, gazetteer).unknown == (code,)


def test_every_code_names_itself(gazetteer: Gazetteer) -> None:
    assert [code for code in sorted(gazetteer.codes) if countries(gazetteer, f"ZW {code}") != ["ZW", code]] == []


@pytest.mark.parametrize("country", ["in", "to", "ve", "et", "de"])
def test_a_small_connecting_word_is_a_code_only_where_fewer_than_two_are_named_without_it(
    gazetteer: Gazetteer, country: str
) -> None:
    assert countries(gazetteer, country) == [country.upper()]
    assert countries(gazetteer, f"turkey {country}") == ["TR", country.upper()]
    assert countries(gazetteer, f"turkey {country} japan") == ["TR", "JP"]
    assert countries(gazetteer, f"turkey {country.upper()} japan") == ["TR", country.upper(), "JP"]


def test_two_codes_with_a_connecting_word_between_them_are_two_countries(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "fr to de") == ["FR", "DE"]
    assert countries(gazetteer, "fr et de") == ["FR", "DE"]
    assert countries(gazetteer, "fr de it") == ["FR", "DE", "IT"]


def test_and_never_is_andorra(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "and") == []
    assert countries(gazetteer, "turkey and") == ["TR"]
    assert countries(gazetteer, "TURKEY AND KOREA") == ["TR", "KR"]
    assert countries(gazetteer, "andorra and france") == ["AD", "FR"]


def test_the_interface_language_breaks_ties(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "ab türkiye", "tr") == ["EU", "TR"]
    assert countries(gazetteer, "BM ABD", "tr") == ["UN", "US"]
    assert countries(gazetteer, "bm", "en") == ["BM"]


# --- names that fit several -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("korea", "en", ("KR", "KP")),
        ("Kore", "tr", ("KR", "KP")),
        ("Corée", "fr", ("KR", "KP")),
        ("Корея", "ru", ("KR", "KP")),
        ("كوريا", "ar", ("KR", "KP")),
        ("korean", "en", ("KR", "KP")),
        ("congo", "en", ("CD", "CG")),
        ("콩고", "ko", ("CD", "CG")),
        ("guinea", "en", ("GN", "GW", "GQ")),
    ],
)
def test_a_name_that_fits_several_gives_its_default_and_all_readings(
    gazetteer: Gazetteer, text: str, language: str, readings: tuple[str, ...]
) -> None:
    resolved = resolve(text, language, gazetteer)
    assert (resolved.countries, resolved.several) == (readings[:1], (readings,))


@pytest.mark.parametrize("name", ["china", "georgia", "ireland", "jordan", "niger", "sudan", "south korea", "한국"])
def test_a_plain_name_is_not_listed(gazetteer: Gazetteer, name: str) -> None:
    assert resolve(name, None, gazetteer).several == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("north and south korea", "en"),
        ("north & south korea", "en"),
        ("north, south korea", "en"),
        ("kuzey ve güney kore", "tr"),
        ("Corea del Norte y del Sur", "es"),
        ("Corée du Nord et du Sud", "fr"),
    ],
)
def test_an_adjective_before_and_shares_the_noun(gazetteer: Gazetteer, text: str, language: str) -> None:
    resolved = resolve(text, language, gazetteer)
    assert (resolved.countries, resolved.several, resolved.unknown) == (("KP", "KR"), (), ())


# --- typing errors --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("turky korea", ["TR", "KR"]),
        ("germny frnace", ["DE", "FR"]),
        ("sout korea japan", ["KR", "JP"]),
        ("saudi arbia iran", ["SA", "IR"]),
        ("untied kingdom", ["GB"]),
        ("new zeland", ["NZ"]),
        ("isreal ukrane", ["IL", "UA"]),
    ],
)
def test_a_typing_error_that_fits_one_country_is_that_country(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    resolved = resolve(text, "en", gazetteer)
    assert (list(resolved.countries), resolved.unknown) == (expected, ())
    assert any(reading.typo for reading in resolved.readings)


def test_how_a_typing_error_was_read_is_told(gazetteer: Gazetteer) -> None:
    (reading,) = resolve("turky", "en", gazetteer).readings
    assert (reading.typed, reading.code, reading.typo) == ("turky", "TR", True)


@pytest.mark.parametrize("word", ["iron", "grain", "trade", "energy", "child", "visa", "atlantis", "zzzzzz", "mail"])
def test_a_word_of_its_own_is_no_typing_error(gazetteer: Gazetteer, word: str) -> None:
    assert resolve(f"turkey japan {word}", "en", gazetteer).unknown == (word,)


# --- windows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "window"),
    [
        ("turkey japan 90", None, 90),
        ("turkey japan 30d", None, 30),
        ("turkey japan 1 week", None, 7),
        ("turkey japan 2 weeks", None, 14),
        ("turkey japan last 3 months", None, 90),
        ("turkey japan 1y", None, 365),
        ("son 90 gün türkiye japonya", "tr", 90),
        ("türkiye japonya son bir hafta", "tr", 7),
        ("تركيا اليابان ٩٠", "ar", 90),
        ("تركيا اليابان آخر ٣٠ يوما", "ar", 30),
        ("대한민국 일본 최근 3개월간", "ko", 90),
        ("日本 土耳其 最近90天", "zh", 90),
        ("日本とトルコ 過去30日間", "ja", 30),
        ("Турция Япония за 7 дней", "ru", 7),
        ("Turquie Japon 15 derniers jours", "fr", 15),
        ("Türkei Japan 3 Monate", "de", 90),
        ("तुर्किये जापान ३० दिन", "hi", 30),
        ("turkey japan", None, None),
    ],
)
def test_windows_bare_and_with_a_unit_in_any_digits(
    gazetteer: Gazetteer, text: str, language: str | None, window: int | None
) -> None:
    resolved = resolve(text, language, gazetteer)
    assert (set(resolved.countries), resolved.window, resolved.unknown) == (
        {"TR", "JP"} if "대한" not in text else {"KR", "JP"},
        window,
        (),
    )


@pytest.mark.parametrize("number", ["0", "3651", "99999", "123456789012345678901234567890"])
def test_a_number_outside_the_range_is_no_window_and_stands_in_unknown(gazetteer: Gazetteer, number: str) -> None:
    resolved = resolve(f"turkey japan {number}", None, gazetteer)
    assert (resolved.window, resolved.unknown) == (None, (number,))


@pytest.mark.parametrize("number", ["1.5", "30,5", "1.5.2", "2026.1", "١٫٥"])
def test_a_number_with_a_fraction_is_no_window(gazetteer: Gazetteer, number: str) -> None:
    resolved = resolve(f"turkey japan {number}", None, gazetteer)
    assert (resolved.window, resolved.unknown) == (None, (number,))


@pytest.mark.parametrize(("text", "window"), [("1,000 days", 1000), ("3.650", 3650), ("1.5 months", 45)])
def test_marks_inside_a_number_are_part_of_it(gazetteer: Gazetteer, text: str, window: int) -> None:
    resolved = resolve(f"turkey japan {text}", None, gazetteer)
    assert (resolved.window, resolved.unknown) == (window, ())


@pytest.mark.parametrize(
    ("text", "language", "countries", "unknown"),
    [
        ("türkiye belge", "tr", ("TR",), ("belge",)),
        ("le président belge", "fr", ("BE",), ()),
        ("turquie belge", "fr", ("TR", "BE"), ()),
    ],
)
def test_a_common_word_of_the_readers_language_is_no_country_of_another(
    gazetteer: Gazetteer, text: str, language: str, countries: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    resolved = resolve(text, language, gazetteer)
    assert resolved.countries == countries
    assert set(unknown) <= set(resolved.unknown)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("turkey japan since 2026-01-01", "2026-01-01"),
        ("turkey japan 2026-01-01", "2026-01-01"),
        ("türkiye japonya 2026-01-01'den beri", "2026-01-01"),
        ("turkey japan since 2025", "2025-01-01"),
        ("튀르키예 일본 2026년 1월 5일부터", "2026-01-05"),
        ("turkey japan seit 01.02.2026", "2026-02-01"),
    ],
)
def test_since_an_iso_date(gazetteer: Gazetteer, text: str, since: str) -> None:
    resolved = resolve(text, None, gazetteer)
    assert (resolved.since, resolved.window, resolved.unknown) == (since, None, ())


def test_a_date_that_does_not_exist_is_no_date(gazetteer: Gazetteer) -> None:
    assert resolve("turkey japan 2026-13-45", None, gazetteer).since is None


# --- what is neither ------------------------------------------------------------------------------------------------


def test_unknown_has_each_word_or_group_of_words_as_typed(gazetteer: Gazetteer) -> None:
    assert resolve("Atlantis turkey Nuclear Energy", None, gazetteer).unknown == ("Atlantis", "Nuclear Energy")


@pytest.mark.parametrize(
    "text",
    [
        "/relations turkey japan",
        "/relations@dragoman_bot turkey japan",
        "turkey-japan",
        "turkey / japan",
        "turkey, japan.",
        "“turkey” «japan»",
        "(turkey) [japan]",
        "<b>turkey</b> & >japan",
        "**turkey** _japan_",
        "turkey\u200f \u2066japan\u2069",
        "between turkey and japan",
        "relations of turkey with japan",
        "how do turkey and japan stand?",
        "turkey vs. japan",
        "turkey 🤝 japan",
        "what's the latest on turkey and japan",
    ],
)
def test_separators_markup_the_command_and_words_that_connect_or_ask_are_neither(
    gazetteer: Gazetteer, text: str
) -> None:
    resolved = resolve(text, None, gazetteer)
    assert (resolved.countries, resolved.unknown) == (("TR", "JP"), ())


@pytest.mark.parametrize("text", ["", "   ", "?!", "\u200f", "between and", "/relations", "<b></b>"])
def test_text_that_names_nothing_gives_empty_lists(gazetteer: Gazetteer, text: str) -> None:
    resolved = resolve(text, None, gazetteer)
    assert (resolved.countries, resolved.several, resolved.unknown) == ((), (), ())


PIECES = st.sampled_from(
    [
        "turkey",
        "korea",
        "kore'nin",
        "한국과",
        "中国",
        "في",
        "in",
        "to",
        "90",
        "30d",
        "🇹🇷",
        "🏴",
        "\U000e0067",
        "<b>",
        "2026-01-01",
        "-",
        "'",
        " ",
        "\x00",
        "\ud800",
        "٩",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=6), max_size=25).map(" ".join), st.sampled_from([None, "en", "tr", "ko", "xx"])
)
def test_any_text_is_resolved_without_an_exception(gazetteer: Gazetteer, text: str, language: str | None) -> None:
    resolved = resolve(text, language, gazetteer)
    assert all(code in gazetteer.codes for code in resolved.countries)
    assert resolved.window is None or 1 <= resolved.window <= 3650


@pytest.mark.parametrize("unit", ["turkey ", "zzqx ", "turkey", "中国", "<b", "🇹🇷", "'", "1 ", "in "])
def test_a_long_text_takes_no_longer_than_its_length(gazetteer: Gazetteer, unit: str) -> None:
    resolve(unit, "en", gazetteer)

    def seconds(times: int) -> float:
        begun = time.process_time()
        resolve(unit * times, "en", gazetteer)
        return time.process_time() - begun

    assert seconds(8 * 4000 // len(unit)) < 12 * max(seconds(4000 // len(unit)), 0.01) + 0.2
