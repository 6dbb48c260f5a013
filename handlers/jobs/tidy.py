"""What is past its time goes: texts, identities that no feed lists any more, what was delivered long ago."""

from datetime import timedelta

from handlers.contract import Services, Sighting


async def tidy(services: Services) -> None:
    """Remove what retention says, a handful at a time, so that answers need not wait; once a day is enough."""
    now = services.now()
    articles = 0
    more = True
    while more:
        async with services.storage.writing() as store:
            tidied = await store.upkeep.tidy(now, timedelta(days=services.retention_days))
        articles, more = articles + tidied.articles, tidied.more
    if articles:
        services.observe(Sighting(now, "tidied", str(articles)))
