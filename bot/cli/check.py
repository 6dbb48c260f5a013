"""`dragoman check`: is everything in order? Settings, database, feeds, Telegram, each with a plain verdict."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import typer

from bot.cli.terminal import out, settings_or_stop
from bot.settings import Settings, database_of

EXAMPLE = "dragoman check"

INDENT = " " * 11

ASKED_FEEDS = 5
"""Feeds asked as a sample: a check takes seconds, not minutes."""


def check() -> None:
    """Say whether settings, database, feeds and Telegram are in order; exit 1 where one is not."""
    settings = settings_or_stop()
    verdicts = asyncio.run(_verdicts(settings))
    raise typer.Exit(0 if all(verdicts) else 1)


async def _verdicts(settings: Settings) -> list[bool]:
    out.print("settings   in order")
    steps: tuple[tuple[str, Callable[[Settings], Awaitable[str]]], ...] = (
        ("database", _database),
        ("feeds", _feeds),
        ("telegram", _telegram),
    )
    return [await _verdict(name, step, settings) for name, step in steps]


async def _verdict(name: str, step: Callable[[Settings], Awaitable[str]], settings: Settings) -> bool:
    """Run one check; whatever it fails with is the verdict."""
    from bot.logs import redact

    try:
        said = await step(settings)
    except Exception as error:  # noqa: BLE001  # a check reports what is wrong, whatever it is
        out.print(f"{name:<10} NOT in order: {redact(str(error)) or type(error).__name__}", markup=False)
        return False
    out.print(f"{name:<10} {said}", markup=False)
    return True


async def _database(settings: Settings) -> str:
    from bot.logs import redact
    from storage.database import Storage

    house = "run" if settings.telegram_bot_token else "sandbox"
    url = database_of(settings, house)
    storage = await Storage.open(url, house=house)
    try:
        async with storage.reading() as store:
            totals = await store.feeds.totals()
    finally:
        await storage.close()
    return f"in order: {redact(url)}, {totals.articles} articles, {totals.stories} stories"


async def _feeds(settings: Settings) -> str:
    from bot.clock import real_time
    from bot.wiring import chosen_feeds
    from diplomacy.news import FeedDue, Validators
    from feeds.fetch import Fetcher, FetchFailed

    feeds = chosen_feeds(settings.feeds)
    fetcher = Fetcher(allow_private=settings.allow_private_feeds)
    asked = [FeedDue(0, feed, Validators(), timedelta(0), 0, first_poll=True) for feed in feeds[:ASKED_FEEDS]]
    try:
        outcomes = await asyncio.gather(*(fetcher.fetch(due, real_time()) for due in asked))
    finally:
        await fetcher.close()
    failed = [
        f"{INDENT}{due.feed.url}: {outcome.detail}"
        for due, outcome in zip(asked, outcomes, strict=True)
        if isinstance(outcome, FetchFailed)
    ]
    said = f"{len(feeds)} in the list; {len(asked) - len(failed)} of {len(asked)} asked answered"
    if failed and len(failed) == len(asked):
        raise RuntimeError("\n".join((said, *failed)))
    return "\n".join((said, *failed))


async def _telegram(settings: Settings) -> str:
    if settings.telegram_bot_token is None:
        return "no token: the sandbox will be used"
    from bot.telegram.door import who_am_i

    name = await who_am_i(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)
    return f"in order: the bot is @{name}"
