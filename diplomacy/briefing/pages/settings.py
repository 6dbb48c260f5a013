"""The settings of a chat, each as a line, a button, and something to type."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from diplomacy.briefing.document import Choice, Choices, Code, Document, Items, Line, Paragraph, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.hours import BriefingState, state_line
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader
from locales.formats import city, clock_time, language_name
from locales.phrases import LANGUAGES

TYPED = ("/settings zone Istanbul", "/settings language tr", "/digest 07:30")


@dataclass(frozen=True, slots=True)
class SettingsFacts:
    """What is set in a chat."""

    state: BriefingState
    zone: ZoneInfo | None
    following: int


def settings(facts: SettingsFacts, reader: Reader) -> Document:
    """Show all settings, with a button for each."""
    rows: tuple[Line, ...] = (
        phrase(reader, "settings.row_language", language=own_name(reader.language)),
        zone_row(facts, reader),
        state_line(facts.state, reader),
        phrase(reader, "settings.row_following", facts.following),
    )
    zone, language, hour = (Code(typed) for typed in TYPED)
    return Document(
        (
            telling.titled(words(reader, "settings.title")),
            Items(rows),
            Paragraph(phrase(reader, "settings.typed", zone=zone, language=language, hour=hour)),
            buttons(facts, reader),
        )
    )


def zone_row(facts: SettingsFacts, reader: Reader) -> Line:
    """Say which clock is the chat's, and what it shows."""
    if facts.zone is None:
        return phrase(reader, "settings.row_no_zone")
    time = clock_time(reader.language, facts.state.now, facts.zone)
    return phrase(reader, "settings.row_zone", city=city(reader.language, facts.zone), zone=facts.zone.key, time=time)


def buttons(facts: SettingsFacts, reader: Reader) -> Choices:
    """Offer to change each setting; hour and days once the zone is known."""
    first = (
        Choice(words(reader, "settings.language"), "/settings language"),
        Choice(words(reader, "settings.zone"), "/settings zone"),
    )
    on = facts.state.schedule is not None
    switch = (
        Choice(words(reader, "digest.switch_off"), "/digest off")
        if on
        else Choice(words(reader, "digest.switch_on"), "/digest on")
    )
    second = (
        Choice(words(reader, "settings.hour"), "/settings hour"),
        Choice(words(reader, "settings.days"), "/settings days"),
        switch,
    )
    return Choices((first, second, (Choice(words(reader, "common.following"), "/subscriptions"),)))


def own_name(language: str) -> str:
    """Name a language in itself: `Türkçe`."""
    name = language_name(language, language)
    return name[:1].upper() + name[1:]


def ask_language(reader: Reader, typed: str | None = None) -> Document:
    """Ask which language to speak; say so if the one typed is none of them."""
    if typed is None:
        line = phrase(reader, "settings.ask_language")
    else:
        line = phrase(reader, "settings.language_unknown", typed=Code(telling.shown_as_typed(typed)))
    return Document((Paragraph(line), language_choices()))


def language_choices() -> Choices:
    """Offer each language under its own name."""
    return Choices((tuple(Choice(own_name(code), f"/settings language {code}") for code in LANGUAGES),))


def language_set(facts: SettingsFacts, reader: Reader) -> Document:
    """Say in the new language that it is spoken from now on."""
    return Document((Paragraph(phrase(reader, "settings.language_set")), *settings(facts, reader).blocks))


def zone_set(facts: SettingsFacts, reader: Reader) -> Document:
    """Say which clock is the chat's now, and what that means for its briefing."""
    line = zone_set_line(facts, reader)
    return Document((Paragraph((*line, Text(" "), *state_line(facts.state, reader))), buttons(facts, reader)))


def zone_set_line(facts: SettingsFacts, reader: Reader) -> Line:
    """Say which clock is the chat's now."""
    zone = facts.zone or reader.zone
    time = clock_time(reader.language, facts.state.now, zone)
    return phrase(reader, "settings.zone_set", city=city(reader.language, zone), time=time)


def unknown_setting(typed: str, facts: SettingsFacts, reader: Reader) -> Document:
    """Say that there is no such setting, and show those there are."""
    line = phrase(reader, "settings.unknown", typed=Code(telling.shown_as_typed(typed)))
    return Document((Paragraph(line), *settings(facts, reader).blocks))
