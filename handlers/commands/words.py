"""Words that are no command: the answer to a question of ours, or countries to tell about."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from diplomacy.briefing.pages import start as pages
from diplomacy.zones.find import SeveralZones
from handlers import zone
from handlers.commands.asking import understood
from handlers.commands.country import country
from handlers.commands.relations import relations
from handlers.contract import Reply, Request, Services
from handlers.standing import may_change_settings


async def words(request: Request, services: Services) -> Reply:
    """Take words as the answer that is awaited, else as one country or two; else say what can be written."""
    if may_change_settings(request) and await awaits_zone(request, services):
        match zone.zone_meant(request.words, request, services):
            case ZoneInfo() | SeveralZones():
                return await zone.answered(request.words, request, services)
            case None:
                pass
    named = understood(request.words, request.reader.language, services.gazetteer)
    match len(dict.fromkeys(named.countries)):
        case 0:
            return await no_country(request, services)
        case 1:
            return await country(replace(request, command="country"), services)
        case _:
            return await relations(replace(request, command="relations"), services)


async def no_country(request: Request, services: Services) -> Reply:
    """Ask again where a zone is awaited, else say what can be written."""
    if may_change_settings(request) and await awaits_zone(request, services):
        return await zone.answered(request.words, request, services)
    return Reply(pages.hint(request.reader))


async def awaits_zone(request: Request, services: Services) -> bool:
    """Whether the chat was asked what time it is there, and has not answered."""
    async with services.storage.reading() as store:
        chat = await store.chats.get(request.chat)
    return chat is not None and (chat.asked or "").startswith(zone.QUESTION)
