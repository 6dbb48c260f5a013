"""The daily briefing: whose hour has come is told once for the local date, through the outbox.

    due chats -> compose -> one transaction a batch: claim the date, put the parts, set the next hour

A crash before the transaction leaves the chat due; after it the outbox has what is to be sent.
"""

import logging
from asyncio import sleep
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from diplomacy.briefing.codec import encode
from diplomacy.briefing.document import Document, Fold, News
from diplomacy.briefing.empty_days import EmptyDay, empty_day
from diplomacy.briefing.pages.digest import DigestFacts, digest
from diplomacy.schedule import Schedule, next_briefing, owed
from handlers.chats import reader_of, schedule_of
from handlers.composing import Lookups, compose
from handlers.contract import Services, Sighting
from locales.phrases import LANGUAGES, say
from storage.chats import ChatSettings
from storage.database import Store
from storage.outbox import OutboxMessage

log = logging.getLogger(__name__)

BATCH = 50
"""Chats a transaction: long enough to be quick, short enough that answers don't wait for it."""
RETRY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Briefed:
    """What is to be stored for a chat whose hour has come."""

    chat: ChatSettings
    """As it was when it was read; the next hour is set already."""
    was_due: datetime | None
    local_date: date | None = None
    """The local date that is served; None where only the next hour is set."""
    messages: tuple[OutboxMessage, ...] = ()


async def next_due(services: Services) -> datetime | None:
    """Tell when the next briefing is due."""
    async with services.storage.reading() as store:
        return await store.chats.next_run_at()


async def brief_subscribers(services: Services) -> None:
    """Brief every chat whose hour has come."""
    lookups = Lookups(services.now())
    told = 0
    while batch := await briefed_batch(lookups, services):
        async with services.storage.writing() as store:
            served = [each for each in batch if await stored(store, each, lookups.now)]
            await store.outbox.put([message for each in served for message in each.messages], lookups.now)
        told += sum(bool(each.messages) for each in served)
        services.wake_delivery()
    if told:
        services.observe(Sighting(lookups.now, "digest", say(LANGUAGES[0], "digest.sighting", told)))


async def briefed_batch(lookups: Lookups, services: Services) -> list[Briefed]:
    """Compose the briefings of the next chats that are due."""
    async with services.storage.reading() as store:
        batch = []
        for chat in await store.chats.due(lookups.now, BATCH):
            batch.append(await briefed_or_put_off(store, chat, lookups, services))
            await sleep(0)  # answers to people go first
        return batch


async def briefed_or_put_off(store: Store, chat: ChatSettings, lookups: Lookups, services: Services) -> Briefed:
    """Compose a chat's briefing; one that can't be composed must not hold up the others, and is tried again."""
    try:
        return await briefed(store, chat, lookups, services)
    except Exception:
        log.exception("no briefing composed")
        return Briefed(replace(chat, next_run_at=lookups.now + RETRY), chat.next_run_at)


async def briefed(store: Store, chat: ChatSettings, lookups: Lookups, services: Services) -> Briefed:
    """Compose a chat's briefing for the local date that is owed; a date that has gone by is skipped."""
    schedule = schedule_of(chat)
    today = owed(lookups.now, schedule, chat.last_digest) if schedule else None
    if schedule is None or today is None:
        coming = next_briefing(lookups.now, schedule, chat.last_digest) if schedule else None
        return Briefed(replace(chat, next_run_at=coming), chat.next_run_at)
    coming = next_briefing(lookups.now, schedule, today)
    served = replace(chat, next_run_at=coming, last_digest=today, last_digest_at=lookups.now)
    held = await store.subscriptions.of(chat.chat)
    if not held:
        return Briefed(served, chat.next_run_at, today)
    facts = await compose(store, chat, held, lookups, coming)
    if facts.selection.groups:
        served = replace(served, empty_days=0)
        return Briefed(served, chat.next_run_at, today, messages(served, today, facts, services, silent=False))
    return quiet_day(served, chat.next_run_at, today, schedule, facts, services)


def quiet_day(
    chat: ChatSettings,
    was_due: datetime | None,
    today: date,
    schedule: Schedule,
    facts: DigestFacts,
    services: Services,
) -> Briefed:
    """Tell, without sound, that a day has nothing; after some such days say nothing but on Mondays."""
    say = empty_day(chat.empty_days, today, schedule.days, keep_daily=chat.keep_daily)
    chat = replace(chat, empty_days=chat.empty_days + 1)
    if say is EmptyDay.SILENCE:
        return Briefed(chat, was_due, today)
    facts = replace(facts, offers_rest=say is EmptyDay.OFFER, resting=say is EmptyDay.ALIVE)
    return Briefed(chat, was_due, today, messages(chat, today, facts, services, silent=True))


def messages(
    chat: ChatSettings, today: date, facts: DigestFacts, services: Services, *, silent: bool
) -> tuple[OutboxMessage, ...]:
    """Write a digest as the messages of the outbox, each with the stories that it tells."""
    story_of = {story.report.article: story.report.story for story in facts.selection.stories}
    return tuple(
        OutboxMessage(
            chat.chat,
            chat.thread,
            f"digest:{chat.chat}:{today.isoformat()}",
            part,
            encode(document),
            silent=silent,
            stories=tuple(dict.fromkeys(story_of[article] for article in articles_in(document) if article in story_of)),
        )
        for part, document in enumerate(services.split(digest(facts, reader_of(chat))), 1)
    )


def articles_in(document: Document) -> Sequence[int]:
    """Name the articles that a document quotes."""
    flat = [inner for block in document.blocks for inner in (block.blocks if isinstance(block, Fold) else (block,))]
    return [block.words.evidence.article for block in flat if isinstance(block, News)]


async def stored(store: Store, briefed: Briefed, now: datetime) -> bool:
    """Take the date for a chat, unless the chat was changed since it was read or the date was served already."""
    current = await store.chats.get(briefed.chat.chat)
    if current is None or current.stopped or current.next_run_at != briefed.was_due:
        return False
    chat = replace(current, next_run_at=briefed.chat.next_run_at)
    if briefed.local_date is None:
        await store.chats.save(chat)
        return False
    if not await store.chats.claim_digest(chat.chat, briefed.local_date, chat.next_run_at):
        return False
    served = replace(chat, last_digest=briefed.local_date, last_digest_at=now, empty_days=briefed.chat.empty_days)
    await store.chats.save(served)
    return True
