"""Long lists in pieces: both databases limit how many values one statement takes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

BATCH = 500


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Cut a list into pieces; none where there is nothing."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch
