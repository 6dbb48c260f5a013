"""Telegram's HTML read strictly: a text and its entities, or the reason why not, in Telegram's words."""

import re

from sandbox.api.broken import BrokenMarkup
from sandbox.api.html_tags import KINDS, TAGS, Opened, Tag, date_format, end_tag, place, start_tag
from sandbox.api.links import PERSON_LINK, checked_link
from sandbox.api.references import joined, reference
from sandbox.world.entities import Entity, units

PIECE = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-z][a-z-]*)(?: href=\"(?P<href>[^\"<>&]*)\")?>"  # tags as most are written
    r"|[<&]"  # everything else, read letter by letter
)
PLAIN = TAGS - {"span", "tg-emoji", "tg-time"}
NUMBER = re.compile(r"[0-9]{1,20}")
SURROGATES = re.compile("[\ud800-\udfff]")


class Reader:
    """Reads one source; `pieces` of text and `entities` grow as it goes."""

    def __init__(self, source: str) -> None:
        """Take the source; nothing is read yet."""
        self.source = source
        self.pieces: list[str] = []
        self.entities: list[Entity] = []
        self.offset = 0
        self.open: list[Opened] = []

    def read(self) -> tuple[str, list[Entity]]:
        """Read it all; raises BrokenMarkup."""
        source, at, search = self.source, 0, PIECE.search
        while (found := search(source, at)) is not None:
            start = found.start()
            if start > at:
                self.add(source[at:start])
            tag = found["tag"]
            if tag is not None and tag in PLAIN and (found["href"] is None or tag == "a"):
                if not found["end"]:
                    self.open.append(Opened(Tag(tag, found["href"] or ""), self.offset, len(self.pieces)))
                    at = found.end()
                elif found["href"] is None:
                    at = self.ended(tag, start, found.end())
                else:
                    at = self.read_tag(start)
            elif source[start] == "&":
                character, at = reference(source, start)
                self.add(character)
            else:
                at = self.read_tag(start)
        if at < len(source):
            self.add(source[at:])
        if self.open:
            raise BrokenMarkup(f"Can't find end tag corresponding to start tag {self.open[-1].tag.name}")
        text = "".join(self.pieces)
        return (joined(text) if SURROGATES.search(text) else text), self.entities

    def add(self, piece: str) -> None:
        """Put a piece of text behind what is there."""
        self.pieces.append(piece)
        self.offset += units(piece)

    def read_tag(self, start: int) -> int:
        """Read any tag that begins at `start`; returns the place behind it."""
        if not self.source.startswith("/", start + 1):
            tag, behind = start_tag(self.source, start)
            self.open.append(Opened(tag, self.offset, len(self.pieces)))
            return behind
        if not self.open:
            raise BrokenMarkup(f"Unexpected end tag {place(self.source, start)}")
        name, behind = end_tag(self.source, start)
        return self.ended(name, start, behind)

    def ended(self, name: str, start: int, behind: int) -> int:
        """End the tag that was opened last, which must be this one, and keep its entity."""
        if not self.open:
            raise BrokenMarkup(f"Unexpected end tag {place(self.source, start)}")
        opened = self.open.pop()
        if name not in ("", opened.tag.name):
            raise BrokenMarkup(
                f'Unmatched end tag {place(self.source, start)}, expected "</{opened.tag.name}>", found "</{name}>"'
            )
        if self.offset > opened.offset:
            self.keep(opened.tag, opened.offset, self.offset - opened.offset, opened.pieces)
        return behind

    def keep(self, tag: Tag, offset: int, length: int, pieces: int) -> None:
        """Make an entity of a tag that has ended."""
        if (kind := KINDS.get(tag.name)) is not None:
            self.entities.append(Entity(kind, offset, length))
            return
        match tag.name:
            case "a":
                address = tag.value or "".join(self.pieces[pieces:])
                if person := PERSON_LINK.match(address):
                    self.entities.append(Entity("text_mention", offset, length, person[1]))
                elif link := checked_link(address):
                    self.entities.append(Entity("text_link", offset, length, link))
            case "blockquote":
                kind = "expandable_blockquote" if tag.value else "blockquote"
                self.entities.append(Entity(kind, offset, length))
            case "tg-emoji":
                number = positive(tag.value, 2**63 - 1, "Invalid custom emoji identifier specified")
                self.entities.append(Entity("custom_emoji", offset, length, number))
            case "tg-time":
                number = positive(tag.value, 2**31 - 1, "Invalid date specified")
                self.entities.append(Entity("date_time", offset, length, number, date_format(tag.form)))
            case _:
                self.keep_code(tag, offset, length)

    def keep_code(self, tag: Tag, offset: int, length: int) -> None:
        """Make `pre`, `code`, or one `pre` with a language of `<pre><code class="language-…">` in either order."""
        inner = self.entities[-1] if self.entities else None
        if inner is not None and (inner.offset, inner.length) == (offset, length):
            if tag.name == "pre" and inner.kind == "code" and inner.value:
                self.entities[-1] = Entity("pre", offset, length, inner.value)
                return
            if tag.name == "code" and inner.kind == "pre" and tag.value:
                self.entities[-1] = Entity("pre", offset, length, tag.value)
                return
        self.entities.append(Entity(tag.name, offset, length, tag.value if tag.name == "code" else ""))


def positive(digits: str, most: int, otherwise: str) -> str:
    """A positive whole number as it was written; raises BrokenMarkup with what to say otherwise."""
    if NUMBER.fullmatch(digits) is None or not 0 < int(digits) <= most:
        raise BrokenMarkup(otherwise)
    return digits


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Read HTML; raises BrokenMarkup with what Telegram says of it."""
    return Reader(source).read()
