"""A `Document` as a line of text that outlives a restart: what the outbox keeps until it is sent.

`decode(encode(document)) == document` for every document whose texts are whole Unicode; half a surrogate pair, which no
reader could see, becomes U+FFFD on the way in.
"""

import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from diplomacy.briefing.document import (
    Block,
    Button,
    Choice,
    Choices,
    Code,
    CopyText,
    Document,
    Evidence,
    Faint,
    Flow,
    Fold,
    Heading,
    Inline,
    Items,
    Line,
    Link,
    News,
    OpenLink,
    Paragraph,
    Section,
    ShareInline,
    Source,
    Sources,
    Strong,
    Struck,
    Table,
    Text,
    Words,
)

VERSION = 1
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Made = TypeVar("Made")


class PayloadError(ValueError):
    """A stored payload is no document; the sentence says where it stops being one."""


def encode(document: Document) -> str:
    """Write a document as ASCII JSON."""
    return json.dumps({"v": VERSION, "blocks": [_block(block) for block in document.blocks]}, separators=(",", ":"))


def decode(payload: str) -> Document:
    """Read what `encode` wrote; raises `PayloadError` for anything else."""
    try:
        return Document(_Row(json.loads(payload)).of_version(VERSION).many("blocks", _read_block))
    except RecursionError:
        raise PayloadError("a payload folded deeper than a document can be") from None
    except PayloadError:
        raise
    except ValueError as error:
        raise PayloadError(f"no document: {error}") from error


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _line(line: Line) -> Json:
    return [_inline(inline) for inline in line]


def _inline(inline: Inline) -> Json:  # noqa: PLR0911 - one return a kind of inline
    match inline:
        case Text(text):
            return ["t", _whole(text)]
        case Strong(text):
            return ["b", _whole(text)]
        case Faint(text):
            return ["i", _whole(text)]
        case Code(text):
            return ["c", _whole(text)]
        case Struck(text):
            return ["s", _whole(text)]
        case Link():
            return _link(inline)
        case Words():
            return _words(inline)


def _link(link: Link) -> list[Json]:
    return ["a", _whole(link.text), _whole(link.url)]


def _words(words: Words) -> list[Json]:
    return ["w", _whole(words.text), words.evidence.article, words.evidence.start, words.evidence.end]


def _button(button: Button) -> Json:
    match button:
        case Choice(label, command):
            return ["choice", _whole(label), _whole(command)]
        case OpenLink(label, url):
            return ["open", _whole(label), _whole(url)]
        case CopyText(label, text):
            return ["copy", _whole(label), _whole(text)]
        case ShareInline(label, query):
            return ["share", _whole(label), _whole(query)]


def _block(block: Block) -> Json:  # noqa: PLR0911 - one return a kind of block
    match block:
        case Heading(line):
            return {"is": "heading", "line": _line(line)}
        case Section(text):
            return {"is": "section", "text": _whole(text)}
        case Paragraph(line):
            return {"is": "paragraph", "line": _line(line)}
        case Items(items):
            return {"is": "items", "items": [_line(item) for item in items]}
        case News(words, source, lead, notes, bullet):
            told: dict[str, Json] = {"words": _words(words), "source": _link(source)}
            return {"is": "news", **told, "lead": _line(lead), "notes": _line(notes), "bullet": bullet}
        case Table(head, rows):
            return {"is": "table", "rows": [[_whole(cell) for cell in row] for row in (head, *rows)]}
        case Fold(blocks):
            return {"is": "fold", "blocks": [_block(inner) for inner in blocks]}
        case Sources(sources):
            return {"is": "sources", "sources": [_source(source) for source in sources]}
        case Choices(rows):
            return {"is": "choices", "rows": [[_button(button) for button in row] for row in rows]}


def _source(source: Source) -> Json:
    return [source.number, _whole(source.publisher), _whole(source.date), _whole(source.url)]


