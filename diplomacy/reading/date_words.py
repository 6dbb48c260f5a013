"""The words of a text that tell when: found by the lexicon of its language, numbers by their digits."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from diplomacy.countries.borders import is_hangul, is_spaceless
from diplomacy.countries.folding import Folded, fold
from diplomacy.reading.lexicon_files import FOLDER, rows_of
from diplomacy.reading.lexicons import Entry, Lexicon

NUMBER = re.compile(r"\d+")
RELATIVE = re.compile(r"(day|week|month|quarter|year)([+-]\d+)")
APART = frozenset({"glue", "before", "after", "suffix", "ending", "range"})
"""Words that are looked for beside others only, never by themselves."""

SUFFIXES = ("count-day", "count-week", "count-month", "count-year", "year", "month", "day", "quarter")
"""What the words right behind a number make of it; the `count` ones only count."""

WORDED = {"number": ("count", ""), "ordinal": ("number", "nth"), "day of": ("number", "day")}
"""Numbers in words: those that count are no days of a month."""

LOOKED_BACK = 16
FIRST_YEAR, LAST_YEAR = 1900, 2100
FIRST_PERSIAN, LAST_PERSIAN = 1300, 1450
LAST_DAY = 31
LONGEST_NUMBER = 4


class Word(NamedTuple):
    """A word that is part of a date: offsets count in the folded text."""

    sort: str
    """`month`, `persian`, `weekday`, `day`, `year`, `jalali` (a Persian year), `quarter`, `number`, `unit`, `period`,
    `count` (a number in words, for counting only), `next`, `coming`, `this`, `last`."""
    value: int
    unit: str
    """Of a unit or a period: day, week, month, quarter, year; of a number, what follows it made it."""
    start: int
    end: int
    dated: bool = False
    """Counts only beside a number."""
    loose: bool = False
    """`in three months` may lie ahead, or tell how long something took."""
    over: bool = False
    """`earlier this month`: the part of it that has passed."""


class Sign(NamedTuple):
    """A word that tells of dates and acts beside it: `will`, `act`, `if` …; offsets count in the text."""

    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language."""

    lexicon: Lexicon
    glue: frozenset[str]
    """Words that may stand between the parts of one date."""
    range: frozenset[str]
    """Words that may stand between two days, besides (5 and 6 March)."""
    beside: dict[str, tuple[str, ...]]
    """What stands beside a stretch of time: `before ahead`, `after ago` … with its words."""
    future: re.Pattern[str] | None
    """How words end that tell what is to come (tr -ecek, es -rá)."""
    past: re.Pattern[str] | None
    """How words end that tell what has been."""
    suffixes: tuple[tuple[str, tuple[str, ...]], ...]
    """What the words right behind a number make of it: `count-month`, `year`, `month` …"""

    def suffix(self, folded: str, at: int) -> tuple[str, int]:
        """What the word right behind a number makes of it, and where that word ends."""
        begin = at + folded.startswith(" ", at)
        for name, forms in self.suffixes:
            for form in forms:
                if folded.startswith(form, begin) and _ends(folded, begin + len(form)):
                    return name, begin + len(form)
        return "", at

    def leads(self, name: str, folded: str, at: int) -> bool:
        """Whether words of this name (`before ahead`) stand right before a place."""
        forms = self.beside.get(name)
        return forms is not None and f" {folded[max(0, at - LOOKED_BACK) : at]}".rstrip().endswith(forms)

    def follows(self, name: str, folded: str, at: int) -> bool:
        """Whether words of this name (`after ago`) stand right behind a place."""
        forms = self.beside.get(name)
        begin = at + folded.startswith(" ", at)
        return forms is not None and folded.startswith(forms, begin)


