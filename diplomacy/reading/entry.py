"""An entry with what it says: the shape in which news is stored."""

from dataclasses import dataclass

from diplomacy.news import Entry
from diplomacy.reading.shapes import Reading


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry that is new or changed, with what it says."""

    entry: Entry
    content_hash: str
    """SHA-256 (hex) of title and text: another hash under the same identity is a new version."""
    reading: Reading
    words: str | None = None
    """The words by which it is searched, where they were worked out with the reading."""
