"""The bot is killed at random moments with polling and 500 briefings under way: none is lost, only a batch comes twice.

The dealings in the test feeds are invented for this test and are no news.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from diplomacy.subscriptions import Subscription
from storage.chats import ChatSettings
from storage.database import Storage
from tests.builders import a_feed, a_placed_entry, a_story_draft
from tests.journeys.processes import Telegram, line_with, started, telegram_at, until

CHATS = range(10_001, 10_501)
KILLS = 3
BATCH = 32
"""Rows that may be under way when the process is killed."""


@asynccontextmanager
async def feeds_that_change(folder: Path) -> AsyncIterator[Path]:
    """Ten feeds on loopback with something new at each poll; gives an OPML file that lists them."""
    count = 0

    async def feed(_: web.Request) -> web.Response:
        nonlocal count
        count += 1
        items = "".join(
            f"<item><guid>{count}-{n}</guid><title>Greece and Iraq discuss matter {count} {n}</title></item>"
            for n in range(20)
        )
        body = f'<rss version="2.0"><channel><title>Test</title>{items}</channel></rss>'
        return web.Response(text=body, content_type="application/rss+xml")

    app = web.Application()
    app.router.add_get("/{name}", feed)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    outlines = "".join(f'<outline text="Test {n}" xmlUrl="http://127.0.0.1:{port}/{n}"/>' for n in range(10))
    opml = folder / "feeds.opml"
    opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', "utf-8")
    yield opml
    await runner.cleanup()


async def five_hundred_briefings_due(url: str) -> None:
    """Store one report and 500 chats that follow its pair and whose hour has just come."""
    now = datetime.now(UTC)
    storage = await Storage.open(url, house="run")
    async with storage.writing() as store:
        await store.feeds.register([a_feed()], now, retire_others=True)
        (feed,) = await store.feeds.due(now, 1)
        (story,) = await store.stories.create([a_story_draft(first=now)])
        await store.articles.add(feed.id, [a_placed_entry(story=story)], [], now)
        for chat in CHATS:
            due = now - timedelta(minutes=1)
            await store.chats.save(
                ChatSettings(chat, now, zone="UTC", digest_at=time(due.hour, due.minute), next_run_at=due)
            )
            await store.subscriptions.add(chat, Subscription(("TR", "KR")), now)
    await storage.close()


async def briefings(telegram: Telegram) -> Counter[int]:
    """How many briefings each chat got, by the sandbox's log."""
    log = await telegram.get("log")
    assert isinstance(log, list)
    sent = [call for call in log if call["method"] == "sendMessage" and call["outcome"] == "ok"]
    return Counter(call["chat"] for call in sent if call["chat"] in CHATS)


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_a_bot_that_is_killed_again_and_again_loses_no_briefing(tmp_path: Path) -> None:
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")  # noqa: T201  # a failure must be repeatable
    dice = random.Random(seed)
    url = f"sqlite:///{tmp_path / 'run.db'}"
    await five_hundred_briefings_due(url)
    async with (
        feeds_that_change(tmp_path) as opml,
        started("sandbox", "--alone", "--port", "0", env={}, folder=tmp_path) as server,
    ):
        origin = await line_with(server, "http://")
        env = {
            "TELEGRAM_BOT_TOKEN": "1:sandbox",
            "TELEGRAM_API_URL": origin,
            "DATABASE_URL": url,
            "FEEDS": str(opml),
            "ALLOW_PRIVATE_FEEDS": "true",
            "HTTP_PORT": "0",
        }
        async with telegram_at(origin) as telegram:
            for chat in CHATS:
                await telegram.put(f"chats/{chat}", {"type": "private"})

            async def sent(at_least: int) -> bool:
                return len(await briefings(telegram)) >= at_least

            for kill in range(KILLS):
                async with started("run", env=env, folder=tmp_path):
                    goal = (kill + 1) * len(CHATS) // (KILLS + 2)
                    await until(lambda goal=goal: asyncio.ensure_future(sent(goal)), f"{goal} briefings")
                    await asyncio.sleep(dice.random() / 2)
            async with started("run", env=env, folder=tmp_path):
                await until(lambda: asyncio.ensure_future(sent(len(CHATS))), "the last briefing")
            got = await briefings(telegram)
    assert set(got) == set(CHATS)
    assert sum(count - 1 for count in got.values()) <= KILLS * BATCH
    assert max(got.values()) <= KILLS + 1
