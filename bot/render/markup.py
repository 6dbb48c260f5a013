"""Blocks as Telegram HTML, each measured: the one place where text is escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.render.columns import even_columns
from bot.render.harmless import harmless, isolated, one_line, runs_isolated, units
from bot.render.layout import heading_line, news_line, stacked, unfolded
from diplomacy.briefing.document import (
    Code,
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
    Source,
    Sources,
    Strong,
    Struck,
    Table,
    Text,
    Words,
)

BULLET = Text("• ")


class Fragment(NamedTuple):
    """A stretch of Telegram HTML and what it costs."""

    html: str = ""
    units: int = 0
    """UTF-16 code units of the text that is left when the markup has become entities."""
    entities: int = 0

    def __bool__(self) -> bool:
        """Tell whether it says anything."""
        return self.units > 0


NOTHING = Fragment()


def may_open(url: str) -> bool:
    """Tell whether an address may stand behind a link: http, https or tg, and a host that is named."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https", "tg"} and bool(parts.netloc) and not any(map(str.isspace, url))


def joined(fragments: Iterable[Fragment], between: str = "") -> Fragment:
    """Join fragments, those that say nothing left out."""
    return _together([(between, fragment) for fragment in fragments if fragment])


def page(blocks: Sequence[Flow]) -> Fragment:
    """Write blocks one below the other."""
    return _together(list(stacked(blocks, block_fragment)))


def _together(spaced: Sequence[tuple[str, Fragment]]) -> Fragment:
    """Join fragments, each with what separates it from the one before."""
    if not spaced:
        return NOTHING
    (_, first), *others = spaced
    return Fragment(
        first.html + "".join(gap + fragment.html for gap, fragment in others),
        first.units + sum(len(gap) + fragment.units for gap, fragment in others),
        sum(fragment.entities for _, fragment in spaced),
    )


def block_fragment(block: Flow) -> Fragment:
    """Write one block."""
    match block:
        case Table(head, rows):
            return _tagged("pre", even_columns(head, rows))
        case Fold(blocks):
            return _folded(page(unfolded(blocks)))
        case _:
            lines = block_lines(block)
            return line_fragment(lines[0]) if len(lines) == 1 else joined(map(line_fragment, lines), "\n")


def block_lines(block: Flow) -> tuple[Line, ...]:  # noqa: PLR0911 - one return a kind of block
    """Write a block that is neither a table nor a fold as lines."""
    match block:
        case Heading(line):
            return (heading_line(line),)
        case Section(text):
            return ((Strong(text),),)
        case Paragraph(line):
            return (line,)
        case Items(items):
            return tuple((BULLET, *item) for item in items if line_fragment(item))
        case News():
            return ((BULLET, *news_line(block)) if block.bullet else news_line(block),)
        case Sources(sources):
            return tuple(map(source_line, sources))
        case Table() | Fold():
            return ()


def source_line(source: Source) -> Line:
    """Write a source as it stands in the list at the foot of a page: `[1] Albawaba, 24 Nov 2025`."""
    named = Link(source.publisher, source.url)
    return (Strong(f"[{source.number}]"), Text(" "), named, Text(f", {source.date}" if source.date else ""))


def line_fragment(line: Line) -> Fragment:
    """Write a line; one of nothing but space says nothing."""
    html: list[str] = []
    length = entities = 0
    blank = True
    for inline in line:
        written = _inline(inline)
        html.append(written.html)
        length += written.units
        entities += written.entities
        blank = blank and not inline.text.strip()
    return NOTHING if blank else Fragment("".join(html), length, entities)


def _inline(inline: Inline) -> Fragment:
    match inline:
        case Text(text):
            return _plain(runs_isolated(harmless(text)))
        case Words(text):
            return _plain(isolated(one_line(text)))
        case Link(text, url):
            label = isolated(one_line(text))
            return _linked(label, url) if may_open(url) else _plain(label)
        case Strong(text) | Faint(text) | Code(text) | Struck(text):
            return _tagged(TAGS[type(inline)], runs_isolated(harmless(text)))


TAGS: dict[type[Inline], str] = {Strong: "b", Faint: "i", Code: "code", Struck: "s"}


def _plain(text: str) -> Fragment:
    return Fragment(escape(text, quote=False), units(text)) if text else NOTHING


def _tagged(tag: str, text: str) -> Fragment:
    return Fragment(f"<{tag}>{escape(text, quote=False)}</{tag}>", units(text), 1) if text else NOTHING


def _linked(text: str, url: str) -> Fragment:
    if not text:
        return NOTHING
    return Fragment(f'<a href="{escape(harmless(url))}">{escape(text, quote=False)}</a>', units(text), 1)


def _folded(inner: Fragment) -> Fragment:
    if not inner:
        return NOTHING
    return Fragment(f"<blockquote expandable>{inner.html}</blockquote>", inner.units, inner.entities + 1)
