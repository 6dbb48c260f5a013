"""`/digest`: what is new at once, or when the daily briefing comes."""

from dataclasses import replace

from diplomacy.briefing.hours import Ask, NoHour, NotUnderstood, SetBriefing, digest_asked
from diplomacy.briefing.pages import digest as pages
from diplomacy.briefing.pages import hours
from diplomacy.schedule import Days
from handlers import zone
from handlers.chats import FIRST_HOUR, chat_of, reader_of, state_of, with_hour, without_hour
from handlers.commands.asking import busiest_pairs
from handlers.composing import Lookups, compose
from handlers.contract import Reply, Request, Services
from storage.chats import ChatSettings


async def digest(request: Request, services: Services) -> Reply:
    """Brief at once, switch the briefing on or off, set its hour and days, or show how it is set."""
    match digest_asked(request.words):
        case Ask.NOW:
            return await now(request, services)
        case Ask.SHOW:
            return await shown(request, services)
        case Ask.OFF:
            return await switched_off(request, services)
        case (Ask.ON | SetBriefing()) as wanted:
            return await switched_on(wanted if isinstance(wanted, SetBriefing) else SetBriefing(), request, services)
        case (NoHour(typed) | NotUnderstood(typed)) as wrong:
            return Reply(hours.bad_words(request.reader, typed, hour=isinstance(wrong, NoHour)))


async def now(request: Request, services: Services) -> Reply:
    """Tell what is not yet told, and mark it; the day's own briefing still comes at its hour."""
    moment = services.now()
    async with services.storage.writing() as store:
        chat = await chat_of(store, request, moment)
        held = await store.subscriptions.of(request.chat)
        if not held:
            offer = await busiest_pairs(store, moment)
            return Reply(hours.follow_first(offer.pairs, request.reader))
        facts = await compose(store, chat, held, Lookups(moment), state_of(chat, moment).next)
        if facts.selection.groups:
            await store.chats.tell(chat.chat, [story.report.story for story in facts.selection.stories], moment)
            await store.chats.save(replace(chat, last_digest_at=moment, empty_days=0))
    if not facts.selection.groups:
        return Reply(pages.nothing_to_tell(facts, request.reader))
    return Reply(pages.digest(facts, request.reader))


async def shown(request: Request, services: Services) -> Reply:
    """Show when the briefing comes."""
    moment = services.now()
    async with services.storage.reading() as store:
        chat = await chat_of(store, request, moment)
    return Reply(hours.state_page(state_of(chat, moment), request.reader))


async def switched_off(request: Request, services: Services) -> Reply:
    """Switch the briefing off; what is followed stays."""
    moment = services.now()
    async with services.storage.writing() as store:
        chat = without_hour(await chat_of(store, request, moment))
        await store.chats.save(chat)
    return Reply(hours.state_page(state_of(chat, moment), reader_of(chat)))


async def switched_on(wanted: SetBriefing, request: Request, services: Services) -> Reply:
    """Set hour and days; where no zone is known, ask for it first and set them after the answer."""
    moment = services.now()
    async with services.storage.writing() as store:
        before = await chat_of(store, request, moment)
        chat = set_up(before, wanted, request)
        at, days = wanted.at or before.digest_at or FIRST_HOUR, wanted.days or before.digest_days
        if chat.zone is None:
            await store.chats.save(replace(chat, asked=zone.Waiting(at, days).written()))
            return Reply(zone.question(request.reader, moment))
        chat = with_hour(chat, moment, at, days)
        await store.chats.save(chat)
    return Reply(hours.state_page(state_of(chat, moment), reader_of(chat)))


def set_up(chat: ChatSettings, wanted: SetBriefing, request: Request) -> ChatSettings:
    """Note what `/digest daily` means besides its hour: empty days are told too, and the chat is written to again."""
    keep = chat.keep_daily if wanted.days is None else wanted.days is Days.DAILY
    return replace(chat, keep_daily=keep, thread=request.thread, stopped=False)
