"""What somebody typed as the countries of a question: countries, a window, and what names no country."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from diplomacy.countries.asking import LONGEST_PHRASE, ONE_LETTER_UNITS, Asking, asking
from diplomacy.countries.borders import LONGEST_ENDING, is_spaceless, may_begin, may_end
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.names import Case, Sense, rows
from diplomacy.countries.typed import Piece, Sort, plain, take_apart
from diplomacy.countries.typos import guess
from diplomacy.reading.shapes import MentionKind

LONGEST_NAME = 14
"""How many words a country's name has at most."""

LONGEST_RUN = 24
"""How many characters a name has at most in a script without spaces."""

LONGEST_WINDOW = 3650
MOST_GUESSES = 8
"""Typing errors are looked for in so many unknown words, so that a long text takes no longer."""

TWO = 2
FIRST_YEAR, LAST_YEAR = 1900, 2199
SHOUTED = frozenset({"car"})
"""Abbreviations that count in capitals only."""


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
    several: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    window: int | None = None
    since: str | None = None
    readings: tuple[Understood, ...] = ()


@dataclass(slots=True)
class _Part:
    """A stretch of pieces with what it means."""

    first: int
    last: int
    typed: str
    codes: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    days: int | None = None
    since: str | None = None
    unknown: bool = False
    perhaps: str = ""
    """The code of a word that may only connect."""
    folded: str = ""
    typo: bool = False


@dataclass(slots=True)
class _Reading:
    """One text while it is read."""

    text: str
    pieces: Sequence[Piece]
    language: str | None
    gazetteer: Gazetteer
    words: Asking
    parts: list[_Part] = field(default_factory=list)


def resolve(text: str, language: str | None, gazetteer: Gazetteer) -> Resolved:
    """Understand typed text as countries and a window; `language` is the interface language and only breaks ties.

    Never raises; the time grows with the length of the text.
    """
    reading = _Reading(text, take_apart(text), language, gazetteer, asking())
    at = 0
    while at < len(reading.pieces):
        part = _part(reading, at)
        reading.parts.append(part)
        at = part.last + 1
    _share_nouns(reading)
    _mend_typos(reading)
    _decide_codes(reading)
    return _result(reading)


# --- one part after the other ---------------------------------------------------------------------------------------


def _part(reading: _Reading, at: int) -> _Part:
    """Read the longest thing that begins at a piece."""
    piece = reading.pieces[at]
    match piece.sort:
        case Sort.FLAG:
            known = piece.folded in reading.gazetteer.codes
            return _Part(at, at, piece.typed, codes=(piece.folded,) if known else (), unknown=not known)
        case Sort.DATE:
            return _Part(at, at, piece.typed, since=piece.folded)
        case Sort.NUMBER:
            return _number(reading, at)
        case _ if piece.ending and reading.parts and not reading.parts[-1].unknown:
            return _ending(reading, at)
        case _:
            return _name(reading, at) or _phrase(reading, at) or _code(reading, at) or _run(reading, at)


def _ending(reading: _Reading, at: int) -> _Part:
    """An ending behind an apostrophe (`Türkiye'nin`); a name behind one (`l'Allemagne`) counts."""
    return _name(reading, at) or _Part(at, at, reading.pieces[at].typed)


def _number(reading: _Reading, at: int) -> _Part:
    """A number with the unit behind it, if any: a window, or a year behind `since`."""
    piece = reading.pieces[at]
    value = int(piece.folded[:8])
    unit = _unit(reading, at + 1)
    last = at if unit is None else at + 1
    days = value * (unit or 1)
    if unit is None and at + 1 < len(reading.pieces) and reading.pieces[at + 1].attached:
        return _Part(at, at + 1, _typed(reading, at, at + 1), unknown=True)
    since = at > 0 and reading.pieces[at - 1].folded in reading.words.since
    if unit is None and since and FIRST_YEAR <= value <= LAST_YEAR:
        return _Part(at, at, piece.typed, since=f"{value}-01-01")
    if 1 <= days <= LONGEST_WINDOW and len(piece.folded) <= 8:  # noqa: PLR2004 - more digits are no number of days
        return _Part(at, last, _typed(reading, at, last), days=days)
    return _Part(at, last, _typed(reading, at, last), unknown=True)


def _unit(reading: _Reading, at: int) -> int | None:
    """The days that a unit behind a number stands for."""
    if at >= len(reading.pieces) or reading.pieces[at].sort is not Sort.WORD:
        return None
    piece = reading.pieces[at]
    for cut in range(len(piece.folded), max(0, len(piece.folded) - 3), -1):
        word = piece.folded[:cut]
        known = reading.words.units.get(word)
        if known is None or (cut < len(piece.folded) and not is_hangul_word(word)):
            continue
        if piece.attached or len(word) > TWO or word in ONE_LETTER_UNITS or not plain(word):
            return known
        if len(word) == TWO and word.upper() not in reading.gazetteer.codes:
            return known
    return None


