"""Names among typed words: the longest that begins at a word, in any language, with endings, as a code."""

import re

from diplomacy.countries.asking import COVERED
from diplomacy.countries.borders import LONGEST_ENDING, LONGEST_PREFIX, is_spaceless, may_begin, may_end
from diplomacy.countries.codes import code_of
from diplomacy.countries.found import HINT, NOTHING
from diplomacy.countries.inflected import base_forms
from diplomacy.countries.names import Case, Sense, official_languages
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typed import LONGEST_CODE, Piece, Sort, plain
from diplomacy.countries.typed_names import typed_names
from diplomacy.countries.typos import fits_several, is_common_in, means_itself
from diplomacy.reading.shapes import MentionKind

LONGEST_NAME = 14
"""How many words a country's name has at most."""

PREFIXED = re.compile("[\u0590-\u074f\u1200-\u137f]")
"""Hebrew, Arabic, Syriac and Ethiopic write `and`, `in`, `for` in one word with a name."""


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
        sense = sense_of(text, joined) if last > at else word_sense(text, text.pieces[at])
        if sense is not None:
            return joined, sense
    return (
        _without_ending(text, joined, len(text.pieces[last].folded))
        or _without_prefix(text, joined)
        or _declined(text, joined)
    )


def _may_stand_alone(text: TypedText, piece: Piece) -> bool:
    """Whether one word may be a name: Latin words of three letters and fewer are tried as codes first."""
    if len(piece.folded) > LONGEST_CODE or not piece.folded.isascii():
        return True
    senses = [one for one in text.gazetteer.names.get(piece.folded, ()) if _counts(one)]
    if any(text.language in one.languages for one in senses):
        return True
    if not plain(piece.typed):
        exactly = text.gazetteer.is_spelled(piece.folded, piece.typed)
        return exactly or piece.folded not in text.words.connecting
    return not code_of(piece) and not text.words.connects(piece.folded, text.language)


def word_sense(text: TypedText, piece: Piece) -> Sense | None:
    """Find what one word names.

    Nothing where it would be the name only in a language far from the reader's, and is rather a word of its own
    (`iron`) or a typing error that fits two countries (`nigera`).
    """
    found = sense_of(text, piece.folded)
    if found is None:
        return None
    if is_common_in(piece.folded, text.language) and text.language not in found.languages | {"en"}:
        return None
    senses = _senses(text, piece.folded)
    near = COVERED | official_languages().get(found.code, frozenset()) | {text.language or "en"}
    if any(one.code == found.code and (not one.languages or one.languages & near) for one in senses):
        return found
    several = piece.typed.isascii() and _fits_several(text, piece.folded)
    rather = several or (piece.is_lower and means_itself(piece.folded, text.language))
    return None if rather else found


def _fits_several(text: TypedText, word: str) -> bool:
    return fits_several(word, text.language, text.gazetteer)


def sense_of(text: TypedText, form: str) -> Sense | None:
    """What a form names: as the reader's language has it, else English, else the plainest."""
    senses = _senses(text, form)
    own = [one for one in senses if text.language in one.languages]
    widely = [one for one in senses if not one.languages or "en" in one.languages]
    return next(iter(own or widely or senses), None)


def _senses(text: TypedText, form: str) -> list[Sense]:
    """All that a form may name where somebody types it."""
    known = [one for one in text.gazetteer.names.get(form, ()) if _counts(one)]
    return [*known, *typed_names().get(form, ())]


def _counts(one: Sense) -> bool:
    """Names and adjectives are what people type; a capital or a leader is a word to search for."""
    return one.kind in {MentionKind.NAME, MentionKind.DEMONYM} and one.code != NOTHING and not one.code.startswith(HINT)


def _without_ending(text: TypedText, joined: str, last_length: int) -> tuple[str, Sense] | None:
    """A name with an ending of its language in the same word."""
    shortest = len(joined) - min(last_length - 1, LONGEST_ENDING)
    for cut in range(len(joined) - 1, max(1, shortest - 1), -1):
        sense = sense_of(text, joined[:cut])
        if sense is not None and _may_go_on(text, joined, cut, sense):
            is_own = text.language in sense.languages
            return None if _is_rather_something_else(text, joined, is_own=is_own) else (joined[:cut], sense)
    return None


def _may_go_on(text: TypedText, joined: str, cut: int, sense: Sense) -> bool:
    """Whether the rest of the word is an ending that the name may take."""
    if joined[cut] == " " or is_spaceless(joined[cut]):
        return False
    if sense.case is Case.EXACT and cut <= LONGEST_CODE and joined[:cut].isascii():
        # `ABDnin` may be typed so, `cars` is no Central African Republic.
        return len(joined) - cut > 1 and text.language in sense.languages and may_end(joined, cut, sense, text.language)
    return may_end(joined, cut, sense, text.language)


def _declined(text: TypedText, joined: str) -> tuple[str, Sense] | None:
    """A name in a form that its language makes by changing the end; no word that means something itself."""
    if " " not in joined and (joined in text.words.connecting or joined in text.words.units):
        return None
    found = [
        (form, one)
        for form, language in base_forms(joined, text.gazetteer.first_words)
        for one in _senses(text, form)
        if language in one.languages
    ]
    own = [(form, one) for form, one in found if text.language in one.languages]
    if not found or _is_rather_something_else(text, joined, is_own=bool(own)):
        return None
    return (own or found)[0]


def _is_rather_something_else(text: TypedText, joined: str, *, is_own: bool) -> bool:
    """Whether a word that may be a form of a name means something itself.

    Where the name is of another language than the reader's, it may be a typing error that fits two as well.
    """
    if " " in joined:
        return False
    return means_itself(joined, text.language) or (not is_own and joined.isascii() and _fits_several(text, joined))


def _without_prefix(text: TypedText, joined: str) -> tuple[str, Sense] | None:
    """A name with `and` or the like before it in the same word."""
    if not PREFIXED.match(joined):
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
    sense = word_sense(text, piece)
    return named(text, at, at, piece.folded, sense) if sense is not None else None
