"""The beginning of a worker process, light enough to happen before the house is even loaded.

A worker takes a second to read the gazetteer, the house a second to be imported: begun first, the one hides the other.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

START = "import bot.working; bot.working.main()"
"""Not `-m`: what is pickled has to come from `bot.working` on both sides."""
READING_OFF = "bot.working:no_reading"
READING_ON = "bot.working:country_reading"


@dataclass(frozen=True, slots=True)
class Begun:
    """A worker process that was started and may not be ready yet, and our end of its pipe."""

    process: subprocess.Popen[bytes]
    channel: Connection

    def end(self) -> None:
        """End it, whatever has become of it meanwhile."""
        self.process.kill()
        self.process.wait()
        self.channel.close()


@contextmanager
def begun(*, wanted: bool) -> Iterator[Begun | None]:
    """Begin a worker where one is wanted; it is gone at the end, even where nobody took it over."""
    worker = begin() if wanted else None
    try:
        yield worker
    finally:
        if worker:
            worker.end()


def begin(reader: str = READING_ON) -> Begun:
    """Start a fresh interpreter; `reader` names, as `module:function`, what makes the reader of its entries."""
    ours, theirs = multiprocessing.Pipe()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 (our own module, no outside words)
            [sys.executable, "-c", START, str(theirs.fileno()), reader],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            process_group=0,  # Ctrl-C at the terminal is for the house to hear
        )
    return Begun(process, ours)
