"""`/settings`: language, zone, hour and days, shown with buttons or typed: `zone Europe/Istanbul`, `language tr`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from diplomacy.briefing.pages import hours
from diplomacy.briefing.pages import settings as pages
from diplomacy.countries.folding import fold
from handlers import zone
from handlers.chats import chat_of, reader_of
from handlers.commands import digest
from handlers.contract import Reply, ReplyPlace, Request, Services
from locales.formats import language_name
from locales.phrases import LANGUAGES


async def settings(request: Request, services: Services) -> Reply:
    """Show the settings, or change the one that is named."""
    name, _, value = request.words.strip().partition(" ")
    act = ACTS.get(name.casefold(), unknown if name else shown)
    return await act(value.strip() if name.casefold() in ACTS else name, request, services)


async def shown(_: str, request: Request, services: Services) -> Reply:
    """Show all settings."""
    facts = await facts_of(request, services)
    place = ReplyPlace.SAME_MESSAGE if request.pressed else ReplyPlace.NEW_MESSAGE
    return Reply(pages.settings(facts, request.reader), place)


async def unknown(name: str, request: Request, services: Services) -> Reply:
    """Say that there is no such setting, and show those there are."""
    return Reply(pages.unknown_setting(name, await facts_of(request, services), request.reader))


async def facts_of(request: Request, services: Services) -> pages.SettingsFacts:
    """Tell what is set in the chat that asks."""
    now = services.now()
    async with services.storage.reading() as store:
        chat = await chat_of(store, request, now)
        held = await store.subscriptions.of(request.chat)
    return zone.facts_of(chat, len(held), now)


async def change_zone(value: str, request: Request, services: Services) -> Reply:
    """Set the zone, or ask what time it is there; a typed city then answers as well as a button."""
    if value and value != MORE_HOURS:
        return await zone.answered(value, request, services)
    now = services.now()
    async with services.storage.writing() as store:
        chat = await chat_of(store, request, now)
        if not (chat.asked or "").startswith(zone.QUESTION):
            await store.chats.save(replace(chat, asked=zone.QUESTION))
    return Reply(zone.question(request.reader, now, every=value == MORE_HOURS))


async def change_language(value: str, request: Request, services: Services) -> Reply:
    """Set the language, or ask which."""
    code = language_called(value)
    if code is None:
        return Reply(pages.ask_language(request.reader, value or None))
    now = services.now()
    async with services.storage.writing() as store:
        chat = replace(await chat_of(store, request, now), language=code)
        await store.chats.save(chat)
        held = await store.subscriptions.of(request.chat)
    return Reply(pages.language_set(zone.facts_of(chat, len(held), now), reader_of(chat)), ReplyPlace.SAME_MESSAGE)


def language_called(typed: str) -> str | None:
    """Find the language that somebody calls by its code or by its name in any language of the interface."""
    wanted = fold(typed)
    names = {fold(language_name(said_in, code)): code for said_in in LANGUAGES for code in LANGUAGES}
    return wanted if wanted in LANGUAGES else names.get(wanted)


async def ask_hour(value: str, request: Request, services: Services) -> Reply:
    """Set the hour of the briefing, or ask for it."""
    if value:
        return await digest.digest(replace(request, words=value), services)
    return Reply(hours.ask_hour(request.reader))


async def ask_days(value: str, request: Request, services: Services) -> Reply:
    """Set the days of the briefing, or ask for them."""
    if value:
        return await digest.digest(replace(request, words=value), services)
    return Reply(hours.ask_days(request.reader))


MORE_HOURS = "more"
ACTS: dict[str, Callable[[str, Request, Services], Awaitable[Reply]]] = {
    "zone": change_zone,
    "timezone": change_zone,
    "language": change_language,
    "hour": ask_hour,
    "digest": ask_hour,
    "days": ask_days,
}
"""What can be set, by the word that is typed for it."""
