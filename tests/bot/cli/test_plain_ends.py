"""What a person can mend is one sentence and status 2 at the terminal, never a traceback."""

import json
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import app
from bot.settings import Settings

HTML = "<html><body>no list, no feed</body></html>"


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def called(*words: str, **settings: str) -> Result:
    return CliRunner().invoke(app, list(words), env=settings)


def test_a_list_of_feeds_that_is_none_is_named_with_the_other_faults(tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(HTML, encoding="utf-8")
    for command in ("run", "sandbox", "poll", "check"):
        ended = called(command, FEEDS="list.opml", OPERATORS="somebody", HTTP_PORT="99999")
        assert ended.exit_code == 2
        assert "FEEDS: list.opml is no list of feeds: its first element is <html>, not <opml>" in ended.output
        assert "OPERATORS: whole numbers only" in ended.output
        assert "HTTP_PORT: at most 65535" in ended.output


def test_a_file_without_items_is_not_replayed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, encoding="utf-8")
    ended = called("sandbox", "--replay", "page.html", "--port", "0")
    assert (ended.exit_code, type(ended.exception)) == (2, SystemExit)
    assert "page.html has no items that could be replayed." in ended.output


def test_a_moment_that_is_none_is_named_by_its_option(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, encoding="utf-8")
    ended = called("sandbox", "--replay", "page.html", "--from", "yesterday")
    assert ended.exit_code == 2
    assert "--from yesterday: a moment looks like 2025-11-25T08:00:00Z." in ended.output


@pytest.mark.parametrize("text", ["", "  ", "x" * 4097])
def test_a_message_that_nobody_could_send_is_not_asked(text: str) -> None:
    ended = called("ask", text)
    assert ended.exit_code == 2
    assert "A message has 1 to 4096 characters" in ended.output


def test_a_port_in_use_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = called("sandbox", "--alone", "--port", str(taken.getsockname()[1]))
    assert ended.exit_code == 2
    assert "The port is in use" in ended.output


def test_resolving_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    (tmp_path / "names.jsonl").write_text('nonsense\n{"id": "1", "text": "turkey korea"}\n', encoding="utf-8")
    ended = called("resolve", "names.jsonl")
    bad, good = (json.loads(line) for line in ended.stdout.splitlines())
    assert (ended.exit_code, list(bad), good["countries"]) == (0, ["error"], ["TR", "KR"])
