"""The Telegram door: updates come in by long polling or webhook, answers go out, and briefings through `send`.

Update ─▶ in order within its chat ─▶ Request ─▶ handlers ─▶ Reply ─▶ parts ─▶ gate ─▶ Telegram
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import Conflict, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes, TypeHandler

from bot.delivery.courier import Courier
from bot.delivery.gate import Gate
from bot.delivery.message import Outgoing
from bot.delivery.pace import Urgency
from bot.telegram.answers import Answer, Answers
from bot.telegram.connection import TelegramAccess, TokenRefusedError, bot_at, until_reached, who_am_i
from bot.telegram.errors import Outcome
from bot.telegram.in_order import CountedQueue, InOrder
from bot.telegram.incoming import Me
from bot.telegram.menus import set_menus
from bot.telegram.redaction import redacted
from bot.telegram.routing import Router
from bot.telegram.sending import Sender
from bot.telegram.standing import Standings
from handlers.contract import Command, Services
from handlers.registry import COMMANDS

__all__ = ["TelegramDoor", "TokenRefusedError", "who_am_i"]

log = logging.getLogger(__name__)

UPDATES = ("message", "channel_post", "callback_query", "my_chat_member")
POLL_SECONDS = 30
LAST_POLL_SECONDS, LAST_ANSWERS_SECONDS = 1.0, 1.5
WEBHOOK_PATH = "/telegram"


class TelegramDoor:
    """The bot in Telegram."""

    def __init__(
        self,
        services: Services,
        answer: Answer,
        access: TelegramAccess,
        gate: Gate,
        answered: Callable[[str, float], None] = lambda _, __: None,
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        """Take the house, who answers, the server, the gate that all messages pass, and who counts answers."""
        self._services = services
        self._answer = answer
        self._access = access
        self._gate = gate
        self._answered = answered
        self._commands = commands
        self._queue = CountedQueue()
        self._in_order = InOrder()
        self._bot = bot_at(access.token, access.api_url)
        self._app = (
            ApplicationBuilder()
            .bot(self._bot)
            .update_queue(self._queue)
            .concurrent_updates(self._in_order)
            .job_queue(None)
            .build()
        )
        self._sender = Sender(self._bot, services.storage, services.now)
        self._router: Router | None = None
        self._menus: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether an update came in that is not answered yet."""
        return self._queue.under_way > 0

    async def send(self, message: Outgoing) -> Outcome:
        """Try once to send a message, past the gate; whatever goes wrong comes back as a value."""
        return await self._sender.send(message)

    async def start(self) -> None:
        """Introduce the bot and take updates from now on; raises TokenRefusedError where nobody knows it."""
        await until_reached(self._app.initialize)
        self._router = self._routed()
        self._app.add_handler(TypeHandler(Update, self._take))
        await self._app.start()
        self._menus = asyncio.create_task(set_menus(self._bot, self._commands, self._services.operators))
        if self._access.webhook_url:
            await until_reached(self._set_webhook)
        elif self._app.updater is not None:
            await self._app.updater.start_polling(
                timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=UPDATES, error_callback=_polling_stumbled
            )

    async def stop(self) -> None:
        """Take no more updates, finish the answers under way within two or three seconds, and hang up."""
        if self._menus is not None:
            self._menus.cancel()
        if self._app.updater is not None and self._app.updater.running:
            await _within(LAST_POLL_SECONDS, self._app.updater.stop)
        if self._app.running and not await _within(LAST_ANSWERS_SECONDS, self._app.stop):
            self._gate.close(Urgency.REPLY)
            await self._in_order.give_up()
        await self._app.shutdown()
        await self._bot.hang_up()

    async def handle_webhook(self, body: dict[str, object], secret: str) -> bool:
        """Take an update that Telegram brings; False where the secret is not the one we gave."""
        expected = self._access.webhook_secret or ""
        if not expected or not hmac.compare_digest(secret.encode("utf-8", "surrogateescape"), expected.encode()):
            return False
        try:
            update = Update.de_json(body, self._bot)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError):  # the last two: of dates
            log.warning("an update that can't be read")
            return True
        await self._queue.put(update)
        return True

    def _routed(self) -> Router:
        """Put together what deals with updates, now that the bot's name is known."""
        me = Me(self._bot.id, self._bot.username)
        services = replace(self._services, bot_name=me.username)
        courier = Courier(services, self.send, self._gate)
        answers = Answers(self._bot, services, self._answer, courier)
        return Router(me, self._commands, services, answers, Standings(self._bot), self._answered)

    async def _take(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if self._router is not None:
            await self._router.take(update)

    async def _set_webhook(self) -> None:
        url = self._access.webhook_url or ""
        whole = url if urlsplit(url).path.strip("/") else url.rstrip("/") + WEBHOOK_PATH
        await self._bot.set_webhook(whole, allowed_updates=UPDATES, secret_token=self._access.webhook_secret)


async def _within(seconds: float, action: Callable[[], Awaitable[None]]) -> bool:
    """Tell whether something came to an end in time."""
    try:
        async with asyncio.timeout(seconds):
            await action()
    except TimeoutError:
        return False
    return True


def _polling_stumbled(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        log.error("another program takes this bot's updates: %s", redacted(error.message))
    else:
        log.warning("asking for updates failed and goes on: %s", redacted(error.message))
