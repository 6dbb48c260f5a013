"""What a report is about, and what sort of article it is."""

import pytest

from diplomacy.countries.folding import fold
from diplomacy.reading.kind import kind_of
from diplomacy.reading.shapes import ArticleKind
from diplomacy.reading.topics import topics, topics_of
from diplomacy.topics import TOPICS


def test_the_table_of_topics_is_the_one_that_chats_follow() -> None:
    assert set(topics()) == set(TOPICS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence, nuclear energy, trade, technology", {"defence", "nuclear", "energy", "trade", "technology"}),
        ("Savunma, nükleer enerji, ticaret ve teknoloji", {"defence", "nuclear", "energy", "trade", "technology"}),
        ("국방과 원자력, 에너지, 무역 협력", {"defence", "nuclear", "energy", "trade"}),
        ("refugees at the border", {"migration", "border"}),
        ("a ceasefire brokered by a mediator", {"ceasefire", "mediation"}),
        ("new sanctions and an embargo", {"sanctions"}),
        ("санкции и торговля", {"sanctions", "trade"}),
        ("السياحة والتجارة", {"tourism", "trade"}),
        ("气候与教育", {"climate", "education"}),
        ("nothing of the kind", set()),
    ],
)  # fmt: skip
def test_topics_are_told_by_words_in_any_language(text: str, expected: set[str]) -> None:
    assert set(topics_of(fold(text))) == expected


@pytest.mark.parametrize(
    ("title", "url", "categories", "kind"),
    [
        ("Norway lends a ferry", "https://example.org/world/1", (), ArticleKind.NEWS),
        ("Why ferries matter", "https://example.org/opinion/why-ferries", (), ArticleKind.OPINION),
        ("Opinion | Why ferries matter", None, (), ArticleKind.OPINION),
        ("[사설] 협력의 길", None, (), ArticleKind.OPINION),
        ("Yorum: Feribotlar", None, (), ArticleKind.OPINION),
        ("Feribotlar", None, ("Köşe Yazıları",), ArticleKind.OPINION),
        ("ANALYSIS - Ferries", None, (), ArticleKind.ANALYSIS),
        ("Interview: the ferryman", None, (), ArticleKind.INTERVIEW),
        ("Ferries", "https://example.org/live/ferries", (), ArticleKind.LIVE),
        ("Live: ferries", None, (), ArticleKind.LIVE),
        ("Morning briefing: ferries", None, (), ArticleKind.ROUNDUP),
        ("Norway beat Estonia", "https://example.org/sport/football/1", (), ArticleKind.SPORT),
        ("Norway reach the semi-finals of the Champions League", None, (), ArticleKind.SPORT),
        ("Türkiye: a ferry arrives", None, (), ArticleKind.NEWS),
        ("Ferries", "http://[broken", (), ArticleKind.NEWS),
    ],
)
def test_the_kind_is_told_by_address_category_and_label(
    title: str, url: str | None, categories: tuple[str, ...], kind: ArticleKind
) -> None:
    assert kind_of(title, "", url, categories) is kind
