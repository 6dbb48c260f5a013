"""The gazetteer: every name of every country, and where a text names one."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from diplomacy.countries.borders import end_of_word, may_any_end, may_begin, may_end
from diplomacy.countries.context import load_context, settle
from diplomacy.countries.folding import Folded, fold, fold_with_offsets
from diplomacy.countries.found import HINT, NOTHING, Found
from diplomacy.countries.names import SHORT, Case, Sense, expand, is_cased, rows, senses, spoken
from diplomacy.countries.owned import without_others_offices
from diplomacy.countries.searching import Search
from diplomacy.reading.shapes import MentionKind

ARTICLES = frozenset(
    {"the", "la", "le", "les", "el", "los", "las", "il", "i", "gli", "o", "a", "os", "as", "die", "der"}
)
"""`La Réunion` is an island, `La réunion` a meeting."""

LONG = 6
CURRENCY = re.compile(r" ?[$€£¥₩₺]")
"""`US$35 million` names no country."""
HYPHENS = frozenset("-\u2010\u2011–")

MOST_NAMES = 60_000
"""No text that somebody wrote names more countries; what repeats one name a million times costs no more than that."""

LONGEST_NAME = 80
"""Letters of the longest name that is looked for again."""


class Gazetteer:
    """All names, read once by `load()`; never changed after."""

    def __init__(
        self,
        names: Mapping[str, tuple[Sense, ...]],
        exact: Mapping[str, frozenset[str]],
        shared: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.names = names
        """Folded forms and what they name, plainest first."""
        self.shared = shared
        """Folded forms that fit several countries (`korea`), and those countries, likeliest first."""
        self._exact = exact
        self._context = load_context(
            {form: codes for form, codes in shared.items() if not _is_whole_name(names[form], codes)}
        )

    @cached_property
    def _search(self) -> Search:
        """Made when the first text is read: who only resolves what people type never needs it."""
        return Search(self.names)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which names of several words begin."""
        return frozenset(form.partition(" ")[0] for form in self.names if " " in form)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code that some name stands for."""
        codes = {code for found in self.names.values() for one in found for code in one.code.split(",")}
        return frozenset(code for code in codes if code != NOTHING and not code.startswith(HINT))

    def is_spelled(self, form: str, written: str) -> bool:
        """Whether a name that counts only letter by letter is written so."""
        return written in self._exact.get(form, ())

    def find(self, text: str, language: str | None = None) -> tuple[Found, ...]:
        """Find the countries that a text names, in the text's order.

        `language` (ISO 639-1, where known) lets the names of that language count that elsewhere are common words.
        """
        folded = fold_with_offsets(text)
        candidates = tuple(islice(self._candidates(text, folded, language), MOST_NAMES))
        names = settle(candidates, text, folded.text, self._context)
        return without_others_offices(names, text, language)

    def _candidates(self, text: str, folded: Folded, language: str | None) -> Iterator[Found]:
        """Every stretch that reads as a name, before its surroundings are looked at."""
        padded = f" {folded.text} "
        done = 0
        for start, end in self._search.find(padded):
            begin = start + (padded[start] == " ")
            if padded[begin - 1] != " " and not may_begin(padded, begin):
                continue
            found = self._accept(text, folded, padded, (begin, end), language)
            if found is None and (space := padded.find(" ", begin, end)) >= 0:
                found = self._behind_first_word(text, folded, padded, space, language)
            if found is not None and found.start >= done:
                done = found.end
                yield from _each(found)

    def _behind_first_word(
        self, text: str, folded: Folded, padded: str, space: int, language: str | None
    ) -> Found | None:
        """The name that begins at the second word of what was no name: `Swiss` in `a Swiss`, where `a s` was found."""
        window = padded[space : space + LONGEST_NAME]
        begin, end = next(self._search.find(window), (1, 0))
        return None if begin else self._accept(text, folded, padded, (space + 1, space + end), language)

    def _accept(
        self, text: str, folded: Folded, padded: str, place: tuple[int, int], language: str | None
    ) -> Found | None:
        """Take the plainest sense, of the form or the longest shorter one at its place, that fits how it is written."""
        begin, form = place[0], padded[place[0] : place[1]]
        while form:
            end = begin + len(form)
            senses_of_form = [one for one in self.names.get(form, ()) if _spoken_in(one, form, language)]
            is_whole = not padded[end].isalnum()
            if senses_of_form and (is_whole or may_any_end(padded, end) or any(one.open for one in senses_of_form)):
                start, stop = folded.origin(begin - 1), folded.origin_end(end - 1)
                written = text[start:stop]
                for one in senses_of_form:
                    if (
                        (is_whole or may_end(padded, end, one, language))
                        and self._written_as_name(written, form, one)
                        and (one.case is not Case.JOINED or text[stop : stop + 1] in HYPHENS)
                        and not CURRENCY.match(text, stop)
                    ):
                        return _whole(text, folded, padded, (start, stop, end), one)
            form = form.rpartition(" ")[0]
        return None

    def _written_as_name(self, written: str, form: str, one: Sense) -> bool:
        """Whether capitals stand where this sense wants them."""
        match one.case:
            case Case.ANY | Case.JOINED:
                return True
            case Case.CAPITAL:
                article, space, name = written.partition(" ")
                told = name if space and article.lower() in ARTICLES else written
                return told[0].isupper() or told[0] == told[0].upper() or any(c.isupper() for c in told[:5])
            case _:
                return self.is_spelled(form, written)


def _whole(text: str, folded: Folded, padded: str, place: tuple[int, int, int], one: Sense) -> Found:
    """The stretch that is named: a stem with its ending, an abbreviation with its last point."""
    start, stop, end = place
    if one.open:
        stop = folded.origin_end(end_of_word(padded, end) - 1)
    elif one.case is Case.EXACT and "." in text[start:stop] and text.startswith(".", stop):
        stop += 1
    return Found(start, stop, text[start:stop], one.code, one.kind)


def _spoken_in(one: Sense, form: str, language: str | None) -> bool:
    """Whether a text in this language may use the form for this country."""
    if not one.languages or language in one.languages:
        return True
    if len(form) == 1:
        return False
    if not form.isascii():
        return True
    if one.case is Case.EXACT:
        return "en" in one.languages
    if len(form) <= SHORT:
        return False
    return language is None or "en" in one.languages or _is_foreign_name(one, form, language)


def _is_foreign_name(one: Sense, form: str, language: str) -> bool:
    """Other languages' longer names may stand in a text, whose language may have been misjudged too; not in English."""
    return language != "en" and one.kind is MentionKind.NAME and len(form) >= LONG


