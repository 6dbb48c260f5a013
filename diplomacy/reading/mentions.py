"""Which countries a text names, and where; datelines and bylines left out, since they tell where it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.circumstances import circumstances, is_passed
from diplomacy.reading.datelines import written_at
from diplomacy.reading.headline_names import with_headline_names
from diplomacy.reading.roles import ORGANISATIONS, Role, aside_from, role_of
from diplomacy.reading.shapes import MentionKind
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.words import Sentence

OFFICES_ALONE = frozenset({"ko", "tr", "ja", "de"})
"""Languages whose papers name the offices of their own state without the state."""

ENDED = re.compile(r"['’]?\w{0,4}\s?")
"""What stands between a country and its office: an ending, a space."""

FIRST_FEW = 12
"""So many of a text's first names are asked whether they named another country before."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A country named in a sentence."""

    found: Found
    sentence: Sentence
    role: Role
    aside: bool = False
    """It stands among the grounds and circumstances of what the sentence tells."""

    @property
    def code(self) -> str:
        """The country."""
        return self.found.code


def seen(text: str, sentences: tuple[Sentence, ...], gazetteer: Gazetteer, language: str | None) -> tuple[Seen, ...]:
    """Every mention of a country, in the text's order."""
    names = with_headline_names(text, sentences, gazetteer.find(text, language), language)
    skip = written_at(text, sentences, names)
    found: list[Seen] = []
    at, around = -1, _Around(0, ())
    before: Found | None = None
    for one in names:
        leading, before = before, one
        if any(begin <= one.start < end for begin, end in skip) or _is_of(leading, one, text, language):
            continue
        while at + 1 < len(sentences) and (at < 0 or one.start >= sentences[at].end):
            at += 1
            around = _around(text, sentences[at], language)
        if _is_elsewhere(one, sentences[at], names, language):
            continue
        # What part a country plays far down a long text makes no difference, but for those that count only as actors.
        told = one.start < READ_IN_FULL or one.code in ORGANISATIONS
        role = role_of(text, one, language) if told else Role.ACTOR
        aside = around.has(one.start) or (told and is_passed(text, one.start, language))
        found.append(Seen(one, sentences[at], role, aside))
    acting = {one.code for one in found if one.role is Role.ACTOR}
    return tuple(one for one in found if one.code not in ORGANISATIONS or one.code in acting)


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a sentence tells circumstances: from a place on, and in stretches."""

    begin: int
    stretches: tuple[tuple[int, int], ...]

    def has(self, start: int) -> bool:
        return start > self.begin or any(begin <= start < end for begin, end in self.stretches)


def _around(text: str, sentence: Sentence, language: str | None) -> _Around:
    begin = aside_from(text, sentence.start, sentence.end)
    return _Around(begin, circumstances(text, sentence.start, sentence.end, language))


def _is_of(leading: Found | None, one: Found, text: str, language: str | None) -> bool:
    """Whether an office that is else that of the paper's own state is that of the country named right before it.

    `韓国外務省` is none of Japan's, `Fransa Dışişleri Bakanı` and `Peru'nun Dışişleri Bakanı` none of Turkey's.
    """
    if leading is None or one.kind is not MentionKind.INSTITUTION or leading.code == one.code:
        return False
    return ENDED.fullmatch(text, leading.end, one.start) is not None and language in OFFICES_ALONE


def _is_elsewhere(one: Found, sentence: Sentence, names: Sequence[Found], language: str | None) -> bool:
    """Whether an office that no country owns stands behind a sentence that named another country: it may be theirs."""
    return (
        language in OFFICES_ALONE
        and one.kind is MentionKind.INSTITUTION
        and any(other.start < sentence.start and other.code != one.code for other in names[:FIRST_FEW])
    )
