"""`dragoman evaluate`: how well the reading does on labelled reports, beside the trivial baseline."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.cli.terminal import out

EXAMPLE = "dragoman evaluate --gold ../gold"
COLUMNS = ("measure", "set", "n", "value", "95 %", "baseline")
BEGIN, END = "<!-- measures -->", "<!-- end of measures -->"
"""The marks of a page between which the table stands."""


def evaluate(
    gold: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Folder with sets that others labelled.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print a table in Markdown.")] = False,
    into: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Put that table into a page, between its marks."),
    ] = None,
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
    cells = [measure.cells for measure in measures]
    if into:
        page = into.read_text(encoding="utf-8")
        into.write_text(with_table(page, as_markdown(cells)), encoding="utf-8")
        return
    if markdown:
        typer.echo(as_markdown(cells))
        return
    table = Table(*COLUMNS)
    for row in cells:
        table.add_row(*row)
    out.print(table)


def as_markdown(cells: Sequence[tuple[str, ...]]) -> str:
    """The table as a page holds it."""
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *cells]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def with_table(page: str, table: str) -> str:
    """A page with another table between its marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise typer.BadParameter(f"the page has no lines {BEGIN} and {END}")
    return f"{before}{begin}\n{table}\n{end}{behind}"


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The JSON objects of a file of lines, gzip or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in content.splitlines() if line.strip())
