"""`/feeds [A]`: what is read, and how it fares."""

from diplomacy.briefing.pages.feeds import FeedSeen, all_feeds, feeds_of, one_country
from diplomacy.briefing.pages.which_country import which_country
from diplomacy.relations.problems import Offer, UnknownName
from handlers.commands.asking import understood
from handlers.contract import Reply, Request, Services
from storage.feeds import FeedState


async def feeds(request: Request, services: Services) -> Reply:
    """Tell of all feeds, or of those of one country."""
    reader = request.reader
    what = understood(request.words, request.language_of_words, services.gazetteer)
    countries = tuple(dict.fromkeys(what.countries))
    if not countries and what.unknown:
        return Reply(which_country(UnknownName(what.unknown[0], close=what.close), "feeds", Offer(), reader))
    if len(countries) > 1:
        return Reply(one_country(reader))
    async with services.storage.reading() as store:
        states = await store.feeds.states(countries[0] if countries else None)
    seen = tuple(seen_in(state) for state in states)
    page = (
        feeds_of(countries[0], seen, services.now(), reader) if countries else all_feeds(seen, services.now(), reader)
    )
    return Reply(page)


def seen_in(state: FeedState) -> FeedSeen:
    """Take what a page shows of a stored feed."""
    publisher = state.feed.publisher
    return FeedSeen(
        publisher.name,
        publisher.country,
        publisher.kind,
        publisher.state_linked,
        state.health,
        state.newest_item_at,
        state.last_ok_at,
    )
