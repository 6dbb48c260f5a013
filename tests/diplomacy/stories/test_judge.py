"""How stories are judged. The dealings in these tests are invented."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.judges.stories import bcubed, shares, single_pass, stories

TEXTS = (
    "The ferry Storfjord sails to Tallinn",
    "Herring trawlers leave Callao",
    "The ferry Storfjord leaves Tallinn",
    "A bridge opens",
)


def test_stories_as_they_should_be_score_one_and_one_story_of_all_scores_less() -> None:
    assert bcubed(shares([1, 2, 1], ["a", "b", "a"])) == 1
    assert bcubed(shares([1, 1, 1, 1], "abcd")) == pytest.approx(0.4)
    assert bcubed([]) == 0


def test_the_simple_way_puts_what_shares_words_together() -> None:
    assert single_pass(TEXTS) == [0, 1, 0, 2]


def test_stories_are_measured_beside_the_simple_way(gazetteer: Gazetteer) -> None:
    rows = [{"id": at, "text": text, "gold": {"story": "aba"[at % 3]}} for at, text in enumerate(TEXTS[:3])]
    (measure,) = stories(rows, gazetteer)
    assert (measure.n, measure.value, measure.baseline) == (3, 1.0, 1.0)
