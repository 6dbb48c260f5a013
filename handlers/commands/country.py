"""`/country A`: its busiest relationships and its latest dealings."""

from datetime import datetime

from diplomacy.briefing.pages.country import CountryFacts
from diplomacy.briefing.pages.country import country as country_page
from diplomacy.briefing.pages.which_country import which_country
from diplomacy.reader import Reader
from diplomacy.relations.asked import CountryAsked, Moment, Window
from diplomacy.relations.asking import country_asked
from handlers.commands.asking import offer_for, understood
from handlers.commands.relations import place_of
from handlers.contract import Reply, Request, Services
from storage.database import Store

AT_HAND = 20
BUSIEST = 6


async def country(request: Request, services: Services) -> Reply:
    """Answer what a country has been dealing with."""
    what = understood(request.words, request.language_of_words, services.gazetteer)
    now = services.now()
    asked = country_asked(request.words, what, now.astimezone(request.reader.zone).date())
    async with services.storage.reading() as store:
        if not isinstance(asked, CountryAsked):
            return Reply(which_country(asked, "country", await offer_for(asked, store, now), request.reader))
        moment = await moment_of(store, asked, now, request.reader)
        facts = await facts_of(store, asked, moment)
    return Reply(country_page(facts, asked, moment, request.reader), place_of(request, what.window))


async def moment_of(store: Store, asked: CountryAsked, now: datetime, reader: Reader) -> Moment:
    """Take the window up to now, or, where nothing came in it, up to the newest report there is."""
    newest = await store.relations.of_country(asked.country, None, now, 1)
    begins = asked.window.begins(now, reader)
    if not newest or newest[0].published >= begins:
        return Moment(now, begins, now)
    last = newest[0].published
    window = Window() if asked.window.since else asked.window
    return Moment(now, window.begins(last, reader), last, stood=True)


async def facts_of(store: Store, asked: CountryAsked, moment: Moment) -> CountryFacts:
    """Fetch what is stored of a country."""
    latest = await store.relations.of_country(asked.country, moment.since, moment.until, AT_HAND + 1)
    return CountryFacts(
        busiest=await store.relations.busiest(asked.country, moment.since, moment.until, BUSIEST),
        latest=latest[:AT_HAND],
        reports=min(len(latest), AT_HAND),
        more=len(latest) > AT_HAND,
        coverage=await store.feeds.coverage(asked.country),
    )
