"""What people see of the bot before they write to it: its menu of commands and its descriptions, in each language."""

import logging
from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.telegram.redaction import redacted
from handlers.contract import Command
from locales.phrases import LANGUAGES, say

log = logging.getLogger(__name__)

DEFAULT = LANGUAGES[0]


async def set_menus(bot: Bot, commands: Sequence[Command], operators: frozenset[int]) -> None:
    """Tell Telegram the menu and the descriptions; a server that will not have them costs no answer."""
    try:
        for language in LANGUAGES:
            await _set(bot, commands, operators, language)
    except TelegramError as error:
        log.warning("the menu could not be set: %s", redacted(error.message))


async def _set(bot: Bot, commands: Sequence[Command], operators: frozenset[int], language: str) -> None:
    code = None if language == DEFAULT else language
    open_to_all = menu(commands, language, operator=False)
    await bot.set_my_description(say(language, "menu.description"), code)
    await bot.set_my_short_description(say(language, "menu.short_description"), code)
    for scope in (BotCommandScopeDefault(), BotCommandScopeAllGroupChats()):
        await bot.set_my_commands(open_to_all, scope, code)
    for person in sorted(operators):
        await bot.set_my_commands(menu(commands, language, operator=True), BotCommandScopeChat(person), code)


def menu(commands: Sequence[Command], language: str, *, operator: bool) -> list[BotCommand]:
    """List the commands with one short line each, those of operators for operators alone."""
    shown = [command for command in commands if command.listed and (operator or not command.operators_only)]
    return [BotCommand(command.name, say(language, f"menu.{command.name}")) for command in shown]
