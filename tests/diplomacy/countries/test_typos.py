"""Typing errors: what is read as a country, what is asked back, and what is offered then."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.resolve import resolve
from diplomacy.countries.typos import suggestions


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("gremany", "en", "DE"),
        ("turkye", None, "TR"),
        ("türkey", "en", "TR"),
        ("kyrgistan", "en", "KG"),
        ("untied states", "en", "US"),
        ("south koera", "en", "KR"),
        ("southkorea", "en", "KR"),
        ("papau new guinea", "en", "PG"),
        ("saan marino", "en", "SM"),
        ("almnaya", "tr", "DE"),
        ("튀르키에", "ko", "TR"),
        ("우즈베키스딴", "ko", "UZ"),
        ("카보베데", "ko", "CV"),
        ("Россйя", "ru", "RU"),
        ("Allemange", "fr", "DE"),
        ("Allemange", None, "DE"),
        ("السعودييه", "ar", "SA"),
    ],
)
def test_a_letter_missed_doubled_or_swapped_is_mended(
    gazetteer: Gazetteer, text: str, language: str | None, country: str
) -> None:
    assert resolve(text, language, gazetteer).countries == (country,)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("medicine", "en"),
        ("finance", "en"),
        ("iron", "en"),
        ("hungry", "en"),
        ("games", "en"),
        ("finans", "tr"),
        ("finans", "en"),
        ("bilim", "tr"),
        ("sanat", "tr"),
        ("maliye", "tr"),
        ("zamanı", "tr"),
        ("agua", "es"),
        ("danke", "de"),
        ("само", "ru"),
        ("wakanda", "en"),
        ("molvania", "en"),
        ("atlantis", None),
    ],
)
def test_a_word_that_means_something_itself_is_no_country(
    gazetteer: Gazetteer, word: str, language: str | None
) -> None:
    resolved = resolve(f"TR JP {word}", language, gazetteer)
    assert (resolved.countries, resolved.unknown) == (("TR", "JP"), (word,))


@pytest.mark.parametrize("word", ["nigera", "slovania", "austrlia"])
def test_an_error_that_fits_two_countries_is_asked_back_and_both_are_offered(gazetteer: Gazetteer, word: str) -> None:
    resolved = resolve(word, "en", gazetteer)
    assert (resolved.countries, resolved.unknown) == ((), (word,))
    assert len(suggestions(word, "en", gazetteer)) >= 2


def test_the_nearest_are_offered_first(gazetteer: Gazetteer) -> None:
    assert set(suggestions("nigera", "en", gazetteer)[:2]) == {"NE", "NG"}
    assert set(suggestions("slovania", "en", gazetteer)[:2]) == {"SI", "SK"}
    assert suggestions("korea", "en", gazetteer)[0] == "KR"
    assert suggestions("", "en", gazetteer) == ()


def test_a_name_in_the_readers_own_language_counts_though_it_is_near_two_others(gazetteer: Gazetteer) -> None:
    assert resolve("nigera", "lv", gazetteer).countries == ("NE",)
    assert resolve("albanya", "ku", gazetteer).countries == ("AL",)


def test_a_country_never_swallows_the_word_beside_it(gazetteer: Gazetteer) -> None:
    assert resolve("korea ports", "en", gazetteer).countries == ("KR",)
    assert resolve("guinea pig", "en", gazetteer).unknown == ("pig",)
    assert resolve("brasil agua", "en", gazetteer).countries == ("BR",)
