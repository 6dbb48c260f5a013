"""Where a report is at home, and what that makes of names that several countries have.

`Athens Police are looking for …` beside a school board and a county sheriff is about Athens in Georgia. Words of public
life that only one country has (`hints.tsv`) tell; so does a country, a state or another city that the text names.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from diplomacy.countries.folding import fold
from diplomacy.countries.found import HINT, Found
from diplomacy.countries.names import rows
from diplomacy.reading.shapes import MentionKind

SURE = 3
"""What a word that only one country has counts; a word that mostly stands in one counts 1."""
ENOUGH = 3
NATIONAL = 2
"""Marks of a sure word of the nation; one of local life has one more, one that mostly stands in a country one less."""
CLEARLY = 1.5
"""How many times as much as for the next country must speak for the first."""

LISTED = {
    "<": re.compile(r"<[A-Z]\w{0,5}(?P<suffix>\.[A-Z][A-Z1]{0,2})>"),
    "(": re.compile(r"\((?:(?P<exchange>[A-Z]\w{1,6}:) ?[A-Z0-9]{1,6}|[A-Z]\w{1,5}(?P<suffix>\.[A-Z]{1,3}))\)"),
}
"""Companies as agencies write them: `<ABCD.L>`, `(TSX: ABC)`."""
BESIDE = 2
"""A country counts beside another that has at most so many times as much for it."""

UNLISTED = re.compile(r"[<(][^<>()\n]{2,60}\b(?:ltd|ltee|inc|corp|limited)\.?[>)]", re.IGNORECASE)
"""A company by its full name, as no American bourse lists it: mostly Canadian where it reckons in dollars and cents."""

COMMA = ", "

PLACES = frozenset({MentionKind.CITY, MentionKind.CAPITAL})


@cache
def namesakes() -> Mapping[str, frozenset[str]]:
    """Names of towns, folded, with the English-speaking countries that have one besides the country it mostly means."""
    found: dict[str, frozenset[str]] = {}
    for code, _, forms in rows("namesakes.tsv"):
        for form in map(fold, forms.split("|")):
            found[form] = found.get(form, frozenset()) | {code}
    return found


@cache
def _exchanges() -> Mapping[str, str]:
    """The country of each stock exchange, by suffix (`.L`) and abbreviation (`LSE:`)."""
    found: dict[str, str] = {}
    for code, behind, before in rows("exchanges.tsv"):
        found |= dict.fromkeys((f".{suffix}" for suffix in behind.split("|")), code)
        found |= dict.fromkeys((f"{name}:" for name in before.split("|")), code)
    return found


def listed(text: str) -> Iterator[Found]:
    """Companies with the exchange at which they are traded, as hints at its country."""
    for mark in ("<", "("):
        if mark in text:
            for one in LISTED[mark].finditer(text):
                code = _exchanges().get(one[one.lastgroup or 0])
                if code is not None:
                    yield Found(one.start(), one.end(), one.group(), NATIONAL * HINT + code, MentionKind.INSTITUTION)
    if "<" in text or "(" in text:
        for one in UNLISTED.finditer(text):
            yield Found(one.start(), one.end(), one.group(), f"{HINT}CA", MentionKind.INSTITUTION)


@cache
def _english_speaking() -> frozenset[str]:
    """The countries whose towns are named after each other."""
    return frozenset(code for code, _, _ in rows("namesakes.tsv"))


def at_home(named: Sequence[Found], hints: Sequence[Found]) -> tuple[Found, ...]:
    """Give names of several places the country that the text is about, and add the countries that it only hints at."""
    doubtful = any(fold(one.text) in namesakes() for one in named)
    if not hints and not doubtful:
        return tuple(named)
    scores = _scores(hints)
    placed = list(named)
    if doubtful:
        home = _home(_scores([one for one in hints if one.code.count(HINT) != NATIONAL]))
        told = Counter(one.code for one in named if fold(one.text) not in namesakes())
        behind = (*named[1:], None)
        placed = [_in_region(one, next_) or _placed(one, home, told) for one, next_ in zip(named, behind, strict=True)]
    known = {one.code for one in placed}
    most = max(scores.values(), default=0)
    for code, score in scores.items():
        if code not in known and score >= ENOUGH and BESIDE * score >= most:
            first = next(one for one in hints if one.code.strip(HINT) == code)
            placed.append(Found(first.start, first.end, first.text, code, MentionKind.INSTITUTION, implied=True))
    return tuple(sorted(placed, key=lambda one: one.start))


def _scores(hints: Sequence[Found]) -> Counter[str]:
    """How much speaks for each country; a word that comes again says no more."""
    counted = {(one.code, fold(one.text)) for one in hints}
    scores: Counter[str] = Counter()
    for code, _ in counted:
        scores[code.strip(HINT)] += SURE if code.startswith(NATIONAL * HINT) else 1
    return scores


def _home(scores: Counter[str]) -> str | None:
    """The country whose public life the text tells of; None where too little speaks for one."""
    first, second = (*scores.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] >= max(ENOUGH, CLEARLY * second[1]) else None


def _in_region(one: Found, following: Found | None) -> Found | None:
    """A town with its region behind it: `London, Ontario`, `Athens, Ga.`."""
    if following is None or following.start - one.end != len(COMMA) or following.kind is not MentionKind.CITY:
        return None
    is_there = following.code in namesakes().get(fold(one.text), frozenset())
    return _moved(one, following.code) if is_there else None


def _placed(one: Found, home: str | None, told: Mapping[str, int]) -> Found:
    """The mention, with another country where its name is a town there and the text is about that country."""
    others = namesakes().get(fold(one.text), frozenset())
    if not others or one.code in told or one.kind not in {*PLACES, MentionKind.NAME}:
        return one
    if home in others:
        return _moved(one, home)
    # Geneva stays Swiss in a report on Australia; Mansfield is in Ohio in one on Ohio.
    is_one_of_many = one.kind is MentionKind.CITY and one.code in _english_speaking()
    named = max(others & told.keys(), key=lambda code: told[code], default=None)
    return _moved(one, named) if named is not None and home is None and is_one_of_many else one


def _moved(one: Found, code: str) -> Found:
    return Found(one.start, one.end, one.text, code, MentionKind.CITY)
