"""When briefings come, as a sentence, and the questions about hour and days with their buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from diplomacy.briefing.document import Choice, Choices, Code, Document, Line, Paragraph
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.follow_what import pair_choices
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader
from diplomacy.schedule import Days, Schedule
from locales.formats import city, day

HOURS = ("06:00", "07:00", "08:00", "09:00", "12:00", "18:00", "20:00", "22:00")
HOURS_A_ROW = 4
EXAMPLE = "/digest 07:30"
SWITCH_ON = "/digest on"


@dataclass(frozen=True, slots=True)
class BriefingState:
    """Whether a chat gets briefings, when, and when the next one comes."""

    schedule: Schedule | None
    """None where no hour is set."""
    next: datetime | None
    now: datetime
    knows_zone: bool
    """False: nobody has said yet what time it is there."""


def state_line(state: BriefingState, reader: Reader) -> Line:
    """Say when briefings come: `Briefing daily at 07:00 (Istanbul), next Wed 26 Nov`."""
    if not state.knows_zone:
        return phrase(reader, "digest.state_no_zone")
    if state.schedule is None or state.next is None:
        return phrase(reader, "digest.state_off", command=Code(SWITCH_ON))
    days = words(reader, f"digest.{state.schedule.days}")
    time = f"{state.schedule.at:%H:%M}"
    place = city(reader.language, state.schedule.zone)
    if state.next <= state.now:
        return phrase(reader, "digest.state_at_once", days=days, time=time, city=place)
    told = day(reader.language, state.next, state.schedule.zone, weekday=True, year=False)
    return phrase(reader, "digest.state", days=days, time=time, city=place, day=told)


def state_page(state: BriefingState, reader: Reader) -> Document:
    """Show when briefings come, with what can be done about it."""
    now = Choice(words(reader, "digest.send_now"), "/digest now")
    if state.schedule is None:
        choices: tuple[Choice, ...] = (now, Choice(words(reader, "digest.switch_on"), "/digest on"))
    else:
        hour = Choice(words(reader, "digest.change_hour"), "/settings hour")
        choices = (now, hour, Choice(words(reader, "digest.switch_off"), "/digest off"))
    return Document((Paragraph(state_line(state, reader)), Choices((choices,))))


def follow_first(busiest: Sequence[Pair], reader: Reader) -> Document:
    """Say that there is nothing to brief on until something is followed."""
    return Document((Paragraph(phrase(reader, "digest.follow_first")), pair_choices(busiest, reader)))


def ask_hour(reader: Reader) -> Document:
    """Ask at what hour the briefing shall come."""
    return Document((Paragraph(phrase(reader, "digest.ask_hour", example=Code(EXAMPLE))), hour_choices(reader)))


def bad_words(reader: Reader, typed: str, *, hour: bool) -> Document:
    """Say that something is no hour (or no words about days), and offer hours."""
    key = "digest.bad_hour" if hour else "digest.bad_words"
    line = phrase(reader, key, typed=Code(telling.shown_as_typed(typed)), example=Code(EXAMPLE))
    return Document((Paragraph(line), hour_choices(reader)))


def ask_days(reader: Reader) -> Document:
    """Ask on which days the briefing shall come."""
    choices = [Choice(words(reader, f"digest.{days}"), f"/digest {days}") for days in Days]
    return Document((Paragraph(phrase(reader, "digest.ask_days")), telling.rows(choices)))


def hour_choices(reader: Reader) -> Choices:
    """Offer hours, the days, and to switch off."""
    hours = telling.rows([Choice(hour, f"/digest {hour}") for hour in HOURS], HOURS_A_ROW).rows
    others = (
        Choice(words(reader, "digest.change_days"), "/settings days"),
        Choice(words(reader, "digest.switch_off"), "/digest off"),
    )
    return Choices((*hours, others))
