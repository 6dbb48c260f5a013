"""What stands in a feed's document, before anybody made sense of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawItem:
    """One item, to the letter; empty where the feed gives nothing."""

    guid: str = ""
    link: str = ""
    title: str = ""
    summary: str = ""
    content: str = ""
    dates: tuple[str, ...] = ()
    """Published, updated, created: those that are given, in this order."""
    source: str = ""
    source_link: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document that is some kind of feed."""

    title: str
    language: str
    ttl: str
    items: tuple[RawItem, ...]
