"""Logs: whatever is logged, no token and no password leaves."""

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import redact, set_up_logs

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_012345"


@pytest.fixture(autouse=True)
def _put_logging_back() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_token_leaves_neither_in_a_message_nor_a_field_nor_a_traceback(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("INFO", log_format)
    log = logging.getLogger("anything")
    log.warning("asked https://api.telegram.org/bot%s/getMe", TOKEN, extra={"address": f"/bot{TOKEN}/x"})
    log.error("failed", exc_info=RuntimeError(f"/bot{TOKEN}/sendMessage failed"))
    printed = capsys.readouterr().err
    assert "asked" in printed
    assert "RuntimeError" in printed
    assert TOKEN not in printed
    assert "AAF-" not in printed


def test_json_logs_are_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    logging.getLogger("feeds").info("polled", extra={"feed": "x", "new": 3})
    (line,) = capsys.readouterr().err.splitlines()
    event = json.loads(line)
    assert (event["event"], event["new"], event["level"]) == ("polled", 3, "info")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://bot:pa55@db/news", "postgresql://bot:***@db/news"),
        ("postgresql://bot:p@ss/w:rd@db/news", "postgresql://bot:***@db/news"),
        ("postgresql://db/news?user=bot&password=pa55&x=1", "postgresql://db/news?user=bot&password=***&x=1"),
        ("host=db password='pa 55' user=bot", "host=db password=*** user=bot"),
        ("http://a.example:8080/@b and me@a.example", "http://a.example:8080/@b and me@a.example"),
    ],
)
def test_passwords_of_databases_are_hidden(address: str, shown: str) -> None:
    assert redact(address) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://127.0.0.1:1/bot42:short/getMe", "http://127.0.0.1:1/bot***/getMe"),
        (f"url=%2Fbot{TOKEN.replace(':', '%3A')}%2FgetMe", "url=%2Fbot***%2FgetMe"),
        ("https://feeds.example/bottles/2025:11:24", "https://feeds.example/bottles/2025:11:24"),
    ],
)
def test_a_token_is_hidden_however_it_stands_in_an_address(text: str, shown: str) -> None:
    assert redact(text) == shown


def test_libraries_tell_nothing_of_what_people_follow_even_at_debug(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("DEBUG", "text")
    logging.getLogger("aiosqlite").debug("executing INSERT INTO subscription VALUES (5, 'KR-TR')")
    assert "KR-TR" not in capsys.readouterr().err