class _Row:
    """A JSON object or list whose members are asked for by the type they must have."""

    def __init__(self, value: Json) -> None:
        if isinstance(value, dict):
            self.members: Mapping[str | int, Json] = dict[str | int, Json](value.items())
        elif isinstance(value, list):
            self.members = dict(enumerate(value))
        else:
            raise PayloadError(f"{value!r:.40} where a list or object must stand")

    def text(self, name: str | int) -> str:
        value = self.members.get(name)
        if not isinstance(value, str):
            raise PayloadError(f"{name!r} must be a text, not {value!r:.40}")
        return value

    def number(self, name: str | int) -> int:
        value = self.members.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise PayloadError(f"{name!r} must be a whole number, not {value!r:.40}")
        return value

    def flag(self, name: str | int) -> bool:
        value = self.members.get(name)
        if not isinstance(value, bool):
            raise PayloadError(f"{name!r} must be true or false, not {value!r:.40}")
        return value

    def one(self, name: str | int) -> "_Row":
        return _Row(self.members.get(name))

    def many(self, name: str | int, read: Callable[["_Row"], Made]) -> tuple[Made, ...]:
        value = self.members.get(name)
        if not isinstance(value, list):
            raise PayloadError(f"{name!r} must be a list, not {value!r:.40}")
        return tuple(read(_Row(member)) for member in value)

    def texts(self) -> tuple[str, ...]:
        return tuple(self.text(name) for name in self.members)

    def of_version(self, version: int) -> "_Row":
        if self.number("v") != version:
            raise PayloadError(f"a payload of version {self.number('v')}; this program reads {version}")
        return self

    def sized(self, size: int) -> "_Row":
        if len(self.members) != size:
            raise PayloadError(f"{len(self.members)} members where {size} must stand")
        return self


OWN_WORDS: Mapping[str, type[Text] | type[Strong] | type[Faint] | type[Code] | type[Struck]] = {
    "t": Text,
    "b": Strong,
    "i": Faint,
    "c": Code,
    "s": Struck,
}
BUTTONS: Mapping[str, type[Choice] | type[OpenLink] | type[CopyText] | type[ShareInline]] = {
    "choice": Choice,
    "open": OpenLink,
    "copy": CopyText,
    "share": ShareInline,
}


def _read_inline(row: _Row) -> Inline:
    match row.text(0):
        case "a":
            return _read_link(row)
        case "w":
            return _read_words(row)
        case sign if sign in OWN_WORDS:
            return OWN_WORDS[sign](row.sized(2).text(1))
        case sign:
            raise PayloadError(f"an inline of no known kind, {sign!r:.40}")


def _read_link(row: _Row) -> Link:
    return Link(row.sized(3).text(1), row.text(2))


def _read_words(row: _Row) -> Words:
    return Words(row.sized(5).text(1), Evidence(row.number(2), row.number(3), row.number(4)))


def _read_button(row: _Row) -> Button:
    kind = row.sized(3).text(0)
    if kind not in BUTTONS:
        raise PayloadError(f"a button of no known kind, {kind!r:.40}")
    return BUTTONS[kind](row.text(1), row.text(2))


def _read_line(row: _Row) -> Line:
    return tuple(_read_inline(_Row(member)) for member in row.members.values())


def _read_news(row: _Row) -> News:
    words, source = _read_words(row.one("words")), _read_link(row.one("source"))
    return News(words, source, _read_line(row.one("lead")), _read_line(row.one("notes")), row.flag("bullet"))


def _read_table(row: _Row) -> Table:
    head, *rows = row.many("rows", _Row.texts) or ((),)
    return Table(head, tuple(rows))


def _read_source(row: _Row) -> Source:
    return Source(row.sized(4).number(0), row.text(1), row.text(2), row.text(3))


def _read_choices(row: _Row) -> Choices:
    return Choices(row.many("rows", lambda buttons: tuple(_read_button(_Row(one)) for one in buttons.members.values())))


FLOWS: Mapping[str, Callable[[_Row], Flow]] = {
    "heading": lambda row: Heading(_read_line(row.one("line"))),
    "section": lambda row: Section(row.text("text")),
    "paragraph": lambda row: Paragraph(_read_line(row.one("line"))),
    "items": lambda row: Items(row.many("items", _read_line)),
    "news": _read_news,
    "table": _read_table,
    "fold": lambda row: Fold(row.many("blocks", _read_flow)),
    "sources": lambda row: Sources(row.many("sources", _read_source)),
}


def _read_flow(row: _Row) -> Flow:
    kind = row.text("is")
    if kind not in FLOWS:
        raise PayloadError(f"a block of no known kind, {kind!r:.40}")
    return FLOWS[kind](row)


def _read_block(row: _Row) -> Block:
    return _read_choices(row) if row.text("is") == "choices" else _read_flow(row)
