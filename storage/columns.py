"""Column types: how the shapes of the house lie in a row, the same on both databases."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""PostgreSQL takes no NUL, neither database a lone surrogate; feeds send both."""

Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite gives out numbers by itself only where the type says INTEGER."""

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def microseconds(moment: datetime) -> int:
    """Count the microseconds since 1970; exact, as a float would not be."""
    return (moment - EPOCH) // MICROSECOND


class Direct(TypeDecorator[T]):
    """A type of ours: what it makes of a value is what the driver takes, so nothing else is asked on the way there."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[T | None], object]:
        """Lead straight to `process_bind_param`."""
        return partial(self.process_bind_param, dialect=dialect)


class Moment(Direct[datetime]):
    """An aware UTC datetime: microseconds since 1970 on SQLite, which so sorts them; `timestamptz` on PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[int]:
        """Choose the column's type."""
        return DateTime(timezone=True) if dialect.name == "postgresql" else BigInteger()

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | int | None:
        """Refuse a naive datetime: nobody could tell what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a stored moment needs a zone: {value!r}")
        return value if dialect.name == "postgresql" else microseconds(value)

    def process_result_value(self, value: datetime | int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's interface)
        """Give it back in UTC."""
        if value is None:
            return None
        return EPOCH + value * MICROSECOND if isinstance(value, int) else value.astimezone(UTC)


class Seconds(Direct[timedelta]):
    """A stretch of time in whole seconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Round down to a second."""
        return None if value is None else int(value.total_seconds())

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:  # noqa: ARG002
        """Give it back as a timedelta."""
        return None if value is None else timedelta(seconds=value)


class Prose(Direct[str]):
    """Text from outside. What no database takes is replaced one for one, so that offsets still count right."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Replace what can't be stored."""
        return value if value is None or (value.isascii() and "\x00" not in value) else UNSTORABLE.sub("\ufffd", value)


class Strings(Direct[tuple[str, ...]]):
    """A few strings, as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write an array; ASCII, so that any string can be stored."""
        return None if value is None else json.dumps(value) if value else "[]"

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """Read an array."""
        return None if value is None else () if value == "[]" else tuple(json.loads(value))


class Integers(Direct[tuple[int, ...]]):
    """A few numbers, as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write an array."""
        return None if value is None else json.dumps(value) if value else "[]"

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...] | None:  # noqa: ARG002
        """Read an array."""
        return None if value is None else () if value == "[]" else tuple(json.loads(value))


class OneOf(Direct[E], Generic[E]):
    """A member of a closed set, stored as its word: a set that grows needs no migration."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[E]) -> None:
        """Take the set."""
        super().__init__()
        self.members = members

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the word."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002
        """Find the member."""
        return None if value is None else self.members(value)
