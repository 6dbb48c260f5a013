"""JSON as it travels: the type of what goes over the wire, and how it is written."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = Mapping[str, Json]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def in_bytes(value: Json) -> bytes:
    """Write a value as compact JSON; half a surrogate pair, which UTF-8 cannot carry, is escaped."""
    try:
        return _encode(value).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def iso(moment: datetime) -> str:
    """Write a moment as ISO 8601 in UTC, with microseconds only where there are some."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
