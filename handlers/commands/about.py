"""`/about`: what this is, and what it refuses to do."""

from diplomacy.briefing.pages import house
from handlers.contract import Reply, Request, Services


async def about(request: Request, services: Services) -> Reply:
    """Introduce the house."""
    return Reply(house.about(services.bot_name, request.reader))
