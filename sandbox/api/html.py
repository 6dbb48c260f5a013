"""Telegram's HTML read strictly: a text and its entities, or the reason why not, in Telegram's words."""

import re
from dataclasses import dataclass

from sandbox.world.entities import Entity, units

TAGS = frozenset("a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".split())
KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
SPACE = " \t\r\n\v\0"
PIECE = re.compile(r"[<&]")
NAME_END = re.compile(rf"[{SPACE}>]|\Z")
ATTRIBUTE_END = re.compile(rf"[{SPACE}=]|\Z")
NOT_SPACE = re.compile(rf"[^{SPACE}]|\Z")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LAST_CODE_POINT = 0x10FFFF
LONGEST_REFERENCE = 10
SURROGATES = re.compile("[\ud800-\udfff]")
PERSON_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
SCHEME = re.compile(r"(?:https?|tg|ton|tonsite|ftp)://?", re.IGNORECASE)
DOMAIN = re.compile(r"(?:[\w-]+\.)+\w{2,}(?::\d+)?(?:[/?#]\S*)?\Z|localhost(?::\d+)?(?:/\S*)?\Z")


class BrokenMarkup(Exception):  # noqa: N818 -- named for what is wrong with the text
    """What follows `can't parse entities:` in Telegram's answer."""


@dataclass(slots=True)
class Opened:
    """A tag that waits for its end."""

    tag: str
    value: str
    form: str
    offset: int
    pieces: int
    """How many pieces of text stood before it."""


class Reader:
    """Reads one source; `text` and `entities` grow as it goes."""

    def __init__(self, source: str) -> None:
        """Take the source; nothing is read yet."""
        self.source = source
        self.pieces: list[str] = []
        self.entities: list[Entity] = []
        self.offset = 0
        self.open: list[Opened] = []

    def read(self) -> tuple[str, list[Entity]]:
        """Read it all."""
        source, at = self.source, 0
        while (found := PIECE.search(source, at)) is not None:
            start = found.start()
            if start > at:
                self.add(source[at:start])
            if source[start] == "&":
                character, at = reference(source, start)
                self.add(character)
            else:
                at = self.end_tag(start) if source.startswith("/", start + 1) else self.start_tag(start)
        self.add(source[at:])
        if self.open:
            raise BrokenMarkup(f"Can't find end tag corresponding to start tag {self.open[-1].tag}")
        text = "".join(self.pieces)
        if SURROGATES.search(text):
            text = joined(text)
        return text, self.entities

    def add(self, piece: str) -> None:
        """Put a piece of text behind what is there."""
        self.pieces.append(piece)
        self.offset += units(piece)

    def where(self, at: int) -> str:
        """Tell a place as Telegram does, in bytes of UTF-8."""
        return f"at byte offset {len(self.source[:at].encode('utf-8', 'surrogatepass'))}"

    def start_tag(self, start: int) -> int:
        """Read a start tag; returns the place behind it."""
        source = self.source
        end = after(NAME_END, source, start + 1)
        if end == len(source):
            raise BrokenMarkup(f"Unclosed start tag {self.where(start)}")
        tag = source[start + 1 : end].lower()
        if tag not in TAGS:
            raise BrokenMarkup(f'Unsupported start tag "{tag}" {self.where(start)}')
        value, form = "", ""
        while source[end] != ">":
            end = after(NOT_SPACE, source, end)
            if source.startswith(">", end):
                break
            name, content, end = self.attribute(tag, start, end)
            match tag, name:
                case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
                    value = content
                case ("tg-time", "format"):
                    form = content
                case ("blockquote", "expandable"):
                    value = "expandable"
                case ("code", "class") if content.startswith("language-"):
                    value = content[9:]
                case ("span", "class") if content.startswith("tg-"):
                    value = content[3:]
                case _:
                    pass
        if tag == "span" and value != "spoiler":
            raise BrokenMarkup(f'Tag "span" must have class "tg-spoiler" {self.where(start)}')
        self.open.append(Opened(tag, value, form, self.offset, len(self.pieces)))
        return end + 1

    def attribute(self, tag: str, start: int, at: int) -> tuple[str, str, int]:
        """Read one attribute of the tag that began at `start`; returns name, value and the place behind."""
        source = self.source
        end = after(ATTRIBUTE_END, source, at)
        if tag == "blockquote" and (bare := re.compile(r"expandable(?=[\s>])").match(source, at)):
            return "expandable", "", bare.end()
        name = source[at:end]
        if not name:
            if end == len(source):
                raise BrokenMarkup(f"Unclosed start tag {self.where(start)}")
            raise BrokenMarkup(f'Empty attribute name in the tag "{tag}" {self.where(start)}')
        end = after(NOT_SPACE, source, end)
        if not source.startswith("=", end):
            raise BrokenMarkup(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" {self.where(start)}'
            )
        end = after(NOT_SPACE, source, end + 1)
        if end == len(source):
            raise BrokenMarkup(f'Unclosed start tag "{tag}" {self.where(start)}')
        content, end = self.quoted(end) if source[end] in "'\"" else self.token(end)
        if end >= len(source):
            raise BrokenMarkup(f"Unclosed start tag {self.where(start)}")
        return name, content, end

    def token(self, at: int) -> tuple[str, int]:
        """Read a value without quotes: letters, digits, periods and hyphens."""
        end = after(TOKEN, self.source, at, whole=True)
        if end < len(self.source) and self.source[end] not in SPACE + ">":
            raise BrokenMarkup(f"Unexpected end of name token {self.where(at)}")
        return self.source[at:end].lower(), end

    def quoted(self, at: int) -> tuple[str, int]:
        """Read a value in quotes, decoding what is escaped."""
        end = self.source.find(self.source[at], at + 1)
        if end < 0:
            return "", len(self.source)
        content = self.source[at + 1 : end]
        if "&" in content:
            content = REFERENCE.sub(
                lambda found: reference(found[0], 0)[0] + found[0][reference(found[0], 0)[1] :], content
            )
        return content, end + 1

    def end_tag(self, start: int) -> int:
        """Read an end tag and keep the entity it ends; returns the place behind it."""
        source = self.source
        if not self.open:
            raise BrokenMarkup(f"Unexpected end tag {self.where(start)}")
        end = after(NAME_END, source, start + 1)
        name = source[start + 2 : end].lower()
        end = after(NOT_SPACE, source, end)
        if not source.startswith(">", end):
            raise BrokenMarkup(f"Unclosed end tag {self.where(start)}")
        last = self.open.pop()
        if name not in ("", last.tag):
            raise BrokenMarkup(f'Unmatched end tag {self.where(start)}, expected "</{last.tag}>", found "</{name}>"')
        if self.offset > last.offset:
            self.keep(last)
        return end + 1

    def keep(self, last: Opened) -> None:
        """Make an entity of a tag that has ended."""
        length, tag = self.offset - last.offset, last.tag
        if tag in ("pre", "code"):
            self.keep_code(last, length)
        elif tag == "a":
            address = last.value or "".join(self.pieces[last.pieces :])
            if person := PERSON_LINK.match(address):
                self.entities.append(Entity("text_mention", last.offset, length, person[1]))
            elif link := checked_link(address):
                self.entities.append(Entity("text_link", last.offset, length, link))
        elif tag == "blockquote":
            kind = "expandable_blockquote" if last.value else "blockquote"
            self.entities.append(Entity(kind, last.offset, length))
        elif tag == "tg-emoji":
            if not last.value.isascii() or not last.value.isdigit() or not int(last.value):
                raise BrokenMarkup("Invalid custom emoji identifier specified")
            self.entities.append(Entity("custom_emoji", last.offset, length, last.value))
        elif tag == "tg-time":
            if not last.value.isascii() or not last.value.isdigit() or not int(last.value):
                raise BrokenMarkup("Invalid date specified")
            self.entities.append(Entity("date_time", last.offset, length, last.value, date_format(last.form)))
        else:
            self.entities.append(Entity(KINDS[tag], last.offset, length))

    def keep_code(self, last: Opened, length: int) -> None:
        """Make `pre`, `code`, or one `pre` with a language of `<pre><code class="language-…">`."""
        inner = self.entities[-1] if self.entities else None
        same = inner is not None and inner.offset == last.offset and inner.length == length
        if last.tag == "pre" and inner is not None and same and inner.kind == "code" and inner.value:
            self.entities[-1] = Entity("pre", last.offset, length, inner.value)
        elif last.tag == "code" and inner is not None and same and inner.kind == "pre" and last.value:
            self.entities[-1] = Entity("pre", last.offset, length, last.value)
        else:
            self.entities.append(Entity(last.tag, last.offset, length, last.value if last.tag == "code" else ""))


