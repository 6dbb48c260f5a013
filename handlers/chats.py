"""A stored chat as handlers see it: who reads, when its briefing comes, and how a change of hour or zone moves that."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from diplomacy.briefing.pages.hours import BriefingState
from diplomacy.reader import UTC, Reader
from diplomacy.schedule import Days, Schedule, next_briefing, rescheduled
from diplomacy.zones.book import zone_named
from handlers.contract import Request
from storage.chats import ChatSettings
from storage.database import Store

FIRST_HOUR = time(7)
"""When the briefing comes until somebody chooses another hour."""


async def chat_of(store: Store, request: Request, now: datetime) -> ChatSettings:
    """Fetch the settings of the chat that asks; those of a chat never seen are the ones it would begin with."""
    return await store.chats.get(request.chat) or new_chat(request, now)


def new_chat(request: Request, now: datetime) -> ChatSettings:
    """Give a chat that is seen for the first time its settings: the person's language, no zone, no briefing."""
    return ChatSettings(
        chat=request.chat,
        created_at=now,
        kind=request.chat_kind,
        thread=request.thread,
        language=request.reader.language,
    )


def reader_of(chat: ChatSettings) -> Reader:
    """Tell who reads in a chat."""
    return Reader(chat.language, zone_named(chat.zone) if chat.zone else UTC)


def zone_of(chat: ChatSettings) -> ZoneInfo | None:
    """Tell a chat's zone; None until somebody has said it."""
    return zone_named(chat.zone) if chat.zone else None


def schedule_of(chat: ChatSettings) -> Schedule | None:
    """Tell when a chat's briefings come; None without an hour or a zone."""
    zone = zone_of(chat)
    return None if zone is None or chat.digest_at is None else Schedule(zone, chat.digest_at, chat.digest_days)


def state_of(chat: ChatSettings, now: datetime) -> BriefingState:
    """Tell about a chat's briefings what pages say of them."""
    schedule = schedule_of(chat)
    return BriefingState(schedule, chat.next_run_at if schedule else None, now, chat.zone is not None)


def with_hour(chat: ChatSettings, now: datetime, at: time, days: Days | None = None) -> ChatSettings:
    """Set the hour, and the days where they change; the next briefing is the first at that hour from now on."""
    set_up = replace(chat, digest_at=at, digest_days=days or chat.digest_days, empty_days=0)
    schedule = schedule_of(set_up)
    return replace(set_up, next_run_at=next_briefing(now, schedule, chat.last_digest) if schedule else None)


def without_hour(chat: ChatSettings) -> ChatSettings:
    """Switch the briefing off."""
    return replace(chat, digest_at=None, next_run_at=None)


def with_zone(chat: ChatSettings, now: datetime, zone: ZoneInfo) -> ChatSettings:
    """Set the zone; what was promised for a date is not lost, and no date is served twice."""
    moved = replace(chat, zone=zone.key)
    schedule = schedule_of(moved)
    if schedule is None:
        return moved
    return replace(moved, next_run_at=rescheduled(now, schedule, chat.last_digest, chat.next_run_at, zone_of(chat)))
