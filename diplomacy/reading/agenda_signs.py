"""Whether a clause says of a date, or of an act without one, that it lies ahead."""

import re
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from diplomacy.reading.calendar import Unit
from diplomacy.reading.clauses import Clause
from diplomacy.reading.date_words import DateWords, Sign
from diplomacy.reading.dates import DateSaid, Direction
from diplomacy.reading.word_order import VERB_LAST

MOST = 12
"""More acts ahead than these no clause tells; hostile ones may."""

TO_ACT = 26
"""So far from the sign of the future an act may stand."""

SAID_BEFORE = 14
"""A weekday so near behind `said` tells when it was said."""

BEFORE, BEHIND = 60, 40
"""So far before a date, or behind it, a word may stand that fixes it."""

TO_NAME = 60
"""So far behind a year an event may stand that it names: the 2026 conference, next year's election."""

AT_BEGINNING = 14
A_MONTH = timedelta(days=31)
BESIDE = 14
"""So near to a weekday a verb tells whether it is the last or the next one."""


class Order(Enum):
    """Where a language puts the verb, and with it the sign of the future."""

    VERB_BETWEEN = "English: before what it says of whom"
    FREE = "on either side of the date"
    VERB_LAST = "behind everything"


DATED_LAST = VERB_LAST | {"fa"}
"""In Persian too the verb stands behind its date, though what its compound verbs tell stands earlier."""


def order_of(language: str | None) -> Order:
    """The order of words in a language."""
    if language in DATED_LAST:
        return Order.VERB_LAST
    return Order.VERB_BETWEEN if language == "en" else Order.FREE


def is_item(text: str, clause: Clause, date: DateSaid, order: Order, words: DateWords | None) -> bool:
    """Whether a date is that of something to come."""
    if _is_saying(clause, date, order) or _is_open(clause, date, order) or _is_since(clause, date):
        return False
    to_come = _is_to_come(text, clause, date, order, words)
    if date.loose or (date.direction is Direction.UNKNOWN and date.past == date.ahead):
        return to_come and _is_deed(clause, date, order)
    if date.direction is Direction.PAST:
        return to_come and date.past != date.ahead and not clause.has("past")
    return _lies_ahead(text, clause, date, words, to_come=to_come)


def _lies_ahead(text: str, clause: Clause, date: DateSaid, words: DateWords | None, *, to_come: bool) -> bool:
    """Whether something is told of a date that lies ahead, or may."""
    fixed = to_come or clause.has("planned") or any(_is_near(sign, date) for sign in clause.of("set"))
    if date.ahead.unit is Unit.YEAR:
        return not _is_end(clause, date) and (fixed or _is_named(clause, date))
    if date.direction is Direction.AHEAD:
        return fixed or _is_sure(text, clause, date, words)
    if _is_over_beside(text, clause, date, words):
        return False
    return (fixed or _is_bound(clause, date)) and (to_come or not clause.has("past"))


def _is_over_beside(text: str, clause: Clause, date: DateSaid, words: DateWords | None) -> bool:
    """Whether the words right beside a weekday tell what has been, and none of them what will be."""
    if date.ahead.first - date.past.first > A_MONTH:
        return False
    said = [sign.start for sign in clause.of("said") if sign.start >= date.end]
    start, end = max(clause.start, date.start - BESIDE), min([clause.end, date.end + BESIDE, *said])
    near = [sign.says for sign in clause.signs if start <= sign.end and sign.start <= end]
    if "will" in near or "shall" in near or (words and _ends_in(text, start, end, words.future)):
        return False
    return "past" in near or (words is not None and _ends_in(text, start, end, words.past))


def _is_bound(clause: Clause, date: DateSaid) -> bool:
    """Whether something begins or ends with a date."""
    return any(
        0 <= date.start - sign.end <= 1 or 0 <= sign.start - date.end <= 1 for sign in clause.of("from", "until")
    )


def _is_deed(clause: Clause, date: DateSaid, order: Order) -> bool:
    """Whether something is done: that prices will rise this year is no item (English alone lists so many deeds)."""
    known = date.ahead.unit is not Unit.YEAR or order is not Order.VERB_BETWEEN
    return known or clause.has("act", "event", "deed", "set")


def _is_since(clause: Clause, date: DateSaid) -> bool:
    """Whether something has been so since the date."""
    return any(0 <= date.start - sign.end <= 1 for sign in clause.of("since"))


