"""Reports, publishers and tallies that are valid by default; a test names only what it is about."""

from datetime import UTC, datetime

from diplomacy.news import FeedKind, Publisher
from diplomacy.reading.shapes import ArticleKind, Root, Stage
from diplomacy.relations.report import Report

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