def after(pattern: re.Pattern[str], source: str, at: int, *, whole: bool = False) -> int:
    """Where a pattern that always matches is found next (or, with `whole`, ends)."""
    found = pattern.match(source, at) if whole else pattern.search(source, at)
    if found is None:
        return len(source)
    return found.end() if whole else found.start()


def reference(source: str, at: int) -> tuple[str, int]:
    """Decode the reference that begins at `&`, or take the `&` as it is; returns the character and the place behind."""
    found = REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (NAMED[name], found.end()) if name in NAMED else ("&", at + 1)
    digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
    code = int(digits, base) if digits and len(digits) < LONGEST_REFERENCE else 0
    length = found.end() - at - found[0].endswith(";")
    if code == 0 or code >= LAST_CODE_POINT or length >= LONGEST_REFERENCE:
        return "&", at + 1
    return chr(code), found.end()


def joined(text: str) -> str:
    """Join surrogates that were written one by one; a half one alone is refused."""
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise BrokenMarkup(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
        ) from None


def checked_link(address: str) -> str:
    """The address as Telegram keeps it; empty where it is no address, in which case the link is dropped."""
    address = address.strip()
    if found := SCHEME.match(address):
        rest = address[found.end() :]
        if not rest or any(character in rest for character in " \n\t"):
            return ""
        bare = "/" not in rest and "?" not in rest and "#" not in rest and found[0].lower().startswith(("http", "ftp"))
        return found[0].lower() + rest + ("/" if bare else "")
    if DOMAIN.match(address):
        return f"http://{address}" + ("" if "/" in address or "?" in address or "#" in address else "/")
    return ""


def date_format(form: str) -> str:
    """The format as Telegram writes it back: weekday, date, time, or `r`; anything else is refused."""
    if form in ("r", "R"):
        return "r"
    if form.strip("tTdDwW"):
        raise BrokenMarkup("Invalid date-time format specified")
    weekday = "w" if "w" in form.lower() else ""
    return weekday + "".join(letter for letter in ("d", "D", "t", "T") if letter in form)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Read HTML; raises BrokenMarkup with what Telegram says of it."""
    return Reader(source).read()
