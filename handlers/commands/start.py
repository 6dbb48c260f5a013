"""`/start`: the first contact, the way back, and deep links to an answer (`rel_KR-TR`, `fol_KR-TR`, `co_TR`)."""

from collections.abc import Mapping
from dataclasses import replace

from diplomacy.briefing.pages import errors
from diplomacy.briefing.pages import start as pages
from handlers.chats import state_of
from handlers.commands.asking import busiest_pairs
from handlers.commands.country import country
from handlers.commands.relations import relations
from handlers.commands.subscribe import subscribe
from handlers.contract import Handler, Reply, Request, Services
from handlers.standing import may_change_settings

LINKS: Mapping[str, tuple[str, Handler]] = {
    "rel": ("relations", relations),
    "fol": ("subscribe", subscribe),
    "co": ("country", country),
}
OFFERED = 3


async def start(request: Request, services: Services) -> Reply:
    """Greet, or answer what a deep link asks; a chat that had stopped hears from us again."""
    back = await resumed(request, services)
    kind, _, what = request.words.strip().partition("_")
    if what and kind in LINKS:
        command, handler = LINKS[kind]
        if handler is subscribe and not may_change_settings(request):
            return Reply(errors.administrators_only(request.reader))
        return await handler(replace(request, command=command, words=" ".join(what.split("-"))), services)
    if back is not None:
        return back
    async with services.storage.reading() as store:
        offer = await busiest_pairs(store, services.now())
    return Reply(pages.start(offer.pairs[:OFFERED], request.reader))


async def resumed(request: Request, services: Services) -> Reply | None:
    """Write to a stopped chat again; None where the chat had not stopped."""
    async with services.storage.writing() as store:
        chat = await store.chats.get(request.chat)
        if chat is None or not chat.stopped:
            return None
        await store.chats.resume(request.chat)
    return Reply(pages.back(state_of(chat, services.now()), request.reader))
