"""Which countries a text names, and where; datelines and bylines left out, since they tell where it was written."""

import re
from dataclasses import dataclass

from diplomacy.countries.found import Found
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.roles import ORGANISATIONS, Role, aside_from, role_of
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.words import Sentence

AGENCIES = (
    "Reuters|AP|AFP|Xinhua|dpa|TASS|Yonhap|AA|Anadolu|Kyodo|IRNA|ANI|PTI|UPI|EFE|ANSA|İHA|DHA|Bloomberg|UrduPoint[^)]*"
)
DATELINE = re.compile(
    rf"""\A\s*(?:
      # ANKARA, Nov 24 (Xinhua) –   SEOUL, South Korea (AP) —
      [A-ZÀ-Þİ][A-ZÀ-Þİ .,'’/-]{{2,60}}?(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?
        (?:,?\s+\w{{3,9}}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?)?\s*(?:\([^)\n]{{2,40}}\))?\s*(?:[-–—]{{1,2}}|:)\s
      # Ankara (Reuters) -
    | [A-ZÀ-Þ][\w .,'’-]{{2,50}}?\((?:{AGENCIES})\)\s*[-–—:]*\s
      # OUTLET- The sentence
    | [A-Z]{{5,20}}\s?[-–—]\s?(?=[A-Z])
      # (서울=연합뉴스)   서울=연합뉴스)
    | \(?[\w가-힣]{{2,12}}\s?=\s?[^)\n]{{2,12}}\)
      # 【北京】   新华社安卡拉11月24日电
    | 【[^】\n]{{2,30}}】
    | (?:新华社|新華社|中新网|中新社|央视网)[^，。\n]{{2,30}}(?:电|電|讯)[（(]?
    )""",
    re.VERBOSE,
)
"""Where a report was written, and by which agency."""

BYLINE = re.compile(r"\A\s*By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?: in [A-Z][\w-]+)?\s*(?:\n|$)")


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
    skip = _written_at(text, sentences)
    found: list[Seen] = []
    at, aside = -1, 0
    for one in gazetteer.find(text, language):
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


def _written_at(text: str, sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """Stretches that tell where and by whom a text was written, at its beginning and that of its second line."""
    places: list[tuple[int, int]] = []
    for sentence in sentences[:2]:
        line = text[sentence.start : sentence.start + 160]
        for pattern in (DATELINE, BYLINE):
            written = pattern.match(line)
            if written:
                places.append((sentence.start, sentence.start + written.end()))
    return places
