"""Whether a clause says of a date, or of an act without one, that it lies ahead."""

from collections.abc import Iterator

from diplomacy.reading.calendar import Unit
from diplomacy.reading.clauses import Clause
from diplomacy.reading.date_words import Sign
from diplomacy.reading.dates import DateSaid, Direction

TO_ACT = 26
"""So far from the sign of the future an act may stand."""

SAID_BEFORE = 14
"""A weekday so near behind `said` tells when it was said."""

BEFORE, BEHIND = 60, 40
"""So far before a date, or behind it, a word may stand that fixes it."""

TO_NAME = 60
"""So far behind a year an event may stand that it names: the 2026 conference, next year's election."""

AT_BEGINNING = 14


def is_item(clause: Clause, date: DateSaid, *, verb_last: bool) -> bool:
    """Whether a date is that of something to come."""
    if _is_saying(clause, date, verb_last=verb_last) or _is_open(clause, date, verb_last=verb_last):
        return False
    to_come = _is_to_come(clause, date, verb_last=verb_last)
    fixed = to_come or clause.has("planned") or any(_is_near(sign, date) for sign in clause.of("set"))
    if date.direction is Direction.PAST:
        return to_come and date.past != date.ahead and not clause.has("past")
    if date.direction is Direction.UNKNOWN and date.past == date.ahead:
        return to_come
    if date.ahead.unit is Unit.YEAR:
        return not _is_end(clause, date) and (fixed or _is_named(clause, date))
    if date.direction is Direction.AHEAD and not date.loose:
        return date.past == date.ahead or date.ahead.unit is Unit.DAY or fixed
    return fixed and (to_come or not clause.has("past"))


def undated(clause: Clause, *, verb_last: bool) -> Iterator[tuple[Sign, Sign]]:
    """Signs of the future, each with the act that it makes sure of."""
    if clause.has("if", "wish", "not", "relative"):
        return
    acts = clause.of("act", "event") if verb_last else clause.of("act")
    for sign in clause.of("will", "shall"):
        act = sign if sign.says == "shall" else _act_beside(sign, acts, verb_last=verb_last)
        if act is not None:
            yield sign, act
            if verb_last:
                return
    for sign in clause.of("planned"):
        beside = next((one for one in clause.of("event") if 0 <= one.start - sign.end <= TO_ACT), None)
        if beside is not None:
            yield sign, beside


def _act_beside(sign: Sign, acts: list[Sign], *, verb_last: bool) -> Sign | None:
    """The act of a sign: behind it, in languages whose verb stands last rather before it."""
    behind = [one for one in acts if -1 <= one.start - sign.end <= TO_ACT]
    before = [one for one in acts if -1 <= sign.start - one.end <= TO_ACT] if verb_last else []
    return next(iter(before[-1:] or behind), None)


def _is_open(clause: Clause, date: DateSaid, *, verb_last: bool) -> bool:
    """Whether a date hangs on a condition, a wish, or on what is said not to be."""
    if clause.has("not") and not clause.has("event"):
        return True
    return any(verb_last or sign.start < date.start for sign in clause.of("if", "wish"))


def _is_to_come(clause: Clause, date: DateSaid, *, verb_last: bool) -> bool:
    """Whether the tense beside a date is that of the future."""
    for sign in clause.of("will", "shall"):
        if verb_last or sign.start < date.start or date.start - clause.start <= AT_BEGINNING:
            return True
        if date.direction is Direction.AHEAD:
            return True
    return False


def _is_near(sign: Sign, date: DateSaid) -> bool:
    return -BEFORE <= sign.start - date.end and sign.start - date.end <= BEHIND


def _is_saying(clause: Clause, date: DateSaid, *, verb_last: bool) -> bool:
    """Whether a date tells when something was said."""
    behind = AT_BEGINNING if verb_last else 1
    return date.direction is not Direction.AHEAD and any(
        -1 <= date.start - sign.end <= SAID_BEFORE or 0 <= sign.start - date.end <= behind for sign in clause.of("said")
    )


def _is_end(clause: Clause, date: DateSaid) -> bool:
    """Whether a year only tells how long something lasts or by when it is aimed at."""
    return any(0 <= date.start - sign.end <= AT_BEGINNING for sign in clause.of("from"))


def _is_named(clause: Clause, date: DateSaid) -> bool:
    """Whether a year says which event is meant."""
    return any(-BEFORE // 2 <= sign.start - date.end <= TO_NAME for sign in clause.of("event"))
