"""What lies ahead: acts with a date to come, and acts that a report is sure are planned."""

from collections.abc import Iterator, Sequence

from diplomacy.reading.agenda_span import Span, planned_span, span_of
from diplomacy.reading.calendar import Unit
from diplomacy.reading.clauses import Clause, clauses
from diplomacy.reading.date_words import Sign
from diplomacy.reading.dates import DateSaid, Direction, Times
from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import AgendaSaid, PersonSaid, When
from diplomacy.reading.words import Sentence

VERB_LAST = frozenset({"tr", "ko", "ja", "fa"})
"""Languages whose verb, and with it the sign of the future, ends the clause."""

MOST = 12
TO_ACT = 26
"""So far from the sign of the future an act may stand."""

SAID_BEFORE = 14
"""A weekday so near behind `said` tells when it was said."""


def agenda_of(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Seen],
    people: Sequence[PersonSaid],
    times: Times,
    language: str | None,
) -> tuple[AgendaSaid, ...]:
    """Everything that the text says lies ahead, in its order; one of each act and date."""
    found: dict[tuple[str | None, str], AgendaSaid] = {}
    for sentence in sentences:
        named = None
        for clause in clauses(text, sentence, times) if _looks_ahead(sentence, times) else ():
            for span, when in _ahead(text, clause, language in VERB_LAST):
                named = named or [one for one in mentions if one.sentence.index == sentence.index]
                for item in _items(text, span, when, clause, named, people):
                    found.setdefault((item.when.date, item.what.casefold()), item)
        if len(found) >= MOST:
            break
    return tuple(found.values())[:MOST]


def _looks_ahead(sentence: Sentence, times: Times) -> bool:
    """Whether a sentence has anything to look at more closely."""
    return bool(times.signs or times.dates) and sentence.start <= max(
        times.signs[-1].start if times.signs else 0, times.dates[-1].start if times.dates else 0
    )


def _ahead(text: str, clause: Clause, verb_last: bool) -> Iterator[tuple[Span, When]]:  # noqa: FBT001 - a trait of the language
    """What a clause says lies ahead: its dates, else what it is sure is planned."""
    if clause.has("if", "wish"):
        return
    told: set[str | None] = set()
    for date in clause.dates:
        if _is_item(clause, date) and date.when_ahead.date not in told:
            told.add(date.when_ahead.date)
            yield span_of(text, clause, date, verb_last=verb_last), date.when_ahead
    if told or clause.has("not", "relative"):
        return
    for sign, act in _undated(clause, verb_last):
        yield planned_span(text, clause, sign, act, verb_last=verb_last), When()


def _is_item(clause: Clause, date: DateSaid) -> bool:
    """Whether a date is that of something to come."""
    to_come = clause.has("will", "shall")
    fixed = to_come or clause.has("planned") or any(_near(sign, date) for sign in clause.of("set"))
    if _is_saying(clause, date) or (clause.has("not") and not clause.has("event")):
        return False
    if date.direction is Direction.PAST:
        return to_come and date.past != date.ahead and not clause.has("past")
    if date.ahead.unit is Unit.YEAR:
        acts = clause.has("shall") or (to_come and clause.has("act", "event"))
        if date.direction is Direction.UNKNOWN:
            return acts
        return acts or (fixed and not _is_end(clause, date)) or _names(clause, date)
    if date.direction is Direction.AHEAD and (date.past == date.ahead or date.ahead.unit is Unit.DAY):
        return True
    return fixed and (to_come or not clause.has("past"))


def _near(sign: Sign, date: DateSaid) -> bool:
    return -60 <= date.start - sign.end <= 40  # noqa: PLR2004 - characters


def _is_saying(clause: Clause, date: DateSaid) -> bool:
    """Whether a date tells when something was said."""
    return date.direction is not Direction.AHEAD and any(
        -1 <= date.start - sign.end <= SAID_BEFORE or 0 <= sign.start - date.end <= 1 for sign in clause.of("said")
    )


def _is_end(clause: Clause, date: DateSaid) -> bool:
    """Whether a year only tells how long something lasts or by when it is aimed at."""
    return any(0 <= date.start - sign.end <= 12 for sign in clause.of("until"))  # noqa: PLR2004 - characters


def _names(clause: Clause, date: DateSaid) -> bool:
    """Whether a year is part of an event's name or says which one it is: the 2026 conference, next year's election."""
    return any(-30 <= sign.start - date.end <= 60 for sign in clause.of("event"))  # noqa: PLR2004 - characters


def _undated(clause: Clause, verb_last: bool) -> Iterator[tuple[Sign, Sign]]:  # noqa: FBT001 - a trait of the language
    """Signs of the future with the act that they are sure of."""
    acts = clause.of("act", "event") if verb_last else clause.of("act")
    for sign in clause.of("will", "shall"):
        if sign.says == "shall":
            yield sign, sign
            continue
        behind = [one for one in acts if -1 <= one.start - sign.end <= TO_ACT]
        before = [one for one in acts if -1 <= sign.start - one.end <= TO_ACT] if verb_last else []
        if before or behind:
            yield sign, (before[-1:] or behind)[0]
            if verb_last:
                return
    for sign in clause.of("planned"):
        act = next((one for one in clause.of("event") if 0 <= one.start - sign.end <= TO_ACT), None)
        if act is not None:
            yield sign, act


def _items(
    text: str, span: Span, when: When, clause: Clause, mentions: Sequence[Seen], people: Sequence[PersonSaid]
) -> Iterator[AgendaSaid]:
    """The item of a span; where it says that each of two is met by himself, one for each."""
    inside = [one for one in mentions if span.start <= one.found.start < span.end]
    near = [one for one in mentions if clause.start <= one.found.start < clause.end]
    sides = _codes(inside)
    others = [code for code in _codes(near) + _codes(mentions) if code not in sides]
    both = next((sign for sign in clause.of("both") if span.start <= sign.start < span.end), None)
    if both is not None and len(sides) > 1:
        for code in sides:
            first = next(one for one in inside if one.code == code)
            last = [one for one in inside if one.code == code][-1]
            what = f"{text[span.start : both.start].strip()} {text[first.found.start : last.found.end]}"
            yield _item(span, what, when, (code, *others[:1]), _place(text, inside), _named(people, span, first, last))
        return
    codes = tuple(dict.fromkeys((*sides, *(others if len(sides) < 2 else ()))))  # noqa: PLR2004 - two sides
    yield _item(span, text[span.start : span.end], when, codes, _place(text, inside), _named(people, span))


def _item(
    span: Span, what: str, when: When, codes: tuple[str, ...], place: str | None, people: tuple[str, ...]
) -> AgendaSaid:
    return AgendaSaid(" ".join(what.split()), codes, people, place, when, span.start, span.end)


def _codes(mentions: Sequence[Seen]) -> list[str]:
    """The countries that take part: not those where it is held, unless there are no others."""
    acting = [one.code for one in mentions if one.role in {Role.ACTOR, Role.ATTRIBUTE}]
    return list(dict.fromkeys(acting or [one.code for one in mentions]))


def _place(text: str, mentions: Sequence[Seen]) -> str | None:
    """Where it is held."""
    return next((text[one.found.start : one.found.end] for one in mentions if one.role is Role.VENUE), None)


def _named(
    people: Sequence[PersonSaid], span: Span, first: Seen | None = None, last: Seen | None = None
) -> tuple[str, ...]:
    """The people named in a span, or between two mentions of it."""
    start, end = (first.found.start, last.found.end) if first and last else (span.start, span.end)
    return tuple(dict.fromkeys(one.name for one in people if start <= one.start < end))
