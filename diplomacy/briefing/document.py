"""A `Document`: what a page says, in a closed set of blocks that know no Telegram and no HTML.

The law of the house is in the types: words of a report are `Words`, and `Words` can't be built without the `Evidence`
that tells which article they stand in and where; a `News` line can't be built without `Words` and a link to its source.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where words stand: code points `start` to `end` of the told text of a stored article."""

    article: int
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that holds nothing."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"evidence needs 0 <= start < end, not {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Text:
    """Words of our own, from the catalogues."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of our own that lead the eye."""

    text: str


@dataclass(frozen=True, slots=True)
class Faint:
    """Words of our own that stand back: as-of lines, notes."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type, or a tag such as NEW."""

    text: str


@dataclass(frozen=True, slots=True)
class Struck:
    """What no longer holds."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open an address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, as they stand there but for the stated rules of shortening, and where they stand."""

    text: str
    evidence: Evidence


Inline = Text | Strong | Faint | Code | Struck | Link | Words
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a page; repeated on each part of an answer that takes several messages."""

    line: Line


@dataclass(frozen=True, slots=True)
class Section:
    """The title of a part of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of our own. One that says nothing, `Paragraph(())`, is a gap between what stands close by default."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A bulleted list of our own lines."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A line about the news: our own lead (date, tags), words of a report, a link to their source, and notes."""

    words: Words
    source: Link
    lead: Line = ()
    notes: Line = ()
    bullet: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A small table in even columns; the first column reads left, the others right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stay folded until somebody opens them."""

    blocks: tuple["Flow", ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: who published, when (already said in the reader's words), and where."""

    number: int
    publisher: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources at the foot of a page."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, a numbered line or a test's press: all send the same whole command."""

    label: str
    command: str


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class CopyText:
    """A button that copies a text of at most 256 UTF-16 units."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ShareInline:
    """A button that opens an inline query of the bot in a chat of the reader's choice."""

    label: str
    query: str


Button = Choice | OpenLink | CopyText | ShareInline


@dataclass(frozen=True, slots=True)
class Choices:
    """Rows of buttons; they stand below the last part."""

    rows: tuple[tuple[Button, ...], ...]


Flow = Heading | Section | Paragraph | Items | News | Table | Fold | Sources
Block = Flow | Choices


@dataclass(frozen=True, slots=True)
class Document:
    """A page."""

    blocks: tuple[Block, ...]