def is_hangul_word(word: str) -> bool:
    """Korean writes particles right behind its units."""
    return bool(word) and "\uac00" <= word[-1] <= "\ud7a3"


def _name(reading: _Reading, at: int) -> _Part | None:
    """The longest name that begins at a piece, with an ending of its language or without."""
    pieces = reading.pieces
    longest = min(len(pieces), at + LONGEST_NAME)
    stop = next((i for i in range(at + 1, longest) if pieces[i].sort is not Sort.WORD), longest)
    for last in range(stop - 1, at - 1, -1):
        joined = " ".join(piece.folded for piece in pieces[at : last + 1])
        sense = _sense(reading, joined, whole=True) if last > at or _is_name_alone(reading, pieces[at]) else None
        form = joined
        if sense is None:
            form, sense = _inflected(reading, joined, len(pieces[last].folded))
        if sense is not None and _counts(pieces[at], last == at, sense):
            return _named(reading, at, last, form, sense)
    return None


def _is_name_alone(reading: _Reading, piece: Piece) -> bool:
    """Whether a single word may be a name: words of three Latin letters and fewer are tried as codes first."""
    return not plain(piece.typed) or len(piece.folded) > 3 or _is_own_short(reading, piece.folded)  # noqa: PLR2004


def _is_own_short(reading: _Reading, form: str) -> bool:
    """A short form that the reader's own language, or English, uses as a name: `ab`, `uk`."""
    senses = [one for one in reading.gazetteer.names.get(form, ()) if _counts_here(one)]
    if any(reading.language in one.languages for one in senses):
        return True
    return form.upper() not in _alpha() and form not in reading.words.covered and bool(senses)


def _counts(piece: Piece, single: bool, sense: Sense) -> bool:  # noqa: FBT001 - a word is single or not
    return not (single and piece.folded in SHOUTED and piece.is_small and sense.case is Case.EXACT)


def _sense(reading: _Reading, form: str, *, whole: bool) -> Sense | None:
    """What a form names: as the reader's language has it, else English, else the plainest."""
    senses = [one for one in reading.gazetteer.names.get(form, ()) if _counts_here(one) and (whole or not one.open or True)]
    if not senses:
        return None
    own = [one for one in senses if reading.language in one.languages]
    return (own or [one for one in senses if not one.languages or "en" in one.languages] or senses)[0]


def _counts_here(one: Sense) -> bool:
    return one.kind in {MentionKind.NAME, MentionKind.DEMONYM} and one.code != "-"


def _inflected(reading: _Reading, joined: str, last_length: int) -> tuple[str, Sense | None]:
    """A name with an ending of its language behind it, or a prefix in the same word before it."""
    shortest = len(joined) - min(last_length - 1, LONGEST_ENDING)
    for cut in range(len(joined) - 1, shortest - 1, -1):
        sense = _sense(reading, joined[:cut], whole=False)
        if sense is not None and cut > TWO - 1 and not joined[cut].isspace() and _may_go_on(reading, joined, cut, sense):
            return joined[:cut], sense
    for begin in range(1, min(4, len(joined) - 1)):
        if not joined[begin - 1].isspace() and "\u0590" <= joined[0] <= "\u06ff" and may_begin(joined, begin):
            sense = _sense(reading, joined[begin:], whole=True)
            if sense is not None:
                return joined[begin:], sense
    return joined, None


def _may_go_on(reading: _Reading, joined: str, cut: int, sense: Sense) -> bool:
    """Whether the rest of the word is an ending that the name may take."""
    short = sense.case is Case.EXACT and cut <= TWO and joined[:cut].isascii()
    return not short and not is_spaceless(joined[cut]) and may_end(joined, cut, sense, reading.language)


def _named(reading: _Reading, first: int, last: int, form: str, sense: Sense) -> _Part:
    """A part that names a country, or two in one word."""
    typed = _typed(reading, first, last)
    shared = reading.gazetteer.shared.get(form, ())
    codes = tuple(sense.code.split(",")) if not shared else shared[:1]
    return _Part(first, last, typed, codes=codes, several=shared, folded=form)


