"""What lies ahead: acts with a date to come, and acts that a report is sure are planned."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from diplomacy.reading.agenda_signs import MOST, Order, is_item, order_of, undated
from diplomacy.reading.agenda_span import Span, planned_span, span_of
from diplomacy.reading.clauses import Clause, clauses
from diplomacy.reading.dates import Direction, Times
from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import AgendaSaid, PersonSaid, When
from diplomacy.reading.words import Sentence

AHEAD = frozenset({"will", "shall", "would", "to", "pledge", "planned"})
"""Signs without which, and without a date, a sentence tells of nothing to come."""


def agenda_of(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Seen],
    people: Sequence[PersonSaid],
    times: Times,
) -> tuple[AgendaSaid, ...]:
    """Everything that the text says lies ahead, in its order; one of each act and date."""
    hints = _hints(times)
    if not hints:
        return ()
    found: dict[tuple[str | None, str], AgendaSaid] = {}
    order = order_of(times.language)
    for sentence in sentences:
        at = bisect_left(hints, sentence.start)
        if at == len(hints) or len(found) >= MOST:
            break
        if hints[at] < sentence.end:
            first = bisect_left(mentions, sentence.start, key=_start)
            named = mentions[first : bisect_left(mentions, sentence.end, first, key=_start)]
            for clause in clauses(text, sentence, times):
                for span, when in _ahead(text, clause, times, order):
                    for item in _items(text, span, when, clause, named, people):
                        found.setdefault((item.when.date, item.what.casefold()), item)
    return tuple(found.values())[:MOST]


def _start(one: Seen) -> int:
    return one.found.start


def _hints(times: Times) -> list[int]:
    """Where something may lie ahead: other sentences need no closer look."""
    signs = [sign.start for sign in times.signs if sign.says in AHEAD]
    dates = [date.start for date in times.dates if date.direction is not Direction.PAST or date.past != date.ahead]
    return sorted((*signs, *dates))


def _ahead(text: str, clause: Clause, times: Times, order: Order) -> Iterator[tuple[Span, When]]:
    """What a clause says lies ahead: its dates, else what it is sure is planned."""
    told: set[str | None] = set()
    verb_last = order is Order.VERB_LAST
    for date in clause.dates[:MOST]:
        if date.when_ahead.date not in told and is_item(text, clause, date, order, times.words):
            told.add(date.when_ahead.date)
            yield span_of(text, clause, date, verb_last=verb_last), date.when_ahead
    if not told:
        for sign, act in undated(clause, order):
            span = planned_span(text, clause, sign, act, verb_last=verb_last)
            if span.start < span.end:
                yield span, When()


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
