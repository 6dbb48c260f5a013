"""Whether a day without news is told, and how."""

from datetime import date
from enum import Enum

from diplomacy.schedule import MONDAY, Days

QUIET_AFTER = 3
"""Days in a row without anything, after which only Mondays are told."""


class EmptyDay(Enum):
    """What is said on a day without news."""

    LINE = "line"
    OFFER = "offer"
    """The line, and that from now on silence means nothing new."""
    ALIVE = "alive"
    """Monday's sign of life."""
    SILENCE = "silence"


def empty_day(before: int, today: date, days: Days, *, keep_daily: bool) -> EmptyDay:
    """Decide what to say on an empty day, after so many empty ones `before` in a row."""
    if keep_daily or days is Days.WEEKLY or before + 1 < QUIET_AFTER:
        return EmptyDay.LINE
    if before + 1 == QUIET_AFTER:
        return EmptyDay.OFFER
    return EmptyDay.ALIVE if today.weekday() == MONDAY else EmptyDay.SILENCE
