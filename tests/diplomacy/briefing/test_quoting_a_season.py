"""The words that pages show of a season of real items stand in those items."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from diplomacy.briefing.quoting import quoted
from diplomacy.briefing.shorten import stands_in
from diplomacy.reader import Reader
from locales.phrases import LANGUAGES
from tests.builders import a_report


@pytest.mark.shared
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_a_season_is_quoted_in_its_own_words(language: str, shared: Path) -> None:
    dated = 0
    items = list(ET.parse(shared / "gold" / "world-events-2025.rss").iter("item"))  # noqa: S314 - our own file
    for item in items:
        text, published = item.findtext("description") or "", parsedate_to_datetime(item.findtext("pubDate") or "")
        report = a_report(text, title=item.findtext("title") or "", published=published)
        report = replace(report, start=0, end=len(report.told))
        words = quoted(report, Reader(language))
        assert stands_in(report.told, words)
        dated += words.text.count(" [") > report.told.count(" [")
    assert len(items) > 1000
    assert dated > 10
