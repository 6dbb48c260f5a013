"""`dragoman poll`: ask feeds once and say how each is."""

from typing import Annotated

import typer

from bot.cli.terminal import out, run_until_done, settings_or_stop
from bot.settings import database_of

EXAMPLE = "dragoman poll --feed https://feeds.bbci.co.uk/news/world/rss.xml"


def poll(
    feed: Annotated[list[str] | None, typer.Option(help="A feed to ask: a file or an address. Repeatable.")] = None,
    db: Annotated[str | None, typer.Option(help="Where to store what is new: sqlite:///… or postgresql://…")] = None,
) -> None:
    """Ask feeds once; print address, state and number of new items, a line each.

    Without --feed: all feeds of the settings, into their database.
    """
    from bot.cli.rehearsal import moment_of, rehearsal
    from bot.wiring import chosen_feeds

    settings = settings_or_stop()
    if not feed and db is None:
        db = database_of(settings, "run")
    addresses = feed or [each.url for each in chosen_feeds(settings.feeds)]

    async def work() -> None:
        async with rehearsal(addresses, db, moment_of(None)) as opened:
            for name, result in zip(addresses, opened.polled, strict=True):
                out.print(f"{name}\t{result.state}\t{result.new}", markup=False)

    run_until_done(work)
