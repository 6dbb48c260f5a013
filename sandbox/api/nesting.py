"""Telegram's rules of nesting: styles anywhere but in code, no quote in a quote, no link in a link."""

from collections.abc import Iterator

from sandbox.world.entities import Entity, order

STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CODES = frozenset({"pre", "code"})


def nested(entities: list[Entity]) -> list[Entity]:
    """Keep those that may stand where they stand, outer ones first; entities must not cross each other."""
    kept: list[Entity] = []
    opened: list[Entity] = []
    code = False
    for entity in sorted(entities, key=order):
        while opened and opened[-1].end <= entity.offset:
            opened.pop()
        if opened and not bears(opened, entity.kind):
            continue
        code = code or entity.kind in CODES
        opened.append(entity)
        kept.append(entity)
    if not code:
        return kept
    codes = [entity for entity in kept if entity.kind in CODES]
    pieces = [piece for entity in kept for piece in (around(entity, codes) if entity.kind in STYLES else (entity,))]
    return sorted(pieces, key=order)


def bears(opened: list[Entity], kind: str) -> bool:
    """Whether an entity of this kind may stand inside those that are open."""
    for outer in opened:
        if outer.kind in CODES or outer.kind == kind:
            return False
        if kind in QUOTES and outer.kind in QUOTES:
            return False
        if kind not in STYLES and kind not in QUOTES and outer.kind not in STYLES and outer.kind not in QUOTES:
            return False
    return True


def around(entity: Entity, codes: list[Entity]) -> Iterator[Entity]:
    """A style around code stands only before and after it."""
    start = entity.offset
    for code in codes:
        if code.offset >= entity.end or code.end <= start:
            continue
        if code.offset > start:
            yield between(entity, start, code.offset)
        start = max(start, code.end)
    if start < entity.end:
        yield between(entity, start, entity.end)


def between(entity: Entity, start: int, end: int) -> Entity:
    """The same entity at another place."""
    return entity._replace(offset=start, length=end - start)


def split(entities: list[Entity]) -> list[Entity]:
    """Where one entity crosses the end of another, make two of it."""
    done: list[Entity] = []
    left = sorted(entities, key=order, reverse=True)
    opened: list[Entity] = []
    while left:
        entity = left.pop()
        while opened and opened[-1].end <= entity.offset:
            opened.pop()
        edge = min((outer.end for outer in opened), default=entity.end)
        if edge < entity.end:
            left.append(between(entity, edge, entity.end))
            left.sort(key=order, reverse=True)
            entity = between(entity, entity.offset, edge)
        opened.append(entity)
        done.append(entity)
    return done
