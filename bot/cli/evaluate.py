"""`dragoman evaluate`: how well the reading does on labelled reports, beside the trivial baseline."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.cli.terminal import out

EXAMPLE = "dragoman evaluate --gold ../gold"


def evaluate(
    gold: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Folder with sets that others labelled.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure the reading: each measure with n, a bootstrap 95 % interval and the baseline of the same run.

    The invented reports that are kept apart for measuring are always read; those of --gold beside them.
    """
    from diplomacy.countries.gazetteer import load
    from diplomacy.evaluate import evaluate as judged
    from diplomacy.heldout import rows as held_out
    from diplomacy.measures import Rows

    sets: dict[str, Rows] = {"heldout": held_out()}
    for path in sorted(gold.glob("*.jsonl*")) if gold else ():
        sets[path.name.split(".")[0]] = list(rows(path))
    measures = judged(sets, load())
    if as_json:
        typer.echo(json.dumps([measure.as_json() for measure in measures]))
        return
    table = Table("measure", "set", "n", "value", "95 %", "baseline")
    for measure in measures:
        low, high = measure.interval
        table.add_row(
            measure.name,
            measure.set,
            str(measure.n),
            f"{measure.value:.3f}",
            f"{low:.3f}-{high:.3f}",
            measure.baseline_text,
        )
    out.print(table)


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The JSON objects of a file of lines, gzip or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in content.splitlines() if line.strip())
