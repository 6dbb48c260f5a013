"""Which countries a text names, and where; datelines and bylines left out, since they tell where it was written."""

from dataclasses import dataclass

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.datelines import written_at
from diplomacy.reading.roles import ORGANISATIONS, Role, aside_from, role_of
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.words import Sentence


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
    names = gazetteer.find(text, language)
    skip = written_at(text, sentences, names)
    found: list[Seen] = []
    at, aside = -1, 0
    for one in names:
        if any(begin <= one.start < end for begin, end in skip):
            continue
        while at + 1 < len(sentences) and (at < 0 or one.start >= sentences[at].end):
            at += 1
            aside = aside_from(text, sentences[at].start, sentences[at].end)
        # What part a country plays far down a long text makes no difference, but for those that count only as actors.
        told = one.start < READ_IN_FULL or one.code in ORGANISATIONS
        role = role_of(text, one, language) if told else Role.ACTOR
        found.append(Seen(one, sentences[at], role, aside=one.start > aside))
    acting = {one.code for one in found if one.role is Role.ACTOR}
    return tuple(one for one in found if one.code not in ORGANISATIONS or one.code in acting)
