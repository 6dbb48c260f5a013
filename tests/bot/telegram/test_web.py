"""The web door: updates by webhook only with the secret, health, numbers."""

import json

import aiohttp
import pytest

from bot.metrics import Metrics
from bot.web import SECRET_HEADER, WebDoor
from tests.bot.lines import Line

SECRET = "a-secret"
UPDATE = json.dumps({"update_id": 1})


async def take(_: dict[str, object], secret: str) -> bool:
    """Stand for the Telegram door, which knows the secret."""
    return secret == SECRET


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, UPDATE, 403),
        ({}, "junk", 403),
        ({SECRET_HEADER: "another"}, "[]", 403),
        ({"Content-Encoding": "gzip"}, "no gzip", 403),
        ({}, "[" * 100_000, 403),
        ({SECRET_HEADER: SECRET}, "junk", 400),
        ({SECRET_HEADER: SECRET}, "[]", 400),
        ({SECRET_HEADER: SECRET}, UPDATE, 200),
    ],
)
async def test_without_the_secret_nothing_is_told(
    line: Line, headers: dict[str, str], body: str, status: int, unused_tcp_port: int
) -> None:
    door = WebDoor(line.services, Metrics(), "127.0.0.1", unused_tcp_port, take)
    await door.start()
    try:
        url = f"http://127.0.0.1:{unused_tcp_port}/telegram"
        async with aiohttp.ClientSession() as telegram, telegram.post(url, data=body, headers=headers) as answer:
            assert answer.status == status
    finally:
        await door.stop()


async def test_a_house_in_order_is_healthy(line: Line, unused_tcp_port: int) -> None:
    door = WebDoor(line.services, Metrics(), "127.0.0.1", unused_tcp_port)
    await door.start()
    try:
        origin = f"http://127.0.0.1:{unused_tcp_port}"
        async with aiohttp.ClientSession() as visitor:
            async with visitor.get(f"{origin}/healthz") as health:
                assert (health.status, await health.json()) == (200, {"healthy": True, "why": ""})
            async with visitor.get(f"{origin}/metrics") as numbers:
                assert "dragoman_outbox_messages" in await numbers.text()
            async with visitor.post(f"{origin}/telegram", data=UPDATE) as hook:
                assert hook.status == 404
    finally:
        await door.stop()
