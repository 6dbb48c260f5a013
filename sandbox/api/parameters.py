"""What a call brought along, checked against the table of the Bot API."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.api.refusals import Refused, bad
from sandbox.api.table import METHODS
from sandbox.api.values import Read, reader
from sandbox.wire import Json, JsonObject

MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "there is no media in the request",
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
    "commands": "can't parse commands JSON object",
}
"""Telegram's words for a required parameter that is missing; others are told by their name."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a method, and how it is read."""

    name: str
    required: bool
    read: Read


@dataclass(slots=True)
class Call:
    """A call of a method with its parameters read by the table."""

    method: str
    given: Mapping[str, Json]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string, empty where it was not given."""
        value = self.given.get(name)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def number(self, name: str) -> int | None:
        """An integer, None where it was not given."""
        value = self.given.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: str) -> bool:
        """A boolean, false where it was not given."""
        return self.given.get(name) is True

    def object(self, name: str) -> JsonObject:
        """An object, empty where it was not given."""
        value = self.given.get(name)
        return value if isinstance(value, dict) else {}

    def array(self, name: str) -> list[Json]:
        """An array, empty where it was not given."""
        value = self.given.get(name)
        return value if isinstance(value, list) else []


def parameters(told: str) -> dict[str, Parameter]:
    """Read a row of the table."""
    found: dict[str, Parameter] = {}
    for item in told.split():
        name, kinds = item.split(":", 1)
        plain = name.removesuffix("!")
        found[plain] = Parameter(plain, plain != name, reader(kinds))
    return found


TABLE = {name.lower(): (name, parameters(told)) for name, told in METHODS.items()}
REQUIRED = {name: tuple(item.name for item in row.values() if item.required) for name, row in TABLE.values()}


def read_call(method: str, raw: Mapping[str, Json], files: Mapping[str, Upload]) -> Call:
    """Check and read what came with a call; parameters that Telegram does not know are passed over. Raises Refused."""
    entry = TABLE.get(method.lower())
    if entry is None:
        raise Refused(404, "Not Found: method not found")
    name, row = entry
    given: dict[str, Json] = {}
    for key, value in raw.items():
        parameter = row.get(key)
        if parameter is not None and value is not None:
            given[key] = parameter.read(key, value)
    for key in REQUIRED[name]:
        if given.get(key) in (None, "") and key not in files:
            raise bad(MISSING.get(key, f'parameter "{key}" is required'))
    return Call(name, given, files)
