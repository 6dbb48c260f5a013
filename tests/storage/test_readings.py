"""What is stored of an article is replaced by what a later reading says. The dealings in these tests are invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from diplomacy.reading.shapes import AgendaSaid, ArticleKind, FigureSaid, Reading, Root, Stage, When
from diplomacy.reading.version import READING_VERSION
from diplomacy.subscriptions import Subscription
from storage.database import Storage
from storage.folding import tokens
from storage.readings import ReadAgain
from tests.builders import NOON, a_feed, a_reading, an_entry, an_event
from tests.storage.houses import with_feed, with_news

NEXT = READING_VERSION + 1
OLD = a_reading(("KR", "TR"), topics=("trade",))
DEAL = an_event(Root.SUPPORT, pair=("EE", "NO"), stage=Stage.SIGNED)
FERRIES = FigureSaid("12 ferries", "quantity", 12.0, "ferry", None, "value", None, 0, 10)
TALKS = AgendaSaid("talks", ("EE", "NO"), (), None, When("2025-12-01", "day"), 0, 5)
LATER = replace(
    a_reading(("EE", "NO"), events=(DEAL,), topics=("energy",), figures=(FERRIES,)), agenda=(TALKS,), version=NEXT
)


def again(number: int, reading: Reading, words: str = "ferries sold") -> ReadAgain:
    return ReadAgain(number, reading, " ".join(tokens(words)))


async def replaced(storage: Storage, found: Sequence[ReadAgain]) -> int:
    async with storage.writing() as store:
        return await store.readings.replace(found)


async def numbers(storage: Storage, version: int = NEXT) -> list[int]:
    async with storage.reading() as store:
        return [text.article for text in await store.readings.older_after(0, version, 99)]


async def test_a_later_reading_takes_the_place_of_an_earlier_one_wherever_it_is_asked_for(storage: Storage) -> None:
    feed = await with_feed(storage)
    entry = an_entry("Ferries sold")
    await with_news(storage, feed, [(entry, OLD)])
    async with storage.reading() as store:
        (before,) = await store.relations.between("KR-TR", None, NOON, 9)
    (number,) = await numbers(storage)
    assert await replaced(storage, [again(number, LATER)]) == 1
    async with storage.reading() as store:
        assert await store.relations.between("KR-TR", None, NOON, 9) == ()
        (report,) = await store.relations.between("EE-NO", None, NOON, 9, decisive=True)
        assert (report.event, report.stage, report.topics) == (Root.SUPPORT, Stage.SIGNED, ("energy",))
        assert (report.story, report.published, report.title) == (before.story, before.published, before.title)
        assert await store.relations.of_country("TR", None, NOON, 9) == ()
        assert [one.article for one in await store.relations.of_country("NO", None, NOON, 9)] == [number]
        assert await store.relations.following(Subscription(topics=("trade",)), None, NOON, 9) == ()
        on_energy = await store.relations.following(Subscription(topics=("energy",)), None, NOON, 9)
        assert [one.article for one in on_energy] == [number]
        assert await store.search.find("ferries", None, NOON, 9, pair="KR-TR") == ()
        assert [one.article for one in await store.search.find("ferries", None, NOON, 9, pair="EE-NO")] == [number]
        stored = (await store.articles.newest(feed, [entry.identity]))[entry.identity]
        followed = await store.relations.following(Subscription(("EE", "NO")), None, NOON, 9)
    assert (stored.events, stored.figures, stored.pairs) == ((DEAL,), (FERRIES,), ("EE-NO",))
    assert [one.article for one in followed] == [number]
    assert await numbers(storage) == []


async def test_a_reading_that_says_the_same_changes_nothing_but_its_version(storage: Storage) -> None:
    feed = await with_feed(storage)
    full = replace(LATER, version=READING_VERSION)
    await with_news(storage, feed, [(an_entry("Ferries sold"), full), (an_entry("Other"), OLD)])
    first, second = await numbers(storage)
    assert await replaced(storage, [again(first, LATER), again(second, replace(OLD, version=NEXT))]) == 0
    assert await numbers(storage) == []
    async with storage.reading() as store:
        assert [one.article for one in await store.relations.between("EE-NO", None, NOON, 9)] == [first]
        assert await store.readings.older(NEXT) == 0


async def test_a_version_that_was_superseded_meanwhile_is_read_for_itself_and_stays_out_of_the_answers(
    storage: Storage,
) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Ten ferries", identity="one"), OLD)])
    (old,) = await numbers(storage)
    await with_news(storage, feed, [(an_entry("Twelve ferries", identity="one"), OLD)])
    assert await replaced(storage, [again(old, LATER)]) == 1
    async with storage.reading() as store:
        assert await store.relations.between("EE-NO", None, NOON, 9) == ()
        assert [one.title for one in await store.relations.between("KR-TR", None, NOON, 9)] == ["Twelve ferries"]
        assert [one.title for one in await store.search.find("ferries", None, NOON, 9)] == ["Twelve ferries"]


async def test_an_article_that_was_tidied_away_meanwhile_is_left_out_and_counted(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry("Old", published=NOON - timedelta(days=400)), OLD)])
    (gone,) = await numbers(storage)
    async with storage.writing() as store:
        await store.upkeep.tidy(NOON, timedelta(days=365))
    assert await replaced(storage, [again(gone, LATER)]) == 0
    async with storage.reading() as store:
        assert await store.readings.without_text() == 1
        assert await store.readings.older(NEXT) == 0


async def test_texts_come_with_all_that_reading_them_took(storage: Storage) -> None:
    feed = await with_feed(storage, a_feed(language="no"))
    entry = replace(
        an_entry("Ferries sold", "To Estonia.", url="https://example.org/opinion/1"), categories=("Opinion",)
    )
    await with_news(storage, feed, [(entry, a_reading(("EE", "NO"), kind=ArticleKind.OPINION, language="en"))])
    async with storage.reading() as store:
        (text,) = await store.readings.older_after(0, NEXT, 9)
        assert await store.readings.older_after(text.article, NEXT, 9) == ()
        assert await store.readings.older_after(0, READING_VERSION, 9) == ()
    assert (text.title, text.text, text.url, text.published) == (entry.title, entry.text, entry.url, NOON)
    assert (text.language, text.kind, text.categories) == ("no", ArticleKind.OPINION, ("Opinion",))


async def test_all_can_be_marked_as_unread_some_at_a_time(storage: Storage) -> None:
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(f"News {number}"), OLD) for number in range(3)])
    async with storage.writing() as store:
        assert await store.readings.older(READING_VERSION) == 0
        second = await store.readings.forget(0, 2)
        assert second is not None
        assert await store.readings.older(READING_VERSION) == 2
        third = await store.readings.forget(second, 2)
        assert third is not None
        assert await store.readings.forget(third, 2) is None
        assert await store.readings.older(READING_VERSION) == 3
