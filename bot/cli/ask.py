"""`dragoman ask`: what the bot answers, through the sandbox and the real handlers."""

import asyncio
import json
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import aiohttp
import typer

from bot.cli.options import Database, Feeds, Language, Now
from bot.cli.terminal import err, run_until_done, stop

if TYPE_CHECKING:
    from bot.cli.rehearsal import Rehearsal

EXAMPLE = "dragoman ask '/relations turkey korea' --feed news.rss --now 2025-11-25T08:00:00Z"

CHAT = 1001
"""The private chat of the sandbox's first person."""

PATIENCE_SECONDS = 60

LONGEST = 4096
"""Characters of a message that a person can send in Telegram."""


class Format(StrEnum):
    """How the answer is printed."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


def ask(
    text: Annotated[str, typer.Argument(help="What to say to the bot.")],
    feed: Feeds = None,
    db: Database = None,
    now: Now = None,
    language: Language = "en",
    format: Annotated[Format, typer.Option(help="text, html or json.")] = Format.TEXT,  # noqa: A002  # the option's name
) -> None:
    """Say something to the bot and print what it answers.

    Without --feed and --db it answers from the sample week.
    """
    from bot.cli.rehearsal import moment_of, rehearsal

    moment = moment_of(now)
    if not 1 <= len(text.strip()) <= LONGEST:
        stop(f"A message has 1 to {LONGEST} characters; this one has {len(text.strip())}.")

    async def work() -> int:
        async with rehearsal(feed or [], db, moment) as opened:
            messages = await conversation(opened, text, language)
            print_messages(messages, format)
            for failure in opened.failures:
                err.print(f"The bot failed at {failure}.", markup=False)
            return 1 if opened.failures or not messages else 0

    raise typer.Exit(run_until_done(work))


async def conversation(opened: "Rehearsal", text: str, language: str) -> list[dict[str, object]]:
    """Say `text` in the private chat and return what the bot put there, in the sandbox's shape."""
    from bot.cli.rehearsal import TOKEN
    from bot.wiring import Telegram, open_line

    telegram = Telegram(TOKEN, opened.sandbox.origin)
    chat = f"{opened.sandbox.origin}/sandbox/chats/{CHAT}"
    async with open_line(opened.house, telegram) as line, aiohttp.ClientSession(raise_for_status=True) as person:
        await person.put(chat, json={"language": language})
        await person.post(f"{chat}/messages", json={"text": text})
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (opened.sandbox.busy() or line.door.busy) and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        async with person.get(f"{chat}/messages") as answer:
            messages: list[dict[str, object]] = await answer.json()
    return [message for message in messages if message["from"] == "bot"]


def print_messages(messages: list[dict[str, object]], format: Format) -> None:  # noqa: A002
    """Print an answer: as JSON one list, else message after message; in text each choice is a numbered line."""
    if format is Format.JSON:
        typer.echo(json.dumps(messages, ensure_ascii=False, indent=1))
        return
    number = 0
    for message in messages:
        typer.echo(message["html" if format is Format.HTML else "text"])
        rows = message["buttons"]
        for row in rows if isinstance(rows, list) else ():
            for button in row:
                number += 1
                what = button.get("data") or button.get("url") or button.get("switch_inline_query") or ""
                typer.echo(f"{number}. {button['text']}  {what}".rstrip())
        typer.echo()
