"""Korean particles fit the sound before them, in sentences and in lines of a document."""

import pytest

from diplomacy.briefing.document import Code
from diplomacy.briefing.phrasing import phrase
from diplomacy.reader import Reader
from locales.particles import fitting
from locales.phrases import say


@pytest.mark.parametrize(
    ("before", "phrase", "said"),
    [
        ("튀르키예", "을(를) 두 번", "를 두 번"),
        ("대한민국", "을(를) 두 번", "을 두 번"),
        ("대한민국", "(으)로", "으로"),
        ("서울", "(으)로", "로"),
        ("“일본", "”(이)라는", "”이라는"),
        ("99", "은(는)", "는"),
        ("2027년 1월 1일", "은(는)", "은"),
        ("narnia", "(이)라는", "(이)라는"),
        ("", "은(는)", "은(는)"),
        ("국과", " 그냥", " 그냥"),
    ],
)
def test_the_particle_that_fits_is_kept(before: str, phrase: str, said: str) -> None:
    assert fitting(before, phrase) == said


def test_a_sentence_says_one_form() -> None:
    assert say("ko", "relations.read_as", typed="한국", country="대한민국") == "“한국” → 대한민국으로 읽었습니다"


def test_what_somebody_typed_is_left_as_it_is() -> None:
    assert "“x을(를)”" in say("ko", "relations.read_as", typed="x을(를)", country="일본")


def test_a_line_says_one_form_behind_words_of_its_own() -> None:
    line = phrase(Reader("ko"), "digest.bad_hour", typed=Code("25:99"), example=Code("/digest 07:30"))
    assert "".join(part.text for part in line if hasattr(part, "text")).startswith("25:99는 ")
