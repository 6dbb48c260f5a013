"""A text and its entities written back as Telegram's HTML, safe to insert into a page."""

from collections.abc import Iterator
from html import escape

from sandbox.world.entities import Entity, order

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
    "code": ("<code>", "</code>"),
}


def tags(entity: Entity, covered: str) -> tuple[str, str] | None:
    """What opens and closes an entity; None where it has no tag (a command, a hashtag)."""
    value = escape(entity.value)
    match entity.kind:
        case "text_link":
            opening = f'<a href="{value}">', "</a>"
        case "text_mention":
            opening = f'<a href="tg://user?id={value}">', "</a>"
        case "url":
            address = covered if "://" in covered else f"http://{covered}"
            opening = f'<a href="{escape(address)}">', "</a>"
        case "pre":
            opening = (f'<pre><code class="language-{value}">', "</code></pre>") if value else ("<pre>", "</pre>")
        case "custom_emoji":
            opening = f'<tg-emoji emoji-id="{value}">', "</tg-emoji>"
        case "date_time":
            form = f' format="{escape(entity.form)}"' if entity.form else ""
            opening = f'<tg-time unix="{value}"{form}>', "</tg-time>"
        case kind:
            return TAGS.get(kind)
    return opening


def marked_up(text: str, entities: tuple[Entity, ...]) -> str:
    """Write the text as HTML; entities that cross each other are closed and opened again."""
    if not entities:
        return escape(text, quote=False)
    return "".join(pieces(text.encode("utf-16-le", "surrogatepass"), entities))


def pieces(raw: bytes, entities: tuple[Entity, ...]) -> Iterator[str]:
    """Yield tags and escaped text in their order."""

    def plain(start: int, end: int) -> str:
        return raw[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")

    opened: list[tuple[int, str, str]] = []
    position = 0

    def close(until: int) -> Iterator[str]:
        """Close what ends at or before `until`; what was opened later and goes on is opened anew."""
        nonlocal position
        while opened and (end := min(item[0] for item in opened)) <= until:
            yield escape(plain(position, end), quote=False)
            position = max(position, end)
            again: list[tuple[int, str, str]] = []
            while any(item[0] == end for item in opened):
                item = opened.pop()
                yield item[2]
                if item[0] != end:
                    again.append(item)
            for item in reversed(again):
                yield item[1]
                opened.append(item)

    for entity in sorted(entities, key=order):
        found = tags(entity, plain(entity.offset, entity.end))
        if found is None or entity.length <= 0:
            continue
        yield from close(entity.offset)
        yield escape(plain(position, entity.offset), quote=False)
        position = max(position, entity.offset)
        yield found[0]
        opened.append((entity.end, *found))
    total = len(raw) // 2
    yield from close(total)
    yield escape(plain(position, total), quote=False)
    yield from (item[2] for item in reversed(opened))
