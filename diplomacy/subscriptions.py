"""What a chat follows, and when its next briefing is due."""

from dataclasses import dataclass
from enum import StrEnum

from diplomacy.countries.pair import pair_key


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
        countries = pair_key(*self.countries) if len(self.countries) == 2 else "".join(self.countries)
        everything = ("everything",) if self.everything else ()
        narrowing = (*sorted(self.topics), *sorted(self.words), *(f"-{word}" for word in sorted(self.without)))
        return " ".join(part for part in (countries, *narrowing, *everything) if part)
