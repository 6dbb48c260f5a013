"""Write `sandbox/api/table.py` from the published description of the Bot API: `telegram_table.py API.json TABLE.py`."""

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

WIDTH, ONE_LINE = 112, 105
CONSTANT = re.compile(r"must be \*?([a-z_0-9]+)\*?|always [“\"]([a-z_0-9]+)[”\"]")


def short(kind: str) -> str:
    """`Array of Array of String` → `[[String]]`."""
    inner = kind.removeprefix("Array of ")
    return kind if inner == kind else f"[{short(inner)}]"


def field(item: dict) -> str:
    """Tell a parameter as `name!:Integer|String`, with `=constant` where a type's kind is fixed."""
    constant = CONSTANT.search(item["description"]) if item["name"] in {"type", "source"} else None
    value = next(filter(None, constant.groups())) if constant else ""
    kinds = "|".join(short(kind) for kind in item["types"])
    return f"{item['name']}{'!' if item['required'] else ''}:{kinds}{f'={value}' if value else ''}"


def told(thing: dict) -> str:
    """Tell a method's parameters or a type's fields in one line."""
    if "subtypes" in thing:
        return "one of " + "|".join(thing["subtypes"])
    return " ".join(field(item) for item in thing.get("fields", ()))


def reached(api: dict) -> Iterator[str]:
    """Name every type that a parameter can lead to, in the order of the alphabet."""
    seen: set[str] = set()
    left = [kind for method in api["methods"].values() for item in method.get("fields", ()) for kind in item["types"]]
    while left:
        kind = left.pop().replace("Array of ", "")
        if kind in seen or kind not in api["types"]:
            continue
        seen.add(kind)
        thing = api["types"][kind]
        left.extend(thing.get("subtypes", ()))
        left.extend(name for item in thing.get("fields", ()) for name in item["types"])
    yield from sorted(seen)


def rows(name: str, told_by_name: dict[str, str]) -> Iterator[str]:
    """Write one dictionary of the table."""
    yield f"{name}: dict[str, str] = {{"
    for key, text in told_by_name.items():
        lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= 1 and len(text) + len(key) < ONE_LINE:
            yield f'    "{key}": "{text}",'
            continue
        yield f'    "{key}": ('
        yield from (f'        "{line}{"" if line is lines[-1] else " "}"' for line in lines)
        yield "    ),"
    yield "}"


def table(api: dict) -> str:
    """The whole text of the table."""
    methods = {name: told(method) for name, method in sorted(api["methods"].items())}
    types = {name: told(api["types"][name]) for name in reached(api)}
    head = f'''"""Methods of Telegram's Bot API and what they take. Written by `make telegram-table`; do not edit.

`name!:Integer|String` is a parameter, required where marked with `!`, of one of these types; `[String]` is an array;
`=word` is the only value that field has.
"""

VERSION = "{api["version"]}"
'''
    return "\n".join((head, *rows("METHODS", methods), "", *rows("TYPES", types), ""))


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_text(table(json.loads(source.read_text(encoding="utf-8"))), encoding="utf-8")
