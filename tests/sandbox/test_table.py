"""The table of the Bot API is the one that `make telegram-table` writes."""

import json
import runpy
from pathlib import Path

import pytest

from sandbox.api.methods import SERVED
from sandbox.api.parameters import TABLE
from sandbox.api.table import METHODS, TYPES

ROOT = Path(__file__).parents[2]


@pytest.mark.shared
def test_the_table_is_what_the_description_of_the_bot_api_says(shared: Path) -> None:
    api = json.loads((shared / "telegram-bot-api.json").read_text(encoding="utf-8"))
    table = runpy.run_path(str(ROOT / "workshop" / "telegram_table.py"))["table"]
    assert (ROOT / "sandbox" / "api" / "table.py").read_text(encoding="utf-8") == table(api)


def test_every_method_that_is_served_stands_in_the_table() -> None:
    assert set(SERVED) <= set(METHODS)
    assert len(METHODS) == 180
    assert all(name.lower() in TABLE for name in METHODS)


def test_the_table_tells_types_and_what_is_required() -> None:
    assert METHODS["deleteMessage"] == "chat_id!:Integer|String message_id!:Integer"
    assert TYPES["CopyTextButton"] == "text!:String"
    assert TYPES["BotCommandScopeChat"] == "type!:String=chat chat_id!:Integer|String"
