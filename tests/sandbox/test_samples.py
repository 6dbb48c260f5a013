"""The sample desks: each file is a sound feed that says whose words it holds and where each fact can be checked."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.newsroom.sample import sample_files

FIRST, LAST = datetime(2025, 11, 1, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("path", sample_files(), ids=lambda path: path.stem)
def test_a_sample_desk_is_sound(path: Path) -> None:
    channel = ET.fromstring(path.read_text(encoding="utf-8")).find("channel")  # noqa: S314  # our own file
    assert channel is not None
    assert (channel.findtext("title") or "").startswith("Sample desk")
    assert channel.findtext("language")
    items = channel.findall("item")
    assert items
    guids = [item.findtext("guid") for item in items]
    assert len(set(guids)) == len(guids)
    for item in items:
        assert all((item.findtext(name) or "").strip() for name in ("title", "description", "guid")), item.findtext(
            "guid"
        )
        link = urlsplit(item.findtext("link") or "")
        assert link.scheme == "https"
        assert link.hostname
        assert not link.hostname.endswith(("example.org", "example.com", "localhost"))
        assert FIRST <= parsedate_to_datetime(item.findtext("pubDate") or "").astimezone(UTC) < LAST


def test_the_desks_are_served_under_addresses_that_stay() -> None:
    desks = Newsroom(HouseClock()).serve_sample()
    assert len(desks) == len(sample_files()) > 0
    assert len({desk.url for desk in desks}) == len(desks)
    for desk in desks:
        assert desk.url.startswith("http://newsroom.localhost/sample/")
        assert desk.name.startswith("Sample desk")
        assert desk.language.isalpha()


def test_no_item_stands_in_two_desks() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sample_files()]
    guids = [part.partition("</guid>")[0] for text in texts for part in text.split("<guid")[1:]]
    assert len(set(guids)) == len(guids)
