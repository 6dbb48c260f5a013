"""What a chat follows, and how it is typed: `A [B] [topic …] [words -words] [everything]`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diplomacy.countries.pair import pair_key
from diplomacy.topics import LONGEST_NAME, topic_called


class SubscriptionKind(StrEnum):
    """What brings a story: a country's dealings, a pair, a topic, or a pair or country on a topic."""

    COUNTRY = "country"
    PAIR = "pair"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One thing a chat follows. Topics and words narrow it; words led by `-` must not occur."""

    countries: tuple[str, ...] = ()
    """None, one or two codes, as named."""
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    everything: bool = False
    """Also home affairs, sport, disasters: all reports about the country, not its dealings alone."""

    @property
    def kind(self) -> SubscriptionKind:
        """The kind follows from how many countries are named."""
        return (SubscriptionKind.TOPIC, SubscriptionKind.COUNTRY, SubscriptionKind.PAIR)[len(self.countries)]

    @property
    def key(self) -> str:
        """Its one name in the database and behind buttons: `TR`, `KR-TR`, `KR-TR energy`, `defence`."""
        countries = pair_key(*self.countries) if self.kind is SubscriptionKind.PAIR else "".join(self.countries)
        everything = ("everything",) if self.everything else ()
        narrowing = (*sorted(self.topics), *sorted(self.words), *(f"-{word}" for word in sorted(self.without)))
        return " ".join(part for part in (countries, *narrowing, *everything) if part)


MOST_SUBSCRIPTIONS = 50
"""A chat has room for so many; a briefing of five stories can't serve more."""
MOST_WORDS = 8
LONGEST_WORD = 40
EVERYTHING = frozenset({"everything", "hepsi", "전체", "전부"})
EVERYTHING_OF_TWO_WORDS = re.compile(r"\bher\s+şey\b", re.IGNORECASE)
CODED = re.compile(r"[^\W\d_][\w.-]*\d[\w-]*")
LED_BY_MINUS = re.compile(r"(?:^|(?<=\s))[-−](?P<word>[^\s\-−]\S*)")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was typed behind `/subscribe`, taken apart: what names countries and topics, and what narrows or widens."""

    rest: str
    without: tuple[str, ...]
    everything: bool
    coded: tuple[str, ...] = ()
    """Words of letters and digits (`F-16`, `covid-19`), which name no country and would be torn apart as such."""


def narrowing(typed: str) -> Narrowing:
    """Take out the words led by `-` and the word for everything; what is left names countries, topics, words."""
    without = distinct(found["word"] for found in LED_BY_MINUS.finditer(typed))
    left, taken = EVERYTHING_OF_TWO_WORDS.subn(" ", LED_BY_MINUS.sub(" ", typed))
    kept = [word for word in left.split() if word.casefold() not in EVERYTHING]
    coded = distinct(word for word in kept if CODED.fullmatch(word))
    rest = " ".join(word for word in kept if not CODED.fullmatch(word))
    return Narrowing(rest, without, taken > 0 or len(kept) < len(left.split()), coded)


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Keep each word once, in small letters, none too long, and not too many."""
    return tuple(dict.fromkeys(word.casefold()[:LONGEST_WORD] for word in words))[:MOST_WORDS]


def topics_and_words(unknown: Sequence[str], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read what names no country as topics where it names one, the longest name first, else as words to look for."""
    topics: list[str] = []
    words: list[str] = []
    for group in unknown:
        left = group.split()
        while left:
            length, topic = longest_topic(left, language)
            if topic:
                topics.append(topic)
            elif any(letter.isalnum() for letter in left[0]):
                words.append(left[0])
            left = left[length:]
    return tuple(dict.fromkeys(topics)), distinct(words)


def longest_topic(words: Sequence[str], language: str) -> tuple[int, str | None]:
    """Find the topic that the first words name, as many as it takes; one word and None where they name none."""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        if topic := topic_called(" ".join(words[:length]), language):
            return length, topic
    return 1, None
