"""Who speaks at a word of saying: before it, behind it, or at the head of the sentence, as languages put it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from diplomacy.countries.folding import fold
from diplomacy.reading.holders import Holder
from diplomacy.reading.name_spans import CAPITALS_NOT_USED, CASED, ENDS_CASED, LOOK, NEEDS_TWO, TOKEN
from diplomacy.reading.office_words import OfficeWords, Sign
from diplomacy.reading.shapes import Attribution
from diplomacy.reading.word_order import VERB_FIRST, VERB_LAST
from diplomacy.reading.words import Sentence

PRO_DROP = frozenset({"tr", "ko", "ja", "zh", "es", "it", "pt", "el", "ar", "fa"})
"""Languages that leave out a subject which is known."""
MARK_FIRST = frozenset({"en"})
"""Languages that put the subject behind the verb only where what is said stands before it."""
CLOSE = 70
SOURCE_REACH = 40
BEHIND_REACH = 14
ENDS_WITH_MARK = re.compile(r"[,،、，:：\"”»」』’—–-]\s*\Z")
CUT = re.compile(r"[,;،؛，；:：—–\"“”„»«]")
QUOTES = frozenset('"“„«»')
APOSTROPHES = frozenset("'’ʼ")
PARTICLE = {
    "ko": re.compile(r"(?:\s?[가-힣]{0,7}?)(?:은|는|이|가|께서|께서는|도|측은|측이)(?![가-힣])"),
    "ja": re.compile(r"(?:[\u3400-\u9fff]{0,7}?)(?:らは|側は|は|が|も)"),
}
"""What follows a subject."""


class Told(NamedTuple):
    """A sentence with whoever may speak in it."""

    text: str
    sentence: Sentence
    holders: Sequence[Holder]
    everybody: Sequence[Holder]
    words: OfficeWords
    language: str


class Said(NamedTuple):
    """A word of saying with the one who says it."""

    sign: Sign
    start: int
    end: int
    """Of the words that name the one who speaks; empty at the sign where nobody is named."""
    attribution: Attribution


def who(told: Told, sign: Sign, last: Attribution | None, before: Sequence[Said]) -> Said | None:
    """Who says it; None where the sentence doesn't tell. `last` spoke last; `before`: sayings before this."""
    holder = _holder(told, sign, before)
    if holder is None:
        if sign.says == "=according" or not (told.language in PRO_DROP or sign.says == "=more"):
            return None
        # Left out, the subject is whoever a pronoun would stand for.
        holder = Holder(sign.start, sign.start, None, "person", is_led=False)
    attribution = holder.attribution or _stands_for(told, holder, last)
    return Said(sign, holder.start, holder.end, attribution) if attribution else None


def _holder(told: Told, sign: Sign, before: Sequence[Said]) -> Holder | None:
    if sign.says == "=according":
        return _source_before(told, sign) if "before" in sign.entry.marks else _source_behind(told, sign)
    if told.language in VERB_LAST:
        return _topic(told, sign, max([told.sentence.start, *(one.sign.end for one in before)]))
    if sign.says == "=more":
        return next((one for one in told.holders if not one.is_led and one.end <= sign.start), None)
    if told.language in VERB_FIRST:
        return _behind(told, sign) or _subject(told, sign)
    return _subject(told, sign) or _behind(told, sign) or _unknown_before(told, sign)


def _subject(told: Told, sign: Sign) -> Holder | None:
    """The subject before a verb: right before it, before an insertion, or at the head of its clause."""
    before = [one for one in told.holders if one.end <= sign.start]
    if not before:
        return None
    gap = told.text[before[-1].end : sign.start]
    cut = CUT.search(gap)
    if not before[-1].is_led and len(gap) <= CLOSE and (cut is None or not gap.strip(" ,،")):
        return before[-1]
    if cut and gap.rstrip().endswith((",", "،")):
        return next((one for one in reversed(before) if not one.is_led and told.text[one.end] in ",،"), None)
    if cut:
        return None
    clause = max((mark.end() for mark in CUT.finditer(told.text, before[0].end, sign.start)), default=0)
    return next((one for one in before if not one.is_led and one.start >= clause), None)


