"""JSON lines in, JSON lines out, in order: what `read` and `resolve` share."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import typer
from rich.progress import track

from bot.cli.terminal import err


def each_line(files: list[Path] | None, answer: Callable[[str], str]) -> None:
    """Answer every line of the files, else of standard input, on standard output; blank lines are skipped."""
    for line in with_progress(files) if files else sys.stdin:
        if line.strip():
            typer.echo(answer(line))


def with_progress(files: list[Path]) -> Iterator[str]:
    """The lines of all files, with a bar on a terminal."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    shown: Iterable[str] = track(lines, console=err, description="Reading", disable=not err.is_terminal)
    yield from shown
