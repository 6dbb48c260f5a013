"""Whose report it is: one that an outlet takes from an agency is the agency's voice, not another one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from diplomacy.news import Entry
from diplomacy.reading.shapes import Reading

FamilyOf = Callable[[str], str | None]
"""Tells the family of an outlet by a name that it is cited by; None for a name that is no outlet's."""

BEGINNING, END = 240, 120
"""Characters at the beginning and at the end of a text where a credit stands."""
BRACKETS = re.compile(r"[(\[【（]([^()\[\]（）【】]{2,40})[)\]】）]")
PARTS = re.compile(r"\s*[/,;|&]\s*|\s+-\s+")


def credited(entry: Entry, reading: Reading, family_of: FamilyOf) -> Entry:
    """Count an entry to the family that it says it is from: `(Reuters)`, "according to Anadolu"."""
    for name in _names(entry, reading):
        family = family_of(name)
        if family is not None and family != entry.publisher.family:
            return replace(entry, publisher=replace(entry.publisher, family=family))
    return entry


def _names(entry: Entry, reading: Reading) -> Iterator[str]:
    """What may be the name of the outlet that it is from: in brackets, else who is said to say it."""
    for text in (entry.text[:BEGINNING], entry.text[-END:], entry.title):
        for found in BRACKETS.finditer(text):
            yield from PARTS.split(found[1])
    said_by = [event.said_by for event in reading.events[:1]]
    yield from (said.name for said in said_by if said is not None and said.name)