def _behind(told: Told, sign: Sign) -> Holder | None:
    """The subject right behind a verb, with an article between them or none."""
    if told.language in MARK_FIRST and not ENDS_WITH_MARK.search(told.text[max(0, sign.start - 3) : sign.start]):
        return None
    after = next((one for one in told.holders if one.start >= sign.end), None)
    if after is None or after.start - sign.end > BEHIND_REACH:
        return _unknown_behind(told, sign) if told.language in MARK_FIRST else None
    gap = told.text[sign.end : after.start]
    small = all(word in told.words.left or word in told.words.honorific for word in fold(gap).split())
    return after if small and not CUT.search(gap) else None


def _source_behind(told: Told, sign: Sign) -> Holder | None:
    """The source that `according to` leads."""
    after = next((one for one in told.holders if one.start >= sign.end), None)
    if after and after.start - sign.end <= SOURCE_REACH and not CUT.search(told.text[sign.end : after.start]):
        return after
    return _unknown_behind(told, sign)


def _source_before(told: Told, sign: Sign) -> Holder | None:
    """The source that a word behind it makes one: Turkish `göre`, Korean `따르면`."""
    before = next((one for one in reversed(told.holders) if one.end <= sign.start), None)
    return before if before and sign.start - before.end <= SOURCE_REACH else _unknown_before(told, sign)


def _topic(told: Told, sign: Sign, low: int) -> Holder | None:
    """The first one named, from `low` on, who is a subject by what follows the name."""
    for one in told.holders:
        if low <= one.start and one.end <= sign.start and (one.pronoun or _is_topic(told, one)):
            return one
    return None


def _is_topic(told: Told, one: Holder) -> bool:
    pattern = PARTICLE.get(told.language)
    if pattern:
        return pattern.match(told.text, one.end) is not None
    following = TOKEN.match(told.text, one.end + 1)
    return not (
        told.text[one.end : one.end + 1] in APOSTROPHES
        or told.text[one.end : one.end + 1] == "-"
        or (following and fold(following.group()) in told.words.preposition)
    )


def _unknown_before(told: Told, sign: Sign) -> Holder | None:
    """Somebody or something in capitals right before a verb, whom nothing else names."""
    if told.language in CAPITALS_NOT_USED:
        return None
    low = max(told.sentence.start, sign.start - LOOK)
    found = ENDS_CASED.search(told.text[low : max(low, sign.start - 1)])
    return _unknown(told, low + found.start(1), low + found.end(1)) if found else None


def _unknown_behind(told: Told, sign: Sign) -> Holder | None:
    """Somebody or something in capitals right behind a word, with an article between them or none."""
    if told.language in CAPITALS_NOT_USED:
        return None
    start = sign.end + 1 + (told.text[sign.end + 1 : sign.end + 2] in QUOTES)
    token = TOKEN.match(told.text, start)
    if token and fold(token.group()) in told.words.left and token.group()[0].islower():
        start = token.end() + 1
    found = CASED.match(told.text, start, min(told.sentence.end, start + LOOK))
    return _unknown(told, found.start(), found.end()) if found else None


def _unknown(told: Told, start: int, end: int) -> Holder | None:
    """A holder for words in capitals; none where they are common words or a single one at the head of a sentence."""
    words = [fold(word.rstrip(".")) for word in told.text[start:end].split()]
    while words and words[0] in told.words.stop:
        start += told.text[start:end].find(" ") + 1
        words = words[1:]
    name = told.text[start:end].rstrip(".")
    if not words or any(word in told.words.stop or word in told.words.left for word in words[-1:]):
        return None
    if told.language in NEEDS_TWO and (len(words) == 1 or any(word in told.words.preposition for word in words)):
        return None
    if len(words) == 1 and start == told.sentence.start and not name.isupper():
        return None
    return Holder(start, start + len(name), Attribution(name, None), "", is_led=False)


def _stands_for(told: Told, holder: Holder, last: Attribution | None) -> Attribution | None:
    """For whom a pronoun stands: who spoke last, else who is named last before it; `it` for a country."""
    before = [one for one in told.everybody if one.end <= holder.start and one.attribution]
    if holder.pronoun == "country":
        named = [one.attribution for one in before if one.attribution and one.attribution.name is None]
        return next((one for one in reversed(named) if one.country), None)
    if last and (last.name or holder.start == holder.end):
        return last
    subjects = [one.attribution for one in before if not one.is_led] or [one.attribution for one in before]
    return next((one for one in reversed(subjects) if one and one.name), None)
