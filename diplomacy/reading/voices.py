"""Who says what: the stretches of a text that it puts into somebody's mouth."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from diplomacy.countries.folding import fold
from diplomacy.reading.holders import Holder, holders_in
from diplomacy.reading.mentions import Seen
from diplomacy.reading.name_spans import TOKEN
from diplomacy.reading.office_words import Sign, office_words
from diplomacy.reading.people import People
from diplomacy.reading.saying import ENDS_WITH_MARK, Said, Told, who
from diplomacy.reading.shapes import Attribution, EventSaid, FigureSaid
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.word_order import VERB_LAST
from diplomacy.reading.words import Sentence

SAYING = frozenset({"=said", "=more", "=according"})
CONTENT = 20
"""Characters before a speaker that may be what is said."""
MARKS = "“”«»„「」『』《》"
QUOTED = re.compile(rf"[“«„「『《][^{MARKS}]{{12,1500}}[”»“」』》]|\"[^\"\n]{{12,1500}}\"")
NEXT_TO = 3
ARTICLE = re.compile(r"(?<=[,\"”»’] )[^\W\d_]{1,3} \Z")
"""`the`, `el`, `der` between what is said and the one who says it."""


Item = TypeVar("Item", FigureSaid, EventSaid)


class Speaker(NamedTuple):
    """A stretch that is put into a mouth."""

    start: int
    end: int
    attribution: Attribution


def speakers_of(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Seen], people: People, language: str | None
) -> tuple[Speaker, ...]:
    """The stretches of a text that somebody says, in order; offsets count in the text."""
    said = [sign for sign in people.signs if sign.says in SAYING]
    if not said:
        return ()
    words = office_words(language)
    read = text[:READ_IN_FULL]
    holders = holders_in(read, people, mentions, words)
    found: list[Speaker] = []
    for sentence, signs in _by_sentence(said, sentences):
        told = Told(read, sentence, _within(holders, sentence), holders, words, language or "en")
        found += _in_sentence(told, signs, found[-1].attribution if found else None)
    return tuple(sorted((*found, *_quotes(read, found))))


def attribution_of(speakers: Sequence[Speaker], start: int, end: int) -> Attribution | None:
    """Who says the stretch from start to end: whoever says most of it, and at least a half; None where nobody does."""
    best, most = None, 0
    for one in speakers:
        if one.start >= end:
            break
        shared = min(end, one.end) - max(start, one.start)
        if shared >= max(most, 1):
            best, most = one.attribution, shared
    return best if 2 * most >= end - start else None


def attributed(items: Sequence[Item], speakers: Sequence[Speaker]) -> tuple[Item, ...]:
    """Figures or events, each with the one who says it."""
    said = [(one, attribution_of(speakers, one.start, one.end)) for one in items]
    return tuple(one if said_by == one.said_by else replace(one, said_by=said_by) for one, said_by in said)


def _by_sentence(said: Sequence[Sign], sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[Sign]]]:
    """The words of saying of each sentence that has some."""
    at = 0
    for sentence in sentences:
        inside: list[Sign] = []
        while at < len(said) and said[at].start < sentence.end:
            inside.append(said[at])
            at += 1
        if inside:
            yield sentence, inside


def _within(holders: Sequence[Holder], sentence: Sentence) -> Sequence[Holder]:
    low = bisect_left(holders, sentence.start, key=_start)
    return holders[low : bisect_left(holders, sentence.end, low, key=_start)]


def _start(one: Holder | Speaker) -> int:
    return one.start


def _in_sentence(told: Told, signs: Sequence[Sign], last: Attribution | None) -> Iterator[Speaker]:
    """The speakers of a sentence, each with the stretch that is his."""
    saying: list[Said] = []
    for sign in signs:
        said = who(told, sign, saying[-1].attribution if saying else last, saying)
        if said is not None and not (saying and sign.says == "=more"):
            saying.append(said)
    for at, said in enumerate(saying):
        low = saying[at - 1].sign.end if at else told.sentence.start
        following = saying[at + 1] if at + 1 < len(saying) else None
        high = min(following.start, following.sign.start) if following else told.sentence.end
        start, end = _stretch(told, said, low, max(high, said.sign.end))
        if start < end:
            yield Speaker(start, end, said.attribution)


def _stretch(told: Told, said: Said, low: int, high: int) -> tuple[int, int]:
    """What is said, between what others say: behind the verb, or all where it stands before the verb."""
    # The words that name the one who speaks belong to the stretch: an event is told by a whole sentence.
    first, after = min(said.start, said.sign.start), max(said.end, said.sign.end)
    if said.sign.says == "=according":
        return low, high
    if told.language in VERB_LAST:
        return (said.start if said.start < said.sign.start and said.start - low < CONTENT else low), said.sign.end
    lead = ARTICLE.sub("", told.text[low:first])
    if _ends_quote(lead) or (len(lead) > CONTENT and ENDS_WITH_MARK.search(lead) and not _is_followed(told, after)):
        return low, high
    return first, high


def _is_followed(told: Told, after: int) -> bool:
    """Whether what stands behind a verb is what is said: no mark, no time or place."""
    at = after + (told.text[after : after + 1] == " ")
    token = TOKEN.match(told.text, at)
    return token is not None and fold(token.group()) not in told.words.adverb


def _ends_quote(lead: str) -> bool:
    return lead.rstrip().rstrip(",").endswith(("”", '"', "»", "」", "』", "“", "’"))


def _quotes(text: str, found: Sequence[Speaker]) -> Iterator[Speaker]:
    """Quotes of which a part is said by somebody, or that follow right behind what he says: all of them are his."""
    if not found:
        return
    for quote in QUOTED.finditer(text):
        at = bisect_right(found, quote.end(), key=_start) - 1
        if at < 0:
            continue
        goes_beyond = quote.start() - NEXT_TO <= found[at].end < quote.end()
        if goes_beyond or quote.start() < found[at].start < quote.end():
            yield Speaker(quote.start(), quote.end(), found[at].attribution)
