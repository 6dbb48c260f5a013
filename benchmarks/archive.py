"""An archive of a given size for benchmarks: invented reports of a year, their pairs by Zipf's law.

The hottest pair has 20,000 reports, one in the middle about 200, one none. Made through the house's own `articles.add`.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import accumulate, combinations

from diplomacy.news import Entry, Feed, FeedKind, Publisher
from diplomacy.reading.entry import ReadEntry
from diplomacy.reading.shapes import (
    ArticleKind,
    CountrySaid,
    EventSaid,
    Modality,
    PairSaid,
    Reading,
    Root,
    Stage,
    When,
)
from storage.articles import PlacedEntry
from storage.database import Storage, Store
from storage.stories import StoryDraft

END = datetime(2025, 11, 25, 8, tzinfo=UTC)
DAYS = 365
MILLION = 1_000_000
COUNTRIES = tuple(first + second for first in "ABCDEFGHIJKLMNOP" for second in "ABCDEFGHIJKL")
PAIRS = tuple(f"{first}-{second}" for first, second in combinations(COUNTRIES, 2))
EMPTY_PAIR = "YY-ZZ"
TOPICS = ("trade", "defence", "energy", "technology", "migration", "culture", "nuclear", "environment")
EXPONENT = 0.705
"""With it, the hottest of all pairs has 20,000 of a million reports (one in five ties two pairs)."""
FEEDS = 400
BATCH = 1000
STORY_OF = 3
"""Reports a story has on average."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What a benchmark asks about."""

    hottest: str = PAIRS[0]
    middling: str = PAIRS[699]
    empty: str = EMPTY_PAIR
    end: datetime = END


SHARES = tuple(accumulate(rank**-EXPONENT for rank in range(1, len(PAIRS) + 1)))
"""How often each pair is reported: Zipf's law, each with all before it."""


def feeds() -> tuple[Feed, ...]:
    """Feeds of outlets in all countries; one in ten belongs to a state, one in twenty is a ministry's."""
    return tuple(
        Feed(
            f"https://feed{number}.example.org/world.rss",
            Publisher(
                f"Outlet {number}",
                f"Owner {number // 2}",
                COUNTRIES[number % len(COUNTRIES)],
                FeedKind.MINISTRY if number % 20 == 0 else FeedKind.OUTLET,
                number % 10 == 0,
            ),
            "en",
        )
        for number in range(FEEDS)
    )


VOCABULARY = tuple(
    "".join(parts)
    for parts in (
        (first, middle, last)
        for first in (
            "bra",
            "cor",
            "del",
            "fin",
            "gal",
            "har",
            "jun",
            "kel",
            "lor",
            "mar",
            "nor",
            "pol",
            "ras",
            "sel",
            "tor",
        )
        for middle in ("", "an", "en", "id", "ol", "um")
        for last in ("da", "ge", "ka", "li", "mo", "ne", "po", "ra", "se", "ti", "vu")
    )
)
"""Words that no language has."""
COMMONNESS = tuple(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))


def an_entry(chance: random.Random, number: int, feed: Feed, published: datetime, countries: tuple[str, ...]) -> Entry:
    """Make up a report that names its countries."""
    words = chance.choices(VOCABULARY, cum_weights=COMMONNESS, k=45)
    title = f"{' '.join(countries)} {' '.join(words[:8])}"
    identity = sha256(b"%d" % number).hexdigest()
    address = f"https://example.org/{number}"
    text = " ".join(words[8:])
    return Entry(identity, title, text, address, published, dated=True, publisher=feed.publisher, language="en")


def a_reading(chance: random.Random, pairs: tuple[str, ...]) -> Reading:
    """Make up what a report says of its pairs."""
    said = tuple((pair[:2], pair[3:]) for pair in pairs)
    codes = dict.fromkeys([*(code for pair in said for code in pair), chance.choice(COUNTRIES)])
    event = EventSaid(
        chance.choice(tuple(Root)),
        said[0][0],
        said[0][1],
        said[0],
        mutual=True,
        stage=chance.choice((None, Stage.TALKS, Stage.SIGNED)),
        modality=Modality.DID,
        tone=3.0,
        topics=(),
        said_by=None,
        when=When(),
        background=False,
        confidence=0.9,
        start=0,
        end=40,
    )
    return Reading(
        "en",
        ArticleKind.NEWS,
        tuple(CountrySaid(code, 0.5, ()) for code in codes),
        tuple(PairSaid(pair, 0.8, 0, 40) for pair in said),
        (event,) if chance.random() < DECISIVE else (),
        tuple(chance.sample(TOPICS, chance.randrange(3))),
    )


DECISIVE = 0.4
SECOND_PAIR = 0.2


def batches(size: int, seed: int = 1) -> Iterator[tuple[Feed, list[ReadEntry]]]:
    """Make up `size` reports, oldest first, in batches of one feed each; the same ones every time."""
    chance = random.Random(seed)
    sources = feeds()
    start, step = END - timedelta(days=DAYS), timedelta(days=DAYS) / size
    for first in range(0, size, BATCH):
        feed = sources[first // BATCH % FEEDS]
        entries = []
        for number in range(first, min(first + BATCH, size)):
            count = 2 if chance.random() < SECOND_PAIR else 1
            pairs = tuple(dict.fromkeys(chance.choices(PAIRS, cum_weights=SHARES, k=count)))
            countries = tuple(code for pair in pairs for code in (pair[:2], pair[3:]))
            entry = an_entry(chance, number, feed, start + step * number, countries)
            entries.append(ReadEntry(entry, entry.identity, a_reading(chance, pairs)))
        yield feed, entries


async def fill(storage: Storage, size: int) -> Archive:
    """Store an archive."""
    async with storage.writing() as store:
        await store.feeds.register(feeds(), END, retire_others=False)
        numbers = {state.feed.url: state.id for state in await store.feeds.states()}
    for feed, entries in batches(size):
        async with storage.writing() as store:
            await _store(store, numbers[feed.url], entries)
    return Archive()


async def _store(store: Store, feed_id: int, entries: list[ReadEntry]) -> None:
    """Store a batch, three reports a story."""
    drafts = [
        StoryDraft(
            read.entry.title,
            read.reading.pairs[0].key,
            read.entry.title,
            frozenset(read.entry.title.split()),
            read.entry.published,
            read.entry.published,
        )
        for read in entries[::STORY_OF]
    ]
    stories = await store.stories.create(drafts)
    placed = [PlacedEntry(read, stories[at // STORY_OF]) for at, read in enumerate(entries)]
    await store.articles.add(feed_id, placed, [read.entry.identity for read in entries], END)
