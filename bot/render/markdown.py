"""A document as Markdown, for a memo: no buttons, folds opened, everything escaped."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import quote

from bot.render.harmless import harmless, one_line
from bot.render.layout import news_line, unfolded
from bot.render.markup import may_open, source_line
from diplomacy.briefing.document import (
    Choices,
    Code,
    Document,
    Faint,
    Flow,
    Fold,
    Heading,
    Inline,
    Items,
    Line,
    Link,
    News,
    Paragraph,
    Section,
    Sources,
    Strong,
    Struck,
    Table,
    Text,
    Words,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_START = re.compile(r"^(\s*\d*)([-+=.)])", re.MULTILINE)
"""What would begin a list, a quote or a heading if it led a line."""


def markdown(document: Document) -> str:
    """Write a document as Markdown (CommonMark with tables and strikethrough)."""
    flow = unfolded(tuple(block for block in document.blocks if not isinstance(block, Choices)))
    written = [(block, text) for block in flow if (text := _block(block)).strip()]
    lines = [
        ("\n" if _is_item(block) and _is_item(above) else "\n\n") + text
        for (above, _), (block, text) in pairwise(written)
    ]
    return "".join((*(text for _, text in written[:1]), *lines)) + "\n"


def _is_item(block: Flow) -> bool:
    return isinstance(block, News) and block.bullet


def _block(block: Flow) -> str:  # noqa: PLR0911 - one return a kind of block
    match block:
        case Heading(line):
            return f"# {_line(tuple(_unmarked(inline) for inline in line), one=True)}"
        case Section(text):
            return f"## {_escaped(one_line(text))}"
        case Paragraph(line):
            return _LINE_START.sub(r"\1\\\2", _line(line))
        case Items(items):
            return "\n".join(f"- {_line(item, one=True)}" for item in items)
        case News():
            return ("- " if block.bullet else "") + _line(news_line(block), one=True)
        case Table(head, rows):
            return _table(head, rows)
        case Sources(sources):
            return "\n".join(f"- {_line(source_line(source), one=True)}" for source in sources)
        case Fold():
            return ""


def _unmarked(inline: Inline) -> Inline:
    return Text(inline.text) if isinstance(inline, Strong) else inline


def _line(line: Line, *, one: bool = False) -> str:
    written = "".join(map(_inline, line))
    return " ".join(written.split("\n")) if one else written.replace("\n", "  \n")


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - one return a kind of inline
    match inline:
        case Text(text):
            return _escaped(harmless(text))
        case Words(text):
            return _escaped(one_line(text))
        case Strong(text):
            return _wrapped("**", _escaped(harmless(text)))
        case Faint(text):
            return _wrapped("*", _escaped(harmless(text)))
        case Struck(text):
            return _wrapped("~~", _escaped(harmless(text)))
        case Code(text):
            return _code(one_line(text))
        case Link(text, url):
            label = _escaped(one_line(text))
            return f"[{label}](<{quote(url, safe=_URL_SAFE)}>)" if label and may_open(url) else label


_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


def _wrapped(mark: str, text: str) -> str:
    """Set marks around a text; spaces at its ends stay outside, where Markdown wants them."""
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{core}{mark}{after}"


def _code(text: str) -> str:
    if not text.strip():
        return text
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    columns = max(map(len, (head, *rows)))
    if not columns:
        return ""
    rule = ["---", *["---:"] * (columns - 1)]
    cells = [[_escaped(one_line(cell)) for cell in row] + [""] * (columns - len(row)) for row in (head, *rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (cells[0], rule, *cells[1:]))
