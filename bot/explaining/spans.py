"""The stretches of a text that a reading speaks of, each with its name, brought into an order in which they nest."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.explaining.naming import country_name, figure_name, person_name
from diplomacy.reading.shapes import Reading


class Layer(IntEnum):
    """What a stretch is; of two alike the lower one encloses the other."""

    EVENT = 0
    AGENDA = 1
    FIGURE = 2
    PERSON = 3
    COUNTRY = 4


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the told text and what was read in it."""

    start: int
    end: int
    layer: Layer
    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A stretch begins here."""

    span: Span
    again: bool = False
    """It began before; what it crosses has cut it."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The stretch opened last ends here."""

    span: Span
    for_now: bool = False
    """It goes on behind what has cut it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text."""

    text: str


Part = Opened | Closed | Words


def spans_of(reading: Reading) -> list[Span]:
    """All stretches; events of one sentence share theirs and are named by their numbers."""
    events: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for number, event in enumerate(reading.events, 1):
        events[event.start, event.end].append(str(number))
    return sorted(
        [
            *(Span(start, end, Layer.EVENT, ", ".join(numbers)) for (start, end), numbers in events.items()),
            *(Span(one.start, one.end, Layer.AGENDA, one.when.date or "ahead") for one in reading.agenda),
            *(Span(one.start, one.end, Layer.FIGURE, figure_name(one)) for one in reading.figures),
            *(Span(one.start, one.end, Layer.PERSON, person_name(one)) for one in reading.people),
            *(
                Span(mention.start, mention.end, Layer.COUNTRY, country_name(one.code, mention.kind))
                for one in reading.countries
                for mention in one.mentions
            ),
        ]
    )


@dataclass(frozen=True, slots=True, order=True)
class _Waiting:
    """A stretch that begins further on: outer ones first."""

    start: int
    before_end: int
    span: Span
    again: bool

    @property
    def end(self) -> int:
        return -self.before_end


def parts(text: str, spans: Sequence[Span]) -> Iterator[Part]:
    """The text with its stretches opened and closed in such a way that they nest: one that crosses another is cut."""
    waiting = [
        _Waiting(max(0, one.start), -min(one.end, len(text)), one, again=False)
        for one in spans
        if max(0, one.start) < min(one.end, len(text))
    ]
    heapq.heapify(waiting)
    inside: list[tuple[int, Closed]] = []
    at = 0
    while waiting or inside:
        if inside and (not waiting or inside[-1][0] <= waiting[0].start):
            end, closed = inside.pop()
            yield from _words(text, at, end)
            yield closed
            at = end
            continue
        one = heapq.heappop(waiting)
        yield from _words(text, at, one.start)
        at = one.start
        end = min(one.end, inside[-1][0]) if inside else one.end
        if end < one.end:
            heapq.heappush(waiting, _Waiting(end, one.before_end, one.span, again=True))
        inside.append((end, Closed(one.span, for_now=end < one.end)))
        yield Opened(one.span, one.again)
    yield from _words(text, at, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Words]:
    if start < end:
        yield Words(text[start:end])
