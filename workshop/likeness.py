"""Which of many texts are nearly the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

LENGTH = 5
"""Texts are compared by their stretches of so many letters."""

COMMON = 300
"""Stretches that so many texts share point out no likeness; two that are alike share rarer ones too."""


def stretches(text: str) -> frozenset[str]:
    """The stretches of letters of a text, in any case."""
    low = " ".join(text.lower().split())
    return frozenset(low[at : at + LENGTH] for at in range(len(low) - LENGTH + 1)) or frozenset({low})


def alike(texts: Sequence[str], share: float) -> Iterator[tuple[int, int]]:
    """Places of every two texts of which the shorter stands in the longer to more than `share`."""
    seen: dict[str, list[int]] = defaultdict(list)
    parts = [stretches(text) for text in texts]
    for place, part in enumerate(parts):
        common: Counter[int] = Counter()
        for stretch in part:
            if len(seen[stretch]) < COMMON:
                common.update(seen[stretch])
            seen[stretch].append(place)
        for other, rare in common.items():
            shorter = min(len(part), len(parts[other]))
            if rare > share * shorter / 4 and len(part & parts[other]) > share * shorter:
                yield other, place
