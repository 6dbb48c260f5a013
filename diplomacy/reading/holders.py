"""Whoever may be the one who speaks in a text: people, bearers of offices, countries, pronouns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.countries.names import is_cased
from diplomacy.reading.mentions import Seen
from diplomacy.reading.office_words import OfficeWords
from diplomacy.reading.people import People
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import Attribution, PersonSaid
from diplomacy.reading.titles import Title

LOOKED_BACK = 16


class Holder(NamedTuple):
    """A stretch that may be a subject; no attribution for a pronoun, until it is known for whom it stands."""

    start: int
    end: int
    attribution: Attribution | None
    pronoun: str
    """`person` or `country` for a pronoun, else empty."""
    is_led: bool
    """A preposition leads it: it is no subject."""


def holders_in(text: str, people: People, mentions: Sequence[Seen], words: OfficeWords) -> list[Holder]:
    """Everybody and everything in a text that may speak, in order, none inside another."""
    spans = sorted((*_people(people), *_titles(people), *_countries(mentions), *_pronouns(people)), key=_longest_first)
    kept: list[tuple[int, int, Attribution | None, str]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return [Holder(*span, _is_led(text, span[0], words)) for span in kept]


def _longest_first(span: tuple[int, int, Attribution | None, str]) -> tuple[int, int]:
    return span[0], -span[1]


def _people(people: People) -> Iterator[tuple[int, int, Attribution | None, str]]:
    """Each person with the office beside the name."""
    edges = {title.end: title.start for title in people.titles}
    fronts = {title.start: title.end for title in people.titles}
    for one in people.named:
        start = next((edges[one.start - gap] for gap in range(3) if one.start - gap in edges), one.start)
        end = next((fronts[one.end + gap] for gap in range(4) if one.end + gap in fronts), one.end)
        yield start, end, Attribution(one.name, one.country), ""


def _titles(people: People) -> Iterator[tuple[int, int, Attribution | None, str]]:
    """Offices without a name: of the last one named who bears it, else of some country."""
    for title in people.titles:
        bearer = _bearer(title, people.named)
        known = Attribution(bearer.name, bearer.country) if bearer else Attribution(None, title.country)
        yield title.start, title.end, known if known != Attribution() else None, ""


def _bearer(title: Title, named: Sequence[PersonSaid]) -> PersonSaid | None:
    """The last one named before an office stands alone who bears it."""
    bearer = None
    for one in named:
        if one.start >= title.start:
            break
        if one.key == title.key and (title.country is None or title.country == one.country):
            bearer = one
    return bearer


def _countries(mentions: Sequence[Seen]) -> Iterator[tuple[int, int, Attribution | None, str]]:
    for one in mentions:
        if one.role in {Role.ACTOR, Role.ATTRIBUTE}:
            yield one.found.start, one.found.end, Attribution(None, one.code), ""


def _pronouns(people: People) -> Iterator[tuple[int, int, Attribution | None, str]]:
    for sign in people.signs:
        if sign.says == "=pronoun":
            yield sign.start, sign.end, None, "country" if "country" in sign.entry.marks else "person"


def _is_led(text: str, start: int, words: OfficeWords) -> bool:
    """Whether a preposition stands before a name, with an article between them or none."""
    before = fold(text[max(0, start - LOOKED_BACK) : start].rpartition(",")[2]).split()[-2:]
    if not before or not text[max(0, start - 1) : start].isspace():
        return False
    first, last = before[0], before[-1]
    # Without capitals only the last name may be known, with the first between it and the preposition.
    is_near = last in words.left or not is_cased(text[start])
    return last in words.preposition or (is_near and first in words.preposition)
