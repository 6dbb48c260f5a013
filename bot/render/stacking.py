"""Blocks put one below the other, as many as a message has room for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from bot.render.layout import Place
from bot.render.markup import Fragment, block_fragment
from diplomacy.briefing.document import Flow, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Room:
    """What a message has room for."""

    units: int
    entities: int

    def holds(self, fragment: Fragment) -> bool:
        """Tell whether a fragment fits."""
        return fragment.units <= self.units and fragment.entities <= self.entities

    def less(self, fragment: Fragment) -> "Room":
        """Tell what is left beside a fragment and a line break or two."""
        return Room(self.units - fragment.units - 2, self.entities - fragment.entities)


class Stack(NamedTuple):
    """What blocks put one below the other cost, and where the next one comes to stand."""

    place: Place = Place()
    cost: Fragment = Fragment()

    def on(self, block: Flow) -> "Stack":
        """Put one more block below the others."""
        more = block_fragment(block)
        if not more:
            return Stack(self.place.with_gap(), self.cost) if isinstance(block, Paragraph) else self
        height = self.cost.units + len(self.place.gap_before(block)) + more.units
        return Stack(self.place.after(block), Fragment("", height, self.cost.entities + more.entities))


def packed(blocks: Iterable[Flow], room: Room) -> Iterator[tuple[Flow, ...]]:
    """Put as many blocks together as there is room for; the title of a section goes with what follows it."""
    part: list[Flow] = []
    stack = Stack()
    for block in blocks:
        grown = stack.on(block)
        if part and not room.holds(grown.cost):
            part, carried = _titles_carried(part, block, room)
            yield tuple(part)
            part, grown = carried, reduce(Stack.on, (*carried, block), Stack())
        part.append(block)
        stack = grown
    if part:
        yield tuple(part)


def _titles_carried(part: list[Flow], block: Flow, room: Room) -> tuple[list[Flow], list[Flow]]:
    if len(part) > 1 and isinstance(part[-1], Section) and room.holds(Stack().on(part[-1]).on(block).cost):
        return part[:-1], part[-1:]
    return part, []
