"""`dragoman read`: what a report says, one JSON article a line in, one reading a line out."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = """echo '{"id": "1", "text": "Ankara and Seoul signed an agreement."}' | dragoman read --explain"""


def read(
    files: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, help="JSON lines, or folders of them (.jsonl, .jsonl.gz); default: stdin."),
    ] = None,
    explain: Annotated[  # noqa: FBT002 (a switch of the command line)
        bool, typer.Option("--explain", help="Print each report with what was read marked in it, in place of JSON.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Write the same as one page, which asks nobody for anything.")
    ] = None,
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="Write the JSON lines to this file.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read; the order stays.")] = 1,
) -> None:
    """Read articles: countries, pairs, events, people, figures, what lies ahead, with offsets into the text.

    In: {"id", "title"?, "text", "language"?, "published"?, "source"?, "url"?, "marked"?} a line. Out: a reading a line,
    in the same order; a line that can't be read gives {"id"?, "error"}.

    With --explain: [Ankara|TR capital] is what was read in the text, ▸1 begins the sentence of the first event, and
    below it stand sides, stage, tone, how sure it is, and the rule or weight that decided.
    """
    from bot.cli.reading import Wanted, read_all

    read_all(files, Wanted(explain, html, out), workers)
