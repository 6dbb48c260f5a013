"""Names among typed words: the longest that begins at a word, in any language, with endings, as a code."""

from functools import cache

from diplomacy.countries.borders import LONGEST_ENDING, LONGEST_PREFIX, is_spaceless, may_begin, may_end
from diplomacy.countries.found import NOTHING
from diplomacy.countries.names import Case, Sense, rows
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typed import LONGEST_CODE, Piece, Sort, plain
from diplomacy.reading.shapes import MentionKind

LONGEST_NAME = 14
"""How many words a country's name has at most."""

PREFIXED = ("\u0590", "\u06ff")
"""Hebrew and Arabic write `and`, `in`, `for` in one word with a name."""


def name_at(text: TypedText, at: int) -> Part | None:
    """The longest name that begins at a piece."""
    pieces = text.pieces
    longest = min(len(pieces), at + LONGEST_NAME)
    stop = next((i for i in range(at + 1, longest) if pieces[i].sort is not Sort.WORD), longest)
    for last in range(stop - 1, at - 1, -1):
        found = _name(text, at, last)
        if found is not None:
            return named(text, at, last, *found)
    return None


def _name(text: TypedText, at: int, last: int) -> tuple[str, Sense] | None:
    """The form and sense of a stretch of pieces, as it stands or without an ending."""
    joined = text.joined(at, last)
    if last > at or _may_stand_alone(text, text.pieces[at]):
        sense = sense_of(text, joined)
        if sense is not None:
            return joined, sense
    return _without_ending(text, joined, len(text.pieces[last].folded)) or _without_prefix(text, joined)


def _may_stand_alone(text: TypedText, piece: Piece) -> bool:
    """Whether one word may be a name: Latin words of three letters and fewer are tried as codes first."""
    if not plain(piece.typed) or len(piece.folded) > LONGEST_CODE:
        return True
    senses = [one for one in text.gazetteer.names.get(piece.folded, ()) if _counts(one)]
    if any(text.language in one.languages for one in senses):
        return True
    return not code_of(piece) and piece.folded not in text.words.covered


def sense_of(text: TypedText, form: str) -> Sense | None:
    """What a form names: as the reader's language has it, else English, else the plainest."""
    senses = [one for one in text.gazetteer.names.get(form, ()) if _counts(one)]
    own = [one for one in senses if text.language in one.languages]
    widely = [one for one in senses if not one.languages or "en" in one.languages]
    return next(iter(own or widely or senses), None)


def _counts(one: Sense) -> bool:
    """Names and adjectives are what people type; a capital or a leader is a word to search for."""
    return one.kind in {MentionKind.NAME, MentionKind.DEMONYM} and one.code != NOTHING


def _without_ending(text: TypedText, joined: str, last_length: int) -> tuple[str, Sense] | None:
    """A name with an ending of its language in the same word."""
    shortest = len(joined) - min(last_length - 1, LONGEST_ENDING)
    for cut in range(len(joined) - 1, max(1, shortest - 1), -1):
        sense = sense_of(text, joined[:cut])
        if sense is not None and _may_go_on(text, joined, cut, sense):
            return joined[:cut], sense
    return None


def _may_go_on(text: TypedText, joined: str, cut: int, sense: Sense) -> bool:
    """Whether the rest of the word is an ending that the name may take."""
    if joined[cut] == " " or is_spaceless(joined[cut]):
        return False
    if sense.case is Case.EXACT and cut < LONGEST_CODE and joined[:cut].isascii():
        return False
    return may_end(joined, cut, sense, text.language)


def _without_prefix(text: TypedText, joined: str) -> tuple[str, Sense] | None:
    """A name with `and` or the like before it in the same word."""
    if not joined or not PREFIXED[0] <= joined[0] <= PREFIXED[1]:
        return None
    for begin in range(1, min(LONGEST_PREFIX, len(joined) - 1)):
        if may_begin(joined, begin):
            sense = sense_of(text, joined[begin:])
            if sense is not None:
                return joined[begin:], sense
    return None


def named(text: TypedText, first: int, last: int, form: str, sense: Sense) -> Part:
    """The part that a name makes: one country, two in one word, or the likeliest of several."""
    readings = _readings(text, form, sense)
    codes = readings[:1] or tuple(sense.code.split(","))
    return Part(first, last, text.typed(first, last), form, codes=codes, several=readings)


def _readings(text: TypedText, form: str, sense: Sense) -> tuple[str, ...]:
    """All countries that a form fits, the default first; empty where it fits one, or the language decides."""
    shared = text.gazetteer.shared.get(form)
    if shared:
        return shared
    if sense.kind is not MentionKind.NAME or text.language in sense.languages:
        return ()
    senses = text.gazetteer.names.get(form, ())
    codes = dict.fromkeys(one.code for one in senses if one.kind is MentionKind.NAME and one.code != NOTHING)
    return (sense.code, *(code for code in codes if code != sense.code)) if len(codes) > 1 else ()


def code_at(text: TypedText, at: int) -> Part | None:
    """A word that is an ISO code of two or three letters, in either case, or a short name."""
    piece = text.pieces[at]
    code = code_of(piece)
    if code:
        return Part(at, at, piece.typed, piece.folded, codes=(code,))
    sense = sense_of(text, piece.folded)
    if sense is not None:
        return named(text, at, at, piece.folded, sense)
    return None


def code_of(piece: Piece) -> str:
    """The country whose code a word is; empty for none."""
    return _codes().get(plain(piece.typed).upper(), "")


@cache
def _codes() -> dict[str, str]:
    """Codes of two and three letters, and the country of each."""
    found = {"XKX": "XK", "EU": "EU", "UN": "UN"}
    for code, _, three in rows("codes.tsv"):
        found |= {code: code, three or code: code}
    return found
