"""Rows of the generated data files: country, languages, forms."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

Row = tuple[str, str, str]
Json = Mapping[str, "Json"]
DATA = Path(__file__).parents[1] / "diplomacy/countries/data"


def load(path: Path) -> Json:
    """Read a JSON file of nested objects."""
    return cast("Json", json.loads(path.read_text(encoding="utf-8")))


def grouped(names: Mapping[tuple[str, str], set[str]]) -> Iterator[Row]:
    """Put the names that share a country and languages on one row."""
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (code, name), languages in names.items():
        rows[code, ",".join(sorted(languages))].add(name)
    for (code, spoken), forms in rows.items():
        yield code, spoken, "|".join(sorted(forms))


def write(name: str, header: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a data file: a header that tells its source and licence, then the rows, sorted."""
    lines = sorted({"\t".join(row) for row in rows})
    text = "".join(f"# {line}\n" for line in header) + "".join(f"{line}\n" for line in lines)
    (DATA / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} rows, {len(text.encode()) // 1024} kB")
