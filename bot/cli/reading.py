"""Articles read line by line, in worker processes where several are wanted, and written as was asked for."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from bot.cli.lines import lines, write
from bot.cli.spreading import spread
from bot.cli.terminal import err, out, stop
from bot.explaining import page
from bot.explaining.terminal import explain
from diplomacy.countries.gazetteer import load
from diplomacy.reading.as_json import BadLine, ReadLine, answer, from_line, read_line

Read = ReadLine | BadLine
Put = Callable[[Read], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The forms in which readings are wanted: JSON lines on standard output where nothing else is."""

    explain: bool = False
    html: Path | None = None
    out: Path | None = None


def read_all(paths: Sequence[Path] | None, wanted: Wanted, workers: int) -> None:
    """Read the lines of files and folders, else of standard input, in order."""
    for file in (wanted.out, wanted.html):
        if file is not None and any(_holds(path, file) for path in paths or ()):
            stop(f"{file} would be read as well as written: choose a place outside of what is read.")
    try:
        if wanted.explain or wanted.html:
            _shown(paths, wanted, workers)
        else:
            _as_json(paths, wanted.out, workers)
    except BrokenProcessPool:
        stop("A process that read was ended from outside; perhaps there is not enough memory for so many --workers.", 1)


def _holds(path: Path, file: Path) -> bool:
    """Whether a file to be written is one of those to be read, or lies in a folder of them."""
    return path.resolve() in {file.resolve(), *file.resolve().parents}


def _as_json(paths: Sequence[Path] | None, file: Path | None, workers: int) -> None:
    with ExitStack() as stack:
        to = stack.enter_context(_written(file)) if file else sys.stdout
        asked = stack.enter_context(lines(paths, to=to))
        each = stack.enter_context(spread(answers, workers))
        write(each(asked), to)


def _shown(paths: Sequence[Path] | None, wanted: Wanted, workers: int) -> None:
    with ExitStack() as stack:
        puts: list[Put] = []
        if wanted.out:
            puts.append(partial(_put_line, stack.enter_context(_written(wanted.out))))
        if wanted.html:
            puts.append(stack.enter_context(_on_page(wanted.html)))
        if wanted.explain:
            puts.append(lambda read: out.print(explain(read)))
        asked = stack.enter_context(lines(paths, to=sys.stdout if wanted.explain else None))
        each = stack.enter_context(spread(reads, workers))
        for read in each(asked):
            for put in puts:
                put(read)


def answers() -> Callable[[str], str]:
    """Make what answers a line with a line, in the process that does it."""
    return partial(from_line, gazetteer=load())


def reads() -> Callable[[str], Read]:
    """Make what reads a line, in the process that does it."""
    return partial(read_line, gazetteer=load())


@contextmanager
def _written(file: Path) -> Iterator[TextIO]:
    """A file to write to; where it can't be, that is a plain end."""
    try:
        opened = file.open("w", encoding="utf-8")
    except OSError as error:
        stop(f"{file} can't be written: {error.strerror}")
    with opened:
        yield opened


def _put_line(to: TextIO, read: Read) -> None:
    print(answer(read), file=to)


@contextmanager
def _on_page(file: Path) -> Iterator[Put]:
    """Begin a page; each report is written when it comes, and the page is whole at the end."""
    with _written(file) as to:
        to.write(page.head())
        yield lambda read: print(page.report(read), file=to)
        to.write(page.TAIL)
    err.print(f"Open it in a browser: {file}", markup=False)
