"""Offices that a state's papers name without the state, and that are another's where its name stands right before."""

import re
from collections.abc import Sequence

from diplomacy.countries.found import Found
from diplomacy.reading.shapes import MentionKind

OFFICES_ALONE = frozenset({"ko", "tr", "ja", "de"})
"""Languages whose papers name the offices of their own state without the state."""

ENDED = re.compile(r"['’]?\w{0,4}\s?")
"""What stands between a country and its office: an ending, a space."""


def without_others_offices(names: Sequence[Found], text: str, language: str | None) -> tuple[Found, ...]:
    """The names but for offices that belong to the country named before them, or to the leader named behind.

    `韓国外務省` is none of Japan's; `Fransa Dışişleri Bakanı`, `Peru'nun Dışişleri Bakanı` and `Cumhurbaşkanı Macron`
    are none of Turkey's.
    """
    if language not in OFFICES_ALONE or not names:
        return tuple(names)
    return tuple(
        one
        for before, one, behind in zip((None, *names[:-1]), names, (*names[1:], None), strict=True)
        if one.kind is not MentionKind.INSTITUTION or not (_owns(before, one, text) or _holds(behind, one, text))
    )


def _owns(before: Found | None, office: Found, text: str) -> bool:
    """Whether another country stands right before an office."""
    if before is None or before.code == office.code:
        return False
    return ENDED.fullmatch(text, before.end, office.start) is not None


def _holds(behind: Found | None, office: Found, text: str) -> bool:
    """Whether another country's leader stands right behind an office."""
    if behind is None or behind.code == office.code or behind.kind is not MentionKind.PERSON:
        return False
    return ENDED.fullmatch(text, office.end, behind.start) is not None
