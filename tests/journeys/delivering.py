"""A process that empties an outbox into a Bot API server until it is killed: `delivering.py DATABASE ORIGIN`."""

import asyncio
import sys
from datetime import UTC, datetime

from bot.delivery.gate import Gate
from bot.delivery.outbox import Delivery
from bot.delivery.pace import Limits, Pace
from bot.render.parts import split
from bot.telegram.http import AiohttpRequest
from bot.telegram.lean_bot import LeanBot
from bot.telegram.sending import Sender
from diplomacy.countries.gazetteer import Gazetteer
from handlers.contract import Services
from storage.database import Storage
from tests.handlers.houses import no_network, no_workers
from tests.sandbox.visitors import TOKEN

A_SECOND = 400
"""Slow enough to be killed in the middle, fast enough for a test."""


async def deliver(database: str, origin: str) -> None:
    """Deliver until nothing is due, say so, and wait to be killed."""
    storage = await Storage.open(database)
    request = AiohttpRequest(proxies_from_environment=False)
    await request.initialize()
    bot = LeanBot(TOKEN, f"{origin}/bot", f"{origin}/file/bot", request=request, get_updates_request=request)
    services = Services(
        lambda: datetime.now(UTC), storage, Gazetteer({}, {}, {}), fetch=no_network, open_feed=no_workers, split=split
    )
    sender = Sender(bot, storage, services.now)
    delivery = Delivery(services, sender.send, Gate(Pace(Limits(a_second=A_SECOND))))
    print("delivering", flush=True)  # noqa: T201 - the test waits for it
    await delivery.start()
    await delivery.drain()
    print("done", flush=True)  # noqa: T201
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(deliver(*sys.argv[1:]))
