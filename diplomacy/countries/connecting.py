"""Words between names that connect, ask or name a period, and runs of scripts without spaces."""

from collections.abc import Iterator

from diplomacy.countries.asking import LONGEST_PHRASE
from diplomacy.countries.borders import is_spaceless
from diplomacy.countries.codes import code_of
from diplomacy.countries.naming import named, sense_of
from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typed import Piece, plain
from diplomacy.countries.windows import counted_at

LONGEST_RUN = 24
"""How many characters a name has at most in a script without spaces."""

SHORT = 3
AND = "and"


def phrase_at(text: TypedText, at: int) -> Part | None:
    """The longest phrase at a piece that connects, asks, or names a period."""
    for last in range(min(len(text.pieces), at + LONGEST_PHRASE) - 1, at - 1, -1):
        joined = text.joined(at, last)
        if joined in text.words.periods:
            return Part(at, last, text.typed(at, last), joined, days=text.words.periods[joined])
        if last > at and joined in text.words.connecting:
            return Part(at, last, text.typed(at, last), joined)
    return _word_at(text, at)


def _word_at(text: TypedText, at: int) -> Part | None:
    """A single word that connects; one that is a code too is left open, or decided by its capitals."""
    piece = text.pieces[at]
    word, code = piece.folded, code_of(piece)
    if word in text.words.connecting:
        if code and not text.words.connects(word, text.language):
            return None
        if code and word != AND and not piece.is_small and not text.shouted:
            return Part(at, at, piece.typed, word, codes=(code,))
        doubtful = code if word != AND or not piece.is_small else ""
        return Part(at, at, piece.typed, word, perhaps=doubtful)
    if word in text.words.units and not code and (len(word) > SHORT or not plain(piece.typed)):
        return Part(at, at, piece.typed, word)
    return None


def run_at(text: TypedText, at: int) -> list[Part]:
    """Cut a run of a script without spaces by what it names; any other word is unknown."""
    piece = text.pieces[at]
    if not is_spaceless(piece.folded[0]):
        return [Part(at, at, piece.typed, piece.folded, unknown=True)]
    return list(_cut(text, piece, at))


def _cut(text: TypedText, piece: Piece, at: int) -> Iterator[Part]:
    """Cut a run from left to right at the longest name, connecting word or period."""
    run, begin, unknown = piece.folded, 0, 0
    while begin < len(run):
        end, part = _longest_segment(text, run, begin, at)
        if part is not None:
            if unknown < begin:
                yield Part(at, at, run[unknown:begin], run[unknown:begin], unknown=True)
            yield part
            unknown = end
        begin = end
    if unknown < begin:
        yield Part(at, at, run[unknown:], run[unknown:], unknown=True)


def _longest_segment(text: TypedText, run: str, begin: int, at: int) -> tuple[int, Part | None]:
    """Where the longest segment at a place of a run ends, and what it means; one character further where none does."""
    counted = counted_at(text, run, begin)
    if counted is not None:
        end, days = counted
        return end, Part(at, at, run[begin:end], days=days)
    for end in range(min(len(run), begin + LONGEST_RUN), begin, -1):
        part = _segment(text, run[begin:end], at)
        if part is not None:
            return end, part
    return begin + 1, None


def _segment(text: TypedText, segment: str, at: int) -> Part | None:
    """What a segment of a run means; None where it means nothing."""
    sense = sense_of(text, segment) if len(segment) > 1 else None
    if sense is not None:
        part = named(text, at, at, segment, sense)
        part.typed = segment
        return part
    if segment in text.words.periods:
        return Part(at, at, segment, days=text.words.periods[segment])
    if segment in text.words.connecting or segment in text.words.units:
        return Part(at, at, segment, segment)
    return None
