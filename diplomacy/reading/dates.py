"""When: every date that a text tells, counted from the day on which it was published.

    text ──▶ words (month, weekday, number …) ──▶ groups that stand together ──▶ one stretch of the calendar each

A group is read whatever the order of its parts (`5 March 2026`, `2026년 3월 5일`, `next week on Thursday`), so one
grammar serves all languages; their words are in `lexicon/dates.<language>.tsv`. Where a date can lie on either side of
the day of publication (`on Thursday`, `in March`), both readings are kept: the tense around it decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from diplomacy.countries.folding import Folded, fold_with_offsets
from diplomacy.reading.calendar import Period, Unit, holding
from diplomacy.reading.date_counts import counted
from diplomacy.reading.date_sense import sense_of
from diplomacy.reading.date_words import DateWords, Sign, Word, date_words, scan
from diplomacy.reading.recurring import Sense
from diplomacy.reading.shapes import When
from diplomacy.reading.version import READ_IN_FULL

LONGEST_GAP = 16
MOST_WORDS = 6
"""A date has no more parts than these."""

NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4}))(?![\d/]|[.-]\d)"
)
CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d)\s*(?:GMT|UTC)\b")
CLOCK_REACH = 48
BREAK = re.compile(r"[\n!?;。！？؟；]|\.\s+(?=[^\W\d_])")
"""What no date reaches across."""


class Direction(StrEnum):
    """On which side of the day of publication a date lies."""

    PAST = "past"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date in a text, from `start` to `end`; `past` and `ahead` are one unless only the tense can tell."""

    start: int
    end: int
    past: Period
    """As it is read beside what has happened."""
    ahead: Period
    """As it is read beside what is to come."""
    direction: Direction
    clock: time | None = None
    loose: bool = False
    """`in three months` may lie ahead, or tell how long something took: the tense tells."""

    @property
    def when(self) -> When:
        """The date by itself: the reading ahead where it lies ahead, else the one past."""
        return (self.ahead if self.direction is Direction.AHEAD else self.past).when(self.clock)

    @property
    def when_ahead(self) -> When:
        """The date of what is to come."""
        return self.ahead.when(self.clock)


@dataclass(frozen=True, slots=True)
class Times:
    """All that a text tells about time, each in the text's order."""

    dates: tuple[DateSaid, ...] = ()
    signs: tuple[Sign, ...] = ()
    published: date | None = None
    words: DateWords | None = None
    """The words of the language; None where none are known."""
    language: str | None = None


def dates_of(text: str, language: str | None, published: datetime | None) -> tuple[DateSaid, ...]:
    """Every date of a text; without a moment of publication only those that tell their year."""
    return times_of(text, language, published).dates


def times_of(text: str, language: str | None, published: datetime | None) -> Times:
    """Every date of a text and every word that tells whether something lies ahead, found in one pass."""
    known = date_words(language)
    text = text[:READ_IN_FULL]
    day = published.date() if published else None
    if known is None:
        return Times(tuple(_numeric(text, day)), (), day)
    folded = fold_with_offsets(text)
    words, signs = scan(text, folded, known)
    numeric = list(_numeric(text, day))
    found = [*numeric, *_spelled(text, folded, counted(words, folded.text, known), known, day)]
    if numeric:
        found = sorted(_apart(found), key=lambda one: one.start)
    return Times(tuple(found), tuple(signs), day, known, language)


def _apart(found: Sequence[DateSaid]) -> Iterator[DateSaid]:
    """Leave out what stands inside a date in figures; those come first."""
    taken: set[int] = set()
    for one in found:
        if one.start not in taken:
            taken.update(range(one.start, one.end))
            yield one


def _numeric(text: str, published: date | None) -> Iterator[DateSaid]:
    """Dates in figures that tell their year: 2026-03-05, 05.03.2026."""
    for one in NUMERIC.finditer(text) if "20" in text or "19" in text else ():
        year, month, day = (int(one[key] or one[f"{key}2"]) for key in ("y", "m", "d"))
        try:
            period = Period(date(year, month, day), Unit.DAY)
        except ValueError:
            continue
        yield _said(text, one.start(), one.end(), Sense(period, period), published)


