"""What arrives with a poll: which items are really new, which only have a new name, and which are worth announcing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

STALE = timedelta(days=14)
"""An item that old is no news, however late its feed lists it."""
FEW = 3
"""A document of fewer items may well be all new."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an item can be recognised by beside its identity."""

    identity: str
    link: str
    """In canonical form; empty where it has none."""
    title: str
    content_hash: str


def all_renamed(listed: Collection[str], known: Collection[str]) -> bool:
    """Tell whether a feed seems to have changed all its guids at once: several are listed, none known."""
    return len(listed) >= FEW and bool(known) and not any(identity in known for identity in listed)


def renamed(stored: Sequence[Mark], arrived: Sequence[Mark]) -> dict[str, str]:
    """Match items that got another identity with what they were: new identity to old.

    By link, else by content, else by title; each only where it points to one item on both sides.
    """
    found: dict[str, str] = {}
    for kind in ("link", "content_hash", "title"):
        before = _unique((getattr(mark, kind), mark.identity) for mark in stored if mark.identity not in found.values())
        after = _unique((getattr(mark, kind), mark.identity) for mark in arrived if mark.identity not in found)
        found |= {after[value]: before[value] for value in after if value in before}
    return found


def _unique(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    pairs = [pair for pair in pairs if pair[0]]
    times = Counter(value for value, _ in pairs)
    return {value: identity for value, identity in pairs if times[value] == 1}


def worth_announcing(published: datetime, now: datetime, *, newer_than: datetime | None = None) -> bool:
    """Tell whether a new item is news: not years old, and newer than what its feed lists under new names."""
    return published >= now - STALE and (newer_than is None or published > newer_than)
