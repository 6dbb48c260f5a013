"""Who may change a group's settings: asked of Telegram only where it matters, and remembered for a minute."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from telegram import Bot, ChatMember
from telegram.error import TelegramError

from bot.telegram.redaction import redacted
from handlers.contract import ChatKind, Command, Request, Standing

log = logging.getLogger(__name__)

REMEMBERED_SECONDS = 60
MOST_REMEMBERED = 10_000


class Standings:
    """What people may do in groups."""

    def __init__(self, bot: Bot, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Nobody is known yet."""
        self._bot = bot
        self._monotonic = monotonic
        self._known: dict[tuple[int, int], tuple[float, Standing]] = {}

    async def told(self, request: Request, command: Command | None) -> Request:
        """Give a request its standing, where the command needs to know it."""
        if request.standing is Standing.ADMINISTRATOR or request.person is None or not _matters(request, command):
            return request
        return replace(request, standing=await self._of(request.chat, request.person))

    async def _of(self, chat: int, person: int) -> Standing:
        now = self._monotonic()
        asked_at, standing = self._known.get((chat, person), (float("-inf"), Standing.MEMBER))
        if now - asked_at <= REMEMBERED_SECONDS:
            return standing
        try:
            member = await self._bot.get_chat_member(chat, person)
        except TelegramError as error:
            log.warning("nobody could tell a standing: %s", redacted(error.message))
            return Standing.MEMBER
        rules = member.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR}
        standing = Standing.ADMINISTRATOR if rules else Standing.MEMBER
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        self._known[chat, person] = now, standing
        return standing


def _matters(request: Request, command: Command | None) -> bool:
    """Words that are no command may answer a question of ours about settings."""
    if request.chat_kind is ChatKind.PRIVATE:
        return False
    return not request.command or (command is not None and (command.changes_settings or command.asks_standing))
