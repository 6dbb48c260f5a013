from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.database import Storage
from storage.folding import Term, fold, tokens, wanted
from storage.searching import fts5, tsquery
from tests.builders import NOON, a_reading, an_entry
from tests.storage.houses import with_feed, with_news

HOUR = timedelta(hours=1)

TITLES = (
    "İstanbul'da ışık hızı: Türkiye ve Güney Kore anlaşma imzaladı",
    "DIYARBAKIR meets Sanctions on Côte d'Ivoire",
    "Nigeria signs with Niger and South Africa",
    "한국은 튀르키예와 방산 협력을 확대했다",
    "日本と韓国が首脳会談を開催",
    "中国外交部回应贸易问题",
    "وزير الخارجية أعلن الاتفاق",
    "हिन्दी में समाचार",
)


async def found(storage: Storage, words: str) -> set[str]:
    async with storage.reading() as store:
        return {report.title for report in await store.search.find(words, None, NOON, 20)}


async def test_words_are_found_in_every_script_whatever_their_case_and_accents(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(title), a_reading(("KR", "TR"))) for title in TITLES])
    turkish, latin, africa, korean, japanese, chinese, arabic, hindi = TITLES
    for words, title in {
        "istanbul": turkish,
        "ISTANBUL": turkish,
        "İSTANBUL": turkish,
        "ışık": turkish,
        "IŞIK": turkish,
        "turkiye": turkish,
        "guney kore": turkish,
        "diyarbakır": latin,
        "sanction": latin,
        "cote d'ivoire": latin,
        '"south africa"': africa,
        "niger": africa,
        "한국": korean,
        "방산 협력": korean,
        "튀르키예": korean,
        "首脳": japanese,
        "韓国": japanese,
        "会": japanese,
        "贸易": chinese,
        '"外交部回应"': chinese,
        "الخارجية": arabic,
        "اعلن": arabic,
        "हिन्दी": hindi,
        "हिन्दी -समाचार": None,
        "nigeri": africa,
        "nige": None,
        '"africa south"': None,
        "south -niger": None,
        "日韓": None,
        "!!! ***": None,
        "-niger": None,
        "": None,
    }.items():
        assert await found(storage, words) == ({title} if title else set()), words


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        '" OR 1=1 --',
        "niger OR AND NOT NEAR(",
        "words:niger",
        "tags:pkrtr",
        "niger*",
        "^niger",
        "a & b | !c <-> d:*",
        "\\",
        "x" * 4000,
        "日" * 4000,
        "- - -",
        "\x00 niger",
        "{words} : niger",
        '""""',
    ],
)
async def test_no_character_is_an_operator(storage: Storage, words: str) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Something else"), a_reading(("KR", "TR")))])
    assert await found(storage, words) == set()


async def test_the_newest_stand_first_within_the_window_and_the_pair(storage: Storage) -> None:
    feed = await with_feed(storage)
    news = [
        (an_entry(f"Tank {hours}", published=NOON - hours * HOUR), a_reading(pair))
        for hours, pair in ((2, ("KR", "TR")), (1, ("TR", "US")), (3, ("KR", "TR")), (4, ("KR", "TR")))
    ]
    await with_news(storage, feed, news)
    async with storage.reading() as store:
        newest = await store.search.find("tank", None, NOON, 2)
        windowed = await store.search.find("tank", NOON - 3 * HOUR, NOON - 2 * HOUR, 9)
        of_pair = await store.search.find("tank", None, NOON, 9, pair="KR-TR")
        tally = await store.relations.tally("KR-TR", None, NOON, words=("tank 3",))
        between = await store.relations.between("KR-TR", None, NOON, 9, words=("tank", "-nothing"))
    assert [report.title for report in newest] == ["Tank 1", "Tank 2"]
    assert [report.title for report in windowed] == ["Tank 2", "Tank 3"]
    assert [report.title for report in of_pair] == ["Tank 2", "Tank 3", "Tank 4"]
    assert {report.pair for report in of_pair} == {"KR-TR"}
    assert tally.reports == 1
    assert len(between) == 0


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.booleans())
def test_a_query_holds_letters_digits_and_marks_between_its_own_signs(text: str, quoted: bool) -> None:  # noqa: FBT001
    asked = wanted(f'"{text}"' if quoted else text)
    for term in (*asked.terms, *asked.without):
        assert term.tokens
        for token in term.tokens:
            assert token
            assert not set(token) & set(" '\"\\:*&|!()<>-")
    if asked:
        assert fts5(asked)
        assert tsquery(asked)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_a_text_of_letters_is_found_by_itself(text: str) -> None:
    assert all(stands(term, tokens(text)) for term in wanted(text).terms)


@given(st.text(), st.text())
def test_a_text_is_found_by_all_its_words_and_by_itself_as_a_phrase(text: str, around: str) -> None:
    stored = tokens(f"{around} {text} {around}")
    for asked in (text.replace('"', " ").replace("-", " "), f'"{text}"'):
        assert all(stands(term, stored) for term in wanted(asked).terms)


def stands(term: Term, stored: list[str]) -> bool:
    """Tell whether the tokens of a term stand in a stored text one after another."""
    *first, last = term.tokens
    return any(
        stored[at : at + len(first)] == first and (token.startswith(last) if term.prefix else token == last)
        for at, token in enumerate(stored[len(first) :])
    )


def test_a_korean_word_is_asked_for_by_its_pairs_and_a_single_character_by_its_beginning() -> None:
    assert tokens("한국은") == ["한국", "국은", "은"]
    assert wanted("한국은").terms == (Term(("한국", "국은")),)
    assert wanted("한").terms == (Term(("한",), prefix=True),)
