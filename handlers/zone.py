"""The answer to "What time is it where you are?": it sets the zone, and what waited for it follows by itself."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from diplomacy.briefing.document import Document, Paragraph
from diplomacy.briefing.pages import settings as settings_pages
from diplomacy.briefing.pages import subscribe as subscribe_pages
from diplomacy.briefing.pages import zones
from diplomacy.briefing.pages.settings import SettingsFacts
from diplomacy.reader import Reader
from diplomacy.schedule import Days
from diplomacy.subscriptions import Subscription
from diplomacy.zones.find import SeveralZones, by_people, find_zone
from handlers.chats import FIRST_HOUR, chat_of, reader_of, state_of, with_hour, with_zone, zone_of
from handlers.commands.asking import understood
from handlers.contract import Reply, ReplyPlace, Request, Services
from locales.formats import zones_of
from storage.chats import ChatSettings

QUESTION = "zone"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the zone: an hour to be set on some days, and perhaps a subscription to be confirmed."""

    at: time = FIRST_HOUR
    days: Days = Days.DAILY
    key: str = ""

    def written(self) -> str:
        """Write it as the chat's pending question."""
        return f"{QUESTION} {self.at:%H:%M} {self.days} {self.key}".strip()


def waiting(asked: str | None) -> Waiting | None:
    """Read what waits for the zone; None where no hour does."""
    pieces = (asked or "").split(" ", maxsplit=3)
    if len(pieces) < 3 or pieces[0] != QUESTION:  # noqa: PLR2004  # question, hour, days
        return None
    return Waiting(time.fromisoformat(pieces[1]), Days(pieces[2]), pieces[3] if len(pieces) > 3 else "")  # noqa: PLR2004


def zone_meant(typed: str, request: Request, services: Services) -> ZoneInfo | SeveralZones | None:
    """Find the zone that an answer means; a country stands for its own zone, or for each of its zones."""
    if found := find_zone(typed, services.now()):
        return found
    named = understood(typed, request.reader.language, services.gazetteer)
    if len(named.countries) != 1 or named.unknown:
        return None
    own = by_people(zones_of(named.countries[0]))
    return own[0] if len(own) == 1 else SeveralZones(own) if own else None


async def answered(typed: str, request: Request, services: Services) -> Reply:
    """Set the zone that somebody names, ask which city where several fit, or ask again."""
    match zone_meant(typed, request, services):
        case (ZoneInfo() as zone) | SeveralZones((zone,)):
            return Reply(await set_zone(zone, request, services), ReplyPlace.SAME_MESSAGE)
        case SeveralZones(fitting):
            return Reply(zones.which_city(fitting, request.reader))
        case None:
            return Reply(zones.unknown_zone(typed, services.now(), request.reader))


async def set_zone(zone: ZoneInfo, request: Request, services: Services) -> Document:
    """Store the zone, set the hour that waited for it, and confirm what waited."""
    now = services.now()
    async with services.storage.writing() as store:
        before = await chat_of(store, request, now)
        waited = waiting(before.asked)
        chat = replace(with_zone(before, now, zone), asked=None)
        if waited:
            chat = with_hour(chat, now, waited.at, waited.days)
        await store.chats.save(chat)
        held = await store.subscriptions.of(chat.chat)
    return confirmed(chat, held, waited, now)


def confirmed(chat: ChatSettings, held: tuple[Subscription, ...], waited: Waiting | None, now: datetime) -> Document:
    """Say which clock is the chat's, and confirm the subscription that waited for it."""
    reader = reader_of(chat)
    facts = facts_of(chat, len(held), now)
    asked_for = next((each for each in held if waited and each.key == waited.key), None)
    if asked_for is None:
        return settings_pages.zone_set(facts, reader)
    clock = Paragraph(settings_pages.zone_set_line(facts, reader))
    return Document((clock, *subscribe_pages.confirmed(asked_for, facts.state, reader).blocks))


def facts_of(chat: ChatSettings, following: int, now: datetime) -> SettingsFacts:
    """Tell what is set in a chat, for the pages that show it."""
    return SettingsFacts(state_of(chat, now), zone_of(chat), following)


def question(reader: Reader, now: datetime, *, every: bool = False) -> Document:
    """Ask what time it is where the reader is."""
    return Document(zones.zone_question(reader, now, every=every))
