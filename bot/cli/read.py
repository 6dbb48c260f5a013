"""`dragoman read`: what a report says, one JSON article a line in, one reading a line out."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = """echo '{"id": "1", "text": "Ankara and Seoul signed an agreement."}' | dragoman read"""


def read(
    files: Annotated[
        list[Path] | None, typer.Argument(exists=True, dir_okay=False, help="JSON lines; default: stdin.")
    ] = None,
) -> None:
    """Read articles: countries, pairs, events, topics, with offsets into the text.

    In: {"id", "title"?, "text", "language"?, "published"?, "source"?, "url"?, "marked"?} a line. Out: a reading a line,
    in the same order; a line that can't be read gives {"id"?, "error"}.
    """
    from bot.cli.lines import each_line
    from diplomacy.countries.gazetteer import load
    from diplomacy.reading.as_json import from_line

    gazetteer = load()
    each_line(files, lambda line: from_line(line, gazetteer))
