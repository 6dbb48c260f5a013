"""Offices in a text: each with its country, where the words beside it tell one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.reading.mentions import Seen
from diplomacy.reading.office_words import SPEECH, OfficeWords, Sign
from diplomacy.reading.shapes import MentionKind

LONGEST_GAP = 24
COUNTERPART = "=counterpart"
ENVOYS = frozenset({"ambassador"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office as told; `start` and `end` take in the country beside it."""

    start: int
    end: int
    office: str
    key: str
    country: str | None
    is_world: bool
    """It is borne for no single country."""
    core_start: int
    core_end: int
    """Where the office itself stands."""


class _Part(NamedTuple):
    """A piece of a title: a word of an office, or a country."""

    start: int
    end: int
    says: str
    marks: frozenset[str]
    country: str | None


def titles_in(text: str, signs: Sequence[Sign], mentions: Sequence[Seen], words: OfficeWords) -> list[Title]:
    """Every office that a text tells, in order."""
    if not any(_is_head(sign.says) for sign in signs):
        return []
    found: list[Title] = []
    run: list[_Part] = []
    for part in _parts(text, signs, mentions):
        if run and not _goes_on(text, run[-1], part, words):
            found += _titles(text, run, words)
            run = []
        run.append(part)
    return [*found, *_titles(text, run, words)]


def _parts(text: str, signs: Sequence[Sign], mentions: Sequence[Seen]) -> list[_Part]:
    """The words of offices and the countries of a text, in order, none over another."""
    nations = [
        _Part(one.found.start, one.found.end, "", frozenset(), one.code)
        for one in mentions
        if one.found.kind is not MentionKind.PERSON
    ]
    offices = [
        _Part(sign.start, sign.end, sign.says, sign.entry.marks, None)
        for sign in signs
        if sign.says not in SPEECH and not ("title" in sign.entry.marks and text[sign.start].islower())
    ]
    ordered = sorted((*nations, *offices), key=lambda part: (part.start, -part.end))
    kept: list[_Part] = []
    for part in ordered:
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif kept[-1].country is None and part.country is None and part.end > kept[-1].end:
            kept[-1] = part
    return kept


def _is_head(says: str) -> bool:
    """Whether a word is an office by itself."""
    return says[0] not in "=+~" or says == COUNTERPART


def _goes_on(text: str, last: _Part, part: _Part, words: OfficeWords) -> bool:
    """Whether a part belongs to the title that the last one belongs to."""
    if part.start - last.end > LONGEST_GAP or "=nothing" in {part.says, last.says}:
        return False
    raw = text[last.end : part.start]
    if "\n" in raw:
        return False
    gap = fold(raw)
    fields = last.says.startswith("+") and part.says.startswith("+")
    if any(mark in raw for mark in ',;:.!?«»“”"()，、؛،。'):
        return fields and raw.strip() in {",", "、", "،"}
    if last.country or part.country:
        return _joins_country(gap, last, part, words)
    return not gap or _all_in(gap, words.join) or (last.says.startswith("+") and _all_in(gap, words.both | words.join))


def _joins_country(gap: str, last: _Part, part: _Part, words: OfficeWords) -> bool:
    """Whether a country and what stands beside it belong together."""
    if _all_in(gap, words.host):
        return "ambassador" in {part.says, last.says} or last.country is not None
    if last.country:
        return not gap or _all_in(gap, words.left)
    return words.is_right_bare if not gap else gap in words.right or _all_in(gap, words.right)


def _all_in(gap: str, known: frozenset[str]) -> bool:
    return gap in known or (bool(gap) and all(word in known for word in gap.split()))


def _titles(text: str, run: list[_Part], words: OfficeWords) -> Iterator[Title]:
    """The title that a run of parts makes; none without an office in it."""
    if not any(part.country is None and _is_head(part.says) for part in run):
        return
    own = [part for part in run if part.country is None]
    while own and own[0].says == "=rank" and "aside" in own[0].marks:
        own = own[1:]
    heads = [part for part in own if _is_head(part.says)]
    yield Title(
        run[0].start,
        run[-1].end,
        _office(text, run, own[0].start, own[-1].end),
        _key(own, heads[0]),
        _country(text, run, heads[0], words),
        any("world" in part.marks for part in heads),
        own[0].start,
        own[-1].end,
    )


def _office(text: str, run: Sequence[_Part], start: int, end: int) -> str:
    """The office as told, without a country that stands in its middle."""
    told, at = "", start
    for part in run:
        if part.country and start <= part.start < end:
            told += text[at : part.start]
            at = part.end
    return " ".join((told + text[at:end]).split())


def _key(own: Sequence[_Part], head: _Part) -> str:
    """The key of an office: with the field of a minister, with its rank."""
    field = next((part.says[1:] for part in own if part.says.startswith("+")), "")
    key = f"{field}-{head.says}" if field and head.says == "minister" else head.says
    ranks = {mark for part in own if part.says == "=rank" for mark in part.marks}
    return next((f"{mark}-{key}" for mark in ("former", "deputy") if mark in ranks), key)


def _country(text: str, run: Sequence[_Part], head: _Part, words: OfficeWords) -> str | None:
    """The country for which the office is borne: not that where an envoy is posted."""
    beside: list[_Part] = []
    for at, part in enumerate(run):
        if part.country and not (at and head.says in ENVOYS and _is_host(text, run[at - 1], part, words)):
            beside.append(part)
    if not beside:
        return None
    before = [part for part in beside if part.start < head.start]
    after = [part for part in beside if part.start >= head.start]
    if head.says in ENVOYS:
        return beside[0].country
    return (after[0] if after and (words.is_right_bare or not before) else before[-1]).country


def _is_host(text: str, last: _Part, part: _Part, words: OfficeWords) -> bool:
    return _all_in(fold(text[last.end : part.start]), words.host)
