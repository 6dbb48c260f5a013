"""All settings, from the environment or `.env`: every fault named at once, secrets never shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"

LONGEST_SECRET = 256
"""Characters, as Telegram has it for `secret_token`."""

DATABASES = ("sqlite:", "sqlite+", "postgresql:", "postgresql+", "postgres:")

DATABASE_FILES = {"run": "dragoman.db", "sandbox": "sandbox.db"}
"""Where each house keeps its database unless DATABASE_URL says otherwise: the two never share one."""


class Settings(BaseSettings):
    """What an operator may set; the README's table, `.env.example` and this class tell the same, held so by a test."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = Field(None, description="the token that @BotFather gave; none: the sandbox")
    telegram_api_url: str = Field(TELEGRAM, description="any Bot API server")
    webhook_url: str | None = Field(None, description="public https address of this bot; none: long polling")
    webhook_secret: SecretStr | None = Field(
        None, description="1-256 of A-Z a-z 0-9 _ -; none: one is made up at each start"
    )
    database_url: SecretStr | None = Field(
        None, description="sqlite:///… or postgresql://…; none: dragoman.db (run) or sandbox.db (sandbox)"
    )
    feeds: str | None = Field(
        None, description="OPML or CSV file that replaces the default list of feeds; +path extends it"
    )
    allow_private_feeds: bool = Field(default=False, description="let feeds come from private addresses")
    operators: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids that may ask /stats, separated by commas"
    )
    http_host: str = Field("127.0.0.1", description="address that health, metrics and webhook listen on")
    http_port: int = Field(8080, ge=0, le=65535, description="port of health, metrics and webhook; 0: none")
    sandbox_port: int = Field(8081, ge=0, le=65535, description="port of the sandbox's page; 0: any free one")
    retention_days: int = Field(365, ge=7, le=3650, description="days after which texts of reports are removed")
    polls_at_once: int = Field(64, ge=1, le=512, description="feeds fetched at the same time")
    workers: int = Field(2, ge=1, le=64, description="processes that parse and read")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_format: str = Field("text", description="text for people, json for machines")

    @field_validator("operators", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        return frozenset(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("telegram_bot_token", mode="after")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            number, _, secret = value.get_secret_value().partition(":")
            if not (number.isdigit() and secret):
                raise ValueError("a token looks like 123456:ABC-DEF…")
        return value

    @field_validator("telegram_api_url", "webhook_url", mode="after")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("an address begins with https:// (or http:// on your own machine)")
        return value.rstrip("/") if value else value

    @field_validator("webhook_secret", mode="after")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            text = value.get_secret_value()
            if len(text) > LONGEST_SECRET or not all(c.isascii() and (c.isalnum() or c in "_-") for c in text):
                raise ValueError("1-256 characters out of A-Z a-z 0-9 _ -")
        return value

    @field_validator("database_url", mode="after")
    @classmethod
    def _database(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not value.get_secret_value().startswith(DATABASES):
            raise ValueError("a database is sqlite:///path or postgresql://user@host/name")
        return value

    @field_validator("feeds", mode="after")
    @classmethod
    def _feeds(cls, value: str | None) -> str | None:
        if value is not None and not Path(value.removeprefix("+")).is_file():
            raise ValueError("there is no such file")
        if value is not None:
            _seen_as_list(Path(value.removeprefix("+")))
        return value

    @field_validator("log_level", mode="after")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("one of DEBUG, INFO, WARNING, ERROR")
        return value.upper()

    @field_validator("log_format", mode="after")
    @classmethod
    def _format(cls, value: str) -> str:
        if value not in {"text", "json"}:
            raise ValueError("text or json")
        return value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.webhook_url and not self.http_port:
            raise ValueError("WEBHOOK_URL needs HTTP_PORT: Telegram's calls arrive there")
        return self


def database_of(settings: Settings, house: str) -> str:
    """The address of a house's database: the one that is set, else a file of its own."""
    return settings.database_url.get_secret_value() if settings.database_url else f"sqlite:///{DATABASE_FILES[house]}"


def _seen_as_list(path: Path) -> None:
    """Raise ValueError where a file is no list of feeds, so that this is named with all other faults."""
    from feeds.catalogue import read_catalogue  # noqa: PLC0415  # loaded only where FEEDS is set
    from feeds.opml import BadFeedListError  # noqa: PLC0415

    try:
        read_catalogue(path)
    except BadFeedListError as error:
        raise ValueError(str(error)) from None


class BadSettings(Exception):  # noqa: N818  # its name is what it tells
    """Some settings can't be used; one line a fault, without the values."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault, `NAME: what is wrong`."""
        self.faults = faults
        super().__init__("\n".join(faults))


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment and the file; raises BadSettings with all faults at once, no value of a secret in it."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings takes it, its types do not say so
    except ValidationError as error:
        faults = error.errors(include_input=False)
        told = (_fault(fault["loc"], fault["type"], fault["msg"], fault.get("ctx", {})) for fault in faults)
        raise BadSettings(tuple(dict.fromkeys(told))) from None


PLAIN = {
    "int_parsing": "whole numbers only",
    "bool_parsing": "true or false",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}
"""What pydantic finds, said as this program says it."""


def _fault(where: tuple[int | str, ...], kind: str, what: str, context: Mapping[str, object]) -> str:
    name = str(where[0]).upper() if where else "settings"
    plain = PLAIN[kind].format_map(context) if kind in PLAIN else what.removeprefix("Value error, ")
    return f"{name}: {plain}"
