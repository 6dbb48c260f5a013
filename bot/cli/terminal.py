"""What all commands share at the terminal: plain sentences for what went wrong, and a clean end on Ctrl-C."""

import asyncio
import errno
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import NoReturn, TypeVar

import typer
from rich.console import Console

from bot.settings import BadSettings, Settings, load_settings

T = TypeVar("T")

USAGE = 2
"""Exit status where the one who called has something to mend."""

FORCED = 130
"""Exit status of a shell for a second Ctrl-C."""

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def settings_or_stop() -> Settings:
    """The settings; bad ones are all named at once, and the program ends with status 2."""
    try:
        return load_settings()
    except BadSettings as bad:
        err.print("These settings can't be used; mend them in .env or the environment:", style="bold")
        for fault in bad.faults:
            err.print(f"  {fault}", markup=False)
        raise typer.Exit(USAGE) from None


def stop(sentence: str, status: int = USAGE) -> NoReturn:
    """Say what is wrong and end."""
    err.print(sentence, markup=False)
    raise typer.Exit(status)


def run_until_done(work: Callable[[], Coroutine[object, object, T]]) -> T:
    """Run asynchronous work to its end; failures that a person can mend become sentences and status 2."""
    try:
        return asyncio.run(work())
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            stop(f"The port is in use ({error.strerror}). Choose another: --port, SANDBOX_PORT or HTTP_PORT.")
        if isinstance(error, mendable()):
            stop(str(error))
        raise


def mendable() -> tuple[type[Exception], ...]:
    """Name the failures whose message tells a person what to do; loaded only once something has failed."""
    from bot.telegram.connection import StartRefusedError
    from feeds.opml import BadFeedListError
    from sandbox.newsroom.feed_text import NoFeed
    from storage.errors import StorageError

    return BadFeedListError, NoFeed, StorageError, StartRefusedError


def stop_signal() -> asyncio.Event:
    """An event that Ctrl-C or a polite kill sets; a second Ctrl-C ends at once."""
    event = asyncio.Event()
    loop = asyncio.get_running_loop()

    def ask_to_stop() -> None:
        if event.is_set():
            sys.exit(FORCED)
        event.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ask_to_stop)
    return event
