"""A `Document` as a line of text that outlives a restart: what the outbox keeps until it is sent.

`decode(encode(document)) == document` for every document whose texts are whole Unicode; half a surrogate pair, which no
reader could see, becomes U+FFFD on the way in.
"""

import json
from collections.abc import Callable, Mapping

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


class PayloadError(ValueError):
    """A stored payload is no document; the sentence says where it stops being one."""


def encode(document: Document) -> str:
    """Write a document as ASCII JSON."""
    return json.dumps({"v": VERSION, "blocks": [_block(block) for block in document.blocks]}, separators=(",", ":"))


def decode(payload: str) -> Document:
    """Read what `encode` wrote; raises `PayloadError` for anything else."""
    try:
        return _read_document(json.loads(payload))
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


def _read_document(whole: Json) -> Document:
    match whole:
        case {"v": version, "blocks": list(blocks)} if version == VERSION and version is not True:
            return Document(tuple(map(_read_block, blocks)))
        case {"v": version}:
            raise PayloadError(f"a payload of version {version!r:.20}; this program reads {VERSION}")
        case _:
            raise _unreadable("document", whole)


def _read_block(value: Json) -> Block:
    if isinstance(value, dict) and value.get("is") == "choices":
        rows = map(_members, _list_of(value, "rows"))
        return Choices(tuple(tuple(map(_read_button, row)) for row in rows))
    return _read_flow(value)


def _read_flow(value: Json) -> Flow:
    read = FLOWS.get(str(value.get("is"))) if isinstance(value, dict) else None
    if read is None:
        raise _unreadable("block", value)
    return read(value)


def _read_news(value: Json) -> News:
    match value:
        case {"words": words, "source": source, "lead": lead, "notes": notes, "bullet": bool(bullet)}:
            return News(_read_words(words), _read_link(source), _read_line(lead), _read_line(notes), bullet)
        case _:
            raise _unreadable("line of news", value)


def _read_table(value: Json) -> Table:
    head, *rows = map(_texts, _list_of(value, "rows"))
    return Table(head, tuple(rows))


def _read_line(value: Json) -> Line:
    return tuple(map(_read_inline, _members(value)))


def _read_inline(value: Json) -> Inline:
    match value:
        case [str(kind), str(text)] if kind in OWN_WORDS:
            return OWN_WORDS[kind](text)
        case ["a", _, _]:
            return _read_link(value)
        case ["w", _, _, _, _]:
            return _read_words(value)
        case _:
            raise _unreadable("inline", value)


def _read_link(value: Json) -> Link:
    match value:
        case ["a", str(text), str(url)]:
            return Link(text, url)
        case _:
            raise _unreadable("link", value)


def _read_words(value: Json) -> Words:
    match value:
        case ["w", str(text), int(article), int(start), int(end)]:
            return Words(text, Evidence(article, start, end))
        case _:
            raise _unreadable("words of a report", value)


def _read_button(value: Json) -> Button:
    match value:
        case [str(kind), str(label), str(effect)] if kind in BUTTONS:
            return BUTTONS[kind](label, effect)
        case _:
            raise _unreadable("button", value)


def _read_source(value: Json) -> Source:
    match value:
        case [int(number), str(publisher), str(date), str(url)]:
            return Source(number, publisher, date, url)
        case _:
            raise _unreadable("source", value)


def _list_of(value: Json, name: str) -> list[Json]:
    return _members(value.get(name)) if isinstance(value, dict) else _members(value)


def _members(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise _unreadable("list", value)
    return value


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(map(_text, _members(value)))


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise _unreadable("text", value)
    return value


def _text_of(value: Json, name: str) -> str:
    return _text(value.get(name)) if isinstance(value, dict) else _text(value)


def _unreadable(what: str, value: Json) -> PayloadError:
    return PayloadError(f"this is no {what}: {value!r:.60}")


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
FLOWS: Mapping[str, Callable[[Json], Flow]] = {
    "heading": lambda value: Heading(_read_line(_list_of(value, "line"))),
    "section": lambda value: Section(_text_of(value, "text")),
    "paragraph": lambda value: Paragraph(_read_line(_list_of(value, "line"))),
    "items": lambda value: Items(tuple(map(_read_line, _list_of(value, "items")))),
    "news": _read_news,
    "table": _read_table,
    "fold": lambda value: Fold(tuple(map(_read_flow, _list_of(value, "blocks")))),
    "sources": lambda value: Sources(tuple(map(_read_source, _list_of(value, "sources")))),
}
