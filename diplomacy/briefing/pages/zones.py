"""The one question, "What time is it where you are?": hours, then the cities that keep such an hour."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from diplomacy.briefing.document import Block, Choice, Choices, Code, Document, Faint, Paragraph, Strong
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader
from diplomacy.zones.find import LocalHour, likely, local_hours, offset_words
from locales.formats import city, clock_time

HOURS_A_ROW = 5
CITIES_SHOWN = 12
HOME = {"tr": "Europe/Istanbul", "ko": "Asia/Seoul"}
"""Where most readers of a language live: their city stands first."""


def zone_question(
    reader: Reader, now: datetime, others: Sequence[Choice] = (), *, every: bool = False
) -> tuple[Block, ...]:
    """Ask what time it is, with the likely hours as buttons, or every hour that some clock shows now."""
    hours = local_hours(now)
    shown = hours if every else likely(hours)
    choices = [hour_choice(hour, now, reader) for hour in shown]
    more = () if every else ((Choice(words(reader, "settings.other_hours"), "/settings zone more"),),)
    rows = (*telling.rows(choices, HOURS_A_ROW).rows, *more, *((tuple(others),) if others else ()))
    return (
        Paragraph(phrase(reader, "settings.ask_time", style=Strong)),
        Paragraph(phrase(reader, "settings.ask_time_note", style=Faint)),
        Choices(rows),
    )


def hour_choice(hour: LocalHour, now: datetime, reader: Reader) -> Choice:
    """Offer an hour; the button sends how far it is from UTC, which holds when the hour has passed."""
    return Choice(clock_time(reader.language, now, hour.zone), f"/settings zone {offset_words(hour.offset)}")


def which_city(zones: Sequence[ZoneInfo], reader: Reader) -> Document:
    """Ask whose clock it is, of the cities that keep such an hour, the most peopled first."""
    home = HOME.get(reader.language)
    ordered = sorted(zones, key=lambda zone: zone.key != home)[:CITIES_SHOWN]
    choices = [Choice(city(reader.language, zone), f"/settings zone {zone.key}") for zone in ordered]
    return Document(
        (
            Paragraph(phrase(reader, "settings.ask_city", style=Strong)),
            Paragraph(phrase(reader, "settings.ask_city_note", style=Faint)),
            telling.rows(choices),
        )
    )


def unknown_zone(typed: str, now: datetime, reader: Reader) -> Document:
    """Say that no city and no zone is called so, and ask again."""
    line = phrase(reader, "settings.zone_unknown", typed=Code(telling.shown_as_typed(typed)))
    return Document((Paragraph(line), *zone_question(reader, now)))
