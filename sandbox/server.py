"""A Telegram on this machine, for any bot: the Bot API, the chat page, the control calls and the newsroom.

Who is there from the start
    people   Ada   id 1001  username ada    language en      Deniz  id 1002  username deniz  language tr
    chats    1001  private, Ada's own chat with the bot      -2001  group "Foreign desk": Ada (administrator) and Deniz
    GET /sandbox/people → {"default_chat": 1001, "people": [{"id", "name", "username", "language"}],
                           "chats": [{"id", "type": "private|group|supergroup|channel", "title", "members": [ids],
                                      "admins": [ids], "blocked", "migrated_to": id|null, "closed_topics": [ids]}]}
    Other chats come into being when they are put or written in; a positive id is the private chat of the person with
    that id, a negative one a group.

What the page reads and says (all JSON; errors are {"error": "a sentence"} with 400, 403, 404, 409 or 413)
    GET  /sandbox/chats/{id}/messages          a list of messages, oldest first:
         {"message_id", "date": ISO, "from": "bot"|id, "text", "html", "buttons": [[{"text", "data"?|"url"?|
          "copy_text"?|"switch_inline_query"?}]], "file": {"name", "type", "url"}|null, "edited": bool}
         and only where it says something: "thread": id, "reply_to": message_id, "silent": true, "album": id.
         `html` is safe to insert: only b i u s code pre[> code class="language-…"] a[href] blockquote[expandable]
         tg-spoiler tg-emoji[emoji-id] tg-time[unix, format], everything else escaped; line breaks stay line breaks.
    POST /sandbox/chats/{id}/messages {"text", "from"?, "thread"?, "reply_to"?}   → the message as above
    POST /sandbox/chats/{id}/press {"message_id", "data", "from"?}   → {"callback_query_id"}; the bot's answer comes as
         the event "callback_answer"
    POST /sandbox/inline {"query", "from"?, "offset"?}   → {"inline_query_id"}; the answer is the event "inline_answer"
    PUT  /sandbox/chats/{id} {"type"?, "title"?, "members"?, "admins"?, "blocked"?, "migrated_to"?, "closed_topics"?,
         "language"?}   → the chat as in /sandbox/people
    GET  /sandbox/bot   → {"id", "name", "username", "description", "short_description", "commands": [{"command",
         "description"}]};  ?chat={id}&person={id} gives the texts and the menu of that chat, person and language
    GET  /sandbox/house → {"now", "speed", "ended", "live": bool, "next_briefing": ISO|null,
         "notes": [{"at", "kind", "text"}]}
    GET  /sandbox/clock → {"now", "speed", "ended"};  PUT /sandbox/clock {"speed"?: 0|N|"max", "until"?: ISO} → the same
    GET  /sandbox/log   → [{"at", "method", "chat": id|null, "outcome": "ok" or the error, "seconds"}]
    PUT  /sandbox/faults {"delay"?, "status"?, "drop"?, "rate"?, "for_s"?};  {} ends them
    GET  /sandbox/events: server-sent events, each `data:` line one JSON object with "type":
         "message"          the message as above plus "chat" (sent for new messages and for edits of old ones alike)
         "deleted"          {"chat", "message_id"}
         "typing"           {"chat", "action", "thread"?}
         "callback_answer"  {"chat", "callback_query_id", "text", "alert": bool, "url": string|null}
         "inline_answer"    {"chat", "person", "inline_query_id", "results": [{"id", "title", "description", "text",
                            "html", "reply_markup"}]}
         "commands"         {"scope", "language", "commands"}: the menu changed, or a text of
                            /sandbox/bot ("commands": null)
         "chat"             the chat as in /sandbox/people, but for its own type, whose place the event's takes
         "clock"            {"now", "speed", "ended"}, once a second while it goes and whenever it is set
         "call"             one line of the log (getUpdates is left out)
         "note"             {"at", "kind", "text"}: what the house says of itself
         "briefing"         {"next_briefing": ISO|null}: the next briefing is another than before
    Files: "url" of a message's file is a path of this server.
"""

import asyncio
import time
from datetime import datetime

from aiohttp import web

