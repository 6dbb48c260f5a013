"""How common words are, by language, for telling stories apart: `python -m workshop.rarity` (needs wordfreq).

Words are cut to the stems that stories compare; the commonest of each language are kept, by the power of ten of their
share among all words; figures are left out. The files are derived from the word frequencies of wordfreq (CC BY-SA 4.0)
and stay under that licence.

"""

import math
from collections import Counter
from pathlib import Path

import wordfreq

from diplomacy.stories.words import stems

FOLDER = Path(__file__).parents[1] / "diplomacy/stories/rarity"
CODES = {"hr": "sh"}
"""What wordfreq calls a language otherwise."""
LANGUAGES = (
    *("ar", "bg", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hr", "hu", "id", "it", "ja"),
    *("ko", "nl", "pl", "pt", "ro", "ru", "sl", "sv", "tr", "uk", "zh"),
)
MOST = 4000
HEADER = """# How common words are: for each step the stems of words whose share is about ten to the power of -step/10.
# From the word frequencies of wordfreq 3 (PyPI), https://github.com/rspeer/wordfreq; this file: CC BY-SA 4.0.
"""


def main() -> None:
    """Write a file a language."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (FOLDER / f"{language}.txt").write_text(HEADER + "".join(lines(language)), encoding="utf-8")


def lines(language: str) -> list[str]:
    """The lines of a language, the commonest words first."""
    shares: Counter[str] = Counter()
    for word, share in wordfreq.get_frequency_dict(CODES.get(language, language)).items():
        for stem in () if any(map(str.isdecimal, word)) else stems(word):
            shares[stem] += share
    steps: dict[int, list[str]] = {}
    for stem, share in shares.most_common(MOST):
        steps.setdefault(round(-10 * math.log10(share)), []).append(stem)
    return [f"{step}\t{' '.join(sorted(words))}\n" for step, words in sorted(steps.items())]


if __name__ == "__main__":
    main()
