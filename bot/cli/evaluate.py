"""`dragoman evaluate`: how well the reading does on sets that others labelled, beside the trivial baseline."""

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
    gold: Annotated[Path, typer.Option(exists=True, file_okay=False, help="Folder with the labelled sets.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure the reading: each measure with n, a bootstrap 95 % interval and the baseline of the same run."""
    from diplomacy.countries.gazetteer import load
    from diplomacy.evaluate import evaluate as judged

    sets = {path.name.split(".")[0]: list(rows(path)) for path in sorted(gold.glob("*.jsonl*"))}
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
