"""A typed text while it is understood: its pieces, and the parts that they make."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from diplomacy.countries.asking import Asking
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.typed import Piece


@dataclass(slots=True)
class Part:
    """A stretch of pieces with what it means; nothing at all where it only connects."""

    first: int
    last: int
    """Its first and last piece."""
    typed: str
    folded: str = ""
    codes: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    """All readings of a name that fits several countries."""
    days: int | None = None
    since: str | None = None
    unknown: bool = False
    perhaps: str = ""
    """The country whose code this word is, where it may as well only connect."""
    typo: bool = False


@dataclass(slots=True)
class TypedText:
    """One text while it is understood."""

    text: str
    pieces: Sequence[Piece]
    language: str | None
    gazetteer: Gazetteer
    words: Asking
    shouted: bool
    """All of it is in capitals."""
    parts: list[Part] = field(default_factory=list)

    def typed(self, first: int, last: int) -> str:
        """The text from one piece to another, as typed."""
        return self.text[self.pieces[first].start : self.pieces[last].end]

    def joined(self, first: int, last: int) -> str:
        """The pieces from one to another, folded."""
        return " ".join(piece.folded for piece in self.pieces[first : last + 1])
