"""Structured logs: one event a line, for people or for machines, and never a token in any of them."""

import logging
import re
import sys
from collections.abc import MutableMapping

import structlog

TOKEN = re.compile(r"(?<!\d)\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}|(?<=/bot)\d+(?::|%3A)[^/\s'\"]+", re.IGNORECASE)
"""As BotFather gives them; where it stands in an address, whatever another Bot API server takes for one."""
CREDENTIALS = re.compile(r"(://[^/\s:@]*):(?!\d{1,5}(?:[/?#]|$))[^\s'\"]+@")
"""A password may hold slashes and at signs, so that it reaches to the last at sign; a port is none."""
PASSWORD = re.compile(r"(password=)(?:'[^']*'|\"[^\"]*\"|[^&\s'\"]+)", re.IGNORECASE)
LOUD = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "alembic", "aiosqlite")
"""Libraries that say at INFO what only a developer wants to know; httpx even writes addresses that hold the token, and
aiosqlite at DEBUG all that people follow."""


def redact(text: str) -> str:
    """Take bot tokens and database passwords out of a text."""
    return PASSWORD.sub(r"\1***", CREDENTIALS.sub(r"\1:***@", TOKEN.sub("***", text)))


def _redacted(_: object, __: str, event: MutableMapping[str, object]) -> MutableMapping[str, object]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = redact(value)
    return event


class _Redacting(logging.Formatter):
    """The last thing a line passes: even a traceback leaves without secrets."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._inner.format(record))


def set_up_logs(level: str, log_format: str) -> None:
    """Send all logs, the libraries' too, to standard error as text or JSON."""
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _redacted,
    ]
    last: structlog.types.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    finish: list[structlog.types.Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        last,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=finish)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(formatter))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
