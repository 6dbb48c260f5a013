"""How one value of a call is read by its type in the table; travelled as text or not."""

import json
from collections.abc import Callable

from sandbox.api.refusals import bad
from sandbox.wire import Json

Read = Callable[[str, Json], Json]


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
        return carried(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise bad(f"invalid {name} specified")


def carried(text: str) -> str:
    """A text that UTF-8 can carry; half a surrogate pair, which JSON can write, is refused."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    return text


def chat_id(name: str, value: Json) -> Json:
    """Read a number or a @username."""
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return carried(value)
    return integer(name, value)


def decoded(name: str, value: Json, kind: type[dict[str, Json]] | type[list[Json]]) -> Json:
    """Read JSON that may have travelled as text."""
    plain = False
    if isinstance(value, str):
        plain = "\\u" not in carried(value)  # without an escape it holds no half pair, which is most often so
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise bad(f"can't parse {WORDS.get(name, name)} JSON object") from None
    if not plain:
        carried(json.dumps(value, ensure_ascii=False))
    if not isinstance(value, kind):
        raise bad(EXPECTED.get(name) or f"{name} must be an {'Object' if kind is dict else 'Array'}")
    return value


WORDS = {"reply_markup": "reply keyboard markup", "commands": "commands", "media": "media"}
EXPECTED = {"reply_markup": "object expected as reply markup", "commands": "expected an Array of BotCommand"}


READERS: dict[str, Read] = {
    "Integer": integer,
    "Float": number,
    "Boolean": boolean,
    "String": string,
    "InputFile": string,
    "InputFile|String": string,
    "Integer|String": chat_id,
}


def reader(kinds: str) -> Read:
    """How a parameter of these types is read."""
    if kinds in READERS:
        return READERS[kinds]
    if kinds.startswith("["):
        return lambda name, value: decoded(name, value, list)
    return lambda name, value: decoded(name, value, dict)
