"""Parts that depend on each other: shared nouns, typing errors, words that are codes or only connect."""

from collections.abc import Iterator

from diplomacy.countries.naming import sense_of
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typos import guess

ENOUGH = 2
"""Countries of a question."""

MOST_GUESSES = 8
"""Typing errors are looked for in so many unknown words, so that a long text takes no longer."""

REACHES = ((2, 0), (1, 1), (0, 2), (1, 0), (0, 1), (0, 0))
"""How many parts before and behind an unknown word are tried together with it."""

FURTHEST = 4
"""How many connecting words may stand between two adjectives that share a noun."""

BETWEEN = frozenset({"in", "to"})
"""Small words that stand between names and are hardly ever meant as codes there."""


def share_nouns(text: TypedText) -> None:
    """`north and south korea` names both: a word before (or behind) `and` shares the other's noun."""
    for index, part in enumerate(text.parts):
        if part.folded and (part.unknown or _is_short_code(part)):
            ahead, _ = _neighbour(text, index, 1)
            behind, between = _neighbour(text, index, -1)
            forms = list(_before(part, ahead)) if ahead is not None and part.unknown else []
            if behind is not None:
                forms += _behind(part, behind, between)
            _adopt(text, part, forms)


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


def mend_typos(text: TypedText) -> None:
    """Let unknown words, alone or with their neighbours, stand for the one country whose name they nearly are."""
    left = MOST_GUESSES
    index = 0
    while index < len(text.parts) and left > 0:
        if text.parts[index].unknown and text.parts[index].folded:
            left -= 1
            _mend(text, index)
        index += 1


def _mend(text: TypedText, index: int) -> None:
    """Try the stretches around an unknown word, longest first."""
    for before, behind in REACHES:
        first, last = index - before, index + behind
        stretch = text.parts[max(0, first) : last + 1]
        whole = len(stretch) == before + behind + 1 and first >= 0
        if not whole or any(not part.folded or part.days or part.since for part in stretch):
            continue
        found = guess(" ".join(part.folded for part in stretch), text.language, text.gazetteer)
        if found is not None and (first == last or " " in found.form):
            shared = text.gazetteer.shared.get(found.form, ())
            typed = stretch[0].typed if first == last else text.typed(stretch[0].first, stretch[-1].last)
            mended = Part(stretch[0].first, stretch[-1].last, typed, found.form, typo=True)
            mended.codes, mended.several = shared[:1] or (found.code,), shared
            text.parts[first : last + 1] = [mended]
            return


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
