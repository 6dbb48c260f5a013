"""What a call brought along, checked against the table of the Bot API."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sandbox.api.refusals import Refused, bad
from sandbox.api.table import METHODS
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

Read = Callable[[str, Json], Json]


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


def integer(name: str, value: Json) -> Json:
    """Read an integer, also one that was written as text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            pass
    raise bad(f"invalid {name} specified")


def number(name: str, value: Json) -> Json:
    """Read a number."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    try:
        return float(str(value))
    except ValueError:
        raise bad(f"invalid {name} specified") from None


def boolean(name: str, value: Json) -> Json:
    """Read a boolean: true, yes or 1, in any case, as Telegram does; false, no and 0."""
    if isinstance(value, bool):
        return value
    match str(value).strip().lower():
        case "true" | "yes" | "1":
            return True
        case "false" | "no" | "0" | "":
            return False
        case _:
            raise bad(f"invalid {name} specified")


def string(name: str, value: Json) -> Json:
    """Read a string; a number is taken as it is written, anything else is refused."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise bad(f"invalid {name} specified")


def chat_id(name: str, value: Json) -> Json:
    """Read a number or a @username."""
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return value
    return integer(name, value)


def decoded(name: str, value: Json, kind: type[dict[str, Json]] | type[list[Json]]) -> Json:
    """Read JSON that may have travelled as text."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad(f"can't parse {WORDS.get(name, name)} JSON object") from None
    if not isinstance(value, kind):
        raise bad(EXPECTED.get(name) or f"{name} must be an {'Object' if kind is dict else 'Array'}")
    return value


WORDS = {"reply_markup": "reply keyboard markup", "commands": "commands", "media": "media"}
EXPECTED = {"reply_markup": "object expected as reply markup", "commands": "expected an Array of BotCommand"}


def reader(kinds: str) -> Read:
    """How a parameter of these types is read."""
    match kinds.split("|"):
        case ["Integer"]:
            return integer
        case ["Float"]:
            return number
        case ["Boolean"]:
            return boolean
        case ["String"] | ["InputFile", "String"] | ["InputFile"]:
            return string
        case ["Integer", "String"]:
            return chat_id
        case [first, *_] if first.startswith("["):
            return lambda name, value: decoded(name, value, list)
        case _:
            return lambda name, value: decoded(name, value, dict)


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
