"""The newsroom: files as they are, a season replayed, the sample desks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from sandbox.clock import HouseClock
from sandbox.newsroom.feed_text import NoFeed
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox

START = datetime(2025, 11, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>T</title>'


def rss(*items: tuple[str, datetime], head: str = HEAD) -> str:
    """A feed of titles and dates."""
    written = "".join(
        f"<item><title>{title}</title><pubDate>{date.strftime('%a, %d %b %Y %H:%M:%S +0000')}</pubDate></item>\n"
        for title, date in items
    )
    return f"{head}{written}</channel></rss>"


class Reader:
    """Asks the newsroom as the house does: by its own name, at the sandbox's port."""

    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
        self._sandbox = sandbox
        self._session = session

    async def get(self, url: str, **headers: str) -> tuple[int, str, str, dict[str, str]]:
        """Status, type, text and validators."""
        place = url.removeprefix("http://newsroom.localhost")
        asked = {"Host": "newsroom.localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
        async with self._session.get(self._sandbox.origin + place, headers=asked) as response:
            known = {"If_None_Match": response.headers["ETag"], "If_Modified_Since": response.headers["Last-Modified"]}
            return response.status, response.content_type, await response.text(), known


@pytest.fixture
def reader(sandbox: Sandbox, session: aiohttp.ClientSession) -> Reader:
    """Somebody who reads feeds."""
    return Reader(sandbox, session)


def titles(text: str) -> list[str]:
    """The titles of a feed's items."""
    return [piece.partition("</title>")[0] for piece in text.split("<item><title>")[1:]]


async def test_a_file_is_served_as_it_is(reader: Reader, sandbox: Sandbox, tmp_path: Path) -> None:
    for name, content, kind in (
        ("a.rss", b"\xef\xbb\xbf<?xml version='1.0'?><rss>", "application/rss+xml"),
        ("b.xml", b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "application/atom+xml"),
        ("c", b"<!DOCTYPE html><html>", "text/html"),
        ("d.json", b'{"version": "https://jsonfeed.org/version/1.1"}', "application/feed+json"),
        ("e.bin", b"\x00\x01", "application/octet-stream"),
        ("f g.rss", b"", "application/rss+xml"),
    ):
        (tmp_path / name).write_bytes(content)
        url = sandbox.newsroom.serve_file(tmp_path / name)
        assert url.startswith("http://newsroom.localhost/files/")
        status, told, text, known = await reader.get(url)
        assert (status, text.encode()) == (200, content), name
        assert told == kind or not content
        for validator, value in known.items():
            assert (await reader.get(url, **{validator: value}))[0] == 304
        (tmp_path / name).write_bytes(content + b" ")
        assert (await reader.get(url, If_None_Match=known["If_None_Match"]))[0] == 200


async def test_only_what_was_named_is_served(sandbox: Sandbox, session: aiohttp.ClientSession, tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text("<rss/>")
    url = sandbox.newsroom.serve_file(tmp_path / "a.rss").removeprefix("http://newsroom.localhost")
    for place, host, status in (
        (url, "newsroom.localhost", 200),
        (url, f"newsroom.localhost:{sandbox.port}", 200),
        (f"/newsroom{url}", "127.0.0.1", 200),
        (url, "127.0.0.1", 404),
        ("/etc/passwd", "newsroom.localhost", 404),
        ("/", "newsroom.localhost", 404),
    ):
        async with session.get(sandbox.origin + place, headers={"Host": host}) as response:
            assert response.status == status, (place, host)
    with pytest.raises(FileNotFoundError):
        sandbox.newsroom.serve_file(tmp_path / "nothing.rss")
    with pytest.raises(FileNotFoundError):
        sandbox.newsroom.serve_file(tmp_path)


async def test_a_replay_shows_items_when_the_clock_reaches_them(
    reader: Reader, sandbox: Sandbox, clock: HouseClock, tmp_path: Path
) -> None:
    (tmp_path / "season.rss").write_text(rss(("second", START + HOUR), ("first", START), ("third", START + 2 * HOUR)))
    url = sandbox.newsroom.serve_replay((tmp_path / "season.rss",))
    assert (clock.now(), clock.end, clock.speed) == (START - HOUR, START + 26 * HOUR, 0)
    assert titles((await reader.get(url))[2]) == []
    assert sandbox.newsroom.next_item_at(clock.now()) == START
    clock.set(until=START + HOUR)
    clock.advance(START)
    status, kind, text, known = await reader.get(url)
    assert (status, kind, titles(text)) == (200, "application/rss+xml", ["first"])
    assert sandbox.newsroom.next_item_at(clock.now()) == START + HOUR
    for validator, value in known.items():
        assert (await reader.get(url, **{validator: value}))[0] == 304
    clock.advance(START + HOUR)
    for validator, value in known.items():
        assert (await reader.get(url, **{validator: value}))[0] == 200
    assert titles((await reader.get(url))[2]) == ["second", "first"]
    clock.set(speed="max")
    clock.advance(START + 90 * HOUR)
    clock.advance(START + 90 * HOUR)
    assert clock.ended
    assert sandbox.newsroom.next_item_at(clock.now()) is None
    assert titles((await reader.get(url))[2]) == ["third", "second", "first"]


async def test_a_replay_shows_the_newest_fifty_and_of_one_date_those_later_in_the_file(
    reader: Reader, sandbox: Sandbox, clock: HouseClock, tmp_path: Path
) -> None:
    items = [(f"n{number}", START + (number // 10) * HOUR) for number in range(80)]
    (tmp_path / "season.rss").write_text(rss(*items))
    url = sandbox.newsroom.serve_replay((tmp_path / "season.rss",), START + 5 * HOUR)
    assert clock.now() == START + 5 * HOUR
    assert titles((await reader.get(url))[2]) == [f"n{number}" for number in range(59, 9, -1)]


async def test_several_files_replay_as_one_feed(reader: Reader, sandbox: Sandbox, tmp_path: Path) -> None:
    head = HEAD.replace("<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    (tmp_path / "a.rss").write_text(rss(("a", START), ("c", START + 2 * HOUR)))
    (tmp_path / "b.rss").write_text(rss(("b", START + HOUR), head=head))
    url = sandbox.newsroom.serve_replay((tmp_path / "a.rss", tmp_path / "b.rss"), START + 9 * HOUR)
    text = (await reader.get(url))[2]
    assert titles(text) == ["c", "b", "a"]
    assert 'xmlns:dc="http://purl.org/dc/elements/1.1/"' in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<html></html>", "has no items that could be replayed"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "has an item without a date"),
        ("<rss><item><pubDate>soon</pubDate></item></rss>", "has an item without a date"),
    ],
)
def test_what_cannot_be_replayed_says_why(content: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "x.rss").write_text(content)
    with pytest.raises(NoFeed, match=words):
        Newsroom(HouseClock()).serve_replay((tmp_path / "x.rss",))


def test_an_atom_feed_in_another_encoding_is_replayed_too(tmp_path: Path) -> None:
    feed = (
        '<?xml version="1.0" encoding="iso-8859-9"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>'
        "<entry><title>Türkiye İç</title><updated>2025-11-01T12:00:00+03:00</updated></entry></feed>"
    )
    (tmp_path / "x.xml").write_bytes(feed.encode("iso-8859-9"))
    clock = HouseClock()
    newsroom = Newsroom(clock)
    newsroom.serve_replay((tmp_path / "x.xml",))
    assert clock.now() == START - HOUR


@pytest.mark.shared
async def test_the_season_of_2025_is_replayed_whole(reader: Reader, sandbox: Sandbox, shared: Path) -> None:
    url = sandbox.newsroom.serve_replay((shared / "gold" / "world-events-2025.rss",))
    now, seen, stops = sandbox.clock.now(), set[str](), 0
    sandbox.clock.set(speed="max")
    while (moment := sandbox.newsroom.next_item_at(now)) is not None:
        now = sandbox.clock.advance(moment)
        seen |= {part.partition("</guid>")[0] for part in (await reader.get(url))[2].split("<guid")[1:]}
        stops += 1
    assert len(seen) == 1619
    assert stops >= 100
