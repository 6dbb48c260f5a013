"""Parsing: what stands in a document becomes entries, and whatever else comes becomes a state of the feed."""

import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.news import Health
from feeds.general import read_any
from feeds.parse import MAX_LINK, MAX_TEXT, MAX_TITLE, cut, parse
from feeds.quick import read_quickly
from tests.builders import a_feed, a_publisher
from tests.feeds.documents import AT, URL, an_item, read, rss

NOON = "Mon, 24 Nov 2025 12:00:00 GMT"


def test_an_item_becomes_an_entry() -> None:
    item = an_item(
        "Ankara &amp; Seoul <b>sign</b>",
        link="/world/1?utm_source=rss",
        description="<p>The two <i>ministers</i>, in Ankara,<br>signed.</p><script>x()</script>",
        guid="one",
        pubDate="Mon, 24 Nov 2025 14:05:00 +0300",
        category="Diplomacy",
    )

    (entry,) = read(rss(item)).entries

    assert entry.title == "Ankara & Seoul sign"
    assert entry.text == "The two ministers, in Ankara,\nsigned."
    assert entry.url == "https://news.example.org/world/1?utm_source=rss"
    assert (entry.published, entry.dated) == (datetime(2025, 11, 24, 11, 5, tzinfo=UTC), True)
    assert (entry.publisher, entry.language, entry.categories) == (a_publisher(), "en", ("Diplomacy",))


@pytest.mark.parametrize(
    ("body", "health"),
    [
        (b"", Health.EMPTY),
        (b"\xef\xbb\xbf \r\n\x00 ", Health.EMPTY),
        (b"<!DOCTYPE html><html><head><title>Sorry</title></head><body>Not here</body></html>", Health.HTML_PAGE),
        (b"\xef\xbb\xbf <!-- x --> <HTML lang='tr'>", Health.HTML_PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html/>', Health.HTML_PAGE),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', Health.JSON_FEED),
        (b'{"error": "no"}', Health.JSON_FEED),
        (b"{", Health.GARBAGE),
        (b"[" * 100_000, Health.GARBAGE),
        (b"just words", Health.GARBAGE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Health.GARBAGE),
        (b"<opml><body/></opml>", Health.GARBAGE),
        (b"/etc/passwd", Health.GARBAGE),
        (rss(), Health.OK),
    ],
)
def test_each_sort_of_document_has_its_health(body: bytes, health: Health) -> None:
    parsed = read(body)

    assert parsed.health is health
    assert bool(parsed.detail) == (health is not Health.OK)
    assert parsed.entries == ()


def test_a_broken_feed_is_read_as_far_as_it_can_be() -> None:
    whole = rss(an_item("First", guid="1"), an_item("Second &nbsp; & more", guid="2"))

    assert [entry.title for entry in read(whole[:-60]).entries][:1] == ["First"]


