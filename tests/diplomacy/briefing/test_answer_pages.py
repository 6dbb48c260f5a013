"""Whole screens of the answers, in three languages, as the text renderer shows them."""

from pathlib import Path

import pytest

from bot.render.telegram_html import split
from bot.render.text import text
from diplomacy.briefing.measure import visible
from diplomacy.reader import Reader
from locales.phrases import LANGUAGES
from tests.diplomacy.briefing.answers import SCREENS

PAGES = Path(__file__).parents[2] / "pages"
ONE_SCREEN = 1800


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_expected_one(name: str, language: str) -> None:
    expected = (PAGES / f"{name}.{language}.txt").read_text(encoding="utf-8")
    assert text(SCREENS[name](Reader(language))) == expected.rstrip("\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in SCREENS if name.startswith(("relations", "country"))])
def test_an_answer_fits_one_screen(name: str, language: str) -> None:
    document = SCREENS[name](Reader(language))
    assert visible(document.blocks) <= ONE_SCREEN
    assert len(split(document)) == 1
