"""Wire copies: texts that are nearly the same, found by runs of words that both have."""

from dataclasses import dataclass, field
from zlib import crc32

from rapidfuzz import fuzz

RUN = 3
"""Words in a run."""
KEPT = 16
"""Runs that stand for a text: those with the smallest hashes, so that two texts keep the same ones."""
SHARED = 0.4
"""Share of kept runs that two texts must have in common to be compared."""
ALIKE = 88
"""Likeness of two openings, of 100, from which they are one text."""
SHORTEST = 6
"""Words; shorter openings are alike by chance."""


@dataclass(slots=True)
class Copies:
    """The openings of reports that are open, and the stories they belong to."""

    openings: dict[str, int] = field(default_factory=dict)
    by_run: dict[int, list[str]] = field(default_factory=dict)

    def find(self, opening: str) -> int | None:
        """The story of a text that is nearly this one; None where there is none."""
        if opening in self.openings:
            return self.openings[opening] if opening.count(" ") >= SHORTEST - 1 else None
        runs = runs_of(opening)
        seen: dict[str, int] = {}
        for run in runs:
            for other in self.by_run.get(run, ()):
                seen[other] = seen.get(other, 0) + 1
        enough = max(1.0, SHARED * len(runs))
        near = [(times, other) for other, times in seen.items() if times >= enough]
        for _, other in sorted(near, reverse=True):
            if fuzz.ratio(opening, other, score_cutoff=ALIKE):
                return self.openings[other]
        return None

    def add(self, opening: str, story: int) -> None:
        """Keep a text that is no copy."""
        if opening in self.openings:
            return
        self.openings[opening] = story
        for run in runs_of(opening):
            self.by_run.setdefault(run, []).append(opening)

    def forget(self, opening: str) -> None:
        """Let a text go whose story is closed."""
        if self.openings.pop(opening, None) is None:
            return
        for run in runs_of(opening):
            left = [other for other in self.by_run.get(run, ()) if other != opening]
            if left:
                self.by_run[run] = left
            else:
                self.by_run.pop(run, None)


def runs_of(opening: str) -> list[int]:
    """The runs that stand for a text; none for a short one."""
    words = opening.split()
    if len(words) < SHORTEST:
        return []
    hashes = {crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return sorted(hashes)[:KEPT]