from sandbox.api.door import Door
from sandbox.api.faults import Faults
from sandbox.api.log import Log
from sandbox.api.pace import Pace
from sandbox.api.telegram import Telegram
from sandbox.api.updates import Updates
from sandbox.api.webhook import Webhook
from sandbox.clock import HouseClock
from sandbox.control import door as control
from sandbox.control.desk import Desk
from sandbox.control.house import House
from sandbox.files import bot_file, shown_file
from sandbox.newsroom.newsroom import Newsroom
from sandbox.requests import roomy_request
from sandbox.site import page_file
from sandbox.strangers import stranger
from sandbox.world.profile import Profile
from sandbox.world.world import World

LOOPBACK = "127.0.0.1"
GOODBYE_S = 2.0


class Sandbox:
    """The server: everything under one port on loopback."""

    def __init__(
        self,
        port: int,
        clock: HouseClock,
        newsroom: Newsroom,
        token: str,
        *,
        limits: bool = True,
        name: str = "Dragoman",
        username: str = "dragoman_bot",
    ) -> None:
        """Put it together; `port` 0 takes a free one, `limits` off lets the bot send as fast as it can."""
        profile = Profile(int(token.partition(":")[0]), username, {"": name})
        world = World(clock, profile)
        updates = Updates(int(clock.now().timestamp()))
        pace = Pace(time.monotonic, lambda: not self.limits or clock.speed == "max")
        self.limits = limits
        self.clock = clock
        self.newsroom = newsroom
        self.world = world
        self.port = port
        self._telegram = Telegram(world, updates, pace, Webhook(updates, clock))
        self._log = Log(world.events)
        self._faults = Faults()
        self._house = House(clock, world.events)
        self._desk = Desk(self._telegram, self._log, self._faults, self._house)
        self._door = Door(self._telegram, token, self._log, self._faults)
        self._runner: web.ServerRunner | None = None
        self._ticking: asyncio.Task[None] | None = None

    @property
    def origin(self) -> str:
        """Where it is found: `http://127.0.0.1:PORT`."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def next_briefing(self) -> datetime | None:
        """When the house will brief next, for the panel; who knows it sets it."""
        return self._house.next_briefing

    @next_briefing.setter
    def next_briefing(self, moment: datetime | None) -> None:
        self._house.next_briefing = moment

    async def start(self) -> None:
        """Listen; raises OSError where the port is taken."""
        server = web.Server(self._answer, request_factory=roomy_request, access_log=None)
        runner = web.ServerRunner(server, handle_signals=False, shutdown_timeout=GOODBYE_S)
        await runner.setup()
        site = web.TCPSite(runner, LOOPBACK, self.port)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.port = runner.addresses[0][1]
        self._ticking = asyncio.create_task(self._tick(), name="sandbox clock")

    async def close(self) -> None:
        """Answer what is under way, let all who wait go, and stop listening."""
        self._telegram.updates.close()
        self.world.events.close()
        await self._telegram.webhook.close()
        if self._ticking is not None:
            self._ticking.cancel()
            await asyncio.gather(self._ticking, return_exceptions=True)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def note(self, kind: str, text: str, at: datetime | None = None) -> None:
        """Show on the panel what the house did."""
        self._house.note(kind, text, at)

    def busy(self) -> bool:
        """Whether the bot has yet to take an update, or a call of its is being carried out."""
        return bool(self._telegram.updates) or self._door.under_way > 0

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if (refusal := stranger(request)) is not None:
            return refusal
        if path.startswith("/bot"):
            return await self._door.answer(request, path[4:])
        if path.startswith("/sandbox/") and not path.startswith("/sandbox/files/"):
            return await control.answer(self._desk, request, path[9:])
        return self._file(request, path)

    def _file(self, request: web.BaseRequest, path: str) -> web.Response:
        if self.newsroom.is_asked(request):
            return self.newsroom.answer(request)
        if path.startswith("/sandbox/files/"):
            return shown_file(self.world.files, path)
        if path.startswith("/file/bot"):
            return bot_file(self.world.files, self._door.knows, path[9:])
        return page_file(request)

    async def _tick(self) -> None:
        """Tell the page the time, once a second while it goes and whenever the clock is set."""
        clock = self.clock
        while True:
            self.world.events.tell("clock", lambda: dict(self._house.time_shown()))
            try:
                await asyncio.wait_for(clock.changed.wait(), None if clock.speed == 0 else 1.0)
            except TimeoutError:
                continue
