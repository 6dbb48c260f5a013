"""What was learned from the corpus: a logistic regression over hashed features, read from a file of plain arrays.

`make train` writes the file; numpy alone reads it. One matrix tells the root of an event between two masked actors,
another which of the two acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from diplomacy.reading.features import Masked, features

FILE = Path(__file__).parent / "weights.npz"
NONE = "none"
"""The class of sentences that tell no dealing between the two."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """One column of small whole numbers a class; `scale` and `bias` make logits of their sums."""

    classes: tuple[str, ...]
    columns: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def logits(self, masked: Sequence[Masked]) -> NDArray[np.float32]:
        """How much speaks for each class: one row a sentence, natural logarithms of shares that add up to one."""
        rows = np.stack([self._sums(one) for one in masked]).astype(np.float32) * self.scale + self.bias
        rows -= np.maximum.reduce(rows, axis=1, keepdims=True)
        logits: NDArray[np.float32] = rows - np.log(np.add.reduce(np.exp(rows), axis=1, keepdims=True))
        return logits

    def _sums(self, masked: Masked) -> NDArray[np.float64]:
        """Each block of features weighs one in all, however many they are."""
        blocks = [block for block in features(masked) if len(block)]
        sizes = np.array([len(block) for block in blocks], np.float64)
        starts = [0, *accumulate(map(len, blocks[:-1]))]
        picked = self.columns.take(np.concatenate(blocks), axis=0)
        sums = np.add.reduceat(picked, starts, axis=0, dtype=np.int32)
        total: NDArray[np.float64] = sizes**-0.5 @ sums
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned."""

    roots: Classifier
    """Classes: the fifteen roots and `none`."""
    sides: Classifier
    """Classes: `first` acts on the second, `second` acts on the first, `both`, `none`."""


@cache
def weights() -> Weights:
    """The weights that the package carries, read once."""
    with np.load(FILE, allow_pickle=False) as arrays:
        return Weights(
            *(
                Classifier(
                    tuple(str(name) for name in arrays[f"{name}_classes"]),
                    arrays[f"{name}_columns"],
                    arrays[f"{name}_scale"],
                    arrays[f"{name}_bias"],
                )
                for name in ("roots", "sides")
            )
        )