def _phrase(reading: _Reading, at: int) -> _Part | None:
    """The longest phrase that connects, asks, or names a period."""
    pieces, words = reading.pieces, reading.words
    for last in range(min(len(pieces), at + LONGEST_PHRASE) - 1, at - 1, -1):
        joined = " ".join(piece.folded for piece in pieces[at : last + 1])
        typed = _typed(reading, at, last)
        if joined in words.periods:
            return _Part(at, last, typed, days=words.periods[joined], folded=joined)
        if joined in words.connecting:
            code = _code_of(pieces[at]) if last == at else ""
            if code and not pieces[at].is_small and not _is_shouted(reading) and joined != "and":
                return _Part(at, at, typed, codes=(code,), folded=joined)
            return _Part(at, last, typed, perhaps=code if joined in words.covered else "", folded=joined) if not code or joined in words.covered else None
        if last == at and joined in words.units and not plain(pieces[at].typed)[:TWO]:
            return _Part(at, last, typed, folded=joined)
        if last == at and joined in words.units and len(joined) > 3:  # noqa: PLR2004 - `days` alone counts nothing
            return _Part(at, last, typed, folded=joined)
    return None


def _is_shouted(reading: _Reading) -> bool:
    """Whether everything is typed in capitals, so that they tell nothing."""
    letters = [piece for piece in reading.pieces if piece.sort is Sort.WORD and piece.typed.upper() != piece.typed.lower()]
    long = [piece for piece in letters if len(piece.typed) > 3]  # noqa: PLR2004 - codes are in capitals anyway
    return bool(long) and not any(piece.is_small for piece in long)


@cache
def _alpha() -> dict[str, str]:
    """Codes of two and three letters, and the country of each."""
    found = {"XKX": "XK", "EU": "EU", "UN": "UN"}
    for code, _, three in rows("codes.tsv"):
        found[code] = code
        if three:
            found[three] = code
    return found


def _code_of(piece: Piece) -> str:
    """The country whose ISO code a word is; empty for none."""
    return _alpha().get(plain(piece.typed).upper(), "")


def _code(reading: _Reading, at: int) -> _Part | None:
    """A word that is a code, or a short name."""
    piece = reading.pieces[at]
    code = _code_of(piece)
    if code:
        return _Part(at, at, piece.typed, codes=(code,), folded=piece.folded)
    sense = _sense(reading, piece.folded, whole=True)
    if sense is not None and _counts(piece, True, sense):  # noqa: FBT003
        return _named(reading, at, at, piece.folded, sense)
    return None


def _run(reading: _Reading, at: int) -> _Part:
    """A run of a script without spaces is cut by what it names; any other word is unknown."""
    piece = reading.pieces[at]
    if not is_spaceless(piece.folded[0]) or len(piece.folded) == 1:
        return _Part(at, at, piece.typed, unknown=True, folded=piece.folded)
    parts = list(_cut(reading, piece, at))
    reading.parts.extend(parts[:-1])
    return parts[-1]


def _cut(reading: _Reading, piece: Piece, at: int) -> Iterator[_Part]:
    """Cut a run from left to right at the longest name, connecting word or period."""
    text, begin, unknown = piece.folded, 0, 0
    while begin < len(text):
        for end in range(min(len(text), begin + LONGEST_RUN), begin, -1):
            part = _segment(reading, text[begin:end], at)
            if part is not None:
                if unknown < begin:
                    yield _Part(at, at, text[unknown:begin], unknown=True, folded=text[unknown:begin])
                yield part
                begin = unknown = end
                break
        else:
            begin += 1
    if unknown < begin:
        yield _Part(at, at, text[unknown:], unknown=True, folded=text[unknown:])


def _segment(reading: _Reading, segment: str, at: int) -> _Part | None:
    """What a segment of a run means; None where it means nothing."""
    sense = _sense(reading, segment, whole=True) if len(segment) > 1 else None
    if sense is not None:
        part = _named(reading, at, at, segment, sense)
        part.typed = segment
        return part
    if segment in reading.words.periods:
        return _Part(at, at, segment, days=reading.words.periods[segment])
    if segment in reading.words.connecting or segment in reading.words.units:
        return _Part(at, at, segment, folded=segment)
    return None


def _typed(reading: _Reading, first: int, last: int) -> str:
    return reading.text[reading.pieces[first].start : reading.pieces[last].end]


# --- parts that depend on each other --------------------------------------------------------------------------------


def _share_nouns(reading: _Reading) -> None:
    """`north and south korea` names both: a word before (or behind) `and` shares the other's noun."""
    parts = reading.parts
    for index, part in enumerate(parts):
        if not part.unknown or not part.folded:
            continue
        ahead = _neighbour(reading, index, 1)
        if ahead is not None and " " in ahead.folded:
            words = ahead.folded.split(" ")
            if _adopt(reading, part, (f"{part.folded} {' '.join(words[cut:])}" for cut in range(1, len(words)))):
                continue
        behind = _neighbour(reading, index, -1)
        if behind is not None and " " in behind.folded:
            words = behind.folded.split(" ")
            _adopt(reading, part, (f"{' '.join(words[:cut])} {part.folded}" for cut in range(len(words) - 1, 0, -1)))


