"""The files of words: where they lie and how a row is read."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"


def rows_of(name: str) -> Iterator[tuple[str, str, str]]:
    """Read a file of the folder: three columns a line, `#` leads a comment."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split("\t")
            yield first, second, third