def _each(found: Found) -> Iterator[Found]:
    """A word that names several countries counts for each, with its part."""
    codes = found.code.split(",")
    if len(codes) == 1:
        yield found
        return
    share = len(found.text) // len(codes)
    for at, code in enumerate(codes):
        begin, end = at * share, len(found.text) if at + 1 == len(codes) else (at + 1) * share
        yield Found(found.start + begin, found.start + end, found.text[begin:end], code, found.kind)


def load() -> Gazetteer:
    """Read the package's data files. Call it once: it takes some tenths of a second."""
    names: dict[str, tuple[Sense, ...]] = {}
    exact: dict[str, set[str]] = {}
    shared: dict[str, tuple[str, ...]] = {}
    for joined, languages, written in _shared():
        form, codes = fold(written), tuple(joined.split(","))
        shared[form] = codes
        case = Case.CAPITAL if is_cased(form[0]) else Case.ANY
        writing = spoken(languages) | (names[form][0].languages if form in names else frozenset())
        names[form] = (Sense(codes[0], MentionKind.NAME, writing, case, open=False),)
    alone: tuple[Sense, ...] = ()
    for written, form, one in senses():
        if one.case is Case.EXACT:
            exact.setdefault(form, set()).update((written, written.rstrip(".")))
        known = names.get(form)
        if known is None:
            # The forms of a row follow each other and share what they mean.
            alone = alone if alone and alone[0] is one else (one,)
            names[form] = alone
        elif one not in known:
            names[form] = (*known, one)
    names.pop("", None)
    exact.pop("", None)
    return Gazetteer(names, {form: frozenset(spelled) for form, spelled in exact.items()}, shared)


def _is_whole_name(found: tuple[Sense, ...], codes: tuple[str, ...]) -> bool:
    """Whether a form is all of the likeliest country's name (`Guinea`) and no other's: it means that one anywhere."""
    named = [one.code for one in found if one.kind is MentionKind.NAME]
    return named.count(codes[0]) > 1 and not set(codes[1:]) & set(named)


def _shared() -> Iterator[tuple[str, str, str]]:
    """Forms that several countries share, each with the codes of those countries and its languages."""
    for codes, languages, forms in (*rows("ambiguous.tsv"), *rows("shared.tsv")):
        for form in expand(forms):
            yield codes, languages, form
