"""A bot of a few lines that answers what it was told to, through the Bot API alone."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import aiohttp

from sandbox.wire import Json


class Chat(TypedDict):
    """Where a message stands."""

    id: int


class Message(TypedDict):
    """What somebody said, or the message whose button they pressed."""

    message_id: int
    chat: Chat
    text: str


class Query(TypedDict):
    """A press."""

    id: str
    data: str
    message: Message


class Update(TypedDict):
    """As much of an update as this bot reads."""

    update_id: int
    message: NotRequired[Message]
    callback_query: NotRequired[Query]


Rows = Sequence[Sequence[Mapping[str, Json]]]

COMMANDS = {
    "start": "Begin here",
    "relations": "How two countries stand",
    "country": "A country and its relationships",
    "subscribe": "Follow a country or a pair",
    "subscriptions": "What you follow",
    "digest": "Your daily briefing",
    "settings": "Language, zone, hour",
    "help": "All commands",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What the bot says: Telegram's HTML and rows of buttons."""

    html: str
    rows: Rows = ()
    silent: bool = False


@dataclass(slots=True)
class ScriptedBot:
    """Polls the sandbox; answers a text by the first line whose key it begins with, a press by changing the message."""

    api: str
    answers: Mapping[str, Line]
    presses: Mapping[str, Line] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    _session: aiohttp.ClientSession = field(init=False)
    _polling: "asyncio.Task[None]" = field(init=False)

    async def start(self) -> None:
        """Introduce itself and begin to poll."""
        self._session = aiohttp.ClientSession()
        menu: Json = [{"command": command, "description": text} for command, text in COMMANDS.items()]
        await self.call("setMyCommands", commands=menu)
        await self.call(
            "setMyDescription", description="I tell how two countries stand.\n\nAsk: /relations turkey korea"
        )
        self._polling = asyncio.create_task(self._poll())

    async def close(self) -> None:
        """Stop polling."""
        self._polling.cancel()
        await asyncio.gather(self._polling, return_exceptions=True)
        await self._session.close()

    async def call(self, method: str, **parameters: Json) -> Json:
        """Call the Bot API; what it refuses fails the test."""
        async with self._session.post(f"{self.api}/{method}", json=parameters) as answer:
            told = await answer.json()
        assert told["ok"], told
        result: Json = told["result"]
        return result

    async def say(self, chat: int, line: Line) -> None:
        """Send a message."""
        await self.call("sendMessage", chat_id=chat, disable_notification=line.silent, **_written(line))

    async def send_file(self, chat: int, method: str, kind: str, path: Path, caption: str) -> None:
        """Send a picture or a file."""
        form = aiohttp.FormData({"chat_id": str(chat), "caption": caption})
        form.add_field(kind, path.read_bytes(), filename=path.name)
        async with self._session.post(f"{self.api}/{method}", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in cast("list[Update]", await self.call("getUpdates", offset=offset, timeout=20)):
                offset = update["update_id"] + 1
                if "message" in update:
                    await self._answer(update["message"])
                if "callback_query" in update:
                    await self._pressed(update["callback_query"])

    async def _answer(self, message: Message) -> None:
        chat, text = message["chat"]["id"], message["text"]
        self.heard.append(text)
        line = next((line for key, line in self.answers.items() if text.startswith(key)), None)
        if line is not None:
            await self.call("sendChatAction", chat_id=chat, action="typing")
            await self.say(chat, line)

    async def _pressed(self, query: Query) -> None:
        data, message = query["data"], query["message"]
        self.heard.append(data)
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=f"Pressed {data}")
        if data in self.presses:
            place: dict[str, Json] = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.call("editMessageText", **place, **_written(self.presses[data]))


def _written(line: Line) -> dict[str, Json]:
    keyboard = json.loads(json.dumps({"inline_keyboard": [[dict(button) for button in row] for row in line.rows]}))
    return {"text": line.html, "parse_mode": "HTML", "reply_markup": keyboard}
