"""`python -m workshop.counts`: how many sentences the corpus has, by language and class; `--into` its card."""

import sys
from collections import Counter

from diplomacy.reading.shapes import Root
from diplomacy.reading.weights import NONE
from workshop.corpus import FOLDER, rows

CARD = FOLDER / "README.md"
BEGIN, END = "<!-- counts -->", "<!-- end of counts -->"


def table() -> str:
    """One row a class, one column a language, with sums."""
    counts = Counter((row.label, row.language) for row in rows())
    languages = sorted({language for _, language in counts})
    classes = [*map(str, Root), NONE]
    lines = [
        ["class", *languages, "all"],
        ["---", *("---:" for _ in languages), "---:"],
        *(
            [label, *(str(counts[label, one]) for one in languages), str(sum(counts[label, one] for one in languages))]
            for label in classes
        ),
        ["all", *(str(sum(counts[label, one] for label in classes)) for one in languages), str(counts.total())],
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def marks() -> str:
    """How often each mark and each inner tag stands."""
    said = Counter(mark for row in rows() for mark in row.marks)
    tagged = Counter(f"<{name}>" for row in rows() for name, _, _ in row.tagged)
    return ", ".join(f"`{name}` {count}" for name, count in [*said.most_common(), *tagged.most_common()])


def main() -> None:
    """Print both, or put them into the card."""
    counted = f"{table()}\n\nMarks and tags: {marks()}."
    if "--into" not in sys.argv:
        print(counted)
        return
    before, _, rest = CARD.read_text(encoding="utf-8").partition(BEGIN)
    behind = rest.partition(END)[2]
    CARD.write_text(f"{before}{BEGIN}\n{counted}\n{END}{behind}", encoding="utf-8")


if __name__ == "__main__":
    main()
