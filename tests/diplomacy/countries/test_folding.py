"""All spellings of a name fall together, and lead back to the text as it was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.countries.folding import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TÜRKİYE", "turkiye"),
        ("Türkiye", unicodedata.normalize("NFD", "Türkiye")),
        ("Iğdır", "igdir"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Guinea-Bissau", "guinea bissau"),
        ("ＫＯＲＥＡ", "korea"),
        ("٩٠", "90"),
        ("أمريكا", "امريكا"),
        ("ایران", "إيران"),
        ("تُركيا", "تركيا"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("Łotwa", "lotwa"),
        ("Ελλάδα", "ελλαδα"),
        ("Česko\u200f", "cesko"),
    ],
)
def test_spellings_of_one_name_are_folded_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "sought", "written"),
    [
        ("In Tu\u0308rkiye today", "turkiye", "Tu\u0308rkiye"),
        ("a  b\n\n  South   Korea", "south korea", "South   Korea"),
        ("The \u200bUS\u200e said", "us", "US\u200e"),
        (unicodedata.normalize("NFD", "오늘 한국은"), "한국", unicodedata.normalize("NFD", "한국")),
    ],
)
def test_a_folded_stretch_leads_back_to_the_stretch_as_written(text: str, sought: str, written: str) -> None:
    folded = fold_with_offsets(text)
    at = folded.text.index(sought)
    assert text[folded.origin(at) : folded.origin_end(at + len(sought))] == written


@given(st.text())
def test_offsets_never_leave_the_text_and_never_go_back(text: str) -> None:
    folded = fold_with_offsets(text)
    places = [folded.origin(at) for at in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert folded.origin_end(len(folded.text)) <= len(text)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
