"""How rare a word is: as its language has it, corrected by the news of the days that are open."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "rarity"
UNLISTED = 10**-5.2
"""The share of a word that no table has."""
FIGURE, YEAR, LONG_FIGURE = 10**-3.3, 10**-2.5, 10**-4.7
"""The shares of a number of one or two digits, of a year, of any other."""
YEARS = ("19", "20")
YEAR_DIGITS = 4
WORTH = 100_000
"""The tables count as much as so many words that were seen."""
COMMON = 0.01
"""A word that is every hundredth weighs nothing."""
STALE_AFTER = 256
"""Reports after which weights are worked out anew."""


class Rarity:
    """Weighs words by how much they tell; counts those that it is shown."""

    def __init__(self) -> None:
        """Begin with what the tables say."""
        self.counts: Counter[str] = Counter()
        self.seen = 0
        self._shown = 0
        self._weights: dict[str, Weights] = {}

    def show(self, words: Iterable[str]) -> None:
        """Count the words of a report, each once."""
        for word in words:
            self.counts[word] += 1
            self.seen += 1
        self._shown += 1
        if self._shown % STALE_AFTER == 0:
            self._weights.clear()

    def take_back(self, words: Iterable[str]) -> None:
        """Forget the words of a story that is closed."""
        for word in words:
            if self.counts[word] > 1:
                self.counts[word] -= 1
            else:
                del self.counts[word]
            self.seen = max(0, self.seen - 1)

    def weights(self, language: str) -> "Weights":
        """How much each word of a language tells: the logarithm of its rarity, 0 for common words."""
        known = self._weights.get(language)
        if known is None:
            known = self._weights[language] = Weights(self, _table(language))
        return known


class Weights(dict[str, float]):
    """The weights of words, each worked out when it is first asked for."""

    def __init__(self, rarity: Rarity, table: Mapping[str, float]) -> None:
        """Take where the counts are and what the language's table says."""
        super().__init__()
        self._rarity = rarity
        self._table = table

    def __missing__(self, word: str) -> float:
        listed = _figure(word) if word[:1].isdecimal() else self._table.get(word, UNLISTED)
        share = (WORTH * listed + self._rarity.counts[word]) / (WORTH + self._rarity.seen)
        weight = self[word] = max(0.0, math.log(COMMON / share))
        return weight


def _figure(digits: str) -> float:
    if len(digits) == YEAR_DIGITS and digits.startswith(YEARS):
        return YEAR
    return LONG_FIGURE if len(digits) >= len("100") else FIGURE


@cache
def _table(language: str) -> Mapping[str, float]:
    """The shares of a language's common words; of English where the language has no table."""
    path = FOLDER / f"{language}.txt"
    if not (language.isalpha() and path.exists()):
        return _table("en")
    shares: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            step, _, words = line.partition("\t")
            shares |= dict.fromkeys(words.split(), 10 ** (-int(step) / 10))
    return shares
