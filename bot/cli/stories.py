"""`dragoman stories`: which reports tell the same, one JSON article a line in, its story a line out."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "dragoman stories reports.jsonl"


def stories(
    files: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, help="JSON lines, or folders of them (.jsonl, .jsonl.gz); default: stdin."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read; the order stays.")] = 1,
) -> None:
    """Put articles into stories, in the order in which they arrive.

    In: {"id", "title"?, "text", "language"?, "published"?, "source"?, "url"?} a line. Out: {"id", "story"} a line, in
    the same order, assigned before the next line is looked at; a line that can't be read gives {"id"?, "error"}.
    """
    import sys

    from bot.cli.lines import lines, write
    from bot.cli.reading import kept_beside
    from bot.cli.spreading import spread
    from diplomacy.stories.stream import Stream

    stream = Stream()
    with lines(files, to=sys.stdout) as asked, spread(kept_beside, workers) as each:
        write(map(stream.answer, each(asked)), sys.stdout)
