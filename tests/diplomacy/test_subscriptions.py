"""What stands behind `/subscribe`, taken apart; and its one name, whatever the order it was typed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.reader import Reader
from diplomacy.subscriptions import (
    MOST_WORDS,
    Narrowing,
    Subscription,
    SubscriptionKind,
    narrowing,
    topics_and_words,
)
from diplomacy.topics import TOPICS, topic_name
from locales.phrases import LANGUAGES


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("turkey korea", Narrowing("turkey korea", (), everything=False)),
        ("turkey-korea", Narrowing("turkey-korea", (), everything=False)),
        ("turkey - korea", Narrowing("turkey - korea", (), everything=False)),
        ("turkey everything", Narrowing("turkey", (), everything=True)),
        ("türkiye her şey", Narrowing("türkiye", (), everything=True)),
        ("튀르키예 전체", Narrowing("튀르키예", (), everything=True)),
        ("turkey -Football −basketball", Narrowing("turkey", ("football", "basketball"), everything=False)),
        ("turkey F-16 covid-19 30 7d", Narrowing("turkey 30 7d", (), everything=False, coded=("f-16", "covid-19"))),
        ("", Narrowing("", (), everything=False)),
    ],
)
def test_minus_words_and_everything_are_taken_out(typed: str, expected: Narrowing) -> None:
    assert narrowing(typed) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_understood_by_its_own_name_and_by_its_code_alone_and_beside_others(language: str) -> None:
    for topic in TOPICS:
        for name in (topic, topic_name(Reader(language), topic)):
            assert topics_and_words((name,), language) == ((topic,), ())
            assert topics_and_words((f"grain {name} ships",), language) == ((topic,), ("grain", "ships"))


def test_two_topics_in_a_row_are_two_topics() -> None:
    assert topics_and_words(("human rights trade", "grain"), "en") == (("human-rights", "trade"), ("grain",))


def test_signs_are_no_words() -> None:
    assert topics_and_words(("<> & —",), "en") == ((), ())


words = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)


@given(codes=st.permutations(["TR", "KR"]), some=st.lists(words, max_size=4, unique=True), everything=st.booleans())
def test_the_key_does_not_depend_on_the_order_of_anything(
    *, codes: list[str], some: list[str], everything: bool
) -> None:
    shuffled = list(reversed(some))
    one = Subscription(tuple(codes), ("energy", "trade"), tuple(some), tuple(some), everything)
    other = Subscription(tuple(reversed(codes)), ("trade", "energy"), tuple(shuffled), tuple(shuffled), everything)
    assert one.key == other.key
    assert one.kind is SubscriptionKind.PAIR


@given(st.text())
def test_anything_can_be_taken_apart(typed: str) -> None:
    taken = narrowing(typed)
    assert len(taken.without) <= MOST_WORDS
    assert len(topics_and_words((taken.rest,), "en")[1]) <= MOST_WORDS
