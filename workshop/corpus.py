"""The corpus as rows: sentences of our own with who acts, who is acted on, and what happens between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

FOLDER = Path(__file__).parent.parent / "diplomacy" / "reading" / "corpus"
TAG = re.compile(r"<(?P<close>/?)(?P<name>s|t|value|goal|forecast|limit|previous|agenda)(?: (?P<date>[^>]*))?>")
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HARD = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
PARTS = 10
"""One row in so many validates and does not train."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the corpus, its marks taken out; the spans count in `text`."""

    language: str
    label: str
    marks: frozenset[str]
    text: str
    source: Span
    target: Span
    tagged: tuple[tuple[str, str | None, Span], ...]
    """Figures by their standing, and what lies ahead with its date."""

    @property
    def root(self) -> str:
        """The label as PLOVER composes it: what is only promised is AGREE, what is only threatened THREATEN."""
        if "will" in self.marks and self.label in COOPERATIVE:
            return "AGREE"
        if "will" in self.marks and self.label in HARD:
            return "THREATEN"
        if "not" in self.marks and self.label in COOPERATIVE:
            return "REJECT"
        return self.label


def rows(folder: Path = FOLDER) -> tuple[Row, ...]:
    """Every row of every file, in the order of the files' names."""
    return tuple(row for path in sorted(folder.glob("*.tsv")) for row in rows_of(path))


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of one file; its name begins with its language."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, marks, sentence = line.split("\t")
            yield _row(path.name[:2], label, frozenset(marks.split(",")) - {"-"}, sentence)


def split(all_rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows that train and rows that validate: by a sum over their words, so that no row changes sides for its place."""
    held = [not crc32(row.text.encode()) % PARTS for row in all_rows]
    train = [row for row, is_held in zip(all_rows, held, strict=True) if not is_held]
    return train, [row for row, is_held in zip(all_rows, held, strict=True) if is_held]


def _row(language: str, label: str, marks: frozenset[str], sentence: str) -> Row:
    parts: list[str] = []
    opened: list[tuple[str, str | None, int]] = []
    spans: dict[str, Span] = {}
    tagged: list[tuple[str, str | None, Span]] = []
    length = last = 0
    for tag in TAG.finditer(sentence):
        parts.append(sentence[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        if not tag["close"]:
            opened.append((tag["name"], tag["date"], length))
            continue
        name, date, start = opened.pop()
        if name in {"s", "t"}:
            spans[name] = (start, length)
        else:
            tagged.append((name, date, (start, length)))
    text = "".join([*parts, sentence[last:]])
    return Row(language, label, marks, text, spans["s"], spans["t"], tuple(tagged))