def test_atom_is_read_too() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>tag:1</id><title>A
    </title><link rel="alternate" href="https://x.example/1"/><updated>2025-11-24T14:05:00+03:00</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Whole text.</p></div></content></entry></feed>"""

    (entry,) = read(atom, "application/atom+xml").entries

    assert (entry.url, entry.text, entry.published.hour) == ("https://x.example/1", "Whole text.", 11)


@pytest.mark.parametrize("charset", ["iso-8859-9", "windows-1254", "euc-kr", "utf-16"])
def test_the_charset_of_the_header_and_of_the_document_are_heeded(charset: str) -> None:
    title = "서울에서 회담" if charset == "euc-kr" else "Dışişleri Bakanı görüştü"
    feed = f'<rss version="2.0"><channel><item><title>{title}</title></item></channel></rss>'
    document = f'<?xml version="1.0" encoding="{charset}"?>{feed}'

    declared = read(document.encode(charset), "application/rss+xml")
    by_header = read(
        document.replace(f' encoding="{charset}"', "").encode(charset), f"application/xml; charset={charset}"
    )

    assert [entry.title for entry in declared.entries] == [title]
    assert [entry.title for entry in by_header.entries] == [title]


def test_a_title_of_60000_characters_is_cut_at_a_word_and_nothing_is_lost_to_reading() -> None:
    (entry,) = read(rss(an_item("Ankara " * 9_000, guid="1"))).entries

    assert len(entry.title) <= MAX_TITLE
    assert entry.title.endswith("Ankara…")
    assert len(entry.text) <= MAX_TEXT
    assert entry.told == entry.text


def test_an_item_without_title_takes_the_beginning_of_its_text() -> None:
    (entry,) = read(
        rss("<item><description>Two states met.&lt;br&gt;They talked.</description><guid>1</guid></item>")
    ).entries

    assert (entry.title, entry.told) == ("Two states met.", "Two states met.\nThey talked.")


def test_an_item_with_neither_title_nor_text_is_none() -> None:
    assert read(rss("<item><guid>1</guid></item>", an_item("One"))).entries[0].title == "One"


def test_the_longer_of_summary_and_content_is_the_text() -> None:
    (entry,) = read(rss(an_item(description="Short.", content_encoded="<p>Longer text.</p>", guid="1"))).entries

    assert entry.text == "Longer text."


def test_what_a_content_system_appends_is_no_news() -> None:
    text = "<p>They met.</p><p>The post <a href='x'>They met</a> appeared first on <a href='y'>Wire</a>.</p>"
    (entry,) = read(rss(an_item(description=text, guid="1"))).entries

    assert entry.text == "They met."


def test_the_source_of_an_item_outranks_its_feed_as_publisher() -> None:
    def publisher(source: str) -> tuple[str, str, str | None]:
        (entry,) = read(
            rss(f"<item><title>T - {source}</title><source url='https://example.org/'>{source}</source></item>")
        ).entries
        assert entry.title == "T"
        return entry.publisher.name, entry.publisher.family, entry.publisher.country

    assert publisher("Reuters") == ("Reuters", "thomson-reuters", "GB")
    assert publisher("AFP via France 24") == ("AFP via France 24", "afp", "FR")
    assert publisher("Hürriyet")[1] == publisher("Hurriyet Daily News")[1]
    assert publisher("Some Unknown Gazette") == ("Some Unknown Gazette", "some-unknown-gazette", None)
    assert publisher("Test wire") == ("Test wire", "test wire", None)


def test_an_undated_item_takes_the_time_of_the_fetch_and_says_so() -> None:
    entries = read(rss(an_item("Undated", guid="1"), an_item("Odd", guid="2", pubDate="some day"))).entries

    assert [(entry.published, entry.dated) for entry in entries] == [(AT, False), (AT, False)]


def test_the_interval_that_a_feed_asks_for_is_told() -> None:
    assert read(rss(head="<ttl>90</ttl>")).ttl_minutes == 90
    assert read(rss(head="<ttl>often</ttl>")).ttl_minutes is None


def test_the_language_of_the_document_is_taken_where_the_list_of_feeds_knows_none() -> None:
    body = rss(an_item(), head="<language>pt-BR</language>")

    assert read(body, feed=a_feed(URL, language=None)).entries[0].language == "pt"
    assert read(body, feed=a_feed(URL, language="en")).entries[0].language == "en"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "mailto:a@b.example", "http://[broken", "", f"https://x.example/{'a' * MAX_LINK}"]
)
def test_a_link_that_is_no_page_is_left_out(link: str) -> None:
    (entry,) = read(rss(an_item(link=link, guid="no address"))).entries

    assert entry.url is None


def test_a_number_that_is_no_character_costs_no_document() -> None:
    endless = f"&amp;#{'9' * 5000};"

    parsed = read(rss(an_item(title=endless), an_item(description=endless, guid="2"), an_item(link=endless, guid="3")))

    assert parsed.health is Health.OK
    assert len(parsed.entries) == 3


def test_a_link_shows_no_control_characters_and_turns_no_reading_direction() -> None:
    (entry,) = read(rss(an_item(link="https://x.example/a b\u202emoc.live\u202c"))).entries

    assert entry.url == "https://x.example/a%20b%E2%80%AEmoc.live%E2%80%AC"


@pytest.mark.parametrize("link", ["/story", "https://trusted.example@news.example.org/story"])
def test_a_link_holds_no_password_and_no_name_that_poses_as_a_host(link: str) -> None:
    url = "https://reader:secret@news.example.org/world/feed.rss"
    (entry,) = parse(rss(an_item(link=link)), "", url, a_feed(url), AT).entries

    assert entry.url == "https://news.example.org/story"


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link() -> None:
    (entry,) = read(rss(an_item(guid="https://x.example/1"))).entries

    assert entry.url == "https://x.example/1"


@given(st.text(), st.integers(2, 50))
def test_a_cut_text_keeps_its_limit_and_its_beginning(text: str, limit: int) -> None:
    shortened = cut(text, limit)

    assert len(shortened) <= max(limit, len(text) if len(text) <= limit else 0)
    assert text.startswith(shortened.removesuffix("…"))


MARKUP = st.sampled_from(
    ["<rss>", "<rss version='2.0'>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>",
     "<!--", "&amp;", "&nbsp;", "&#0;", "&#xD800;", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "'/>",
     "<link href='",
     "<pubDate>", "<guid>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<?xml version='1.0' encoding='", "utf-16", "'?>", "\x00",
     "<source url='http://[", "<description>&lt;p", "<dc:date>", "2025-13-45T99:99", "<ttl>99999999999</ttl>"]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(st.one_of(MARKUP, st.text(max_size=20)), max_size=25).map("".join),
    st.sampled_from(["", "text/xml", "x; charset=koi8-r"]),
)
def test_whatever_comes_nothing_is_raised(document: str, content_type: str) -> None:
    parsed = read(document.encode("utf-8", "replace"), content_type)

    assert all(entry.identity and entry.published.tzinfo for entry in parsed.entries)


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_whatever_bytes_come_nothing_is_raised(body: bytes) -> None:
    assert read(body).health in Health


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Cc")), max_size=30)


@settings(max_examples=200)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"title": TEXTS},
            optional=dict.fromkeys(
                ("link", "description", "guid", "pubDate", "category", "source", "content_encoded", "dc_date"), TEXTS
            ),
        ),
        max_size=4,
    )
)
def test_the_quick_way_and_the_general_way_read_the_same(items: list[dict[str, str]]) -> None:
    body = rss(*(an_item(**item) for item in items))
    quickly = read_quickly(body, "application/rss+xml")

    assert quickly is None or quickly == read_any(body, "application/rss+xml")


def files(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as tar:
        for member in tar:
            if (file := tar.extractfile(member)) is not None:
                yield member.name, file.read()


@pytest.mark.shared
def test_every_file_of_a_large_collection_is_read_the_same_both_ways(shared: Path) -> None:
    count, quick = 0, 0
    for name, body in files(shared / "gold" / "feed-files.tar.gz"):
        assert read(body).health in Health, name
        for content_type in ("", "text/xml", "application/rss+xml; charset=utf-8"):
            quickly = read_quickly(body, content_type)
            assert quickly is None or quickly == read_any(body, content_type), name
            quick += quickly is not None
        count += 1

    assert count == 1875
    assert quick > 500
