"""The words that tell what happened, one file a language: found in a text by the stems that the files give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from diplomacy.countries.borders import is_hangul, is_spaceless, may_begin
from diplomacy.countries.folding import fold_columns
from diplomacy.reading.lexicon_files import FOLDER, rows_of
from diplomacy.reading.shorthand import forms_of

LONGEST_ENDING = 14
INFINITIVE = re.compile(r"\s(?:to|will|would|shall|should|could|can|may|might|must)$")


@dataclass(frozen=True)
class Entry:
    """A row of a lexicon: what its forms say."""

    says: str
    """A root of PLOVER, `=stop` (ends a thing), or a sign: `=will`, `=may`, `=not`, `=by`, `=background`, `=said`,
    `=nothing` (a statement that is no event), `=date` (a month that would be taken for a verb)."""
    marks: frozenset[str]
    """`mutual`, `stage:…`, `tone:…`; `weak`: a noun that tells an event only where no verb does; `together`:
    cooperation where two do it side by side; `infinitive`: counts only behind `to`, `will` and the like; `statement`:
    words that tell an event only where they are addressed to a state; with `=stop`, `called-off` and `eased`."""

    @cached_property
    def is_root(self) -> bool:
        """Whether it names a root of PLOVER."""
        return not self.says.startswith("=")

    @cached_property
    def is_head(self) -> bool:
        """Whether it heads a clause beside others: a noun such as `troops` does only where no verb tells more."""
        return not self.is_sign and "weak" not in self.marks

    @cached_property
    def is_sign(self) -> bool:
        """Whether it only colours an event: `=stop` makes one together with its object, and so is none of these."""
        return self.says.startswith("=") and self.says != "=stop"

    def value(self, name: str) -> str | None:
        """The value of a mark such as `stage:signed`."""
        return self._values.get(name)

    @cached_property
    def _values(self) -> dict[str, str]:
        named = (mark.partition(":") for mark in self.marks)
        return {name: value for name, colon, value in named if colon}


NONE = "-"
"""What a row says whose forms say nothing, though a verb below it has them: `fund` is mostly a noun."""

SAYING = frozenset({"=said", "=announces"})
"""Signs of words by which somebody says what follows."""


class Trigger(NamedTuple):
    """A stretch of folded text that says something."""

    start: int
    end: int
    entry: Entry


_Says = tuple[Entry, bool]


class Lexicon:
    """The words of one language."""

    def __init__(self, rows: Iterator[tuple[str, str, str]]) -> None:
        says: list[_Says] = []
        written: list[str] = []
        for what, marks, column in rows:
            entry = Entry(what, frozenset(marks.split(",")) - {"-"})
            both = (entry, False), (entry, True)
            forms = list(forms_of(column))
            written += forms
            says += [both[form.endswith("*")] for form in forms]
        # One call folds all forms of a file.
        folded = map(str.strip, fold_columns("\n".join(written)).split("\n"))
        first: dict[str, _Says] = {}
        for short, told in zip(folded, says, strict=True):
            if short:
                first.setdefault(_sought(short), told)
        self._says = [told for told in first.values() if told[0].says != NONE]
        """What each form says, and whether it is open, in the order of the search: the forms themselves aren't kept."""
        self._search = AhoCorasick(
            [form for form, told in first.items() if told[0].says != NONE],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def find(self, folded: str) -> list[Trigger]:
        """Every stretch of a folded text that says something, in order."""
        found: list[Trigger] = []
        padded = f" {folded} "
        for form, begin, end in self._search.find_matches_as_indexes(padded):
            whole = self._whole(padded, form, begin, end)
            if whole is None:
                continue
            entry, stop = whole
            if "infinitive" in entry.marks and not INFINITIVE.search(padded, max(0, begin - 8), begin):
                continue
            if padded[begin] == " ":
                found.append(Trigger(begin, stop - 1, entry))
            elif may_begin(padded, begin):
                found.append(Trigger(begin - 1, stop - 1, entry))
        return found

    def _whole(self, padded: str, form: int, begin: int, end: int) -> tuple[Entry, int] | None:
        """The longest form from `begin` on that ends where a word ends, and its end.

        In `said northern` that is `said`, though `said no` was found there.
        """
        while True:
            entry, is_open = self._says[form]
            stop = _end_of_word(padded, end) if is_open else end
            if not padded[stop].isalpha() or _may_go_on(padded[stop - 1]):
                return entry, stop
            shorter = self._search.find_matches_as_indexes(padded[begin : end - 1])
            if not shorter or shorter[0][1]:
                return None
            form, end = shorter[0][0], begin + shorter[0][2]


def _end_of_word(padded: str, end: int) -> int:
    """Where the word ends, not searched further than any ending is long."""
    stop = end
    while stop - end < LONGEST_ENDING and padded[stop].isalpha():
        stop += 1
    return stop


def _sought(form: str) -> str:
    """Only scripts with capitals are sought at the beginning of a word; others write prefixes in one word with it."""
    return f" {form}" if form[0].isdigit() or form[0].lower() != form[0].upper() else form


def _may_go_on(last: str) -> bool:
    """Whether a word may end before another letter, in a script without spaces or with endings in one word."""
    return is_spaceless(last) or is_hangul(last)


@cache
def lexicon_of(language: str | None) -> Lexicon | None:
    """The lexicon of a language, read when first asked for; None where there is none yet."""
    if not language or not (FOLDER / f"{language}.tsv").is_file():
        return None
    return Lexicon(rows_of(f"{language}.tsv"))
