"""`/stats`, for operators: how the house fares."""

from collections import Counter

from diplomacy.briefing.pages import house
from handlers.contract import Reply, Request, Services
from storage.database import Store


async def stats(request: Request, services: Services) -> Reply:
    """Tell operators how many chats, messages and feeds there are, and how they fare."""
    async with services.storage.reading() as store:
        figures = await figures_of(store)
    return Reply(house.stats(figures, services.now(), request.reader))


async def figures_of(store: Store) -> house.Figures:
    """Count everything."""
    chats = await store.chats.counts()
    totals = await store.feeds.totals()
    uncertain = await store.outbox.uncertain(house.UNCERTAIN_SHOWN)
    return house.Figures(
        chats=chats.chats,
        stopped=chats.stopped,
        with_digest=chats.with_digest,
        subscriptions=chats.subscriptions,
        articles=totals.articles,
        stories=totals.stories,
        outbox=await store.outbox.counts(),
        feeds=Counter(state.health for state in await store.feeds.states()),
        uncertain=tuple(house.Uncertain(one.chat, one.reason) for one in uncertain),
    )
