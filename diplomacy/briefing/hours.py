"""What somebody types behind `/digest`."""

import re
from dataclasses import dataclass
from datetime import time
from enum import Enum

from diplomacy.schedule import Days
from diplomacy.zones.find import minutes_of_day

BARE_HOUR = re.compile(r"\d{1,2}")
LOOKS_LIKE_AN_HOUR = re.compile(r"[\d:.]+\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
HALF_OF_DAY = re.compile(r"(?<!\s)\s+([ap]\.?m\.?)(?!\w)", re.IGNORECASE)
HOURS_OF_DAY = 24


class Ask(Enum):
    """What was asked besides an hour and days."""

    SHOW = ""
    NOW = "now"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SetBriefing:
    """An hour, days, or both; what is None stays."""

    at: time | None = None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class NoHour:
    """Digits that are no hour of the day: `25:99`."""

    typed: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that say nothing about an hour or days."""

    typed: str


WORDS: dict[str, Ask | Days] = {**{ask.value: ask for ask in Ask}, **{days.value: days for days in Days}}


def digest_asked(typed: str) -> Ask | SetBriefing | NoHour | NotUnderstood:
    """Read what stands behind `/digest`: `now`, `on`, `off`, an hour, days, or an hour and days in either order."""
    words = HALF_OF_DAY.sub(r"\1", typed).split()
    if len(words) <= 1 and isinstance(ask := WORDS.get("".join(words).casefold()), Ask):
        return ask
    at: time | None = None
    days: Days | None = None
    for word in words:
        named, minutes = WORDS.get(word.casefold()), minutes_in(word)
        if isinstance(named, Days):
            days = named
        elif minutes is not None:
            at = time(minutes // 60, minutes % 60)
        else:
            return NoHour(word) if LOOKS_LIKE_AN_HOUR.fullmatch(word) else NotUnderstood(typed.strip())
    return SetBriefing(at, days)


def minutes_in(word: str) -> int | None:
    """Read an hour of the day: `07:30`, `7.30`, `7pm`, `7`."""
    if BARE_HOUR.fullmatch(word):
        return int(word) * 60 if int(word) < HOURS_OF_DAY else None
    return minutes_of_day(word)
