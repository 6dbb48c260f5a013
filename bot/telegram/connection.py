"""How the bot finds its Bot API server, and what it does while that can't be reached."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol
from urllib.parse import urlsplit

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram.http import AiohttpRequest
from bot.telegram.lean_bot import LeanBot
from bot.telegram.redaction import redacted

log = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 30.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class TelegramAccess(Protocol):
    """Which Bot API server the bot speaks to, and how."""

    @property
    def token(self) -> str:
        """What BotFather gave."""

    @property
    def api_url(self) -> str:
        """Any Bot API server, without a slash at the end."""

    @property
    def webhook_url(self) -> str | None:
        """Where Telegram brings updates to; None: long polling."""

    @property
    def webhook_secret(self) -> str | None:
        """What a webhook call must carry."""


REFUSED = "The Bot API server does not know this token: ask @BotFather for a new one, or see TELEGRAM_BOT_TOKEN."


START_REFUSED = "The Bot API server refuses to begin: {} (see WEBHOOK_URL, WEBHOOK_SECRET and TELEGRAM_API_URL)."


class StartRefusedError(Exception):
    """The Bot API server will not let the bot begin; the message is a sentence for the operator."""


class TokenRefusedError(StartRefusedError):
    """The Bot API server does not know the token."""


async def who_am_i(token: str, api_url: str) -> str:
    """Ask a Bot API server for the bot's username; raises TokenRefusedError, or ConnectionError with a sentence."""
    bot = bot_at(token, api_url)
    try:
        async with bot:
            return bot.username
    except InvalidToken:
        raise TokenRefusedError(REFUSED) from None
    except TelegramError as error:
        raise ConnectionError(f"the Bot API server can't be reached: {redacted(error.message)}") from None


def bot_at(token: str, api_url: str) -> LeanBot:
    """Make the bot of a token at a server; nothing is asked yet."""
    server = api_url.rstrip("/")
    return LeanBot(
        token,
        f"{server}/bot",
        f"{server}/file/bot",
        request=_request(server),
        get_updates_request=_request(server),
    )


def _request(api_url: str) -> AiohttpRequest:
    """Make a pool of connections; a server on this machine is never asked through a proxy."""
    return AiohttpRequest(proxies_from_environment=urlsplit(api_url).hostname not in LOOPBACK)


async def until_reached(action: Callable[[], Awaitable[object]]) -> None:
    """Do something that needs the server, again and again until it can be reached."""
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            await action()
        except InvalidToken:
            raise TokenRefusedError(REFUSED) from None  # the library's own sentence has the token in it
        except BadRequest as error:
            raise StartRefusedError(START_REFUSED.format(redacted(error.message))) from None
        except (NetworkError, RetryAfter) as error:
            log.warning("the Bot API server can't be reached; trying again in %g s: %s", pause, redacted(error.message))
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        else:
            return
