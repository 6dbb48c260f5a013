"""What somebody wants to follow: countries, topics, words as typed, understood as one subscription or as a fault."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplomacy.relations.asked import ReadAs
from diplomacy.relations.asking import LONGEST
from diplomacy.relations.problems import SameTwice, TooMany
from diplomacy.subscriptions import MOST_WORDS, Subscription, narrowing, topics_and_words
from handlers.commands.asking import understood
from handlers.contract import Request, Services

MOST_COUNTRIES = 2
MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing to follow, how its names were read, and what they may have meant as well."""

    subscription: Subscription
    read_as: tuple[ReadAs, ...] = ()
    others: tuple[Subscription, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingKnown:
    """Neither a country nor a topic is named."""

    typed: str


def meant(typed: str, request: Request, services: Services) -> Meant | TooMany | SameTwice | NothingKnown:
    """Understand what stands behind `/subscribe` or `/unsubscribe`."""
    asked = narrowing(typed[:LONGEST])
    found = understood(asked.rest, request.language_of_words, services.gazetteer)
    countries = tuple(dict.fromkeys(found.countries))
    topics, words = topics_and_words(found.unknown, request.reader.language)
    if len(countries) > MOST_COUNTRIES:
        return TooMany(countries)
    if len(found.countries) > len(countries) and len(countries) == 1:
        return SameTwice(countries[0])
    if not countries and not topics:
        return NothingKnown(asked.rest or typed)
    words = (*asked.coded, *words)[:MOST_WORDS]
    following = Subscription(countries, topics, words, asked.without, asked.everything and len(countries) == 1)
    return Meant(following, found.read_as, others(following, found.several))


def others(following: Subscription, several: Sequence[Sequence[str]]) -> tuple[Subscription, ...]:
    """List the subscriptions that the other readings of its names would make."""
    found = []
    for default, *rest in several:
        for other in rest:
            countries = tuple(other if code == default else code for code in following.countries)
            if default in following.countries and len(set(countries)) == len(countries):
                found.append(replace(following, countries=countries))
    return tuple(found[:MOST_OTHERS])
