"""Names that are also something else: a bird, an American state, a given name. Their surroundings decide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from diplomacy.countries.folding import fold
from diplomacy.countries.found import HINT, NOTHING, Found
from diplomacy.countries.home import at_home, listed
from diplomacy.countries.names import expand, rows
from diplomacy.reading.shapes import MentionKind

NEAR = 90
"""How many characters around a name are looked at for cues that must stand near it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a name stand for something else."""

    instead: str
    anywhere: bool
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Context:
    """All that decides about names with two meanings."""

    cues: Mapping[str, tuple[Cue, ...]]
    given: frozenset[str]
    """Names of countries and cities that people bear as well."""
    first_names: frozenset[str]
    offices: frozenset[str]
    """Capitalised words that follow a country's name without making it a person's: `Jordan Foreign Ministry`."""
    states: re.Pattern[str]
    """American states, shortened, behind a place (`Athens, Ga.`)."""
    shared: Mapping[str, tuple[str, ...]]
    """Forms that several countries share, and those countries, likeliest first."""


def load_context(shared: Mapping[str, tuple[str, ...]]) -> Context:
    """Read the lists that decide about names with two meanings."""
    cues: dict[str, tuple[Cue, ...]] = {}
    lists: dict[str, frozenset[str]] = {}
    states = ""
    for name, verdict, words in rows("context.tsv"):
        if name == "=states":
            states = "|".join(map(re.escape, words.split("|")))
        elif name.startswith("="):
            lists[name] = frozenset(map(fold, expand(words)))
        else:
            instead, _, scope = verdict.partition("@")
            cue = Cue(instead, scope == "anywhere", _any_of(words))
            for form in map(fold, name.split("|")):
                cues[form] = (*cues.get(form, ()), cue)
    shortened = re.compile(rf", (?:{states})\.")
    return Context(cues, lists["=given"], lists["=first"], lists["=office"], shortened, shared)


def _any_of(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words; Korean ones may go on with particles."""
    sought = "|".join(re.escape(fold(word)) for word in words.split("|"))
    return re.compile(rf"(?<!\w)(?:{sought})(?:(?!\w)|(?<=[\uac00-\ud7a3]))")


def settle(candidates: Sequence[Found], text: str, folded: str, context: Context) -> tuple[Found, ...]:
    """Keep the candidates that their surroundings bear out, each with the country that they make it."""
    hints = [one for one in candidates if one.code.startswith(HINT)]
    named = _Named(
        [one for one in candidates if one.code != NOTHING and not one.code.startswith(HINT)], text, folded, context
    )
    states = [
        Found(one.start() + 2, one.end(), one.group()[2:], "US", MentionKind.CITY)
        for one in context.states.finditer(text)
    ]
    placed = sorted((*named.settled(), *states), key=lambda one: one.start) if states else tuple(named.settled())
    return at_home(placed, (*hints, *listed(text)))


class _Named:
    """The names in one text while their surroundings are looked at."""

    def __init__(self, names: Sequence[Found], text: str, folded: str, context: Context) -> None:
        self._names = names
        self._text = text
        self._unevenly_folded = folded
        self._context = context
        self._heard: dict[Cue, bool] = {}

    @cached_property
    def _folded(self) -> str:
        """The folded text with single spaces: words are looked for in all of it."""
        return " ".join(self._unevenly_folded.split())

    @cached_property
    def _explicit(self) -> frozenset[str]:
        """The countries that the text names by forms that fit no other."""
        return frozenset(one.code for one in self._names if fold(one.text) not in self._context.shared)

    def settled(self) -> Iterator[Found]:
        """The names that stand for a country, each with it."""
        for one in self._names:
            code = self._country(one, fold(one.text))
            if code == one.code:
                yield one
            elif code != NOTHING:
                yield Found(one.start, one.end, one.text, code, one.kind)

    def _country(self, one: Found, form: str) -> str:
        if self._is_borne(one, form):
            return NOTHING
        code = self._verdict(form, one)
        readings = self._context.shared.get(form)
        return code if code == NOTHING or readings is None else _likeliest(readings, self._explicit, code)

    def _is_borne(self, one: Found, form: str) -> bool:
        """Whether the name is a person's, a thing's, or that of a currency."""
        if form in self._context.given and _is_person(one, self._text, self._context):
            return True
        if one.kind is MentionKind.CITY:
            return _is_borne(one, self._text, self._context)
        return one.kind in ADJECTIVES and _is_currency(one, self._text)

    def _verdict(self, form: str, one: Found) -> str:
        """The country that the first cue in reach makes of a name."""
        cues = self._context.cues.get(form, ())
        near = fold(self._text[max(0, one.start - NEAR) : one.end + NEAR]) if cues else ""
        for cue in cues:
            if self._is_heard(cue) if cue.anywhere else cue.words.search(near):
                return cue.instead if cue.instead != "=" else one.code
        return one.code

    def _is_heard(self, cue: Cue) -> bool:
        """Whether a cue stands anywhere in the text: looked for once, however often the name comes."""
        if cue not in self._heard:
            self._heard[cue] = cue.words.search(self._folded) is not None
        return self._heard[cue]


