"""What somebody typed as the countries of a question: countries, a window, and what names no country.

text ─▶ pieces ─▶ parts, each the longest thing at its place ─▶ shared nouns, typos, doubtful codes ─▶ Resolved
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diplomacy.countries.asking import asking
from diplomacy.countries.codes import country_of_flag
from diplomacy.countries.connecting import phrase_at, run_at
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.mending import decide_codes, leave_out_styles, share_nouns
from diplomacy.countries.mistyped import mend_typos
from diplomacy.countries.naming import code_at, name_at
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typed import LONGEST_CODE, Piece, Sort, is_shouted, take_apart
from diplomacy.countries.windows import number_at


@dataclass(frozen=True, slots=True)
class Understood:
    """How one stretch of what was typed was understood."""

    typed: str
    code: str
    typo: bool = False
    """It was a letter or two away from the name."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What somebody typed, as the contract of `dragoman resolve` has it."""

    countries: tuple[str, ...] = ()
    """One code for each name, in the order typed."""
    several: tuple[tuple[str, ...], ...] = ()
    """All readings of each name that fits several countries, the default first."""
    unknown: tuple[str, ...] = ()
    """Words and groups of words that name no country, as typed."""
    window: int | None = None
    """Days."""
    since: str | None = None
    """ISO date."""
    readings: tuple[Understood, ...] = ()


def resolve(text: str, language: str | None, gazetteer: Gazetteer) -> Resolved:
    """Understand typed text as countries and a window; `language` is the interface language and only breaks ties.

    Never raises; the time grows with the length of the text.
    """
    pieces = take_apart(text)
    typed = TypedText(text, pieces, language, gazetteer, asking(), is_shouted(pieces))
    at = 0
    while at < len(typed.pieces):
        typed.parts += _parts_at(typed, at)
        at = typed.parts[-1].last + 1
    share_nouns(typed)
    mend_typos(typed)
    leave_out_styles(typed)
    decide_codes(typed)
    return _result(typed)


def _parts_at(text: TypedText, at: int) -> Sequence[Part]:
    """Understand the longest thing that begins at a piece."""
    piece = text.pieces[at]
    match piece.sort:
        case Sort.FLAG:
            code = country_of_flag(piece.folded)
            return [Part(at, at, piece.typed, codes=(code,) if code else (), unknown=not code)]
        case Sort.DATE:
            return [Part(at, at, piece.typed, since=piece.folded or None, unknown=not piece.folded)]
        case Sort.NUMBER:
            return [number_at(text, at)]
        case _ if piece.ending and text.parts and _is_ending(text, piece):
            # Of a name, or of a word that names nothing and is told whole: `istanbul'un`.
            return [Part(at, at, piece.typed, unknown=text.parts[-1].unknown)]
        case _:
            part = name_at(text, at) or phrase_at(text, at) or code_at(text, at)
            return [part] if part is not None else run_at(text, at)


def _is_ending(text: TypedText, piece: Piece) -> bool:
    """`'nin` of Türkiye'nin is an ending; `Allemagne` of l'Allemagne is a name, and `china` of 'china' is quoted."""
    before = text.parts[-1]
    joined = before.last + 1 < len(text.pieces) and text.pieces[before.last].end + 1 == piece.start
    short = len(piece.folded) <= LONGEST_CODE and piece.typed.islower()
    return joined and (short or (name_at(text, before.last + 1) is None and not before.unknown))


def _result(text: TypedText) -> Resolved:
    """Put the parts together; a second window or date is left over, and told so."""
    window = next((part for part in text.parts if part.days is not None), None)
    since = next((part for part in text.parts if part.since is not None), None)
    left = [
        part
        for part in text.parts
        if part.unknown or (part.days is not None and part is not window) or (part.since and part is not since)
    ]
    readings = [Understood(part.typed, code, part.typo) for part in text.parts for code in part.codes]
    return Resolved(
        countries=tuple(reading.code for reading in readings),
        several=tuple(dict.fromkeys(part.several for part in text.parts if part.several)),
        unknown=tuple(_grouped(text, left)),
        window=window.days if window else None,
        since=since.since if since else None,
        readings=tuple(readings),
    )


def _grouped(text: TypedText, left: Sequence[Part]) -> Iterator[str]:
    """Unknown words that stand side by side are one group, as typed."""
    group: list[Part] = []
    for part in left:
        if group and not _side_by_side(text, group[-1], part):
            yield _said(text, group)
            group = []
        group.append(part)
    if group:
        yield _said(text, group)


def _side_by_side(text: TypedText, one: Part, other: Part) -> bool:
    if other.first != one.last + 1:
        return False
    between = text.text[text.pieces[one.last].end : text.pieces[other.first].start]
    return all(character.isspace() or character in "-'’" for character in between)


def _said(text: TypedText, group: Sequence[Part]) -> str:
    return group[0].typed if len(group) == 1 else text.typed(group[0].first, group[-1].last)
