"""A server of invented feeds for benchmarks, in a process of its own: `python -m benchmarks.news_server`.

Feed `n` stands at `http://127.0.A.B:PORT/n.rss`, a host of its own. `PUT /?extra=N&delay=S` changes what all answer.
"""

import asyncio
import hashlib
import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache

from aiohttp import web

ITEMS = 30
SIZE = 40_000
"""Bytes of a document."""
NEWEST = datetime(2025, 11, 25, 6, tzinfo=UTC)
WORDS = [
    *("minister", "talks", "border", "trade", "river", "harvest", "council", "station", "report", "annual", "market"),
    *("energy", "visit", "summit", "treaty", "export", "import", "rail", "port", "ferry", "customs", "visa", "fund"),
    *("loan", "grant", "court", "envoy", "embassy", "delegation", "statement", "paper", "draft"),
]


def address(number: int, port: int) -> str:
    """Where feed `number` stands: each on a host of its own."""
    return f"http://127.0.{number // 250}.{number % 250 + 1}:{port}/{number}.rss"


@cache
def document(number: int, extra: int) -> bytes:
    """Write a feed of 30 items and about 40 kB; `extra` items are newer than the rest."""
    made = random.Random(number)
    items = [_item(made, number, place) for place in range(ITEMS + extra)]
    shown = "".join(reversed(items[-ITEMS:]))
    head = f"<title>Bench {number}</title><link>http://example.org/{number}</link><description>Invented</description>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}<language>en</language>{shown}</channel></rss>"
    ).encode()


def _item(made: random.Random, number: int, place: int) -> str:
    title = " ".join(made.choices(WORDS, k=9)).capitalize()
    text = f"&lt;p&gt;{' '.join(made.choices(WORDS, k=75))}, &lt;b&gt;{title}&lt;/b&gt;.&lt;/p&gt;"
    body = (text + "\n") * ((SIZE // ITEMS - 400) // len(text) + 1)
    at = format_datetime(NEWEST - timedelta(minutes=37 * (ITEMS - place)))
    link = f"http://example.org/{number}/{place}"
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>bench-{number}-{place}</guid>"
        f"<pubDate>{at}</pubDate><dc:creator>Nobody</dc:creator><category>invented</category>"
        f"<description>{body[: SIZE // ITEMS - 300]}</description></item>\n"
    )


async def serve() -> None:
    """Serve until standard input ends; prints the port."""
    state = {"extra": 0.0, "delay": 0.0}

    async def feed(request: web.Request) -> web.Response:
        if state["delay"]:
            await asyncio.sleep(state["delay"])
        body = document(int(request.match_info["number"]), int(state["extra"]))
        etag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": "application/rss+xml; charset=utf-8"})

    async def change(request: web.Request) -> web.Response:
        state.update({name: float(value) for name, value in request.query.items()})
        for number in range(int(request.query.get("warm", 0))):
            document(number, int(state["extra"]))
        return web.Response()

    app = web.Application()
    app.add_routes([web.get(r"/{number:\d+}.rss", feed), web.put("/", change)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0, backlog=1024).start()  # noqa: S104 (every loopback address is a host)
    print(runner.addresses[0][1], flush=True)
    await asyncio.get_running_loop().connect_read_pipe(asyncio.Protocol, open(0, "rb"))  # noqa: ASYNC230, SIM115
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
