"""What a report is about."""

import pytest

from diplomacy.countries.folding import fold
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
