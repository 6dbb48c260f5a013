"""What questions about countries share: names understood, and pairs offered where something is missing."""

from datetime import date, datetime, timedelta

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.pair import Pair
from diplomacy.countries.resolve import Resolved, resolve
from diplomacy.countries.typos import suggestions
from diplomacy.relations.asked import ReadAs, Window
from diplomacy.relations.asking import LONGEST, Understood
from diplomacy.relations.problems import NoCountry, Offer, OneCountry, Problem, SameTwice, TooLong, UnknownName
from diplomacy.topics import spotted
from storage.database import Store

TODAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
A_MONTH = timedelta(days=30)
MOST_OFFERED = 6


def understood(text: str, language: str, gazetteer: Gazetteer) -> Understood:
    """Resolve the countries, window and other words of a question; of an endless text, its beginning."""
    topics = spotted(text[:LONGEST], language)
    resolved = resolve(topics.rest, language, gazetteer)
    return Understood(
        countries=resolved.countries,
        several=resolved.several,
        unknown=(*topics.topics, *resolved.unknown),
        read_as=_not_plain(resolved),
        window=_window(resolved),
        close=suggestions(resolved.unknown[0], language, gazetteer) if resolved.unknown else (),
    )


def _not_plain(resolved: Resolved) -> tuple[ReadAs, ...]:
    """Find what has to be said of how names were read: typing errors, and names that fit more than one country."""
    defaults = {readings[0] for readings in resolved.several}
    shortest: dict[str, str] = {}
    for read in sorted(resolved.readings, key=lambda read: len(read.typed)):
        if read.typo or read.code in defaults:
            shortest.setdefault(read.code, read.typed)
    return tuple(ReadAs(typed, code) for code, typed in shortest.items())


def _window(resolved: Resolved) -> Window | None:
    if resolved.since:
        return Window(since=date.fromisoformat(resolved.since))
    return Window(resolved.window) if resolved.window else None


async def offer_for(problem: Problem, store: Store, now: datetime) -> Offer:
    """Find pairs worth asking about: of the one country that was understood, else the busiest of all."""
    match problem:
        case OneCountry(code) | SameTwice(code) | UnknownName(_, str(code)):
            return await busiest_partners(store, code, now)
        case NoCountry() | UnknownName() | TooLong():
            return await busiest_pairs(store, now)
        case _:
            return Offer()


async def busiest_partners(store: Store, country: str, now: datetime) -> Offer:
    """Offer a country's busiest relationships, of a month where that had any."""
    busiest = await store.relations.busiest(country, now - A_MONTH, now, MOST_OFFERED)
    if not busiest:
        busiest = await store.relations.busiest(country, None, now, MOST_OFFERED)
    return Offer(tuple(Pair(country, one.other) for one in busiest if one.other != country))


async def busiest_pairs(store: Store, now: datetime) -> Offer:
    """Offer today's busiest pairs; on a day without news, those of the last week that had any."""
    pairs = await store.relations.busiest_pairs(now - TODAY, now, MOST_OFFERED)
    if pairs:
        return Offer(tuple(Pair(*pair.split("-")) for pair, _ in pairs))
    newest = max((feed.newest_item_at for feed in await store.feeds.states() if feed.newest_item_at), default=None)
    if newest is None:
        return Offer(today=False)
    last = min(newest, now)
    pairs = await store.relations.busiest_pairs(last - A_WEEK, last, MOST_OFFERED)
    return Offer(tuple(Pair(*pair.split("-")) for pair, _ in pairs), today=False)
