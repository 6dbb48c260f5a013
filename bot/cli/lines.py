"""JSON lines in, JSON lines out, in order: what `read` and `resolve` share."""

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bot.cli.terminal import err, stop

ENDINGS = (".jsonl", ".jsonl.gz")
SHOWN_EVERY = 50
"""Lines between two looks at how far it is."""

Seen = Callable[[int, int], None]
"""Told how much is behind, and of how much."""


def each_line(paths: Sequence[Path] | None, answer: Callable[[str], str]) -> None:
    """Answer every line of files and folders, else of standard input, on standard output."""
    with lines(paths, to=sys.stdout) as asked:
        write(map(answer, asked), sys.stdout)


def write(answers: Iterable[str], to: TextIO) -> None:
    """Write answers as they come: whoever asks line by line waits for each."""
    for one in answers:
        print(one, file=to, flush=to.isatty() or not sys.stdin.isatty())


@contextmanager
def lines(paths: Sequence[Path] | None, *, to: TextIO | None = None) -> Iterator[Iterator[str]]:
    """The lines of files and folders, with a bar, else of standard input; blank ones are skipped.

    There is no bar where `to`, which the answers go to, is a terminal: they show how far it is.
    """
    if not paths:
        yield _told(sys.stdin.buffer)
        return
    files = files_in(paths)
    with bar("Reading", counted=False, hidden=to is not None and to.isatty()) as seen:
        yield _of_files(files, seen)


@contextmanager
def bar(what: str, *, counted: bool = True, hidden: bool = False) -> Iterator[Seen]:
    """A bar on the error stream where that is a terminal; `counted` shows how many of how many."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    shown = (*columns, MofNCompleteColumn()) if counted else columns
    # Redirected, what is meant for standard output would come out where the bar is.
    with Progress(
        *shown,
        console=err,
        disable=hidden or not err.is_terminal,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files themselves, and of folders all JSON lines in the order of their names; none is a plain end."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(one for one in path.rglob("*") if one.name.endswith(ENDINGS)) if path.is_dir() else [path]
        if not inside:
            stop(f"{path} holds no JSON lines: files that end with {' or '.join(ENDINGS)} are read.")
        found += inside
    return found


def _of_files(files: Sequence[Path], seen: Seen) -> Iterator[str]:
    behind, total = 0, sum(file.stat().st_size for file in files)
    for file in files:
        with file.open("rb") as raw:
            unpacked = gzip.open(raw) if file.name.endswith(".gz") else raw  # noqa: SIM115 (`raw` is what is closed)
            try:
                for number, line in enumerate(_told(unpacked)):
                    if number % SHOWN_EVERY == 0:
                        seen(behind + raw.tell(), total)
                    yield line
            except (OSError, EOFError, zlib.error) as error:
                stop(f"{file} can't be read to its end: {error}")
            behind += file.stat().st_size
            seen(behind, total)


def _told(stream: BinaryIO | gzip.GzipFile) -> Iterator[str]:
    """Lines as JSON has them: only a line feed ends one, and bytes that are no UTF-8 spoil nothing but their place."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="\n")
    try:
        for line in text:
            if line.strip():
                yield line
    finally:
        text.detach()  # whoever opened the stream closes it
