"""What people see of the bot before they write to it."""

import pytest

from bot.telegram.menus import menu
from handlers.registry import COMMANDS
from locales.phrases import LANGUAGES, say


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_has_one_short_line_in_each_language(language: str) -> None:
    lines = {entry.command: entry.description for entry in menu(COMMANDS, language, operator=True)}
    assert list(lines) == [command.name for command in COMMANDS if command.listed]
    assert all(1 <= len(line) <= 64 for line in lines.values()), lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_descriptions_are_as_long_as_telegram_takes(language: str) -> None:
    assert 1 <= len(say(language, "menu.description")) <= 512
    assert 1 <= len(say(language, "menu.short_description")) <= 120


def test_commands_of_operators_are_in_nobody_elses_menu() -> None:
    assert "stats" not in {entry.command for entry in menu(COMMANDS, "en", operator=False)}
