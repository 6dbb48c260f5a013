"""Texts are cut into sentences, not into abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.reading.words import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. and the U.K. met. They agreed.", ["The U.S. and the U.K. met.", "They agreed."]),
        ("Mr. Fidan met Dr. Cho. It rained.", ["Mr. Fidan met Dr. Cho.", "It rained."]),
        ("Trade rose 3.5 percent. So it did.", ["Trade rose 3.5 percent.", "So it did."]),
        ("A title\nA text.", ["A title", "A text."]),
        ("한국이 서명했다. 미국도 서명했다.", ["한국이 서명했다.", "미국도 서명했다."]),
        ("中国签署协议。美国也签署。", ["中国签署协议。", "美国也签署。"]),
        ("“It is done.” He left.", ["“It is done.”", "He left."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(text)] == expected


@given(st.text())
def test_sentences_hold_every_word_in_order(text: str) -> None:
    parts = [text[one.start : one.end] for one in sentences(text)]
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.timeout(20)
@pytest.mark.parametrize("flood", [".", "…", '."', "!?", "A."])
def test_a_flood_of_full_stops_takes_no_time(flood: str) -> None:
    assert sentences(flood * 100_000 + "x")
