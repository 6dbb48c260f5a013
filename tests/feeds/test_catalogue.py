"""Lists of feeds: our own, somebody's OPML, somebody's table."""

from pathlib import Path

import pytest

from diplomacy.news import FeedKind
from feeds.catalogue import catalogue, feed_at, read_catalogue, sample_feed, shipped_catalogue
from feeds.families import outlets, publisher_for
from feeds.opml import BadFeedListError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "feeds.list"


def problem(file: Path, text: str | bytes) -> str:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(BadFeedListError) as caught:
        read_catalogue(file)
    return str(caught.value)


def test_our_own_list_is_whole() -> None:
    listed = catalogue()

    assert len({each.feed.url for each in listed}) == len(listed) > 200
    assert 100 < len(shipped_catalogue()) < len(listed)
    assert {each.feed.publisher.kind for each in listed} >= {FeedKind.AGENCY, FeedKind.MINISTRY, FeedKind.ORGANISATION}
    assert all(each.feed.publisher.country and each.feed.language for each in listed)


def test_feeds_of_one_outlet_go_by_one_name_and_owner() -> None:
    by_name = {each.name: each.feed.publisher for each in catalogue()}

    assert by_name["BBC – Africa"].name == by_name["BBC News – World"].name == "BBC News"
    assert by_name["BBC Türkçe"].family == "bbc"
    assert by_name["Hürriyet (Turkish)"].family == by_name["Hürriyet Daily News"].family
    assert by_name["Hürriyet (Turkish)"].name != by_name["Hürriyet Daily News"].name
    assert by_name["ABC News (Australia)"].family != by_name["ABC News – International"].family
    assert by_name["Anadolu Agency – World (English)"].state_linked
    assert by_name["UK Ministry of Defence"].name == "UK Ministry of Defence"
    assert by_name["UK Ministry of Defence"].family == by_name["UK FCDO"].family


@pytest.mark.shared
def test_our_own_list_tells_the_facts_of_the_collected_one(shared: Path) -> None:
    collected = (shared / "catalogue" / "feeds_catalogue.csv").read_text(encoding="utf-8").splitlines()[1:]

    assert len(catalogue()) == len(collected)


def test_an_owner_that_is_unknown_makes_an_outlet_its_own_family() -> None:
    publisher = publisher_for("The Example Gazette – World", "https://gazette.example/rss")

    assert (publisher.name, publisher.family) == ("The Example Gazette", "example-gazette")
    assert publisher_for("Example Gazette", "").family == publisher.family


def test_no_name_and_no_host_stands_for_two_outlets() -> None:
    known = outlets()

    assert len(known.by_name) > 1000
    assert {publisher.kind for publisher in known.by_name.values()} <= set(FeedKind)


def test_a_bare_address_is_recognised_by_its_host() -> None:
    assert feed_at("https://www.hurriyet.com.tr/rss/gundem").publisher.name == "Hürriyet"
    assert feed_at("https://feeds.example.org/x").publisher.name == "feeds.example.org"


def test_sample_desks_are_one_family_of_nobodys_outlet() -> None:
    desks = [sample_feed(f"http://newsroom.localhost/{n}.rss", f"Sample desk {n}", "en").publisher for n in (1, 2)]

    assert {desk.family for desk in desks} == {"sample"}
    assert {(desk.kind, desk.country) for desk in desks} == {(FeedKind.SAMPLE, None)}


def test_an_opml_file_is_read_whatever_folders_it_has(file: Path) -> None:
    file.write_text(
        """<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="World">
        <outline type="rss" text="BBC" xmlUrl="https://feeds.bbci.co.uk/news/world/rss.xml" language="en-GB"/>
        <outline type="rss" title="Mine" xmlUrl="http://x.example/feed"/><outline text="odd" xmlUrl="feed:x"/>
        </outline><outline text="Mine again" xmlUrl="http://x.example/feed"/></body></opml>""",
        encoding="utf-8",
    )

    first, second = read_catalogue(file)

    assert (first.publisher.name, first.publisher.country, first.language) == ("BBC News", "GB", "en")
    assert (second.url, second.publisher.name) == ("http://x.example/feed", "Mine again")


def test_a_table_is_read_with_the_columns_it_has(file: Path) -> None:
    file.write_text(
        "name,url,country,kind,default_on\nMine,https://x.example/rss,tr,agency,yes\nOff,https://y.example/,,,no\n",
        encoding="utf-8",
    )

    (feed,) = read_catalogue(file)

    assert (feed.publisher.name, feed.publisher.country, feed.publisher.kind) == ("Mine", "TR", FeedKind.AGENCY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("just some words", "is no list of feeds: it is no XML"),
        ("<html><body/></html>", "its first element is <html>, not <opml>"),
        ("<opml><body/></opml>", "names no feed"),
        ("", "it is no XML"),
        (b"\xff\xfe\x00", "is no list of feeds"),
        ("name,url\nMine,ftp://x.example\n", "line 2: 'ftp://x.example' is no http or https address"),
        ("name,url,kind\nMine,https://x.example,blog\n", "'blog' is no kind"),
        ('<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body>&b;</body></opml>', "declares entities"),
        ('<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>', "declares entities"),
    ],
)
def test_a_file_that_is_no_list_of_feeds_is_refused_with_a_sentence(file: Path, text: str | bytes, said: str) -> None:
    told = problem(file, text)

    assert said in told
    assert str(file) in told


def test_a_file_that_is_not_there_is_refused_with_a_sentence(file: Path) -> None:
    with pytest.raises(BadFeedListError, match="can't be read: No such file"):
        read_catalogue(file)
