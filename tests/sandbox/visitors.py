"""Who comes to the sandbox in tests: a bot with the token, and a person with the control calls."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from sandbox.wire import Json

TOKEN = "42:sandbox-token"
ADA, DENIZ, GROUP = 1001, 1002, -2001


@dataclass(frozen=True, slots=True)
class Bot:
    """Calls methods of the Bot API."""

    origin: str
    session: aiohttp.ClientSession

    async def answer(self, method: str, **parameters: Json) -> tuple[int, dict]:
        """Call a method; the HTTP status and what was answered."""
        async with self.session.post(f"{self.origin}/bot{TOKEN}/{method}", json=parameters) as response:
            return response.status, await response.json()

    async def call(self, method: str, **parameters: Json) -> Json:
        """Call a method that succeeds; its result."""
        status, told = await self.answer(method, **parameters)
        assert status == 200, told
        assert told["ok"], told
        return told["result"]

    async def refusal(self, method: str, **parameters: Json) -> str:
        """Call a method that is refused; Telegram's words."""
        status, told = await self.answer(method, **parameters)
        assert told["ok"] is False, told
        assert told["error_code"] == status
        return told["description"]

    async def say(self, text: str, chat: int = ADA, **more: Json) -> dict:
        """Send a message; the message as the Bot API tells it."""
        return await self.call("sendMessage", chat_id=chat, text=text, **more)

    async def updates(self, **parameters: Json) -> list[dict]:
        """Take what is new, and confirm it."""
        found = await self.call("getUpdates", **parameters)
        if found:
            await self.call("getUpdates", offset=found[-1]["update_id"] + 1, timeout=0)
        return found


@dataclass(frozen=True, slots=True)
class Person:
    """Uses the control calls."""

    origin: str
    session: aiohttp.ClientSession

    async def ask(self, verb: str, path: str, body: Json = None, **headers: str) -> tuple[int, Json]:
        """Make a control call; the HTTP status and what was answered."""
        given = {} if body is None else {"json": body}
        async with self.session.request(verb, f"{self.origin}/sandbox/{path}", headers=headers, **given) as response:
            return response.status, await response.json()

    async def done(self, verb: str, path: str, body: Json = None) -> Json:
        """Make a control call that succeeds; what was answered."""
        status, told = await self.ask(verb, path, body)
        assert status == 200, told
        return told

    async def complaint(self, verb: str, path: str, body: Json = None) -> tuple[int, str]:
        """Make a control call that is refused; the status and the sentence."""
        status, told = await self.ask(verb, path, body)
        assert status >= 400, told
        return status, told["error"]

    async def write(self, text: str, chat: int = ADA, **more: Json) -> dict:
        """Write in a chat."""
        return await self.done("POST", f"chats/{chat}/messages", {"text": text, **more})

    async def press(self, message: int, data: str, chat: int = ADA, **more: Json) -> str:
        """Press a button; the id under which the bot may answer."""
        told = await self.done("POST", f"chats/{chat}/press", {"message_id": message, "data": data, **more})
        return told["callback_query_id"]

    async def put(self, chat: int, **what: Json) -> dict:
        """Set what a chat is like."""
        return await self.done("PUT", f"chats/{chat}", what)

    async def chat(self, chat: int = ADA) -> list[dict]:
        """What stands in a chat."""
        return await self.done("GET", f"chats/{chat}/messages")

    @asynccontextmanager
    async def listening(self) -> "AsyncIterator[Events]":
        """Listen to what happens."""
        async with self.session.get(f"{self.origin}/sandbox/events") as response:
            assert response.content_type == "text/event-stream"
            assert await response.content.readline() == b": listening\n"
            yield Events(response)


@dataclass(frozen=True, slots=True)
class Events:
    """What happens, as it happens."""

    response: aiohttp.ClientResponse

    async def next(self, *kinds: str) -> dict:
        """The next event of one of these kinds."""
        async with asyncio.timeout(5):
            while True:
                line = await self.response.content.readline()
                if line.startswith(b"data: "):
                    event = json.loads(line[6:])
                    if event["type"] in kinds:
                        return event
