"""Where a text holds any of very many forms: one search for each script, built when a text first writes it.

Most houses read a few scripts; the names in all others would take most of the memory and of the time to start.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

SCRIPTS = "\u0370\u0400\u0530\u0600\u0700\u1e00\u3040\uac00\ud7a4"
"""Where scripts begin: Greek, Cyrillic, Armenian and Hebrew, Arabic, those of India and its neighbours, marks, kana and
Han, Hangul, all others. What stands before is Latin."""

LATIN = 0

Span = tuple[int, int]


class Search:
    """Looks for forms in folded texts: the longest at each place, none over another."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms: dict[int, list[str]] = {}
        for form in forms:
            self._forms.setdefault(_script(form[0]), []).append(form)
        self._built: dict[int, AhoCorasick] = {}

    def find(self, padded: str) -> Iterator[Span]:
        """Where each form stands in a folded text with a space before and behind it, in order.

        A form of a script with capitals is found at the beginning of a word only, with the space before it.
        """
        scripts = {LATIN} if padded.isascii() else {_script(character) for character in set(padded)}
        searches = [self._of(script).find_matches_as_indexes(padded) for script in scripts & self._forms.keys()]
        found = [matches for matches in searches if matches]
        free = 0
        for _, begin, end in found[0] if len(found) == 1 else sorted(chain(*found), key=_place):
            if begin >= free:
                free = end
                yield begin, end

    def _of(self, script: int) -> AhoCorasick:
        built = self._built.get(script)
        if built is None:
            built = self._built[script] = AhoCorasick(
                map(_sought, self._forms[script]),
                matchkind=MatchKind.LeftmostLongest,
                implementation=Implementation.ContiguousNFA,
                store_patterns=False,
            )
        return built


def _place(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1:]


def _script(character: str) -> int:
    return LATIN if character < SCRIPTS[0] else bisect_right(SCRIPTS, character)


def _sought(form: str) -> str:
    """Scripts without capitals write prefixes in one word with a name."""
    return f" {form}" if form[0].lower() != form[0].upper() else form
