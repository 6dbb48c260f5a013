"""What several judges ask of a row or a reading."""

from diplomacy.measures import as_list
from diplomacy.reading.shapes import EventSaid, Reading, Root


def pair_of(value: object) -> tuple[str, str]:
    """A labelled pair, its codes sorted."""
    first, second = sorted(map(str, as_list(value)))
    return first, second


def main_event(reading: Reading) -> EventSaid | None:
    """The event that a reading puts first."""
    return reading.events[0] if reading.events else None


def direction_of(event: EventSaid | None) -> str:
    """What an event does to a relation, by its tone."""
    tone = event.tone if event else 0.0
    return "closer" if tone > 1 else "cooler" if tone < -1 else "neutral"


def is_root(read: Root, gold: str) -> bool:
    """A signing is AGREE in the labels of 2025 and SUPPORT in PLOVER; either counts as right."""
    return read == gold or (read is Root.SUPPORT and gold == Root.AGREE)


def is_conflict(quad: str) -> bool:
    """Whether a class is one of conflict."""
    return quad.endswith("conflict")
