"""One tag of Telegram's HTML, read letter by letter as Telegram does, so that its complaints are the same."""

import re
from typing import NamedTuple

from sandbox.api.broken import BrokenMarkup
from sandbox.api.references import decoded

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = frozenset(KINDS) | {"a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}
SPACE = " \t\r\n\v\0"
NAME_END = re.compile(rf"[{SPACE}>]|\Z")
ATTRIBUTE_END = re.compile(rf"[{SPACE}=]|\Z")
NOT_SPACE = re.compile(rf"[^{SPACE}]|\Z")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
EXPANDABLE = re.compile(rf"expandable(?=[{SPACE}>])")


class Tag(NamedTuple):
    """A start tag: its name, and what its attributes say."""

    name: str
    value: str = ""
    form: str = ""


class Opened(NamedTuple):
    """A tag that waits for its end: where its text begins, and how many pieces of text stood before."""

    tag: Tag
    offset: int
    pieces: int


def place(source: str, at: int) -> str:
    """Tell a place as Telegram does, in bytes of UTF-8."""
    return f"at byte offset {len(source[:at].encode('utf-8', 'surrogatepass'))}"


def ahead(pattern: re.Pattern[str], source: str, at: int) -> int:
    """Where the pattern is found next; at the end of the source where it is not."""
    found = pattern.search(source, at)
    return len(source) if found is None else found.start()


def start_tag(source: str, start: int) -> tuple[Tag, int]:
    """Read the start tag at `start`; returns it and the place behind. Raises BrokenMarkup."""
    at = ahead(NAME_END, source, start + 1)
    if at == len(source):
        raise BrokenMarkup(f"Unclosed start tag {place(source, start)}")
    name = source[start + 1 : at].lower()
    if name not in TAGS:
        raise BrokenMarkup(f'Unsupported start tag "{name}" {place(source, start)}')
    tag = Tag(name)
    while source[at] != ">":
        at = ahead(NOT_SPACE, source, at)
        if source.startswith(">", at):
            break
        attribute, content, at = read_attribute(source, name, start, at)
        tag = with_attribute(tag, attribute, content)
    if name == "span" and tag.value != "spoiler":
        raise BrokenMarkup(f'Tag "span" must have class "tg-spoiler" {place(source, start)}')
    return tag, at + 1


def with_attribute(tag: Tag, attribute: str, content: str) -> Tag:
    """The tag with an attribute that means something to it; others are passed over."""
    match tag.name, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return tag._replace(value=content)
        case ("tg-time", "format"):
            return tag._replace(form=content)
        case ("blockquote", "expandable"):
            return tag._replace(value="expandable")
        case ("code", "class") if content.startswith("language-"):
            return tag._replace(value=content[9:])
        case ("span", "class") if content.startswith("tg-"):
            return tag._replace(value=content[3:])
        case _:
            return tag


def read_attribute(source: str, tag: str, start: int, at: int) -> tuple[str, str, int]:
    """Read an attribute of the tag that began at `start`; returns name, value and the place behind.

    Raises BrokenMarkup.
    """
    if tag == "blockquote" and (bare := EXPANDABLE.match(source, at)):
        return "expandable", "", bare.end()
    end = ahead(ATTRIBUTE_END, source, at)
    name = source[at:end]
    if not name:
        if end == len(source):
            raise BrokenMarkup(f"Unclosed start tag {place(source, start)}")
        raise BrokenMarkup(f'Empty attribute name in the tag "{tag}" {place(source, start)}')
    at = ahead(NOT_SPACE, source, end)
    if not source.startswith("=", at):
        raise BrokenMarkup(
            f'Expected equal sign in declaration of an attribute of the tag "{tag}" {place(source, start)}'
        )
    at = ahead(NOT_SPACE, source, at + 1)
    if at == len(source):
        raise BrokenMarkup(f'Unclosed start tag "{tag}" {place(source, start)}')
    content, at = quoted(source, at) if source[at] in "'\"" else token(source, at)
    if at >= len(source):
        raise BrokenMarkup(f"Unclosed start tag {place(source, start)}")
    return name, content, at


def token(source: str, at: int) -> tuple[str, int]:
    """Read a value without quotes: letters, digits, periods and hyphens. Raises BrokenMarkup."""
    found = TOKEN.match(source, at)
    end = found.end() if found else at
    if end < len(source) and source[end] not in SPACE and source[end] != ">":
        raise BrokenMarkup(f"Unexpected end of name token {place(source, at)}")
    return source[at:end].lower(), end


def quoted(source: str, at: int) -> tuple[str, int]:
    """Read a value in quotes, decoding what is escaped; a quote that never ends reaches to the end of the source."""
    end = source.find(source[at], at + 1)
    if end < 0:
        return "", len(source)
    return decoded(source[at + 1 : end]), end + 1


def end_tag(source: str, start: int) -> tuple[str, int]:
    """Read the end tag at `start`; returns its name and the place behind. Raises BrokenMarkup."""
    at = ahead(NAME_END, source, start + 1)
    name = source[start + 2 : at].lower()
    at = ahead(NOT_SPACE, source, at)
    if not source.startswith(">", at):
        raise BrokenMarkup(f"Unclosed end tag {place(source, start)}")
    return name, at + 1


def date_format(form: str) -> str:
    """The format as Telegram writes it back: weekday, date, time, or `r`. Raises BrokenMarkup for anything else."""
    if form in ("r", "R"):
        return "r"
    if form.strip("tTdDwW"):
        raise BrokenMarkup("Invalid date-time format specified")
    weekday = "w" if "w" in form.lower() else ""
    date = next((letter for letter in "dD" if letter in form), "")
    time = next((letter for letter in "tT" if letter in form), "")
    return weekday + date + time
