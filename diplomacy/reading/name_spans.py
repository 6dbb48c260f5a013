"""Where a name stands beside an office, in scripts with capitals and in those without."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.reading.office_words import OfficeWords

LAST_CASED = 0x0590
EXTENDED = range(0x1E00, 0x2000)
UPPER = "".join(chr(point) for point in (*range(LAST_CASED), *EXTENDED) if chr(point).isupper() or chr(point).istitle())
WORD = rf"(?:(?:[Aa]l|[Ee]l|[Aa][sšnrzdth]h?|аль|ас|аш|эль|ан)[-‑])?[{UPPER}](?:[^\W\d_]|['’ʼ‘`ʻ‑-](?=[^\W\d_]))*"
SMALL = r"(?:[^\W\d_]{1,4}[ ]){0,2}?"
CASED = re.compile(rf"{WORD}\.?(?:[ ]{SMALL}{WORD}\.?){{0,5}}")
ENDS_CASED = re.compile(rf"(?<!\w)({WORD}\.?(?:[ ]{SMALL}{WORD}\.?){{0,4}})$")
TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|\d|['’ʼ‘`ʻ‑\u200c-](?=[^\W\d_]))*\.?")
MOST_WORDS = 4
LOOK = 90
INITIALS = 3
APOSTROPHE = re.compile(r"['’ʼ]")

FIRST = re.compile(rf"(?<![\w'’-])([{UPPER}][^\W\d_]{{2,15}}) \Z")
LONGEST_FIRST = 20
CAPITALS_NOT_USED = frozenset({"ar", "fa", "zh", "ja", "ko"})
NEEDS_TWO = frozenset({"de"})
"""Languages that write all nouns with capitals: one word alone is no name."""
INFLECTED = frozenset({"ru", "uk", "el"})
SLAVIC = frozenset({"ru", "uk"})
OTHER_CASES = ("а", "я", "у", "ю", "е", "ы", "и", "і", "ом", "ем", "ым", "им", "ого", "ому", "ой")


class Name(NamedTuple):
    """A stretch that names somebody."""

    start: int
    end: int


class Known(NamedTuple):
    """A stretch that the gazetteer knows as a person's name."""

    start: int
    end: int
    country: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that bounds names in a text."""

    text: str
    language: str
    words: OfficeWords
    known: Sequence[Known]
    bars: Sequence[int]
    """Where countries, offices and words of saying begin: no name goes beyond one."""
    bar_ends: Sequence[int]
    """Where they end."""

    def known_in(self, start: int, end: int) -> Known | None:
        """The first known name that begins in a stretch."""
        at = bisect_left(self.known, (start, 0, ""))
        return self.known[at] if at < len(self.known) and self.known[at].start < end else None

    def bar_behind(self, start: int) -> int:
        """Where the first thing begins behind `start` that no name goes beyond."""
        at = bisect_left(self.bars, start)
        return self.bars[at] if at < len(self.bars) else len(self.text)

    def free_from(self, end: int) -> int:
        """Where the last thing ends before `end` that no name goes beyond."""
        at = bisect_right(self.bar_ends, end)
        return self.bar_ends[at - 1] if at else 0

    def first_name_before(self, one: Known) -> int:
        """Where a known name begins with the first name before it, in languages that write it with a capital."""
        if self.language in CAPITALS_NOT_USED or self.language in NEEDS_TWO or " " in self.text[one.start : one.end]:
            return one.start
        low = max(0, one.start - LONGEST_FIRST, self.free_from(one.start))
        found = FIRST.search(self.text, low, one.start)
        if found is None or fold(found.group(1)) in self.words.stop | self.words.preposition:
            return one.start
        begins = not self.text[: found.start()].rstrip() or self.text[: found.start()].rstrip()[-1] in '.!?\n”"»'
        return one.start if begins and not self._is_subject(one) else found.start()

    def _is_subject(self, one: Known) -> bool:
        """Whether a name stands as a subject does: at the head of a sentence the word before it is a first name then.

        `Дональд Трамп`, but `Визит Трампа`.
        """
        return self.language in SLAVIC and not self.text[one.start : one.end].endswith(OTHER_CASES)

    def cased(self, start: int, end: int) -> Name | None:
        """The name that begins at `start`, in capitals, before `end`."""
        found = CASED.match(self.text, start, min(end, start + LOOK))
        if found is None:
            return None
        stop = self._kept(start, min(found.end(), self.bar_behind(start)))
        return Name(start, stop) if stop > start else None

    def _kept(self, start: int, end: int) -> int:
        """Where a run of capitalised words stops being a name."""
        stop, count = start, 0
        for token in TOKEN.finditer(self.text, start, end):
            word = token.group()
            form = fold(word.rstrip("."))
            if form in self.words.stop or (word[0].islower() and form not in self.words.particle and "-" not in word):
                break
            if word[0].islower() and "-" not in word:
                continue
            count += 1
            stop = self._bare(token.start(), token.end())
            if stop < token.end() or count == MOST_WORDS:
                break
        return stop

    def _bare(self, start: int, end: int) -> int:
        """The end of a word without an ending behind an apostrophe and without the full stop of a sentence."""
        word = self.text[start:end]
        if word.endswith("."):
            return end if len(word) < INITIALS or word[:-1] in {"Jr", "Sr", "St", "Md"} or "." in word[:-1] else end - 1
        mark = APOSTROPHE.search(word)
        if mark and mark.start() and word[mark.end() : mark.end() + 1].islower():
            ending = word[mark.end() :]
            if ending == "s" or self.language in {"tr", "az"}:
                return start + mark.start()
        return end
