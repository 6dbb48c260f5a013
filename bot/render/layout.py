"""How blocks follow each other, the same in each renderer: what stands close together and what is set apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from diplomacy.briefing.document import (
    Faint,
    Flow,
    Fold,
    Heading,
    Inline,
    Items,
    Line,
    News,
    Paragraph,
    Section,
    Sources,
    Strong,
    Table,
    Text,
    Words,
)

Written = TypeVar("Written")
CLOSE, APART = "\n", "\n\n"


class Place(NamedTuple):
    """Where on a page the next block comes to stand."""

    previous: Flow | None = None
    below_heading: bool = False
    """Only as-of lines have come since the heading."""
    in_section: bool = False
    gap: bool = False
    """An empty paragraph asked for a gap here."""

    def after(self, block: Flow) -> "Place":
        """Tell the place below a block."""
        heading = isinstance(block, Heading)
        in_section = isinstance(block, Section) or (self.in_section and not heading and not self.gap)
        return Place(block, heading or (self.below_heading and is_faint(block)), in_section)

    def with_gap(self) -> "Place":
        """Tell the same place, set apart from what stands above."""
        return Place(self.previous, gap=self.previous is not None)

    def gap_before(self, block: Flow) -> str:
        """Tell what separates a block that comes to stand here from the one above."""
        if self.previous is None:
            return ""
        return APART if self._apart(block) else CLOSE

    def _apart(self, block: Flow) -> bool:
        if self.gap or self.below_heading:
            return self.gap or not is_faint(block)
        if isinstance(self.previous, Table | Fold):
            return False
        if isinstance(block, Heading | Section) or isinstance(self.previous, Section | Sources):
            return isinstance(block, Heading | Section)
        if isinstance(block, Fold | Sources):
            return True
        return not self.in_section and isinstance(self.previous, Items) != isinstance(block, Items)


def stacked(blocks: Iterable[Flow], write: Callable[[Flow], Written]) -> Iterator[tuple[str, Written]]:
    """Write blocks one below the other, each with what separates it from the one above.

    A block that says nothing is left out; if it is a paragraph, it is a gap.
    """
    place = Place()
    for block in blocks:
        written = write(block)
        if written:
            yield place.gap_before(block), written
            place = place.after(block)
        elif isinstance(block, Paragraph):
            place = place.with_gap()


def is_faint(block: Flow) -> bool:
    """Tell a paragraph that stands back as a whole, such as an as-of line."""
    return isinstance(block, Paragraph) and all(
        isinstance(inline, Faint) or not inline.text.strip() for inline in block.line
    )


def unfolded(blocks: Sequence[Flow]) -> tuple[Flow, ...]:
    """List the blocks of a fold; a fold within a fold opens with the outer one."""
    flat: list[Flow] = []
    for block in blocks:
        flat.extend(unfolded(block.blocks) if isinstance(block, Fold) else (block,))
    return tuple(flat)


def heading_line(line: Line) -> Line:
    """Make a heading strong where it says so, and as a whole where it says nothing about it."""
    if any(isinstance(inline, Strong) for inline in line):
        return line
    return tuple(
        Strong(inline.text) if isinstance(inline, Text | Words) and inline.text.strip() else inline for inline in line
    )


def news_line(news: News) -> Line:
    """Put a line about the news together: lead, the report's words, the link to their source, notes."""
    line: list[Inline] = [*news.lead]
    for more in ((news.words,), (news.source,), news.notes):
        if line and more and not line[-1].text[-1:].isspace() and not more[0].text[:1].isspace():
            line.append(Text(" "))
        line.extend(more)
    return tuple(line)
