"""Which countries a text names, and where; datelines and bylines left out, since they tell where it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.owned import OFFICES_ALONE
from diplomacy.reading.circumstances import circumstances, is_passed
from diplomacy.reading.datelines import written_at
from diplomacy.reading.headline_names import with_headline_names
from diplomacy.reading.roles import ORGANISATIONS, Role, aside_from, role_of
from diplomacy.reading.shapes import MentionKind
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.words import Sentence

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
    for one in names:
        if any(begin <= one.start < end for begin, end in skip):
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


def _is_elsewhere(one: Found, sentence: Sentence, names: Sequence[Found], language: str | None) -> bool:
    """Whether an office that no country owns stands behind a sentence that named another country: it may be theirs."""
    return (
        language in OFFICES_ALONE
        and one.kind is MentionKind.INSTITUTION
        and any(other.start < sentence.start and other.code != one.code for other in names[:FIRST_FEW])
    )
