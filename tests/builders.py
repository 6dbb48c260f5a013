"""Reports, publishers and tallies that are valid by default; a test names only what it is about."""

import hashlib
from datetime import UTC, datetime

from diplomacy.news import Entry, Feed, FeedKind, Publisher
from diplomacy.reading.entry import ReadEntry
from diplomacy.reading.shapes import (
    ArticleKind,
    CountrySaid,
    EventSaid,
    FigureSaid,
    Modality,
    PairSaid,
    Reading,
    Root,
    Stage,
    When,
)
from diplomacy.relations.report import Report
from storage.articles import PlacedEntry
from storage.stories import StoryDraft

NOON = datetime(2025, 11, 24, 12, tzinfo=UTC)


def a_publisher(
    name: str = "Test wire",
    *,
    family: str | None = None,
    country: str | None = None,
    kind: FeedKind = FeedKind.OUTLET,
    state_linked: bool = False,
) -> Publisher:
    """An outlet of an owner of its own, its seat unknown."""
    return Publisher(name, family or name.casefold(), country, kind, state_linked)


def a_report(
    text: str = "Türkiye and South Korea agreed to widen their trade.",
    *,
    article: int = 1,
    story: int | None = None,
    title: str = "",
    published: datetime = NOON,
    dated: bool = True,
    publisher: Publisher | None = None,
    language: str | None = "en",
    kind: ArticleKind = ArticleKind.NEWS,
    pair: str | None = "KR-TR",
    event: Root | None = Root.AGREE,
    stage: Stage | None = None,
    topics: tuple[str, ...] = (),
    sentence: tuple[int, int] | None = None,
    corrected: datetime | None = None,
) -> Report:
    """A decisive report of Türkiye and South Korea, a story of its own, whose whole text is its sentence."""
    report = Report(
        article=article,
        story=article if story is None else story,
        title=title,
        text=text,
        url=f"https://example.org/item-{article}",
        published=published,
        dated=dated,
        publisher=publisher or a_publisher(),
        language=language,
        kind=kind,
        pair=pair,
        event=event,
        stage=stage,
        tone=0.0,
        topics=topics,
        start=0,
        end=1,
        corrected=corrected,
    )
    start, end = sentence or (len(report.told) - len(text), len(report.told))
    return Report(**{name: getattr(report, name) for name in Report.__slots__} | {"start": start, "end": end})


def a_feed(
    url: str = "https://feeds.example.org/world.rss", *, publisher: Publisher | None = None, language: str | None = "en"
) -> Feed:
    """A feed of an outlet."""
    return Feed(url, publisher or a_publisher(), language)


def an_entry(
    title: str = "Türkiye and South Korea agreed to widen their trade",
    text: str = "",
    *,
    identity: str | None = None,
    url: str | None = None,
    published: datetime = NOON,
    dated: bool = True,
    publisher: Publisher | None = None,
    language: str | None = "en",
) -> Entry:
    """An item of a feed; its identity and address follow from its title."""
    name = identity or hashlib.sha256(title.encode()).hexdigest()
    address = url or f"https://example.org/{name[:12]}"
    return Entry(name, title, text, address, published, dated, publisher or a_publisher(), language)


def an_event(
    root: Root = Root.AGREE,
    *,
    pair: tuple[str, str] | None = ("KR", "TR"),
    stage: Stage | None = None,
    tone: float = 3.0,
    topics: tuple[str, ...] = (),
    background: bool = False,
    start: int = 0,
    end: int = 20,
) -> EventSaid:
    """Something that happened between two countries, told as done by the report itself."""
    source, target = pair or (None, None)
    return EventSaid(
        root=root,
        source=source,
        target=target,
        pair=pair,
        mutual=True,
        stage=stage,
        modality=Modality.DID,
        tone=tone,
        topics=topics,
        said_by=None,
        when=When(),
        background=background,
        confidence=0.9,
        start=start,
        end=end,
    )


def a_reading(
    *pairs: tuple[str, str],
    countries: tuple[str, ...] = (),
    events: tuple[EventSaid, ...] | None = None,
    topics: tuple[str, ...] = (),
    kind: ArticleKind = ArticleKind.NEWS,
    language: str | None = "en",
    figures: tuple[FigureSaid, ...] = (),
) -> Reading:
    """A reading of news that ties these pairs by an event each, the first first; without any, it names countries."""
    codes = dict.fromkeys([code for pair in pairs for code in pair] + list(countries))
    return Reading(
        language=language,
        kind=kind,
        countries=tuple(CountrySaid(code, 0.5, ()) for code in codes),
        pairs=tuple(PairSaid((min(pair), max(pair)), 0.8, 0, 20) for pair in pairs),
        events=tuple(an_event(pair=(min(pair), max(pair))) for pair in pairs) if events is None else events,
        topics=topics,
        figures=figures,
    )


def a_placed_entry(
    entry: Entry | None = None,
    reading: Reading | None = None,
    *,
    story: int = 1,
    announce: bool = True,
    corrected: bool = False,
) -> PlacedEntry:
    """An entry on Türkiye and South Korea, read and placed in a story (which has to be stored before it)."""
    told = entry or an_entry()
    content_hash = hashlib.sha256(f"{told.title}\n{told.text}".encode(errors="replace")).hexdigest()
    read = ReadEntry(told, content_hash, reading or a_reading(("KR", "TR")))
    return PlacedEntry(read, story, announce, corrected)


def a_story_draft(
    title: str = "Türkiye and South Korea agreed to widen their trade",
    *,
    pair: str | None = "KR-TR",
    first: datetime = NOON,
    last: datetime | None = None,
) -> StoryDraft:
    """A story that one report begins."""
    return StoryDraft(title, pair, title.casefold(), frozenset(title.casefold().split()), first, last or first)
