"""`dragoman resolve`: which countries somebody meant, one JSON text a line in, one answer a line out."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = """echo '{"id": "1", "text": "güney kore türkiye 90 gün", "language": "tr"}' | dragoman resolve"""


def resolve(
    files: Annotated[
        list[Path] | None, typer.Argument(exists=True, dir_okay=False, help="JSON lines; default: stdin.")
    ] = None,
) -> None:
    """Resolve what people type as the countries of /relations.

    In: {"id", "text", "language"?} a line. Out: {"id", "countries", "several", "unknown", "window", "since"} a line, in
    the same order; a line that can't be read gives {"id"?, "error"}.
    """
    from bot.cli.lines import each_line
    from diplomacy.countries.as_json import from_line
    from diplomacy.countries.gazetteer import load

    gazetteer = load()
    each_line(files, lambda line: from_line(line, gazetteer))
