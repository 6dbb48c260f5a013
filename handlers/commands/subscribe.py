"""`/subscribe`, `/unsubscribe`, `/subscriptions`: what a chat follows."""

from dataclasses import replace
from datetime import datetime

from diplomacy.briefing.document import Document
from diplomacy.briefing.pages import follow_what
from diplomacy.briefing.pages import subscribe as pages
from diplomacy.briefing.pages import subscriptions as held_pages
from diplomacy.relations.problems import Offer, SameTwice, TooMany
from diplomacy.relations.report import Report
from diplomacy.subscriptions import EVERYTHING, MOST_SUBSCRIPTIONS, Subscription
from handlers import zone
from handlers.chats import FIRST_HOUR, chat_of, state_of, with_hour
from handlers.commands.asking import busiest_pairs
from handlers.contract import Reply, ReplyPlace, Request, Services
from handlers.following import Meant, NothingKnown, meant
from storage.chats import ChatSettings
from storage.database import Store

SHOWN = 3
ALL = frozenset({"all"}) | EVERYTHING


async def subscribe(request: Request, services: Services) -> Reply:
    """Follow what is named, show the newest reports on it, and say when the briefing comes."""
    if not request.words.strip():
        return Reply(follow_what.ask_what(await busiest(services), request.reader))
    match meant(request.words, request, services):
        case Meant() as asked:
            return Reply(await followed(asked, request, services))
        case TooMany(countries):
            return Reply(follow_what.too_many_countries(countries, request.reader))
        case SameTwice(country):
            return Reply(follow_what.same_twice(country, request.reader))
        case NothingKnown(typed):
            return Reply(follow_what.unknown(typed, await busiest(services), request.reader))


async def busiest(services: Services) -> Offer:
    """Find today's busiest pairs."""
    async with services.storage.reading() as store:
        return await busiest_pairs(store, services.now())


async def followed(asked: Meant, request: Request, services: Services) -> Document:
    """Store the subscription, switch the briefing on, and say what came of it."""
    now = services.now()
    async with services.storage.writing() as store:
        chat = await chat_of(store, request, now)
        held = await store.subscriptions.of(request.chat)
        already = any(each.key == asked.subscription.key for each in held)
        if len(held) >= MOST_SUBSCRIPTIONS and not already:
            return follow_what.limit(len(held), request.reader)
        chat = switched_on(replace(chat, thread=request.thread, stopped=False), asked.subscription, now)
        await store.chats.save(chat)
        await store.subscriptions.add(request.chat, asked.subscription, now)
        newest = await newest_of(store, asked.subscription, now)
        read = () if newest else tuple([await store.feeds.coverage(code) for code in asked.subscription.countries])
    state = state_of(chat, now)
    facts = pages.Followed(asked.subscription, newest, state, already, asked.read_as, asked.others, read)
    return pages.followed(facts, request.reader)


def switched_on(chat: ChatSettings, subscription: Subscription, now: datetime) -> ChatSettings:
    """Switch a chat's briefing on; where its zone is not known, that waits for the answer."""
    if chat.zone is None:
        return replace(chat, asked=replace(zone.waiting(chat.asked) or zone.Waiting(), key=subscription.key).written())
    return chat if chat.digest_at is not None else with_hour(chat, now, FIRST_HOUR)


async def newest_of(store: Store, subscription: Subscription, now: datetime) -> tuple[Report, ...]:
    """Fetch the newest reports on what is followed from now on, one a story, whatever their age."""
    reports = await store.relations.following(subscription, None, now, SHOWN * 4, announced_only=False)
    by_story: dict[int, Report] = {}
    for report in reports:
        by_story.setdefault(report.story, report)
    return tuple(by_story.values())[:SHOWN]


async def unsubscribe(request: Request, services: Services) -> Reply:
    """End what is named; without a name, ask which."""
    typed = request.words.strip()
    async with services.storage.writing() as store:
        held = await store.subscriptions.of(request.chat)
        if not held:
            return Reply(follow_what.nothing_followed(await busiest_pairs(store, services.now()), request.reader))
        if not typed:
            return Reply(held_pages.which_to_end(held, request.reader))
        if typed.casefold() in ALL:
            return Reply(held_pages.all_ended(await store.subscriptions.remove_all(request.chat), request.reader))
        ending = next((each for each in held if each.key == typed), None) or named(typed, held, request, services)
        if isinstance(ending, Document):
            return Reply(ending)
        if not await store.subscriptions.remove(request.chat, ending.key):
            return Reply(held_pages.not_followed(ending, held, request.reader))
    return Reply(held_pages.ended(ending, request.reader))


def named(typed: str, held: tuple[Subscription, ...], request: Request, services: Services) -> Subscription | Document:
    """Find the subscription that is meant: the one typed, or else the only one with these countries."""
    match meant(typed, request, services):
        case Meant(subscription):
            alike = [each for each in held if set(each.countries) == set(subscription.countries)]
            exact = any(each.key == subscription.key for each in held)
            return alike[0] if len(alike) == 1 and subscription.countries and not exact else subscription
        case NothingKnown(unknown):
            return held_pages.which_to_end(held, request.reader, unknown)
        case _:
            return held_pages.which_to_end(held, request.reader)


async def subscriptions(request: Request, services: Services) -> Reply:
    """List what the chat follows, and when its briefing comes."""
    now = services.now()
    async with services.storage.reading() as store:
        chat = await chat_of(store, request, now)
        held = await store.subscriptions.of(request.chat)
        if not held:
            return Reply(follow_what.nothing_followed(await busiest_pairs(store, now), request.reader))
    place = ReplyPlace.SAME_MESSAGE if request.pressed else ReplyPlace.NEW_MESSAGE
    return Reply(held_pages.subscriptions(held, state_of(chat, now), request.reader), place)
