"""Corrections: a changed actor, number, negation or stage; other words are none. The dealings here are invented."""

from dataclasses import replace

import pytest

from diplomacy.corrections import is_correction
from diplomacy.reading.shapes import Root, Stage
from tests.builders import an_event

SIGNED = "Türkiye and South Korea signed ten agreements in Ankara on Monday. The ministers will meet again."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("signed ten agreements worth 2.5 billion", "signed ten agreements worth 3.5 billion"),
        ("At least 12 people were hurt at the border post", "At least 21 people were hurt at the border post"),
        ("The minister said talks will be held in Seoul", "The minister said talks will not be held in Seoul"),
        ("Bakan anlaşmanın imzalandığını söyledi", "Bakan anlaşmanın imzalandığını söylemedi"),
        ("장관은 협정에 서명했다고 말했다", "장관은 협정에 서명하지 않았다고 말했다"),
        ("Die Minister haben das Abkommen unterzeichnet", "Die Minister haben das Abkommen nicht unterzeichnet"),
    ],
)
def test_another_number_or_negation_in_the_same_sentence_is_a_correction(before: str, after: str) -> None:
    assert is_correction(f"{before}. Nothing else changed.", f"{after}. Nothing else changed.")


@pytest.mark.parametrize(
    "after",
    [
        SIGNED,
        SIGNED.replace("signed ten", "put their names to ten"),
        SIGNED + " A delegation of 40 firms came along. No date is set.",
        SIGNED.split(". ", maxsplit=1)[0] + ".",
        "UPDATE 14:05 - " + SIGNED,
        SIGNED.replace("Ankara on Monday", "Ankara, on Monday at 15.30"),
    ],
)
def test_other_words_and_added_sentences_are_none(after: str) -> None:
    assert not is_correction(SIGNED, after)


def test_a_country_that_no_longer_takes_part_is_a_correction() -> None:
    after = SIGNED.replace("South Korea", "North Korea")

    assert is_correction(SIGNED, after, pairs=(["KR-TR"], ["KP-TR"]))
    assert not is_correction(SIGNED, SIGNED + " Japan was told.", pairs=(["KR-TR"], ["KR-TR", "JP-TR"]))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("flood", ["_", "1", "한", ". ", "a{}. ", "b{}\n"])
def test_two_versions_of_whatever_length_and_make_are_compared_in_no_time(flood: str) -> None:
    before = "".join(flood.replace("{}", str(number)) for number in range(50_000))
    assert isinstance(is_correction(before, f"{before.replace('1', '2')}x"), bool)


def test_another_stage_of_the_same_matter_is_a_correction() -> None:
    signed = an_event(Root.SUPPORT, stage=Stage.SIGNED)

    assert is_correction(SIGNED, SIGNED + ".", events=([signed], [replace(signed, stage=Stage.TALKS)]))
    assert not is_correction(SIGNED, SIGNED + ".", events=([signed], [signed, an_event(Root.CONSULT)]))


def test_who_did_it_to_whom_turned_round_is_a_correction() -> None:
    accused = replace(an_event(Root.ACCUSE), source="TR", target="KR", mutual=False)

    assert is_correction(SIGNED, SIGNED + ".", events=([accused], [replace(accused, source="KR", target="TR")]))
