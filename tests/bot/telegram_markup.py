"""What Telegram makes of its HTML, written from its manual and nothing of ours: text and entities, or a refusal."""

import re
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r'<(/?)([a-z]+)(?: (href="[^"<>]*"|expandable))?>')
CONTAINERS = {"b": "b", "i": "i", "s": "s", "code": "code", "pre": "pre", "a": "a", "blockquote": "blockquote"}
NAMED = {"&lt;", "&gt;", "&amp;", "&quot;"}


@dataclass(frozen=True)
class Message:
    """A message as it stands in the chat."""

    text: str
    entities: tuple[tuple[str, str], ...]
    """Kind and words of each."""

    @property
    def units(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2


class Refused(Exception):  # noqa: N818 - Telegram's word
    """Telegram can't parse entities."""


def parsed(html: str) -> Message:  # noqa: C901 - a scanner is one loop
    """Read Telegram HTML strictly: closed tags, right nesting, only the references that Telegram knows."""
    text = ""
    entities: list[tuple[str, str]] = []
    open_tags: list[tuple[str, int]] = []
    at = 0
    while at < len(html):
        if html[at] == "<":
            tag = TAG.match(html, at)
            if tag is None:
                raise Refused(f"no tag at {at}: {html[at : at + 30]!r}")
            closing, name, attribute = tag.groups()
            if name not in CONTAINERS:
                raise Refused(f"unknown tag {name}")
            if closing:
                if not open_tags or open_tags[-1][0] != name:
                    raise Refused(f"{name} closes what is not open")
                entities.append((name, text[open_tags.pop()[1] :]))
            else:
                _may_open(name, attribute, [outer for outer, _ in open_tags])
                open_tags.append((name, len(text)))
            at = tag.end()
        elif html[at] == "&":
            end = html.find(";", at)
            reference = html[at : end + 1]
            if reference not in NAMED:
                raise Refused(f"reference {reference!r}")
            text += unescape(reference)
            at = end + 1
        elif html[at] == ">":
            raise Refused("a bare >")
        else:
            text += html[at]
            at += 1
    if open_tags:
        raise Refused(f"{open_tags} left open")
    text.encode("utf-8")  # half a character can't even be sent
    return Message(text, tuple(entities))


def _may_open(name: str, attribute: str | None, outer: list[str]) -> None:
    if (name == "a") != bool(attribute and attribute.startswith("href")):
        raise Refused(f"{name} with {attribute}")
    if attribute == "expandable" and name != "blockquote":
        raise Refused("only quotes expand")
    if {"pre", "code"} & set(outer) or name in outer:
        raise Refused(f"{name} inside {outer}")
    if name == "a" and not re.match(r'href="(https?|tg)://[^\s"]+"$', attribute or "", re.IGNORECASE):
        raise Refused(f"a link to {attribute}")
