"""Who is named in a text, with the office and the country that it gives.

Known names and titles are found by one search each; around a title a name is looked for where its language puts it.
What the text says goes before what the data know: an office is always as told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diplomacy.countries.folding import fold
from diplomacy.reading.mentions import Seen
from diplomacy.reading.name_beside import name_beside
from diplomacy.reading.name_scripts import is_from_home
from diplomacy.reading.name_spans import TOKEN, Known, Name, Surroundings
from diplomacy.reading.office_words import SPEECH, Sign, office_words
from diplomacy.reading.roles import Role
from diplomacy.reading.same_person import Raw, later, persons
from diplomacy.reading.shapes import MentionKind, PersonSaid
from diplomacy.reading.titles import COUNTERPART, Title, titles_in
from diplomacy.reading.version import READ_IN_FULL

LONGEST_AND = 12
"""Characters between a name and an office that is borne for the same country."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a text."""

    said: tuple[PersonSaid, ...] = ()
    """Everybody once, where the text names his office, else where it names him first."""
    named: tuple[PersonSaid, ...] = ()
    """Each place where somebody is named, with his full name, office and country."""
    titles: tuple[Title, ...] = ()
    """Every office told, with or without a name."""
    signs: tuple[Sign, ...] = ()
    """The words of offices and of saying."""


def people_in(text: str, mentions: Sequence[Seen], language: str | None) -> People:
    """All that a text tells of people; offsets count in the text."""
    words = office_words(language)
    read = text[:READ_IN_FULL]
    near = [one for one in mentions if one.found.end <= len(read)]
    signs = _outside(words.find(read), near)
    titles = titles_in(read, signs, near, words, language or "")
    if not titles and not any(one.found.kind is MentionKind.PERSON for one in near):
        return People(signs=signs)
    bars = _bars(signs, near, titles)
    around = Surroundings(
        read, language or "", words, _known(near, titles), [start for start, _ in bars], sorted(end for _, end in bars)
    )
    raws = sorted(_raws(around, titles, near), key=lambda raw: (raw.start, raw.end))
    found = persons(_none_twice(raws), around.language)
    again = later(read, found, ((one.start, one.end) for one in around.known), around.language)
    named = [*((one, raw) for one in found for raw in one.places), *again]
    return People(
        tuple(one.said(one.raw) for one in found),
        tuple(sorted((one.said(raw) for one, raw in named), key=lambda said: (said.start, said.end))),
        tuple(titles),
        signs,
    )


def _outside(signs: Sequence[Sign], mentions: Sequence[Seen]) -> tuple[Sign, ...]:
    """The signs without words of saying that are part of a country's name: the United `States`."""
    if not any(sign.says in SPEECH for sign in signs):
        return tuple(signs)
    inside = {at for one in mentions for at in range(one.found.start, one.found.end)}
    return tuple(sign for sign in signs if sign.says not in SPEECH or sign.start not in inside)


def _bars(signs: Sequence[Sign], mentions: Sequence[Seen], titles: Sequence[Title]) -> list[tuple[int, int]]:
    """What no name goes beyond: words of saying, countries, offices."""
    spoken = [(sign.start, sign.end) for sign in signs if sign.says in SPEECH]
    nations = [(one.found.start, one.found.end) for one in mentions if one.found.kind is not MentionKind.PERSON]
    return sorted(spoken + nations + [(title.core_start, title.core_end) for title in titles])


def _known(mentions: Sequence[Seen], titles: Sequence[Title]) -> list[Known]:
    """The names that the gazetteer knows, without an office that is part of how it knows them (`President Lee`)."""
    found: list[Known] = []
    for one in mentions:
        if one.found.kind is MentionKind.PERSON:
            start, end = one.found.start, one.found.end
            for title in titles:
                if title.core_start <= start < title.core_end:
                    start = title.core_end + (one.found.text[title.core_end - one.found.start :][:1] == " ")
                elif start < title.core_start < end:
                    end = title.core_start
            text = one.found.text[start - one.found.start : end - one.found.start].rstrip()
            if text:
                found.append(Known(start, start + len(text), one.code))
    return found


def _raws(around: Surroundings, titles: Sequence[Title], mentions: Sequence[Seen]) -> Iterator[Raw]:
    """Each place that names somebody: beside an office, or known."""
    taken: list[Name] = []
    last: Raw | None = None
    for title in titles:
        name = name_beside(around, title)
        if name is not None:
            taken.append(name)
            known = around.known_in(name.start, name.end)
            country = title.country or _beside(around, name, mentions) or (known.country if known else None)
            if country is None and last and _is_joined(around, last, title):
                country = last.country
            if country is None and not title.is_world and not title.key.endswith(COUNTERPART):
                country = _sure_actor(title, mentions) or _home(around, name)
            last = Raw(name.start, name.end, around.text[name.start : name.end], title, country)
            yield last
    for one in around.known:
        if not _is_things(around, one) and not any(name.start <= one.start < name.end for name in taken):
            start = around.first_name_before(one)
            yield Raw(start, one.end, around.text[start : one.end], None, one.country)


def _home(around: Surroundings, name: Name) -> str | None:
    """The country of those who write the language, for a name as theirs are."""
    return around.words.home if is_from_home(around, around.text[name.start : name.end]) else None


def _is_joined(around: Surroundings, last: Raw, title: Title) -> bool:
    """Whether an `and` ties an office to the name before it: both are borne for one country."""
    gap = fold(around.text[last.end : min(title.start, last.end + LONGEST_AND)]).split()
    return last.end < title.start <= last.end + LONGEST_AND and all(
        word in around.words.both or word in around.words.left for word in gap
    )


def _is_things(around: Surroundings, one: Known) -> bool:
    """Whether a name is part of a thing's: an airport, an administration."""
    if around.text[one.end : one.end + 1] not in {" ", "-"}:
        return False
    token = TOKEN.match(around.text, one.end + 1)
    return token is not None and fold(token.group()) in around.words.thing


def _beside(around: Surroundings, name: Name, mentions: Sequence[Seen]) -> str | None:
    """The country right before a name that stands before its office, as in Korean, Japanese and Chinese."""
    if around.language not in {"ko", "ja", "zh"}:
        return None
    for one in mentions:
        if one.found.kind is not MentionKind.PERSON and 0 <= name.start - one.found.end <= 2:  # noqa: PLR2004 - `의 `, `の`
            gap = fold(around.text[one.found.end : name.start])
            if not gap or gap in around.words.left:
                return one.code
    return None


def _sure_actor(title: Title, mentions: Sequence[Seen]) -> str | None:
    """The one country that a sentence names before the office; else the only one named before it at all."""
    before = {one.code for one in mentions if one.found.start < title.start and one.role is not Role.VENUE}
    inside = {
        one.code
        for one in mentions
        if one.sentence.start <= title.start < one.sentence.end and one.found.kind is not MentionKind.PERSON
        if one.role is not Role.VENUE
    }
    if len(inside) == 1 and next(iter(inside)) in before:
        return next(iter(inside))
    return next(iter(before)) if len(before) == 1 and not inside else None


def _none_twice(raws: Sequence[Raw]) -> list[Raw]:
    """Leave out what overlaps with a place before it."""
    kept: list[Raw] = []
    for raw in raws:
        if not kept or raw.start >= kept[-1].end:
            kept.append(raw)
    return kept
