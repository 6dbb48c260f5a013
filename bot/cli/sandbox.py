"""`dragoman sandbox`: a Telegram on this machine and the bot in it, in one process."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.terminal import out, run_until_done, settings_or_stop, stop
from bot.early_worker import begun

EXAMPLE = "dragoman sandbox --replay season.rss --autostart --speed max"


def sandbox(
    port: Annotated[int | None, typer.Option(help="Port of the page; default: SANDBOX_PORT (8081).")] = None,
    replay: Annotated[
        list[Path] | None,
        typer.Option(exists=True, dir_okay=False, help="Replay these RSS files instead of live news."),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Where the replay begins; default: an hour before the first item.")
    ] = None,
    speed: Annotated[str, typer.Option(help="Seconds of the replay in one of ours, or max.")] = "max",
    *,
    autostart: Annotated[bool, typer.Option("--autostart", help="Set the replay going at once.")] = False,
    limits: Annotated[bool, typer.Option(help="Refuse what is above Telegram's pace.")] = True,
    alone: Annotated[bool, typer.Option("--alone", help="The Telegram only, for any bot.")] = False,
) -> None:
    """Start a Telegram on this machine, with the bot in it, and print the address of its page.

    With --replay the house's clock stands until it is set going (on the page, or with --autostart), and each item
    appears when the clock reaches its date.
    """
    settings, asked_speed = settings_or_stop(), _speed(speed)
    out.print("Setting up (a few seconds) …")
    with begun(wanted=not alone) as early_worker:
        from bot.cli.staging import Staging, stage

        staging = Staging(
            settings=settings,
            port=settings.sandbox_port if port is None else port,
            replay=tuple(replay or ()),
            start=_moment(from_),
            speed=asked_speed,
            autostart=autostart,
            limits=limits,
            early_worker=early_worker,
        )
        run_until_done(lambda: stage(staging, alone=alone))


def _moment(text: str | None) -> datetime | None:
    from bot.cli.rehearsal import moment_of

    return moment_of(text, "--from") if text else None


def _speed(text: str) -> float | Literal["max"]:
    if text == "max":
        return "max"
    try:
        return float(text)
    except ValueError:
        stop(f"--speed {text}: a number (60 = a minute in a second) or max.")
