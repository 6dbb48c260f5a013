"""What a report is about, in every language that is covered."""

from pathlib import Path

import pytest

from diplomacy.countries.folding import fold_with_offsets
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.topics import MOST, topics_of
from diplomacy.topics import TOPICS

LANGUAGES = frozenset(["en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja"])
INVENTED = Path(__file__).with_name("topics.tsv").read_text(encoding="utf-8").splitlines()
WRITTEN = [tuple(line.split("\t")) for line in INVENTED if not line.startswith("#")]


def topics(text: str, language: str | None = "en", headline_end: int = 0) -> tuple[str, ...]:
    return topics_of(text, fold_with_offsets(text), language, headline_end)


@pytest.mark.parametrize(("language", "topic", "text"), WRITTEN)
def test_topics_are_told_by_words(language: str, topic: str, text: str) -> None:
    found = topics(text, language)
    assert (topic[1:] not in found) if topic.startswith("!") else (topic in found[:3])


def test_every_topic_has_words_in_every_covered_language_and_no_other_is_named() -> None:
    rows = [(topic, spoken) for topics, spoken, _ in rows_of("topics.tsv") for topic in topics.split("+")]
    assert {topic for topic, _ in rows} == {*TOPICS, "none"}
    for language in LANGUAGES:
        assert {topic for topic, spoken in rows if spoken == language} >= set(TOPICS), language


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Defence, nuclear energy, trade, technology", "en", {"defence", "nuclear", "energy", "trade", "technology"}),
        (
            "Savunma, nükleer enerji, ticaret ve teknoloji",
            "tr",
            {"defence", "nuclear", "energy", "trade", "technology"},
        ),
        ("국방과 원자력, 에너지, 무역 협력", "ko", {"defence", "nuclear", "energy", "trade"}),
        ("refugees at the border", "en", {"migration", "border"}),
        ("a ceasefire brokered by a mediator", "en", {"ceasefire", "mediation"}),
        ("санкции и торговля", "ru", {"sanctions", "trade"}),
        ("السياحة والتجارة", "ar", {"tourism", "trade"}),
        ("气候与教育", "zh", {"climate", "education"}),
        ("nothing of the kind", "en", set()),
    ],
)
def test_a_text_may_be_about_several_things(text: str, language: str, expected: set[str]) -> None:
    assert set(topics(text, language)) == expected


def test_what_the_headline_tells_comes_first() -> None:
    headline = "Norway and Peru agree on trade"
    assert topics(f"{headline}\nThey spoke of schools too.", headline_end=len(headline)) == ("trade", "education")


def test_no_more_topics_are_told_than_a_reader_can_take_in() -> None:
    everything = "arms, reactors, oil, tariffs, loans, satellites, tourists, railways, refugees, borders, museums"
    assert len(topics(everything)) == MOST


def test_what_is_only_named_far_down_is_no_topic() -> None:
    text = "Tariffs, exports, imports, duties, customs and quotas: trade talks open. " + "They go on. " * 40
    assert topics(f"{text}A hotel was near.") == ("trade",)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The WHO is in Lima", ("health",)),
        ("Those who went to Lima", ()),
        ("THOSE WHO WENT TO LIMA", ()),
        ("Norway joins a G20 meeting", ("multilateral",)),
    ],
)
def test_an_abbreviation_is_known_by_its_capitals(text: str, about: tuple[str, ...]) -> None:
    assert topics(text) == about


def test_a_language_without_words_of_its_own_is_read_with_the_longer_words_of_the_others() -> None:
    assert set(topics("Norge och Peru talar om embargo och export", "sv")) == {"sanctions", "trade"}
    assert topics("Det ar en bra dag", "sv") == ()
    assert topics("Norway joins the G20", None) == ("multilateral",)
