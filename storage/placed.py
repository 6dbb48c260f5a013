"""The shapes in which news comes to be stored."""

from dataclasses import dataclass

from diplomacy.reading.entry import ReadEntry


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry that was read and has its place in a story."""

    read: ReadEntry
    story: int
    announce: bool = True
    """False for a backlog, and for a change that tells nothing new."""
    corrected: bool = False
    """The outlet changed an actor, number, negation or stage."""


@dataclass(frozen=True, slots=True)
class Added:
    """How many entries were stored for the first time, and how many as a new version."""

    new: int = 0
    changed: int = 0
