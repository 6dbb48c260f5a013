"""What is read, and how it fares, in plain words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from diplomacy.briefing.document import Block, Choice, Code, Document, Flow, Items, Line, Section, Strong, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import words
from diplomacy.news import FeedKind, Health
from diplomacy.reader import Reader
from locales.formats import day

MOST_LISTED = 15
MOST_COUNTRIES = 6
FINE = frozenset({Health.OK, Health.UNTRIED})


@dataclass(frozen=True, slots=True)
class FeedSeen:
    """A feed, and how it fares."""

    publisher: str
    country: str | None
    kind: FeedKind
    state_linked: bool
    health: Health
    newest_item_at: datetime | None
    last_ok_at: datetime | None

    @property
    def read(self) -> bool:
        """Whether it is read; what was tried and never answered covers nothing, and silence is ours."""
        return self.last_ok_at is not None or self.health is Health.UNTRIED


def all_feeds(feeds: Sequence[FeedSeen], now: datetime, reader: Reader) -> Document:
    """Tell how many feeds are read, from how many countries, and which do not answer."""
    health = Counter(feed.health for feed in feeds)
    failing = [feed for feed in feeds if feed.health not in FINE]
    countries = Counter(feed.country for feed in feeds if feed.country and feed.kind is not FeedKind.SAMPLE)
    seats = {feed.country for feed in feeds if feed.read} & set(countries)
    return Document(
        (
            telling.titled(words(reader, "feeds.title")),
            _as_of(now, reader),
            telling.paragraph(reader, "feeds.total", sum(feed.read for feed in feeds)),
            *_if(len(seats), telling.paragraph(reader, "feeds.from", len(seats))),
            *_never(feeds, reader),
            telling.paragraph(reader, "feeds.fine", health[Health.OK]),
            *_if(health[Health.UNTRIED], telling.paragraph(reader, "feeds.untried", health[Health.UNTRIED])),
            *_failing(failing, reader),
            *_countries(countries, reader),
        )
    )


def feeds_of(country: str, feeds: Sequence[FeedSeen], now: datetime, reader: Reader) -> Document:
    """Tell each feed of a country: what it is, how it fares, when its newest item is from."""
    named = telling.named(reader, country)
    opened = (telling.titled(words(reader, "feeds.title_of", country=named)), _as_of(now, reader))
    if not feeds:
        every = Choice(words(reader, "feeds.button.all"), "/feeds")
        return Document((*opened, telling.paragraph(reader, "feeds.none"), telling.rows([every])))
    read = [feed for feed in feeds if feed.read]
    ministry = any(feed.kind is FeedKind.MINISTRY for feed in read)
    back = Choice(telling.flagged(reader, country), f"/country {country}")
    return Document(
        (
            *opened,
            telling.paragraph(reader, "feeds.read", len(read), state=sum(feed.state_linked for feed in read)),
            *_never(feeds, reader),
            Items(tuple(_line(feed, reader) for feed in feeds[:MOST_LISTED])),
            *_more(len(feeds), reader),
            telling.GAP,
            telling.paragraph(reader, f"feeds.ministry_{'read' if ministry else 'unread'}"),
            telling.rows([back, Choice(words(reader, "feeds.button.all"), "/feeds")]),
        )
    )


def one_country(reader: Reader) -> Document:
    """Say that feeds are shown for one country at a time."""
    return Document((telling.paragraph(reader, "feeds.one", example=Code(words(reader, "feeds.example"))),))


def _as_of(now: datetime, reader: Reader) -> Flow:
    return telling.faint(words(reader, "relations.as_of", moment=telling.at(reader, now)))


def _if(shown: int, block: Flow) -> tuple[Flow, ...]:
    return (block,) if shown else ()


def _never(feeds: Sequence[FeedSeen], reader: Reader) -> tuple[Flow, ...]:
    """Say how many more are in the list and never answered."""
    never = sum(not feed.read for feed in feeds)
    return _if(never, telling.paragraph(reader, "feeds.never", never))


def _more(total: int, reader: Reader) -> tuple[Flow, ...]:
    return _if(total > MOST_LISTED, telling.faint(words(reader, "feeds.more", max(0, total - MOST_LISTED))))


def _failing(feeds: Sequence[FeedSeen], reader: Reader) -> tuple[Flow, ...]:
    """List the feeds that brought nothing at their last try."""
    if not feeds:
        return ()
    title = Section(words(reader, "feeds.failing", len(feeds)))
    return (title, Items(tuple(_line(feed, reader) for feed in feeds[:MOST_LISTED])), *_more(len(feeds), reader))


def _line(feed: FeedSeen, reader: Reader) -> Line:
    """Tell one feed: `Albawaba: answers · newest item 24 Nov 2025`."""
    said = [words(reader, f"health.{feed.health}")]
    if feed.newest_item_at:
        said.append(words(reader, "feeds.newest", date=day(reader.language, feed.newest_item_at, reader.zone)))
    if feed.state_linked:
        said.append(words(reader, "feeds.state"))
    if feed.kind is FeedKind.SAMPLE:
        said.append(words(reader, "feeds.sample"))
    return (Strong(feed.publisher), Text(f": {' · '.join(said)}"))


def _countries(countries: Counter[str], reader: Reader) -> tuple[Block, ...]:
    """Offer the countries most read."""
    most = countries.most_common(MOST_COUNTRIES)
    if not most:
        return ()
    return (
        telling.GAP,
        telling.faint(words(reader, "feeds.choose")),
        telling.rows([Choice(f"{telling.flagged(reader, code)} ({n})", f"/feeds {code}") for code, n in most]),
    )