@cache
def date_words(language: str | None) -> DateWords | None:
    """The words of a language, read when first asked for; None where there are none."""
    name = f"dates.{language}.tsv"
    if not language or not language.isalpha() or not (FOLDER / name).is_file():
        return None
    rows = list(rows_of(name))
    beside: dict[str, list[str]] = {}
    for says, _, forms in rows:
        if says.split()[0] in APART:
            beside.setdefault(says, []).extend(fold(form) for form in forms.split("|"))
    return DateWords(
        Lexicon(row for row in rows if row[0].split()[0] not in APART),
        frozenset(word for form in beside.get("glue", []) for word in form.split()),
        frozenset(beside.get("range", [])),
        {
            says: tuple(f" {form}" if says.startswith("before") else form for form in forms)
            for says, forms in beside.items()
        },
        _ending(rows, "future"),
        _ending(rows, "past"),
        tuple(
            (name, tuple(sorted(beside[f"suffix {name}"], key=len, reverse=True)))
            for name in SUFFIXES
            if f"suffix {name}" in beside
        ),
    )


def _ending(rows: Iterable[tuple[str, str, str]], tense: str) -> re.Pattern[str] | None:
    """Finds words with the endings of a tense, in a text as it is written."""
    forms = "|".join(
        re.escape(form) for says, _, written in rows if says == f"ending {tense}" for form in written.split("|")
    )
    return re.compile(rf"(?<=\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None


def _ends(folded: str, at: int) -> bool:
    """Whether a word may end here: always in scripts that write words together."""
    last = folded[at - 1]
    return not folded[at : at + 1].isalpha() or is_spaceless(last) or is_hangul(last)


def scan(text: str, folded: Folded, known: DateWords) -> tuple[list[Word], list[Sign]]:
    """Every word of a text that is part of a date, and every sign, each in order."""
    words: list[Word] = []
    signs: list[Sign] = []
    for start, end, entry in known.lexicon.find(folded.text):
        if entry.marks and not _written(text, folded.origin(start), entry):
            continue
        if entry.says[0] == "=":
            signs.append(Sign(entry.says[1:], folded.origin(start), folded.origin_end(end)))
        else:
            words += _of(entry, start, end)
    words += _numbers(text, folded, known)
    words.sort(key=lambda word: (word.start, -word.end))
    return words, signs


def _written(text: str, at: int, entry: Entry) -> bool:
    """Whether a word is written as it must be to count."""
    if "capital" in entry.marks:
        return text[at : at + 1].isupper()
    return "small" not in entry.marks or text[at : at + 1].islower()


def _of(entry: Entry, start: int, end: int) -> Iterator[Word]:
    """The parts of a date that one entry tells."""
    relative = RELATIVE.fullmatch(entry.says)
    if relative:
        yield Word("period", int(relative[2]), relative[1], start, end, over="over" in entry.marks)
        return
    sort, _, value = entry.says.rpartition(" ")
    sort, unit = WORDED.get(sort, (sort or value, ""))
    week = entry.value("week")
    if week is not None:
        yield Word("period", int(week), "week", start, start)
    if value.isdigit():
        yield Word(sort, int(value), unit, start, end, "dated" in entry.marks)
    else:
        yield Word(sort, 0, value, start, end)


def _numbers(text: str, folded: Folded, known: DateWords) -> Iterator[Word]:
    """Numbers that may be a day, a year, or a count of days."""
    for found in NUMBER.finditer(folded.text):
        start, end = found.span()
        if end - start > LONGEST_NUMBER or _is_part(text, folded.origin(start), folded.origin_end(end)):
            continue
        value = int(found.group())
        named, stop = known.suffix(folded.text, end)
        if not named and known.leads("before day", folded.text, start):
            named = "day"
        if named:
            yield Word("number", value, named, start, stop)
        elif end - start == LONGEST_NUMBER and FIRST_YEAR <= value <= LAST_YEAR:
            yield Word("year", value, "", start, end)
        elif end - start == LONGEST_NUMBER and FIRST_PERSIAN <= value <= LAST_PERSIAN:
            yield Word("jalali", value, "", start, end)
        elif end - start < LONGEST_NUMBER - 1:
            yield Word("number", value, "", start, end)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a larger number, a sum of money or a share."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        before[-1:] in {"$", "€", "£", "¥", "₩", "₺", "₽", "#", "/"}
        or (before[-1:] in {".", ","} and before[:1].isdigit())
        or (after[:1] in {".", ",", ":"} and after[1:].isdigit())
        or after[:1] in {"%", "٪", "/"}
    )
