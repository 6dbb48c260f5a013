"""Which stories use a word: the few that share most of a report's rare words are found without looking at the rest."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

MOST_WORDS = 30
"""Words of a report that stories are looked up by: those that tell most."""
MOST_LOOKED_AT = 4_000
"""Entries looked at for one report, those of the rarest words first."""


class Lookup:
    """Stories by word."""

    def __init__(self) -> None:
        """Begin without stories."""
        self._stories: dict[str, dict[int, float]] = {}

    def put(self, story: int, words: Mapping[str, float]) -> None:
        """Note how much each word is in a story."""
        for word, weight in words.items():
            self._stories.setdefault(word, {})[story] = weight

    def drop(self, story: int, words: Iterable[str]) -> None:
        """Forget that a story has these words."""
        for word in words:
            having = self._stories.get(word)
            if having is not None and having.pop(story, None) is not None and not having:
                del self._stories[word]

    def likeliest(self, words: Mapping[str, float], most: int) -> list[int]:
        """The stories that share most of what the words weigh."""
        scores: dict[int, float] = {}
        having = self._stories
        asked = nlargest(MOST_WORDS, ((weight, word) for word, weight in words.items() if word in having))
        left = MOST_LOOKED_AT
        for weight, word in sorted(asked, key=lambda one: len(having[one[1]])):
            left -= len(having[word])
            if left < 0 and scores:
                break
            for story, share in having[word].items():
                scores[story] = scores.get(story, 0.0) + weight * share
        return nlargest(most, scores, key=lambda story: (scores[story], -story))
