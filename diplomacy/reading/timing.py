"""When an event was, and whether it is told as a past matter, by the dates and words around it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from diplomacy.reading.agenda_signs import Order, order_of
from diplomacy.reading.calendar import Period, Unit
from diplomacy.reading.clauses import Clause, clauses, within
from diplomacy.reading.dates import DateSaid, Direction, Times
from diplomacy.reading.shapes import EventSaid, Modality, When
from diplomacy.reading.words import Sentence

AHEAD = frozenset({Modality.WILL, Modality.MAY})
FARTHER = 4
LONG_AGO = timedelta(days=100)
"""What lies so far back is told as context, not as news."""


def when_of(text: str, sentence: Sentence, times: Times, modality: Modality, at: int | None = None) -> When:
    """When the sentence says that an event was or will be; `at` is where its trigger stands in the text."""
    date = _date_of(text, sentence, times, at, modality) if within(times.dates, sentence.start, sentence.end) else None
    if date is None:
        return When()
    return date.when_ahead if modality in AHEAD or date.direction is Direction.AHEAD else date.past.when(date.clock)


def is_background(text: str, sentence: Sentence, times: Times, at: int | None = None) -> bool:
    """Whether the clause around `at` (the sentence without it) tells a past matter as context.

    It does where it is dated to another, earlier year or long ago, or says so (`since`, an anniversary).
    """
    signs = within(times.signs, sentence.start, sentence.end)
    if not within(times.dates, sentence.start, sentence.end) and all(sign.says != "since" for sign in signs):
        return False
    clause = _clause_at(text, sentence, times, at)
    if clause is None:
        return False
    if clause.has("since"):
        return True
    date = _nearest(clause.dates, at, times)
    return date is not None and times.published is not None and _is_long_past(date, times)


def timed(text: str, events: Sequence[EventSaid], times: Times) -> tuple[EventSaid, ...]:
    """Events with the date of their sentence, where they have none yet."""
    if not times.dates:
        return tuple(events)
    return tuple(
        replace(event, when=when_of(text, Sentence(0, event.start, event.end), times, event.modality))
        if event.when.date is None
        else event
        for event in events
    )


def _is_long_past(date: DateSaid, times: Times) -> bool:
    """Whether a date lies so far back that nothing dated to it is news."""
    if date.direction is not Direction.PAST or times.published is None:
        return False
    period: Period = date.past
    if period.unit is Unit.YEAR:
        return True
    return times.published - period.last > LONG_AGO


def _date_of(text: str, sentence: Sentence, times: Times, at: int | None, modality: Modality) -> DateSaid | None:
    """The date of the clause around a trigger, else the sentence's only one, else its first; of the fitting side."""
    clause = _clause_at(text, sentence, times, at)
    if clause is not None and clause.dates:
        return _nearest(_fitting(clause.dates, modality), at, times)
    inside = within(times.dates, sentence.start, sentence.end)
    return _fitting(inside, modality)[0] if inside and (at is None or len(inside) == 1) else None


def _fitting(dates: Sequence[DateSaid], modality: Modality) -> Sequence[DateSaid]:
    """Those that can lie where the event does; all where none can."""
    other = Direction.PAST if modality in AHEAD else Direction.AHEAD
    return [date for date in dates if date.direction is not other] or dates


def _clause_at(text: str, sentence: Sentence, times: Times, at: int | None) -> Clause | None:
    parts = clauses(text, sentence, times)
    if at is None:
        return parts[0] if len(parts) == 1 else None
    return next((one for one in parts if one.start <= at < one.end), None)


def _nearest(dates: Sequence[DateSaid], at: int | None, times: Times) -> DateSaid | None:
    """The date nearest to a trigger; those on the side where the language seldom puts them count as farther."""
    if not dates or at is None:
        return dates[0] if dates else None
    before, behind = (1, FARTHER) if order_of(times.language) is Order.VERB_LAST else (FARTHER, 1)
    return min(dates, key=lambda date: max((date.start - at) * behind, (at - date.end) * before))
