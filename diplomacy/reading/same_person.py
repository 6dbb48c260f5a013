"""Which namings are of one person: a full name, and later the last name alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.reading.shapes import PersonSaid
from diplomacy.reading.titles import COUNTERPART, Title

SHORTEST_STEM = 4
LONGEST_ENDING = 4
SLAVIC = "ой|ого|ому|ым|им|ом|ем|ою|ею|ей|ові|еві|ый|ий|а|я|у|ю|е|и|ы|і|ь|о"
CASES = {
    "ru": re.compile(rf"(?:{SLAVIC})\Z"),
    "uk": re.compile(rf"(?:{SLAVIC})\Z"),
    "el": re.compile(r"(?:ος|ου|ης|ας|ες|ο|η|α|ς|ε|ά|ή|ό|ός|ού|άς|ής)\Z"),
}
"""Endings of names in their cases."""
MOST = 40
"""So many people of a text are looked for again by their last name, or known again."""


class Raw(NamedTuple):
    """A stretch that names somebody, as one place tells it."""

    start: int
    end: int
    name: str
    title: Title | None
    country: str | None


@dataclass(slots=True)
class Person:
    """Somebody, gathered from all places that name him."""

    raw: Raw
    """The place that tells most: the first with an office."""
    name: str
    words: tuple[str, ...]
    country: str | None
    office: str | None = None
    key: str | None = None
    places: list[Raw] = field(default_factory=list)

    def said(self, raw: Raw) -> PersonSaid:
        """This person at a place."""
        return PersonSaid(self.name, self.office, self.country, raw.start, raw.end, self.key)


def persons(raws: Sequence[Raw], language: str) -> list[Person]:
    """Gather namings, in the text's order, to people; a counterpart bears the office of the one before."""
    found: list[Person] = []
    for raw in raws:
        words = tuple(fold(raw.name).split())
        if not words:
            continue
        same = next((one for one in reversed(found[-MOST:]) if _is_same(one, raw, words, language)), None)
        office, key = _office(raw, found)
        if same is None:
            same = Person(raw, raw.name, words, raw.country)
            found.append(same)
        elif len(words) > len(same.words):
            same.name, same.words = raw.name, words
        same.country = same.country or raw.country
        if office and not same.office:
            same.office, same.key, same.raw = office, key, raw
        same.places.append(raw)
    return found


def _office(raw: Raw, before: Sequence[Person]) -> tuple[str | None, str | None]:
    """The office that a place tells."""
    if raw.title is None:
        return None, None
    if raw.title.key.endswith(COUNTERPART):
        last = next((one for one in reversed(before[-MOST:]) if one.office), None)
        return (last.office, last.key) if last else (None, None)
    return raw.title.office, raw.title.key


def _is_same(one: Person, raw: Raw, words: tuple[str, ...], language: str) -> bool:
    """Whether a place names somebody who is known already."""
    if one.country and raw.country and one.country != raw.country:
        return False
    few, many = sorted((words, one.words), key=len)
    return all(any(_alike(word, other, language) for other in many) for word in few)


def _alike(word: str, other: str, language: str) -> bool:
    """Whether two words are one, inflected or not."""
    if word == other:
        return True
    if language not in CASES:
        return False
    shared = _shared(word, other)
    return (
        shared >= SHORTEST_STEM - 1
        and max(len(word), len(other)) - shared <= LONGEST_ENDING
        and (
            min(len(word), len(other)) - shared <= 2  # noqa: PLR2004 - `Фидан`, `Фиданом`: a stem and an ending
        )
    )


def _shared(word: str, other: str) -> int:
    size = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        size += 1
    return size


def later(
    text: str, found: Sequence[Person], known: Iterable[tuple[int, int]], language: str
) -> Iterator[tuple[Person, Raw]]:
    """The places behind the first where the last name of somebody stands alone."""
    taken = {(raw.start, raw.end) for one in found for raw in one.places} | set(known)
    starts = sorted(taken)
    for one in found[:MOST]:
        last = re.split("[ ·・]", one.name)[-1]
        behind = max(raw.end for raw in one.places)
        # Looked for letter by letter first: most names stand only once, and a pattern is dear to build.
        if len(last) > 1 and text.find(_stem(last, language), behind) >= 0:
            for again in _pattern(last, language).finditer(text, behind):
                at = bisect_right(starts, (again.start(), len(text))) - 1
                if at < 0 or starts[at][1] <= again.start():
                    yield one, Raw(again.start(), again.end(), one.name, None, one.country)


def _stem(last: str, language: str) -> str:
    """A last name without the ending of its case, where its language has cases."""
    stem = CASES[language].sub("", last) if language in CASES else last
    return stem if len(stem) >= SHORTEST_STEM - 1 else last


def _pattern(last: str, language: str) -> re.Pattern[str]:
    """A last name, in another case where its language has cases; in scripts without capitals also inside a word."""
    stem = _stem(last, language)
    if stem != last:
        return re.compile(rf"(?<!\w){re.escape(stem)}(?:{CASES[language].pattern[3:-3]})?(?!\w)")
    cased = last[0].lower() != last[0].upper()
    return re.compile(rf"(?<!\w){re.escape(last)}(?!\w)" if cased else re.escape(last))
