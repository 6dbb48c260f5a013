"""A text in which somebody has marked who acts and who is acted on: exactly one event for these two."""

import re
from dataclasses import replace
from datetime import datetime

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.dates import times_of
from diplomacy.reading.events import UNSURE, Sides, event_between
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import Reading
from diplomacy.reading.timing import timed

TAG = re.compile(r"</?[st]>")


def read_marked(
    marked: str, gazetteer: Gazetteer, *, language: str | None = None, published: datetime | None = None
) -> Reading:
    """Read a text with `<s>source</s>` and `<t>target</t>`; offsets count in the text without the tags."""
    text, spans = unmark(marked)
    reading = read_text("", text, gazetteer, language=language, published=published)
    sides = Sides(spans.get("s", UNSURE), spans.get("t", UNSURE))
    event = event_between(text, sides, reading)
    return replace(reading, events=timed(text, (event,), times_of(text, reading.language, published)))


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the tags out of a text; gives where each marked stretch stands without them."""
    parts: list[str] = []
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    length = last = 0
    for tag in TAG.finditer(marked):
        parts.append(marked[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        name = tag.group()[-2]
        if tag.group()[1] != "/":
            opened.setdefault(name, length)
        elif name in opened:
            spans.setdefault(name, (opened[name], length))
    parts.append(marked[last:])
    return "".join(parts), spans