def _spelled(
    text: str, folded: Folded, words: Sequence[Word], known: DateWords, published: date | None
) -> Iterator[DateSaid]:
    """Dates told by words and numbers that stand together."""
    group: list[Word] = []
    for word in words:
        if group and not (len(group) < MOST_WORDS and _joins(text, folded, group, word, known)):
            last = group[-1]
            carried = last.sort == "number" and len(group) > 1 and word.sort in {"month", "persian"}
            carried = carried and _joins(text, folded, [last], word, known)
            yield from _read(text, folded, group[:-1] if carried else group, known, published)
            group = [last] if carried else []
        if not group or word.start >= group[-1].start:
            group.append(word)
    if group:
        yield from _read(text, folded, group, known, published)


def _joins(text: str, folded: Folded, group: Sequence[Word], word: Word, known: DateWords) -> bool:
    """Whether a word belongs to the date before it."""
    last = group[-1]
    gap = folded.text[last.end : word.start] if word.start - last.end <= LONGEST_GAP else None
    if gap is None or any(_repeats(one, word) for one in group):
        return False
    bare = last.sort == "number" == word.sort and last.unit == word.unit
    if not all(part in known.glue or (bare and part in known.range) for part in gap.split()):
        return False
    between = text[folded.origin_end(last.end) : folded.origin(word.start)]
    return BREAK.search(between) is None or (last.sort == "number" and "\n" not in between)


def _repeats(one: Word, other: Word) -> bool:
    """Whether two words tell the same part of a date.

    A month may be named twice (Arabic), and of two bare numbers (5-7 March) the first counts.
    """
    if one.sort == "number" == other.sort:
        return one.unit == other.unit and one.unit not in {"", "day"}
    return one.sort == other.sort and (one.sort != "month" or one.value != other.value)


def _read(
    text: str, folded: Folded, group: Sequence[Word], known: DateWords, published: date | None
) -> Iterator[DateSaid]:
    """The date that some words tell together; none where they tell none, or one beyond the calendar."""
    try:
        sense = sense_of(group, published)
    except (ValueError, OverflowError):
        return
    if sense is not None:
        if sense.ahead.unit is Unit.DAY and known.leads("before week", folded.text, group[0].start):
            sense = Sense(holding(Unit.WEEK, sense.past.first), holding(Unit.WEEK, sense.ahead.first))
        start, end = folded.origin(group[0].start), folded.origin_end(max(word.end for word in group))
        yield _said(text, start, end, sense, published)


def _said(text: str, start: int, end: int, sense: Sense, published: date | None) -> DateSaid:
    """Put a date together, with the time of day that follows it in UTC."""
    clock = None
    if sense.ahead.unit is Unit.DAY:
        told = CLOCK.search(text, max(0, start - CLOCK_REACH // 2), end + CLOCK_REACH)
        clock = time(int(told["hour"]), int(told["minute"])) if told else None
    return DateSaid(start, end, sense.past, sense.ahead, _direction(sense, published), clock, sense.loose)


NEAR_DAY, NEAR = 75, 150
"""A day (a month) of the year so near on one side lies on that side, whatever the tense."""


def _direction(sense: Sense, published: date | None) -> Direction:
    """On which side of the day of publication a date lies."""
    if sense.over:
        return Direction.PAST
    if published is None or sense.by_tense:
        return Direction.UNKNOWN
    behind, before = (published - sense.past.last).days, (sense.ahead.first - published).days
    if sense.past == sense.ahead:
        return Direction.AHEAD if before > 0 else Direction.PAST if behind > 0 else Direction.UNKNOWN
    near = NEAR_DAY if sense.ahead.unit is Unit.DAY else NEAR
    if 0 < before <= near:
        return Direction.AHEAD
    return Direction.PAST if 0 <= behind <= near else Direction.UNKNOWN
