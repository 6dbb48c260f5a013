"""From a request to its reply: who answers, who reads, whether they may; every failure becomes a sentence."""

import logging
from dataclasses import replace
from difflib import get_close_matches

from diplomacy.briefing.pages import errors
from handlers.chats import reader_of
from handlers.commands import words
from handlers.contract import Command, Reply, Request, Services, Sighting
from handlers.registry import COMMANDS
from handlers.standing import may_change_settings
from storage.errors import TryAgainError

log = logging.getLogger(__name__)

BY_NAME = {name: command for command in COMMANDS for name in (command.name, *command.aliases)}


async def answer(request: Request, services: Services) -> Reply:
    """Answer anything that anybody says; whatever goes wrong becomes a sentence in the reader's language."""
    try:
        request = await as_stored(request, services)
        return await answered(request, services)
    except TryAgainError as away:
        log.warning("the database is away: %s", away)
        return Reply(errors.database_away(request.reader))
    except Exception:
        log.exception("no answer", extra={"command": request.command})
        services.observe(Sighting(services.now(), "failed", f"/{request.command}"))
        return Reply(errors.failed(request.reader))


async def as_stored(request: Request, services: Services) -> Request:
    """Give the request the language and zone that its chat has chosen."""
    async with services.storage.reading() as store:
        chat = await store.chats.get(request.chat)
    return request if chat is None else replace(request, reader=reader_of(chat))


async def answered(request: Request, services: Services) -> Reply:
    """Ask the command for its reply, or say why there is none."""
    if not request.command:
        return await words.words(request, services)
    command = BY_NAME.get(request.command.casefold())
    if command is None or not may_know(command, request, services):
        close = nearest(request.command)
        return Reply(errors.unknown_command(request.reader, request.command, close, request.words))
    if not may_change(command, request):
        return Reply(errors.administrators_only(request.reader))
    return await command.handler(replace(request, command=command.name), services)


def may_know(command: Command, request: Request, services: Services) -> bool:
    """Whether the command exists for this person: those of operators exist for operators alone."""
    return not command.operators_only or request.person in services.operators


def may_change(command: Command, request: Request) -> bool:
    """Whether this person may: in groups only administrators change settings; what merely shows is open to all."""
    harmless = not command.changes_settings or request.words.strip().casefold() in command.harmless
    return harmless or may_change_settings(request)


def nearest(typed: str) -> list[str]:
    """Name the open commands that look like what was typed, the likeliest first."""
    open_names = [name for name, command in BY_NAME.items() if command.listed and not command.operators_only]
    close = get_close_matches(typed.casefold()[:64], open_names, n=3, cutoff=0.6)
    return list(dict.fromkeys(BY_NAME[name].name for name in close))
