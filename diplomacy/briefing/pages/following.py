"""How what a chat follows is named on every page: `Türkiye – South Korea · energy · −oil`."""

from diplomacy.reader import Reader
from diplomacy.subscriptions import Subscription
from diplomacy.topics import topic_name
from locales.formats import country_name
from locales.phrases import say


def subscription_name(reader: Reader, subscription: Subscription) -> str:
    """Name one thing a chat follows, in the reader's language."""
    countries = " – ".join(country_name(reader.language, code) for code in subscription.countries)
    narrowing = (
        *(topic_name(reader, topic) for topic in subscription.topics),
        *(f"“{word}”" for word in subscription.words),
        *(f"−“{word}”" for word in subscription.without),
        *((say(reader.language, "subscribe.everything"),) if subscription.everything else ()),
    )
    return " · ".join(part for part in (countries, *narrowing) if part)


def command_words(subscription: Subscription) -> str:
    """What follows `/subscribe` or `/unsubscribe` to mean just this, as a button sends it: `TR KR energy`."""
    pieces = (
        *subscription.countries,
        *subscription.topics,
        *subscription.words,
        *(f"-{word}" for word in subscription.without),
        *(("everything",) if subscription.everything else ()),
    )
    return " ".join(pieces)
