"""Unknown words that are typing errors: alone, or as one of the words of a name."""

from collections.abc import Sequence

from diplomacy.countries.parts import Part, TypedText
from diplomacy.countries.typos import Guess, guess, guess_words, means_itself, run_together

MOST_GUESSES = 8
"""Typing errors are looked for in so many unknown words, so that a long text takes no longer."""

REACHES = ((3, 0), (2, 1), (1, 2), (0, 3), (2, 0), (1, 1), (0, 2), (1, 0), (0, 1))
"""How many parts before and behind an unknown word are tried together with it."""


def mend_typos(text: TypedText) -> None:
    """Let unknown words, alone or with their neighbours, stand for the one country whose name they nearly are."""
    left = MOST_GUESSES
    index = 0
    while index < len(text.parts) and left > 0:
        part = text.parts[index]
        if part.unknown and part.folded and not part.days:
            left -= 1
            _mend_with_neighbours(text, index) or _mend_alone(text, index)
        index += 1


def _mend_alone(text: TypedText, index: int) -> bool:
    word = text.parts[index].folded
    found = run_together(word, text.gazetteer) or guess(word, text.language, text.gazetteer)
    return found is not None and _stand_for(text, index, index, found)


def _mend_with_neighbours(text: TypedText, index: int) -> bool:
    """Try the stretches around an unknown word, longest first."""
    for before, behind in REACHES:
        first, last = index - before, index + behind
        stretch = text.parts[max(0, first) : last + 1]
        if first < 0 or len(stretch) != before + behind + 1 or not _may_be_name(stretch):
            continue
        words = " ".join(part.folded for part in stretch).split(" ")
        found = guess_words(words, text.language, text.gazetteer)
        if found is not None and not _swallows(text, stretch, found):
            return _stand_for(text, first, last, found)
    return False


def _may_be_name(stretch: Sequence[Part]) -> bool:
    return all(part.folded and not part.days and not part.since for part in stretch)


def _swallows(text: TypedText, stretch: Sequence[Part], found: Guess) -> bool:
    """Whether a country named beside an ordinary word would be lost: `guinea pig` is no other Guinea."""
    named = [part for part in stretch if part.codes and found.code not in (*part.codes, *part.several)]
    return bool(named) and any(part.unknown and means_itself(part.folded, text.language) for part in stretch)


def _stand_for(text: TypedText, first: int, last: int, found: Guess) -> bool:
    """Put one part in the place of a stretch; always true."""
    stretch = text.parts[first : last + 1]
    shared = text.gazetteer.shared.get(found.form, ())
    typed = stretch[0].typed if first == last else text.typed(stretch[0].first, stretch[-1].last)
    mended = Part(stretch[0].first, stretch[-1].last, typed, found.form, typo=True)
    mended.codes, mended.several = shared[:1] or (found.code,), shared
    text.parts[first : last + 1] = [mended]
    return True
