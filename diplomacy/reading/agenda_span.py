"""Which words of a clause name what lies ahead, so that they can stand alone in a list."""

import re
from typing import NamedTuple

from diplomacy.reading.clauses import PARTED, Clause
from diplomacy.reading.date_words import Sign
from diplomacy.reading.dates import DateSaid
from diplomacy.reading.roles import aside_from

LONGEST = 160
LEADING = re.compile(
    r"(?:[\s\"'“”‘’«»„()\[\]—–,;:，、،؛：-]+|(?:and|but|with|that|the|as|in|on|for|to|whose|which|who|while|et|y|e|und|и|і|й|و|that)\b\s)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:[\s\"'“”‘’«»„()\[\]—–,;:.，、،؛：。！？!?-]+|\s(?:and|but|with|that|the|as|in|on|for|to|whose|which|who|while|et|y|e|und|и|і|و))+\Z",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


def span_of(text: str, clause: Clause, date: DateSaid, *, verb_last: bool) -> Span:
    """The words that tell what happens on a date; the date itself where there are none."""
    span = _told(text, clause, date, verb_last=verb_last)
    return span if span.start < span.end else Span(date.start, date.end)


def _told(text: str, clause: Clause, date: DateSaid, *, verb_last: bool) -> Span:
    begin, end = _bounds(text, clause, date, verb_last=verb_last)
    act = None if verb_last else _act_of(clause, date)
    if act is None:
        return _trimmed(text, begin, end)
    if act.says == "event":
        fixing = next((one for one in clause.of("will", "set") if act.end <= one.start < max(date.end, act.end)), None)
        if fixing is not None:
            return _trimmed(text, begin, fixing.start)
        return _trimmed(text, min(act.start, date.start), aside_from(text, max(act.end, date.end), end))
    return _verb(text, begin, act.start, max(end, date.end), date.end)


def planned_span(text: str, clause: Clause, sign: Sign, act: Sign, *, verb_last: bool) -> Span:
    """The words that tell what is planned without a date."""
    begin, end = _bounds(text, clause, None, verb_last=verb_last)
    if sign.says == "planned":
        return _trimmed(text, min(sign.start, act.start), max(sign.end, act.end))
    if verb_last:
        return _trimmed(text, begin, max(sign.end, act.end))
    passive = text[act.start : act.end].casefold().startswith("be ")
    return _trimmed(text, begin, sign.start) if passive else _verb(text, begin, act.start, end)


def _verb(text: str, begin: int, start: int, end: int, dated: int = 0) -> Span:
    """From a verb on; with who does it where the verb says it all (`the count will begin`)."""
    told = _trimmed(text, max(begin, start), max(dated, aside_from(text, max(start, dated), end)))
    return told if " " in text[told.start : told.end] else _trimmed(text, begin, end)


def _act_of(clause: Clause, date: DateSaid) -> Sign | None:
    """The act that a date belongs to: what follows the sign of the future before it, else the nearest one before it."""
    ahead = [sign for sign in clause.of("will", "pledge") if sign.end <= date.start]
    if ahead:
        return Sign("act", ahead[-1].end, ahead[-1].end)
    acts = clause.of("act", "shall", "event")
    before = [one for one in acts if one.start < date.start]
    for sign in clause.of("will"):
        if not before:
            return Sign("act", sign.end, sign.end)
    return before[-1] if before else next(iter(acts), None)


def _bounds(text: str, clause: Clause, date: DateSaid | None, *, verb_last: bool) -> tuple[int, int]:
    """The clause without who says it and without what belongs to another date."""
    begin, end = clause.start, clause.end
    for sign in clause.of("clause", "said"):
        if sign.start <= begin + 1 and sign.says == "clause":
            begin = sign.end
    pivot = date.start if date else end
    for sign in clause.of("said"):
        if sign.end <= pivot and not verb_last:
            begin = max(begin, sign.end)
        elif sign.start >= pivot:
            end = min(end, sign.start)
    if date is not None:
        later = [one.start for one in clause.dates if one.start > date.start]
        earlier = [one.end for one in clause.dates if one.end < date.start]
        begin = max([begin, *earlier])
        comma = PARTED.search(text, max(date.end, begin), end)
        other = [sign.start for sign in clause.of("act", "shall") if later and date.end <= sign.start < later[0]]
        end = min([end, *later, *other, *([comma.start()] if comma else [])])
    return begin, end


def _trimmed(text: str, begin: int, end: int) -> Span:
    """A stretch without quotes, commas and little words at its ends, not too long for a list."""
    lead = LEADING.match(text, begin, max(begin, end))
    begin = lead.end() if lead else begin
    if end - begin > LONGEST:
        space = text.rfind(" ", begin, begin + LONGEST)
        end = space if space > begin else begin + LONGEST
    tail = TRAILING.search(text[begin:end])
    return Span(begin, begin + tail.start() if tail else max(begin, end))
