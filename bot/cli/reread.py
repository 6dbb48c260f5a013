"""`dragoman reread`: read what is stored again, where an earlier version of the reading read it."""

from typing import Annotated

import typer

from bot.cli.terminal import out, run_until_done, settings_or_stop
from bot.settings import database_of

EXAMPLE = "dragoman reread --db sqlite:///dragoman.db --workers 2"


def reread(
    db: Annotated[
        str | None, typer.Option(help="The database; default: DATABASE_URL, else sqlite:///dragoman.db")
    ] = None,
    everything: Annotated[  # noqa: FBT002 (a switch of the command line)
        bool, typer.Option("--all", help="Read all articles again, not only those that an earlier version read.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read.")] = 1,
) -> None:
    """Read stored articles again with this version of the reading, after an update.

    Stories and what was told stay as they are. It may be stopped at any time and started again (then without --all: it
    goes on where it stopped), and the bot may run meanwhile.
    """
    from bot.cli.rereading import read_stored_again, told

    url = db or database_of(settings_or_stop(), "run")
    for line in told(run_until_done(lambda: read_stored_again(url, everything=everything, workers=workers))):
        out.print(line, markup=False)
