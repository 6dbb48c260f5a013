"""What every measure is made of: rows that others labelled, the trivial readers, scores with their intervals."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.as_json import moment
from diplomacy.reading.dates import Direction, dates_of
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import Reading

T = TypeVar("T")
Row = Mapping[str, object]
Rows = Sequence[Row]
Counts = tuple[float, float, float]
"""Right, wrong, missed."""

DRAWS = 400
SEED = 1612
"""The bootstrap draws the same samples in every run."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the table."""

    name: str
    set: str
    n: int
    value: float
    interval: tuple[float, float]
    baseline: float | None
    baseline_name: str

    @property
    def baseline_text(self) -> str:
        """The baseline as the table shows it: `.858 names`."""
        return "-" if self.baseline is None else f"{self.baseline:.3f} {self.baseline_name}"

    @property
    def cells(self) -> tuple[str, str, str, str, str, str]:
        """The figure as a row of the table."""
        low, high = self.interval
        return (
            self.name,
            self.set,
            str(self.n),
            f"{self.value:.3f}",
            f"{low:.3f}-{high:.3f}",
            self.baseline_text,
        )

    def as_json(self) -> dict[str, object]:
        """The figure with plain keys."""
        return {
            "measure": self.name,
            "set": self.set,
            "n": self.n,
            "value": round(self.value, 4),
            "interval": [round(bound, 4) for bound in self.interval],
            "baseline": None if self.baseline is None else round(self.baseline, 4),
            "baseline_name": self.baseline_name,
        }


def read_row(row: Row, gazetteer: Gazetteer) -> Reading:
    """Read a row's title and text as of its date."""
    published = moment(str(row.get("published") or ""))
    return read_text(
        str(row.get("title") or ""),
        str(row.get("text") or ""),
        gazetteer,
        language=language_of_row(row),
        published=published,
    )


def language_of_row(row: Row) -> str | None:
    """The language that the row tells."""
    return str(row["language"]) if row.get("language") else None


def gold_of(row: Row) -> Mapping[str, object]:
    """What others labelled."""
    gold = row.get("gold")
    return gold if isinstance(gold, dict) else {}


def as_list(value: object) -> list[object]:
    """A list, empty where there is none."""
    return value if isinstance(value, list) else []


def named_in_order(reading: Reading) -> list[str]:
    """The countries in the order in which they are first named."""
    return [one.code for one in sorted(reading.countries, key=lambda one: one.mentions[0].start)]


def first_two_named(reading: Reading) -> tuple[str | None, str | None]:
    """The trivial reader of sides: who is named first acts on who is named next."""
    order = named_in_order(reading)
    return (order[0] if order else None, order[1] if len(order) > 1 else None)


def pairs_by_names(reading: Reading) -> list[tuple[str, str]]:
    """The trivial reader: countries in the order in which they are first named, any two of them a pair."""
    order = named_in_order(reading)
    return [(min(a, b), max(a, b)) for at, a in enumerate(order) for b in order[at + 1 :]]


def overlap(gold: Sequence[str], read: Sequence[str]) -> Counts:
    """Right, wrong, missed."""
    right = sum((Counter(gold) & Counter(read)).values())
    return right, len(read) - right, len(gold) - right


def dates_ahead(text: str, language: str | None, published: datetime | None) -> list[str]:
    """The trivial agenda: every date of a text that lies ahead of its day."""
    dates = dates_of(text, language, published)
    return [one.when.date for one in dates if one.direction is Direction.AHEAD and one.when.date]


def commonest(labels: Sequence[str]) -> str:
    """The label that stands most often; of several the first by the alphabet."""
    return max(sorted(set(labels)), key=labels.count)


def always_commonest(labels: Sequence[str]) -> list[float]:
    """How a reader does that says the commonest label every time."""
    most = commonest(labels) if labels else ""
    return [float(label == most) for label in labels]


def mean(name: str, of: str, hits: Sequence[float], plain: Sequence[float] = (), called: str = "") -> Measure:
    """A share of rows, with the baseline's share of the same rows."""
    measure = measure_of(name, of, hits, average)
    if not plain:
        return measure
    return Measure(name, of, measure.n, measure.value, measure.interval, average(plain), called)


def measure_of(name: str, of: str, values: Sequence[T], score: Callable[[Sequence[T]], float]) -> Measure:
    """A score with the middle 95 % of what resampled rows score."""
    draw = random.Random(SEED)  # noqa: S311 - resampling needs no secrecy
    scores = sorted(score(draw.choices(values, k=len(values))) for _ in range(DRAWS)) if values else [0.0]
    bounds = scores[int(0.025 * len(scores))], scores[min(len(scores) - 1, int(0.975 * len(scores)))]
    return Measure(name, of, len(values), score(values), bounds, None, "")


def average(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def f1(counts: Sequence[Counts]) -> float:
    """The harmonic mean of precision and recall over all rows."""
    right, wrong, missed = (sum(row[at] for row in counts) for at in range(3))
    return 2 * right / max(1.0, 2 * right + wrong + missed)


def precision(counts: Sequence[Counts]) -> float:
    """How much of what was read is right."""
    right, wrong = (sum(row[at] for row in counts) for at in range(2))
    return right / max(1.0, right + wrong)


def recall(counts: Sequence[Counts]) -> float:
    """How much of what is labelled was read."""
    right, missed = (sum(row[at] for row in counts) for at in (0, 2))
    return right / max(1.0, right + missed)
