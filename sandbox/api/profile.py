"""Methods by which the bot says who it is: its name, its texts, its menus."""

import re

from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram
from sandbox.wire import Json, JsonObject
from sandbox.world.profile import Commands, spoken

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MOST_COMMANDS = 100
LONGEST_COMMAND, LONGEST_DESCRIPTION = 32, 256
LONGEST_NAME, LONGEST_ABOUT, LONGEST_SHORT = 64, 512, 120
PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def set_my_commands(telegram: Telegram, call: Call) -> Json:
    """SetMyCommands: the menu of a scope and language."""
    key = (scope_of(telegram, call), language_of(call))
    items = call.array("commands")
    if len(items) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = tuple(command_of(item) for item in items)
    telegram.world.profile.commands[key] = commands
    tell(telegram, *key, commands)
    return True


def get_my_commands(telegram: Telegram, call: Call) -> Json:
    """GetMyCommands: the menu that was set for exactly this scope and language."""
    commands = telegram.world.profile.commands.get((scope_of(telegram, call), language_of(call)), ())
    return [{"command": command, "description": text} for command, text in commands]


def delete_my_commands(telegram: Telegram, call: Call) -> Json:
    """DeleteMyCommands: that menu no more."""
    key = (scope_of(telegram, call), language_of(call))
    telegram.world.profile.commands.pop(key, None)
    tell(telegram, *key, ())
    return True


def command_of(item: Json) -> tuple[str, str]:
    """Read a `BotCommand`; raises Refused."""
    if not isinstance(item, dict):
        raise bad("can't parse BotCommand: expected an Object")
    found: list[str] = []
    for name in ("command", "description"):
        value = item.get(name)
        if value is None:
            raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
        if not isinstance(value, str):
            raise bad(f'can\'t parse BotCommand: Field "{name}" must be of type String')
        found.append(value.strip())
    command, description = found[0].removeprefix("/"), found[1]
    if not command or not description:
        raise bad("command must be non-empty" if not command else "command description must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad(f"command length must not exceed {LONGEST_COMMAND}")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    if COMMAND.fullmatch(command) is None:
        raise bad("BOT_COMMAND_INVALID")
    return command, description


def scope_of(telegram: Telegram, call: Call) -> str:
    """The scope of a menu as one word; raises Refused."""
    scope = call.object("scope")
    if not scope:
        return "default"
    kind = scope.get("type")
    if isinstance(kind, str) and kind in PLAIN_SCOPES:
        return kind
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    try:
        chat = int(str(scope.get("chat_id") or ""))
    except ValueError:
        raise bad("can't parse BotCommandScope: chat_id is empty") from None
    if chat not in telegram.world.chats:
        raise bad("chat not found")
    if kind != "chat_member":
        return f"{kind}:{chat}"
    person = scope.get("user_id")
    if isinstance(person, bool) or not isinstance(person, int) or person <= 0:
        raise bad("can't parse BotCommandScope: invalid user_id specified")
    return f"chat_member:{chat}:{person}"


def language_of(call: Call) -> str:
    """The language a text or menu is for, empty for everybody else; raises Refused."""
    language = call.text("language_code")
    if LANGUAGE.fullmatch(language) is None:
        raise bad("invalid language code specified")
    return language


def set_my_name(telegram: Telegram, call: Call) -> Json:
    """SetMyName: the name in a language."""
    name = call.text("name")
    if len(name) > LONGEST_NAME:
        raise bad("BOT_TITLE_INVALID")
    return keep(telegram, telegram.world.profile.names, call, name)


def set_my_description(telegram: Telegram, call: Call) -> Json:
    """SetMyDescription: what stands in an empty chat."""
    return keep(telegram, telegram.world.profile.descriptions, call, fitting(call.text("description"), LONGEST_ABOUT))


def set_my_short_description(telegram: Telegram, call: Call) -> Json:
    """SetMyShortDescription: what stands on the profile."""
    text = fitting(call.text("short_description"), LONGEST_SHORT)
    return keep(telegram, telegram.world.profile.short_descriptions, call, text)


def fitting(text: str, longest: int) -> str:
    """A text that is not too long; raises Refused."""
    if len(text) > longest:
        raise bad("BOT_DESCRIPTION_INVALID" if longest == LONGEST_ABOUT else "BOT_SHORT_DESCRIPTION_INVALID")
    return text


def keep(telegram: Telegram, texts: dict[str, str], call: Call, text: str) -> Json:
    """Keep a text for a language; an empty one falls back to everybody's."""
    language = language_of(call)
    if text or (not language and texts is not telegram.world.profile.names):
        texts[language] = text
    elif language:
        texts.pop(language, None)
    tell(telegram, "", language, None)
    return True


def get_my_name(telegram: Telegram, call: Call) -> Json:
    """GetMyName: the name in a language."""
    return {"name": spoken(telegram.world.profile.names, language_of(call))}


def get_my_description(telegram: Telegram, call: Call) -> Json:
    """GetMyDescription: the description in a language."""
    return {"description": spoken(telegram.world.profile.descriptions, language_of(call))}


def get_my_short_description(telegram: Telegram, call: Call) -> Json:
    """GetMyShortDescription: the short description in a language."""
    return {"short_description": spoken(telegram.world.profile.short_descriptions, language_of(call))}


def set_chat_menu_button(telegram: Telegram, call: Call) -> Json:
    """SetChatMenuButton: what the button beside the field does; one for all chats here."""
    telegram.world.profile.menu_button = call.object("menu_button") or {"type": "default"}
    return True


def get_chat_menu_button(telegram: Telegram, call: Call) -> Json:
    """GetChatMenuButton: what it does."""
    del call
    return telegram.world.profile.menu_button


def tell(telegram: Telegram, scope: str, language: str, commands: Commands | None) -> None:
    """Tell those who look on that a menu or a text changed."""
    told: list[JsonObject] | None = None
    if commands is not None:
        told = [{"command": command, "description": text} for command, text in commands]
    telegram.world.events.tell("commands", lambda: {"scope": scope, "language": language, "commands": told})
