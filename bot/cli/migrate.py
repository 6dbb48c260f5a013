"""`dragoman migrate`: bring the database to the newest schema."""

from typing import Annotated

import typer

from bot.cli.terminal import out, run_until_done, settings_or_stop
from bot.settings import database_of

EXAMPLE = "dragoman migrate --db postgresql://localhost/dragoman"


def migrate(
    db: Annotated[
        str | None, typer.Option(help="The database; default: DATABASE_URL, else sqlite:///dragoman.db")
    ] = None,
) -> None:
    """Create the database or bring it to this program's schema; `run` and `sandbox` do so at every start."""
    from bot.logs import redact
    from storage.database import Storage

    settings = settings_or_stop()
    url = db or database_of(settings, "run")

    async def work() -> None:
        storage = await Storage.open(url)
        await storage.close()
        out.print(f"{redact(url)} is at the newest schema.", markup=False)

    run_until_done(work)
