"""What a figure counts: the noun phrase beside it, where it can be cut cleanly; else nothing is said.

`a $4 billion loan`   `$3 million of arms`   `Bilateral trade has surpassed $10 billion`
`10 milyar dolarlık ticaret`   `교역액은 100억 달러`   `贸易额达到100亿美元`
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from diplomacy.countries.borders import is_hangul, is_spaceless
from diplomacy.reading.amounts import MONEY, PERCENT, Amount
from diplomacy.reading.figure_words import Word

WORD = re.compile(r"[^\W\d_][\w'’-]*")
ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "le",
        "la",
        "les",
        "l",
        "el",
        "los",
        "las",
        "un",
        "une",
        "una",
        "il",
        "lo",
        "gli",
        "i",
        "o",
        "os",
        "as",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "η",
        "το",
        "ο",
        "οι",
        "τα",
        "ال",
    ]
)
AUXILIARY = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "would", "to", "be", "been"])
JOINS = frozenset(["and", "et", "y", "e", "und", "ve", "и", "та"])
OF = frozenset(["of", "de", "des", "du", "di", "d", "della", "del", "dei", "do", "da"])
LEADS_PART = re.compile(r" (?:of|worth of|in|worth) (?:the |its |their )?")
DESCRIBING = re.compile(r"(?:^|\W)(?:a|an|the|its|their|new|this|another|u\.s\.)(?: \w+)? ?$")
TURKISH = re.compile(r"l[iu]k$")
TURKISH_APART = re.compile(r"'l[iu]k\b")
KOREAN_MEASURE = re.compile(r" ?(?:규모의|상당의|어치의|짜리) ")
PARTICLE = re.compile(r"(?:으로|에서|에게|이|가|은|는|을|를|의|에|로|와|과|도)$")
FILLER = re.compile(r"\W*(?:(?:about|around|nearly|almost|some|the|over|more than|roughly|yaklasik|약|총)\W*){0,2}")
VERBS = frozenset({"counts", "value", "limit", "forecast"})
MOST_WORDS = 5
MOST_SIGNS = 10
NEAR = 16
LOOKED_BACK = 90
LOOKED_AHEAD = 60
BORDER = re.compile(r"[.,;:!?()\"“”«»\n]|\s[-–—]\s|[。，；、：؟،؛]")


class Counted:
    """Cuts what the figures of one sentence count out of it."""

    def __init__(
        self, text: str, written: str, start: int, end: int, signs: Sequence[Word], stops: frozenset[str]
    ) -> None:
        self._text, self._written, self._start, self._end = text, written, start, end
        self._signs, self._stops = signs, stops
        self._ends = [sign.end for sign in signs]
        self._by_start = {sign.start: sign for sign in signs}
        self._last: tuple[str, str] | None = None
        """Kind and subject of the figure before: `and is approaching $15 billion` goes on with it."""

    def by(self, amount: Amount) -> str | None:
        """What an amount counts."""
        return self._behind(amount) or self._subject(amount)

    # --- behind the figure --------------------------------------------------------------------------------------------

    def _behind(self, amount: Amount) -> str | None:
        stop = min(self._end, amount.end + LOOKED_AHEAD)
        part = LEADS_PART.match(self._written, amount.end, stop)
        if part:
            return self._phrase(part.end(), stop)
        measure = KOREAN_MEASURE.match(self._written, amount.end, stop)
        if measure:
            return self._korean(measure.end(), stop)
        if TURKISH.search(self._written[amount.end - 3 : amount.end]) or TURKISH_APART.match(self._written, amount.end):
            return self._phrase(self._end_of_word(amount.end), stop, most=2)
        before = self._written[max(self._start, amount.start - NEAR) : amount.start]
        describes = amount.kind in {MONEY, PERCENT} and (not before or DESCRIBING.search(before))
        if describes and self._written[amount.end : amount.end + 1] in {" ", "-"}:
            return self._phrase(amount.end, stop)
        return None

    def _phrase(self, start: int, stop: int, most: int = 4) -> str | None:
        """Words from a place up to one that no name of a thing goes beyond."""
        border = BORDER.search(self._written, start, stop)
        limit = border.start() if border else stop
        taken: list[tuple[int, int]] = []
        for word in WORD.finditer(self._written, start, limit):
            gap = self._written[(taken[-1][1] if taken else start) : word.start()]
            if gap.strip(" -") or word.group() in self._stops or self._is_sign(word.start()):
                break
            taken.append(word.span())
        if not taken or (len(taken) > most and not border) or taken[-1][1] == stop:
            return None
        last = taken[min(len(taken), most) - 1][1]
        return self._text[taken[0][0] : last] if last - taken[0][0] > 1 else None

    def _korean(self, start: int, stop: int) -> str | None:
        word = WORD.match(self._written, start, stop)
        return PARTICLE.sub("", self._text[start : word.end()]) or None if word else None

    def _end_of_word(self, at: int) -> int:
        while at < self._end and not self._written[at].isspace():
            at += 1
        return at

    def _is_sign(self, at: int) -> bool:
        sign = self._by_start.get(at)
        return sign is not None and sign.kind != "stop"

    # --- before it ----------------------------------------------------------------------------------------------------

    def _subject(self, amount: Amount) -> str | None:
        found = self._named_before(amount)
        if found:
            self._last = amount.kind, found
        return found

    def _named_before(self, amount: Amount) -> str | None:
        verb = self._verb(amount)
        if verb is None:
            return self._topic(amount)
        begin = max(self._start, verb.start - LOOKED_BACK)
        borders = [border.end() for border in BORDER.finditer(self._written, begin, verb.start)]
        if not borders and begin > self._start:
            return None
        words = list(WORD.finditer(self._written, borders[-1] if borders else begin, verb.start))
        while words and words[-1].group() in AUXILIARY:
            words.pop()
        if words and words[-1].group() in JOINS:
            return self._last[1] if self._last and self._last[0] == amount.kind else None
        while words and (words[0].group() in ARTICLES or words[0].group() in {"and", "but"}):
            words = words[1:]
        if not words or len(words) > MOST_WORDS:
            return None
        if any(word.group() in self._stops and word.group() not in OF | ARTICLES for word in words):
            return None
        phrase = self._text[words[0].start() : words[-1].end()]
        return phrase if not phrase.isdigit() and len(phrase) > 1 else None

    def _verb(self, amount: Amount) -> Word | None:
        """The verb between what is counted and the figure, if it stands right before it."""
        at = bisect_right(self._ends, amount.start) - 1
        sign = self._signs[at] if at >= 0 else None
        if sign is None or sign.kind not in VERBS or amount.start - sign.end > NEAR:
            return None
        return sign if FILLER.fullmatch(self._written, sign.end, amount.start) else None

    def _told_behind(self, amount: Amount) -> bool:
        """Whether the verb follows the figure at once: `Ticaret 10 milyar doları aştı`."""
        sign = self._by_start.get(amount.end) or self._by_start.get(amount.end + 1)
        return sign is not None and sign.says == "after" and sign.kind == "value"

    def _whole_clause(self, amount: Amount) -> str | None:
        begin = max(self._start, amount.start - LOOKED_BACK)
        borders = [border.end() for border in BORDER.finditer(self._written, begin, amount.start)]
        words = list(WORD.finditer(self._written, borders[-1] if borders else begin, amount.start))
        if not words or len(words) > MOST_WORDS - 2 or any(word.group() in self._stops for word in words):
            return None
        if is_hangul(words[-1].group()[-1]) or is_spaceless(words[-1].group()[-1]):
            return None
        return self._text[words[0].start() : words[-1].end()]

    def _topic(self, amount: Amount) -> str | None:
        """In Korean, Chinese and Japanese the word right before the figure: `교역액은 100억 달러`."""
        begin = max(self._start, amount.start - LOOKED_BACK)
        words = list(WORD.finditer(self._written, begin, amount.start))
        clause = self._whole_clause(amount) if self._told_behind(amount) else None
        if clause:
            return clause
        if not words or self._written[words[-1].end() : amount.start].strip():
            return None
        last = self._text[words[-1].start() : words[-1].end()]
        if is_hangul(last[-1]):
            noun = PARTICLE.sub("", last)
            return noun if noun != last and len(noun) > 1 and last[-1] in "이가은는" else None
        if is_spaceless(last[-1]) and last[-1] in "はが":
            tail = re.split("[のをにでとも]", last[:-1])[-1]
            return tail if 1 < len(tail) <= MOST_SIGNS else None
        return None
