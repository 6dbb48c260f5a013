"""What control calls bring along, checked field by field; what is wrong is said in a sentence."""

import json
from collections.abc import Mapping
from typing import TypeGuard

from aiohttp import web

from sandbox.wire import Json

LARGEST = 256 * 2**10


class Said(Exception):  # noqa: N818 -- a refusal with its sentence
    """A control call that is not carried out: the status and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        """Take both."""
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class Body:
    """A JSON object of which each field is asked for once by its type."""

    def __init__(self, given: Mapping[str, Json], known: frozenset[str]) -> None:
        """Take what was given; fields that are not known are refused."""
        for name in given:
            if name not in known:
                raise Said(400, f'There is no field "{name}" here; there are {", ".join(sorted(known))}.')
        self._given = given

    def __contains__(self, name: str) -> bool:
        """Whether a field was given (null counts)."""
        return name in self._given

    def given(self, name: str, value: str) -> bool:
        """Whether a field was given just this value."""
        return self._given.get(name) == value

    def text(self, name: str, *, longest: int = 8192) -> str:
        """A string that must be there."""
        value = self._given.get(name)
        if not isinstance(value, str):
            raise Said(400, f'"{name}" must be a string.')
        if len(value) > longest:
            raise Said(400, f'"{name}" is longer than {longest} characters.')
        return value

    def number(self, name: str) -> int | None:
        """An integer, None where it was not given or is null."""
        value = self._given.get(name)
        if value is None:
            return None
        if not is_number(value):
            raise Said(400, f'"{name}" must be a whole number.')
        return value

    def measure(self, name: str) -> float | None:
        """A number that is not negative, None where it was not given or is null."""
        value = self._given.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise Said(400, f'"{name}" must be a number, 0 or more.')
        return float(value)

    def flag(self, name: str) -> bool:
        """A boolean, false where it was not given."""
        value = self._given.get(name, False)
        if not isinstance(value, bool):
            raise Said(400, f'"{name}" must be true or false.')
        return value

    def numbers(self, name: str) -> list[int]:
        """A list of integers."""
        value = self._given.get(name)
        if not isinstance(value, list) or not all(map(is_number, value)):
            raise Said(400, f'"{name}" must be a list of whole numbers.')
        return [item for item in value if isinstance(item, int)]


def is_number(value: Json) -> TypeGuard[int]:
    """Whether a value is a whole number that JSON carries everywhere."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53


async def read_body(request: web.BaseRequest, *known: str) -> Body:
    """Read the JSON object of a control call. Raises Said."""
    if request.content_length is not None and request.content_length > LARGEST:
        raise Said(413, f"A control call takes at most {LARGEST} bytes.")
    content = bytearray()
    while chunk := await request.content.readany():
        content += chunk
        if len(content) > LARGEST:
            raise Said(413, f"A control call takes at most {LARGEST} bytes.")
    try:
        given = json.loads(bytes(content) or b"{}")
    except (ValueError, RecursionError):
        raise Said(400, "The body is no JSON.") from None
    if not isinstance(given, dict):
        raise Said(400, "The body must be a JSON object.")
    return Body(given, frozenset(known))
