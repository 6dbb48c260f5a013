"""`/privacy`: what is stored about a chat, why, and how long."""

from diplomacy.briefing.pages import house
from handlers.contract import Reply, Request, Services


async def privacy(request: Request, services: Services) -> Reply:
    """Name what is kept."""
    return Reply(house.privacy(services.retention_days, request.reader))
