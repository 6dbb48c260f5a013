"""How an answer about a pair opens (what was understood, as of when, from how much), and its buttons."""

from diplomacy.briefing.document import Choice, Choices, Flow, Paragraph
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import words
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Moment, Window
from diplomacy.relations.report import Tally
from diplomacy.topics import topic_name
from locales.formats import day, flag

WINDOWS = (7, 30, 90)
MOST_WINDOWS = (*WINDOWS, 365)
MOST_ALTERNATIVES = 2


def opening(asked: Asked, moment: Moment, tally: Tally, reader: Reader) -> tuple[Flow, ...]:
    """Head the page, say as of when and from how much it speaks, and how the question was read."""
    flags = "".join(flag(code, typed=code in asked.flags_typed) for code in (asked.pair.first, asked.pair.second))
    before = (_stood(asked, moment, reader),) if moment.stood else ()
    sample = (telling.sample_notice(reader),) if tally.sample else ()
    heading = telling.titled(telling.pair_named(reader, asked.pair), flags)
    return (heading, *before, as_of(asked, moment, tally, reader), *sample, *_readings(asked, reader))


def as_of(asked: Asked, moment: Moment, tally: Tally, reader: Reader) -> Paragraph:
    """Say as of when, over which window, and from how many reports."""
    rests_on = telling.counted(reader, tally.reports, tally.outlets) if tally.reports else ""
    if not moment.stood:
        return telling.faint(telling.as_of(reader, moment.now), window(asked.window, reader), rests_on)
    then = day(reader.language, moment.until, reader.zone)
    as_of_then = words(reader, "relations.as_of_then", date=then, asked=telling.at(reader, moment.now))
    return telling.faint(as_of_then, window_then(asked.window, reader), rests_on)


def window(asked: Window, reader: Reader) -> str:
    """Tell a window: `last 30 days`, `since 1 Jan 2026`."""
    if asked.since:
        return words(reader, "relations.since", date=day(reader.language, asked.since))
    return words(reader, "relations.last_days", asked.days)


def window_then(asked: Window, reader: Reader) -> str:
    """Tell a window that ends in the past: `30 days to then`."""
    return words(reader, "relations.days_to_then", asked.days)


def choices(asked: Asked, moment: Moment, tally: Tally, reader: Reader) -> Choices:
    """Offer to follow, the other reading of a name, other windows, and all reports."""
    everything = Choice(words(reader, "relations.button.all", tally.reports), asked.command("all"))
    second = (*window_choices(asked, moment, reader), everything)
    third = (whole(asked, reader),) if asked.narrowing else ()
    return Choices(tuple(row for row in (follow_or_instead(asked, reader), second, third) if row))


def follow_or_instead(asked: Asked, reader: Reader) -> tuple[Choice, ...]:
    """Offer to follow what was asked, and the other readings of a name."""
    others = asked.alternatives[:MOST_ALTERNATIVES]
    return (
        Choice(words(reader, "relations.button.follow"), asked.follow),
        *(telling.instead(reader, other.country, asked.command(pair=other.pair)) for other in others),
    )


def whole(asked: Asked, reader: Reader) -> Choice:
    """Offer the same without what narrowed it."""
    return Choice(words(reader, "relations.button.whole"), asked.command(narrowed=False))


def window_choices(asked: Asked, moment: Moment, reader: Reader) -> tuple[Choice, ...]:
    """Offer the windows that are not shown; where nothing is new, only those that reach what there is."""
    shown = None if asked.window.since else asked.window.days
    offered = MOST_WINDOWS if moment.stood else WINDOWS
    return tuple(
        _for_days(asked, days, reader)
        for days in offered
        if days != shown and (not moment.stood or Window(days).begins(moment.now, reader) <= moment.until)
    )


def longer_windows(asked: Asked, reader: Reader) -> tuple[Choice, ...]:
    """Offer to look back further than was asked."""
    longer = () if asked.window.since else (days for days in MOST_WINDOWS if days > asked.window.days)
    return tuple(_for_days(asked, days, reader) for days in longer)


def _for_days(asked: Asked, days: int, reader: Reader) -> Choice:
    return Choice(words(reader, "relations.button.days", days=days), asked.command(window=Window(days)))


def _stood(asked: Asked, moment: Moment, reader: Reader) -> Paragraph:
    then = day(reader.language, moment.until, reader.zone)
    return telling.faint(words(reader, "relations.stood", window=nothing_in(asked.window, reader), date=then))


def nothing_in(asked: Window, reader: Reader) -> str:
    """Say that a window is empty."""
    if asked.since:
        return words(reader, "relations.nothing_since", date=day(reader.language, asked.since))
    return words(reader, "relations.nothing_in_days", asked.days)


def _readings(asked: Asked, reader: Reader) -> tuple[Flow, ...]:
    """Say how each thing was read that was not plain."""
    names = [telling.read_as(reader, read) for read in asked.read_as]
    typed = telling.shown_as_typed(asked.narrowing)
    if asked.topic:
        names.append(words(reader, "relations.topic_read", typed=typed, topic=topic_name(reader, asked.topic)))
    if asked.words:
        names.append(words(reader, "relations.words_read", typed=telling.shown_as_typed(" ".join(asked.words))))
    if asked.window_refused:
        names.append(words(reader, "relations.window_refused", typed=telling.shown_as_typed(asked.window_refused)))
    return tuple(telling.faint(name) for name in names)