def _neighbour(reading: _Reading, index: int, step: int) -> _Part | None:
    """The named part next to a part, with nothing but `and` between them."""
    at = index + step
    while 0 <= at < len(reading.parts) and reading.parts[at].folded in reading.words.joining and not reading.parts[at].codes:
        at += step
    found = reading.parts[at] if 0 <= at < len(reading.parts) else None
    return found if found is not None and found.codes else None


def _adopt(reading: _Reading, part: _Part, forms: Iterator[str]) -> bool:
    """Let an unknown part stand for the first of these forms that is a name."""
    for form in forms:
        sense = _sense(reading, form, whole=True)
        if sense is not None:
            part.codes, part.unknown, part.folded = (sense.code,), False, form
            return True
    return False


def _mend_typos(reading: _Reading) -> None:
    """Let unknown words, alone or with their neighbours, stand for the one country whose name they nearly are."""
    left = MOST_GUESSES
    index = 0
    while index < len(reading.parts) and left > 0:
        part = reading.parts[index]
        if part.unknown and part.folded and not part.folded[0].isdecimal():
            left -= 1
            _mend(reading, index)
        index += 1


def _mend(reading: _Reading, index: int) -> None:
    """Try the stretches around an unknown word, longest first."""
    parts = reading.parts
    for first, last in ((index - 2, index), (index - 1, index + 1), (index, index + 2), (index - 1, index), (index, index + 1), (index, index)):
        if first < 0 or last >= len(parts):
            continue
        stretch = parts[first : last + 1]
        if any(not part.folded or part.days or part.since for part in stretch):
            continue
        joined = " ".join(part.folded for part in stretch)
        found = guess(joined, reading.language, reading.gazetteer)
        if found is not None and (first == last or " " in found.form):
            shared = reading.gazetteer.shared.get(found.form, ())
            typed = _typed(reading, stretch[0].first, stretch[-1].last) if first < last else stretch[0].typed
            parts[first : last + 1] = [
                _Part(stretch[0].first, stretch[-1].last, typed, codes=shared[:1] or (found.code,), several=shared, folded=found.form, typo=True)
            ]
            return


def _decide_codes(reading: _Reading) -> None:
    """A small word that connects is the code of a country only where fewer than two are named without it."""
    parts = reading.parts
    named = sum(len(part.codes) for part in parts)
    doubtful = [index for index, part in enumerate(parts) if part.perhaps and part.folded != "and"]
    if named >= TWO or not doubtful:
        return
    bare = all(part.codes or part.perhaps for part in parts)
    if bare:
        doubtful.sort(key=lambda index: (parts[index].folded in reading.words.joining | {"in", "to"} and 0 < index < len(parts) - 1, index))
    else:
        doubtful.sort(key=lambda index: (0 < index < len(parts) - 1, index))
    for index in doubtful:
        between = 0 < index < len(parts) - 1
        if named >= TWO and between and (not bare or parts[index].folded in reading.words.joining | {"in", "to"}):
            continue
        parts[index].codes = (parts[index].perhaps,)
        named += 1


# --- the result -----------------------------------------------------------------------------------------------------


def _result(reading: _Reading) -> Resolved:
    """Put the parts together; a second window or date is left over and told so."""
    countries: list[str] = []
    several: list[tuple[str, ...]] = []
    readings: list[Understood] = []
    unknown: list[_Part] = []
    window: int | None = None
    since: str | None = None
    for part in reading.parts:
        for code in part.codes:
            countries.append(code)
            readings.append(Understood(part.typed, code, part.typo))
        if part.several:
            several.append(part.several)
        if part.days is not None and window is None:
            window = part.days
        elif part.since is not None and since is None:
            since = part.since
        elif part.unknown or part.days is not None or part.since is not None:
            unknown.append(part)
    return Resolved(
        tuple(countries),
        tuple(dict.fromkeys(several)),
        tuple(_grouped(reading, unknown)),
        window,
        since,
        tuple(readings),
    )


def _grouped(reading: _Reading, unknown: Sequence[_Part]) -> Iterator[str]:
    """Unknown words that stand side by side are one group, as typed."""
    group: list[_Part] = []
    for part in unknown:
        if group and not _side_by_side(reading, group[-1], part):
            yield _said(reading, group)
            group = []
        group.append(part)
    if group:
        yield _said(reading, group)


def _side_by_side(reading: _Reading, one: _Part, other: _Part) -> bool:
    if other.first != one.last + 1:
        return False
    between = reading.text[reading.pieces[one.last].end : reading.pieces[other.first].start]
    return all(character.isspace() or character in "-'’" for character in between)


def _said(reading: _Reading, group: Sequence[_Part]) -> str:
    return group[0].typed if len(group) == 1 else _typed(reading, group[0].first, group[-1].last)