def _is_sure(text: str, clause: Clause, date: DateSaid, words: DateWords | None) -> bool:
    """Whether a date lies ahead without a word that says so: a day does, a month unless something has been then."""
    if date.past == date.ahead:
        return True
    if date.ahead.unit is Unit.DAY:
        return _is_bound(clause, date) or not clause.has("past")
    over = clause.has("past") or _ends_so(text, clause, words.past if words else None)
    return not over and (date.ahead.unit is Unit.QUARTER or clause.has("act", "event", "from", "until"))


def _ends_in(text: str, start: int, end: int, pattern: re.Pattern[str] | None) -> bool:
    return pattern is not None and pattern.search(text, start, end) is not None


def _ends_so(text: str, clause: Clause, pattern: re.Pattern[str] | None) -> bool:
    """Whether a word of the clause has one of these endings."""
    return pattern is not None and pattern.search(text, clause.start, clause.end) is not None


def undated(clause: Clause, order: Order) -> Iterator[tuple[Sign, Sign]]:
    """Signs of the future, each with the act that it makes sure of."""
    if clause.has("if", "wish", "not", "relative") or any(one.direction is Direction.AHEAD for one in clause.dates):
        return
    verb_last = order is Order.VERB_LAST
    acts = clause.of("act", "event") if verb_last else clause.of("act")
    for sign in clause.of("will", "shall")[:MOST]:
        act = sign if sign.says == "shall" else _act_beside(sign, acts, verb_last=verb_last)
        if act is not None:
            yield sign, act
            if verb_last:
                return
    for sign in clause.of("planned")[:MOST]:
        beside = next((one for one in clause.of("event") if 0 <= one.start - sign.end <= TO_ACT), None)
        if beside is not None:
            yield sign, beside


def _act_beside(sign: Sign, acts: list[Sign], *, verb_last: bool) -> Sign | None:
    """The act of a sign: behind it, in languages whose verb stands last rather before it."""
    behind = [one for one in acts if -1 <= one.start - sign.end <= TO_ACT]
    before = [one for one in acts if -1 <= sign.start - one.end <= TO_ACT] if verb_last else []
    return next(iter(before[-1:] or behind), None)


def _is_open(clause: Clause, date: DateSaid, order: Order) -> bool:
    """Whether a date hangs on a condition, a wish, or on what is said not to be."""
    last = order is Order.VERB_LAST
    open_ = [sign for sign in clause.of("if", "wish", "not") if last or sign.start < date.start]
    if not open_ or any(0 <= sign.start - date.end <= TO_ACT for sign in clause.of("event")):
        return False
    event = clause.has("event")
    return any(not event if sign.says == "not" else not _is_to_be(sign, clause) for sign in open_)


def _is_to_be(wish: Sign, clause: Clause) -> bool:
    """Whether a wish is itself what will be: will demand, `talep edecek`."""
    return any(
        0 <= sign.start - wish.end <= 1 or 0 <= wish.start - sign.end <= 1 for sign in clause.of("will", "shall")
    )


def _is_to_come(text: str, clause: Clause, date: DateSaid, order: Order, words: DateWords | None) -> bool:
    """Whether the tense beside a date is that of the future."""
    free = order is not Order.VERB_BETWEEN or date.direction is Direction.AHEAD
    for sign in clause.of("will", "shall", "pledge"):
        if free or sign.start < date.start or date.start - clause.start <= AT_BEGINNING:
            return True
    return _ends_so(text, clause, words.future if words else None)


def _is_near(sign: Sign, date: DateSaid) -> bool:
    return -BEFORE <= sign.start - date.end <= BEHIND


def _is_saying(clause: Clause, date: DateSaid, order: Order) -> bool:
    """Whether a date tells when something was said."""
    behind = AT_BEGINNING if order is Order.VERB_LAST else 1
    return (date.direction is not Direction.AHEAD or date.past != date.ahead) and any(
        -1 <= date.start - sign.end <= SAID_BEFORE or 0 <= sign.start - date.end <= behind for sign in clause.of("said")
    )


def _is_end(clause: Clause, date: DateSaid) -> bool:
    """Whether a year only tells how long something lasts or by when it is aimed at."""
    return any(0 <= date.start - sign.end <= AT_BEGINNING for sign in clause.of("until"))


def _is_named(clause: Clause, date: DateSaid) -> bool:
    """Whether a year says which event is meant."""
    return any(-BEFORE // 2 <= sign.start - date.end <= TO_NAME for sign in clause.of("event"))
