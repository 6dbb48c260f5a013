"""Parts that depend on each other: shared nouns, words that are codes or only connect."""

from collections.abc import Iterator

from diplomacy.countries.naming import sense_of
from diplomacy.countries.parts import Part, TypedText

ENOUGH = 2
"""Countries of a question."""

FURTHEST = 4
"""How many connecting words may stand between two adjectives that share a noun."""

HANGING = ("-", "\u2010", "\u2011")
"""Hyphens that stand for the rest of a compound."""

BETWEEN = frozenset({"in", "to"})
"""Small words that stand between names and are hardly ever meant as codes there."""


def share_nouns(text: TypedText) -> None:
    """`north and south korea` names both: a word before (or behind) `and` shares the other's noun."""
    for index, part in enumerate(text.parts):
        if part.unknown and text.text[text.pieces[part.last].end :].startswith(HANGING):
            _adopt(text, part, list(_compounds(text, index)))
        if part.folded and (part.unknown or _is_short_code(part)):
            ahead, _ = _neighbour(text, index, 1)
            behind, between = _neighbour(text, index, -1)
            forms = list(_before(part, ahead)) if ahead is not None and part.unknown else []
            if behind is not None:
                forms += _behind(part, behind, between)
            _adopt(text, part, forms)


def _compounds(text: TypedText, index: int) -> Iterator[str]:
    """`Nord-` of `Nord- und Südkorea` before the ends of the next name."""
    ahead = next((part for part in text.parts[index + 1 : index + FURTHEST] if part.codes), None)
    if ahead is not None:
        yield from (text.parts[index].folded + ahead.folded[cut:] for cut in range(1, len(ahead.folded)))


def _is_short_code(part: Part) -> bool:
    """`sur` of `Corea del Norte y del Sur` is Suriname's code as well."""
    return bool(part.codes or part.perhaps) and len(part.folded) <= len("sur") and not part.typed.isupper()


def _neighbour(text: TypedText, index: int, step: int) -> tuple[Part | None, list[str]]:
    """The named part next to a part behind `and`, and the connecting words between them that are no `and`."""
    between: list[str] = []
    at, joined = index + step, False
    while (
        0 <= at < len(text.parts)
        and abs(at - index) <= FURTHEST
        and not text.parts[at].codes
        and not text.parts[at].unknown
    ):
        joined = joined or text.parts[at].folded in text.words.joining
        if text.parts[at].folded not in text.words.joining:
            between.append(text.parts[at].folded)
        at += step
    near = 0 <= at < len(text.parts) and bool(text.parts[at].codes) and " " in text.parts[at].folded
    if not near or not (joined or text.parts[index].unknown):
        return None, []
    return text.parts[at], between


def _before(part: Part, ahead: Part) -> Iterator[str]:
    words = ahead.folded.split(" ")
    yield from (f"{part.folded} {' '.join(words[cut:])}" for cut in range(1, len(words)))


def _behind(part: Part, behind: Part, between: list[str]) -> Iterator[str]:
    words = behind.folded.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        yield " ".join((*words[:cut], *between, part.folded))
        yield " ".join((*words[:cut], part.folded))


def _adopt(text: TypedText, part: Part, forms: list[str]) -> None:
    """Let a part stand for the first of these forms that is a name."""
    for form in forms:
        sense = sense_of(text, form)
        if sense is not None:
            part.codes, part.unknown, part.perhaps, part.folded = (sense.code,), False, "", form
            return


def leave_out_styles(text: TypedText) -> None:
    """What a state calls itself beside its name is part of the name: `République`, `Islamic Republic of`."""
    parts = text.parts
    beside = [at for at, part in enumerate(parts) if part.codes]
    around = {at: (*_style(text, at, -1), *_style(text, at, 1)) for at in beside}
    for styles in around.values():
        if any(part.folded in text.words.state for part in styles):
            for part in styles:
                part.unknown = False


def _style(text: TypedText, at: int, step: int) -> Iterator[Part]:
    """The words of a state's style before or behind its name, with what connects them."""
    at += step
    while 0 <= at < len(text.parts) and not text.parts[at].codes and _is_style(text, text.parts[at]):
        yield text.parts[at]
        at += step


def _is_style(text: TypedText, part: Part) -> bool:
    """Whether a part is a word of a state's style, or connects such words."""
    if not part.unknown:
        return part.days is None and not part.since and not part.perhaps
    return part.folded in text.words.state or part.folded in text.words.style


def decide_codes(text: TypedText) -> None:
    """A small word that connects is the code of a country only where fewer than two are named without it.

    Of several such words those at the ends are taken first: what stands between two names connects them.
    """
    parts = text.parts
    named = sum(len(part.codes) for part in parts)
    if named >= ENOUGH:
        return
    only_codes = all(part.codes or part.perhaps for part in parts)
    joining = text.words.joining | BETWEEN

    def connects(index: int) -> bool:
        inside = 0 < index < len(parts) - 1
        return inside and (not only_codes or parts[index].folded in joining)

    for index in sorted((at for at, part in enumerate(parts) if part.perhaps), key=lambda at: (connects(at), at)):
        if named < ENOUGH or not connects(index):
            parts[index].codes = (parts[index].perhaps,)
            named += 1
