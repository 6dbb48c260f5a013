"""A feed of which only the address is known goes by the name that its document gives itself."""

from datetime import UTC, datetime

from diplomacy.news import Feed
from feeds.catalogue import feed_at
from feeds.parse import parse
from tests.builders import a_feed, a_publisher

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)
DOCUMENT = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>https://x.example/</link>
<description>d</description><item><title>Two states met.</title><link>https://x.example/1</link></item></channel></rss>"""


def publisher_of(feed: Feed, title: str) -> tuple[str, str]:
    parsed = parse(DOCUMENT.format(title=title).encode(), "application/rss+xml", feed.url, feed, NOW)
    publisher = parsed.entries[0].publisher
    return publisher.name, publisher.family


def test_a_bare_address_takes_the_title_of_its_document() -> None:
    assert publisher_of(feed_at("http://newsroom.localhost/a.rss"), "Test Wire – World") == ("Test Wire", "test-wire")


def test_without_a_title_the_host_speaks() -> None:
    assert publisher_of(feed_at("http://newsroom.localhost/a.rss"), "")[0] == "newsroom.localhost"


def test_a_feed_that_is_named_keeps_its_name() -> None:
    named = a_feed("https://x.example/rss", publisher=a_publisher("Test post"))
    assert publisher_of(named, "Something else")[0] == "Test post"
