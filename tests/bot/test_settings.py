"""Settings: every fault at once, no secret shown, and three places that tell the same."""

import re
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_all_faults_are_named_at_once_and_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hunter2")
    monkeypatch.setenv("DATABASE_URL", "mysql://admin:hunter2@db/news")
    monkeypatch.setenv("HTTP_PORT", "99999")
    monkeypatch.setenv("OPERATORS", "1,somebody")
    monkeypatch.setenv("FEEDS", "/nowhere/feeds.opml")
    monkeypatch.setenv("LOG_LEVEL", "chatty")
    with pytest.raises(BadSettings) as caught:
        load_settings(None)
    named = {fault.split(":")[0] for fault in caught.value.faults}
    assert named == {"TELEGRAM_BOT_TOKEN", "DATABASE_URL", "HTTP_PORT", "OPERATORS", "FEEDS", "LOG_LEVEL"}
    assert "hunter2" not in str(caught.value)


def test_a_file_sets_what_the_environment_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = tmp_path / ".env"
    env.write_text("OPERATORS=7, 8\nHTTP_PORT=9000\nTELEGRAM_BOT_TOKEN=\n", encoding="utf-8")
    monkeypatch.setenv("HTTP_PORT", "9001")
    settings = load_settings(env)
    assert settings.operators == {7, 8}
    assert settings.http_port == 9001
    assert settings.telegram_bot_token is None


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:AAhunter2")
    assert "hunter2" not in repr(load_settings(None))


def test_the_example_the_readme_and_the_class_name_the_same_settings() -> None:
    names = {name.upper() for name in Settings.model_fields}
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    readme = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert example == names
    assert readme == names


def test_the_example_can_be_used_as_it_stands() -> None:
    settings = load_settings(ROOT / ".env.example")
    assert settings == load_settings(None)