def _likeliest(readings: Sequence[str], explicit: frozenset[str], otherwise: str) -> str:
    """A shared form means the one of its countries that the text names in full; unless that is one, the likeliest."""
    named = [code for code in readings if code in explicit]
    return named[0] if len(named) == 1 else otherwise


ADJECTIVES = frozenset({MentionKind.NAME, MentionKind.DEMONYM})
MONEY_AFTER = re.compile(
    r"\s(?:dlrs?|dollars?|francs?|marks?|crowns?|kron[aeo]r?|pounds?|yen|pesos?|liras?|won|rupees?|rubles?|roubles?|"
    r"riyals?|rials?|dinars?|dirhams?|baht|yuan|shillings?|rand|reais|real|zlotys?|forints?)\b",
    re.IGNORECASE,
)
AMOUNT_BEFORE = re.compile(r"(?:\d|\b(?:hundred|thousand|mln|bln|million|billion|trillion|m|bn|tn))\s$", re.IGNORECASE)

WORD_AFTER = re.compile(r" ([A-Z][\w'’-]+)")
WORD_BEFORE = re.compile(r"([\w'’.-]+) $")
LONGEST_WORD = 30
LOOKED_AT = 300
LONGEST_LINE = 2000
"""A name further down its line stands in no headline."""
HEADLINE_SHARE = 0.8


def _is_person(one: Found, text: str, context: Context) -> bool:
    """Whether a name stands where a person's name stands: behind a first name, or before a surname."""
    before = _word_before(one, text)
    if fold(before) in context.first_names or re.fullmatch(r"[A-Z]\.", before) is not None:
        return True
    after = WORD_AFTER.match(text, one.end)
    return bool(after and one.text.istitle() and fold(after[1]) not in context.offices and not _is_headline(text, one))


def _is_currency(one: Found, text: str) -> bool:
    """Whether a country's name only says in what money a sum is told: `5 million Canadian dollars`."""
    return (
        MONEY_AFTER.match(text, one.end) is not None
        and AMOUNT_BEFORE.search(text, max(0, one.start - LONGEST_WORD), one.start) is not None
    )


def _is_borne(one: Found, text: str, context: Context) -> bool:
    """Whether a city's name is somebody's or something's: a capitalised word stands right before it."""
    before = _word_before(one, text)
    return (
        before[:1].isupper()
        and one.text.istitle()
        and fold(before) not in context.offices
        and not _is_headline(text, one)
    )


def _word_before(one: Found, text: str) -> str:
    found = WORD_BEFORE.search(text, max(0, one.start - LONGEST_WORD), one.start)
    return found[1] if found else ""


def _is_headline(text: str, one: Found) -> bool:
    """Whether the line writes most of its words with capitals, so that a capital tells nothing."""
    begin = text.rfind("\n", max(0, one.start - LONGEST_LINE), one.start) + 1
    if begin == 0 and one.start > LONGEST_LINE:
        return False
    end = text.find("\n", one.end, begin + LOOKED_AT)
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text[begin : end if end >= 0 else begin + LOOKED_AT])
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= HEADLINE_SHARE * len(words)
