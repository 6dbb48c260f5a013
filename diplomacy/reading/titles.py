"""Offices in a text: each with its country, where the words beside it tell one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.reading.mentions import Seen
from diplomacy.reading.nation_words import LANGUAGES, country_of
from diplomacy.reading.office_words import SPEECH, OfficeWords, Sign
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import MentionKind

LONGEST_GAP = 24
COUNTERPART = "=counterpart"
PARTED = re.compile(r"[,;:.!?«»“”\"()，、؛،。\n]")
BEFORE = re.compile(r"(?<!\w)([^\W\d_]{4,20}) \Z")
BEHIND = re.compile(r" ([^\W\d_]{4,20})(?!\w)")
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
    own: str | None = None
    """The country that an office tells by its own name."""


def titles_in(
    text: str, signs: Sequence[Sign], mentions: Sequence[Seen], words: OfficeWords, language: str
) -> list[Title]:
    """Every office that a text tells, in order."""
    if not any(_is_head(sign.says) for sign in signs):
        return []
    found: list[Title] = []
    run: list[_Part] = []
    for part in _parts(text, signs, mentions, language):
        if run and not _goes_on(text, run[-1], part, words):
            found += _titles(text, run, words)
            run = []
        run.append(part)
    return [*found, *_titles(text, run, words)]


def _parts(text: str, signs: Sequence[Sign], mentions: Sequence[Seen], language: str) -> list[_Part]:
    """The words of offices and the countries, in order, none over another; an office goes before one in its name."""
    nations = [
        _Part(one.found.start, one.found.end, "", frozenset({one.found.kind}), one.code)
        for one in mentions
        if one.found.kind is not MentionKind.PERSON and one.role is not Role.SETTING
    ]
    offices = [
        _Part(sign.start, sign.end, sign.says, sign.entry.marks, None)
        for sign in signs
        if sign.says not in SPEECH and not ("title" in sign.entry.marks and text[sign.start].islower())
    ]
    if language in LANGUAGES:
        nations += [part for office in offices if _is_head(office.says) for part in _adjectives(text, office, language)]
    kept: list[_Part] = []
    for part in sorted((*nations, *offices), key=_offices_first):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
        elif kept[-1].country and not part.country:
            kept[-1] = part._replace(own=kept[-1].country) if _is_head(part.says) else kept[-1]
        elif part.country and not kept[-1].country:
            kept[-1] = kept[-1]._replace(own=part.country) if _is_head(kept[-1].says) else part
        elif part.end > kept[-1].end and not part.country:
            kept[-1] = part
    return kept


def _offices_first(part: _Part) -> tuple[int, bool, int]:
    return part.start, part.country is not None, -part.end


def _adjectives(text: str, office: _Part, language: str) -> Iterator[_Part]:
    """A word right before or behind an office that is a country's adjective."""
    before = BEFORE.search(text, max(0, office.start - LONGEST_GAP), office.start)
    behind = BEHIND.match(text, office.end)
    for word in (before, behind):
        code = country_of(word.group(1), language) if word else None
        if word and code:
            yield _Part(word.start(1), word.end(1), "", frozenset(), code)


def _is_head(says: str) -> bool:
    """Whether a word is an office by itself."""
    return says[0] not in "=+~" or says == COUNTERPART


def _goes_on(text: str, last: _Part, part: _Part, words: OfficeWords) -> bool:
    """Whether a part belongs to the title that the last one belongs to."""
    if part.start - last.end > LONGEST_GAP or "=nothing" in {part.says, last.says}:
        return False
    raw = text[last.end : part.start]
    if PARTED.search(raw):
        fields = last.says.startswith("+") and part.says.startswith("+")
        return fields and raw.strip(" ") in {",", "、", "،"}
    gap = fold(raw) if raw != " " else ""
    if last.country or part.country:
        return _joins_country(gap, last, part, words)
    return not gap or _all_in(gap, words.join) or (last.says.startswith("+") and _all_in(gap, words.both | words.join))


def _joins_country(gap: str, last: _Part, part: _Part, words: OfficeWords) -> bool:
    """Whether a country and what stands beside it belong together."""
    if _all_in(gap, words.host):
        return "ambassador" in {part.says, last.says} or last.country is not None
    if last.country:
        # `le ministre polonais des Affaires étrangères`: the country stands inside the office.
        return not gap or _all_in(gap, words.left) or (words.is_right_bare and _all_in(gap, words.join))
    if not gap:
        return words.is_right_bare or last.says == "=rank"
    # English has its adjectives before the office: `leader of the Iranian-led group` leads no country.
    is_late = not words.is_right_bare and MentionKind.DEMONYM in part.marks
    return not is_late and _all_in(gap, words.right)


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
        _country(text, run, heads[0], words) or next((part.own for part in own if part.own), None),
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
