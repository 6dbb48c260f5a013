"""What the gazetteer finds in a text."""

from dataclasses import dataclass

from diplomacy.reading.shapes import MentionKind

NOTHING = "-"
"""The code of forms that name no country though a part of them would (`Washington Post`)."""


HINT = "~"
"""Leads the code of forms that only hint at a country (`county sheriff`)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text that names a country."""

    start: int
    end: int
    text: str
    code: str
    kind: MentionKind
    implied: bool = False
    """The text only hints at the country."""
