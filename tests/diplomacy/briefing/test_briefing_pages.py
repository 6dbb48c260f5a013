"""Whole screens of briefings, following and settings, in three languages, as the text renderer shows them."""

from pathlib import Path

import pytest

from bot.render.telegram_html import split
from bot.render.text import text
from diplomacy.reader import Reader
from locales.phrases import LANGUAGES
from tests.diplomacy.briefing.briefings import SCREENS

PAGES = Path(__file__).parents[2] / "pages"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_expected_one(name: str, language: str) -> None:
    document = SCREENS[name](Reader(language))
    expected = (PAGES / f"{name}.{language}.txt").read_text(encoding="utf-8")
    assert text(document) == expected.rstrip("\n")
    assert len(split(document)) == 1
