"""Which story a report belongs to: one of the same two countries told in the same rare words, else a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path

from diplomacy.countries.borders import is_hangul, is_spaceless
from diplomacy.countries.folding import fold
from diplomacy.reading.entry import ReadEntry

WINDOW = timedelta(hours=72)
"""A report continues a story whose newest report is no further away than this."""

PAIRS_LOOKED_AT = 3
"""A report may continue a story of any of its first pairs."""

TOLD_CHARACTERS = 700
"""The beginning of a report tells its story; further down come background and other matters."""

MOST_TOKENS = 60
FEWEST_SHARED = 4
ENOUGH_SHARED = 0.22
"""Share of the shorter report's rare words that the other must have too, where both are about the same pair."""

ENOUGH_ELSEWHERE = 0.4
"""The same where they are not: one may name a third country that the other leaves out."""

ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What folding makes of plain English, many times faster: all but letters and digits becomes a space."""

SHORTEST_WORD = 4
STEM = 6
"""Words are compared by so many first letters, so that endings make no difference."""


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A stored story that a report may continue."""

    id: int
    pair: str | None
    """The pair it is most about; None where it ties no two countries."""
    title_key: str
    """Its first title, folded: reports with the same key tell the same."""
    tokens: frozenset[str]
    first: datetime
    last: datetime
    """When its first and its newest report were published."""


@dataclass(frozen=True, slots=True)
class NewStory:
    """A report that tells something of its own: the story that it begins."""

    pair: str | None
    title_key: str
    tokens: frozenset[str]
    at: datetime


@dataclass(frozen=True, slots=True)
class Continues:
    """A report that goes on with a story."""

    story: OpenStory


def place(read: ReadEntry, open_stories: Iterable[OpenStory], fresh: NewStory | None = None) -> NewStory | Continues:
    """Find the story of a report among the open ones; the same report and stories always give the same answer.

    `fresh` is the story that the report would begin, where that was worked out before.
    """
    fresh = fresh or beginning(read)
    pairs = pairs_of(read)
    likeliest: tuple[float, datetime, int] | None = None
    chosen: OpenStory | None = None
    for story in open_stories:
        if abs(story.last - fresh.at) > WINDOW and not story.first <= fresh.at <= story.last:
            continue
        likeness = _likeness(fresh, pairs, story)
        rank = (likeness, story.last, -story.id)
        if likeness > 0 and (likeliest is None or rank > likeliest):
            likeliest, chosen = rank, story
    return Continues(chosen) if chosen is not None else fresh


def beginning(read: ReadEntry) -> NewStory:
    """The story that a report would begin."""
    pairs = pairs_of(read)
    entry = read.entry
    return NewStory(
        pairs[0] if pairs else None, title_key(entry.title or entry.text), tokens(entry.told), entry.published
    )


def pairs_of(read: ReadEntry) -> tuple[str, ...]:
    """The pairs by which a report may continue a story: `KR-TR`."""
    return tuple(said.key for said in read.reading.pairs[:PAIRS_LOOKED_AT])


def title_key(title: str) -> str:
    """Fold a title to what two reports of the same have in common."""
    return fold(title)[:200].strip()


def tokens(text: str) -> frozenset[str]:
    """The rare words that a text begins with: stems, numbers, pairs of characters in Chinese and Japanese."""
    piece = text[:TOLD_CHARACTERS]
    kept: dict[str, None] = {}
    for word in dict.fromkeys(piece.lower().translate(ASCII_WORDS).split() if piece.isascii() else fold(piece).split()):
        for token in _tokens_of(word):
            kept[token] = None
        if len(kept) >= MOST_TOKENS:
            break
    return frozenset(list(kept)[:MOST_TOKENS])


@lru_cache(maxsize=65_536)
def _tokens_of(word: str) -> tuple[str, ...]:
    if not word.isascii() and is_spaceless(word[0]):
        return tuple(word[at : at + 2] for at in range(len(word) - 1))
    if is_hangul(word[0]):
        return (word[:2],) if len(word) > 1 else ()
    telling = (len(word) >= SHORTEST_WORD and word not in _common()) or (word.isdecimal() and len(word) > 1)
    return (word[:STEM],) if telling else ()


def _likeness(fresh: NewStory, pairs: Sequence[str], story: OpenStory) -> float:
    """How much a report is like a story: 0 where it is another one, 2 where it has the same title."""
    if fresh.title_key and fresh.title_key == story.title_key:
        return 2.0
    shared = len(fresh.tokens & story.tokens)
    share = shared / max(1, min(len(fresh.tokens), len(story.tokens)))
    same_pair = story.pair == fresh.pair or story.pair in pairs
    enough = ENOUGH_SHARED if same_pair else ENOUGH_ELSEWHERE
    return share if shared >= FEWEST_SHARED and share >= enough else 0.0


@cache
def _common() -> frozenset[str]:
    """Words too common to tell one story from another."""
    path = Path(__file__).parent / "reading" / "lexicon" / "common.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())
