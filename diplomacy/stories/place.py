"""Which story a report belongs to: one that is open, else one that it begins."""

from collections.abc import Iterable

from diplomacy.reading.entry import ReadEntry
from diplomacy.stories.desk import Desk
from diplomacy.stories.facts import facts_of, pack
from diplomacy.stories.shapes import Continues, NewStory, OpenStory
from diplomacy.stories.words import folded_words, title_key

OPENING = 60
"""Words that are compared to find wire copies."""


def beginning(read: ReadEntry) -> NewStory:
    """The story that a report would begin."""
    entry = read.entry
    pair = read.reading.pairs[0].key if read.reading.pairs else None
    key = title_key(entry.title or entry.text)
    return NewStory(pair, key, pack(facts_of(read)), entry.published, opening(entry.told))


def opening(text: str) -> str:
    """The first words of a told text, by which a wire copy is known."""
    return " ".join(folded_words(text)[:OPENING])


def place(read: ReadEntry, open_stories: Iterable[OpenStory]) -> NewStory | Continues:
    """Find the story of a report among the open ones; the same report and stories always give the same answer."""
    return Desk(open_stories).decide(beginning(read))
