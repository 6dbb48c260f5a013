"""Phrases of the catalogues as lines of a document."""

from collections.abc import Sequence
from string import Formatter

from diplomacy.briefing.document import Code, Faint, Inline, Line, Link, Strong, Struck, Text
from diplomacy.reader import Reader
from locales.formats import number
from locales.particles import fitting
from locales.phrases import say, template

Own = type[Text] | type[Strong] | type[Faint] | type[Code] | type[Struck]


def words(reader: Reader, key: str, /, count: int | None = None, **values: str | int) -> str:
    """Say a phrase in the reader's language, as bare text (for labels of buttons, titles of sections)."""
    return say(reader.language, key, count, **values)


def phrase(
    reader: Reader, key: str, /, count: int | None = None, style: Own = Text, **values: str | int | Inline
) -> Line:
    """Say a phrase as a line; values may be inlines of their own (a command to type, a link, words of a report)."""
    line: list[Inline] = []
    filled: dict[str, str | int | Inline] = {**values, **({} if count is None else {"count": count})}
    for literal, name, _, _ in Formatter().parse(template(reader.language, key, count)):
        if literal:
            line.append(style(fitting(last_words(line), literal)))
        if name is not None:
            value = filled[name]
            if isinstance(value, int):
                line.append(style(number(reader.language, value)))
            else:
                line.append(style(value) if isinstance(value, str) else value)
    return merged(tuple(line))


def last_words(line: Sequence[Inline]) -> str:
    """Give the words that a line ends with so far: a particle behind them follows their sound."""
    last = line[-1] if line else None
    return last.text if isinstance(last, Text | Strong | Faint | Code | Struck | Link) else ""


def merged(line: Line) -> Line:
    """Join neighbouring words of our own that look alike, so that a renderer spends one entity on them."""
    joined: list[Inline] = []
    for inline in line:
        last = joined[-1] if joined else None
        if isinstance(inline, Text | Strong | Faint | Code | Struck) and type(last) is type(inline):
            assert isinstance(last, Text | Strong | Faint | Code | Struck)  # noqa: S101
            joined[-1] = type(inline)(last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
