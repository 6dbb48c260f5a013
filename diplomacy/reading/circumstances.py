"""Where a sentence tells places and circumstances: who stands there is seldom a party to what happened."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diplomacy.reading.lexicon_files import rows_of

FILE = "places.tsv"
COMMA = re.compile(r"[,،;؛](?=\s)|[，；]|、(?=\S)")
EARLY = 24
"""So near the beginning of a sentence its circumstances come first (`Two days after …, …`)."""

LONGEST = 1000
"""Characters of a sentence that are looked at."""

SPACELESS = frozenset({"zh", "ja"})
LOOKED_BACK = 48
REACH = 36
"""So many letters before a place a word stands that says somebody goes there."""

LOCATIVE = re.compile(r"(?:е|и|ах|ях|і|ї|США|ОАЭ|ОАЕ)$")
"""How a Russian or Ukrainian name ends behind `in` where it is a place and not where somebody goes."""

Pattern = re.Pattern[str]
NEVER = re.compile(r"(?!)")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Signs:
    """The words of one language, as `places.tsv` tells them apart."""

    before: Pattern = NEVER
    before_locative: Pattern = NEVER
    before_city: Pattern = NEVER
    meet: Pattern = NEVER
    behind: Pattern = NEVER
    beside: Pattern = NEVER
    begins: Pattern = NEVER
    ended_by: Pattern = NEVER
    tail: Pattern = NEVER
    go: Pattern = NEVER
    made: Pattern = NEVER


def is_place(text: str, span: Span, language: str | None, *, town: bool) -> bool:
    """Whether the words around a name make it a place where something happens."""
    signs = signs_of(language)
    start, end = span
    before = text[max(0, start - LOOKED_BACK) : start]
    if signs.behind.match(text, end) is not None or signs.before.search(before) is not None:
        return True
    if LOCATIVE.search(text, start, end) is not None and signs.before_locative.search(before) is not None:
        return True
    return (
        town
        and signs.before_city.search(before) is not None
        and signs.meet.search(text, max(0, start - LONGEST), end + LONGEST) is not None
    )


def is_passed(text: str, start: int, language: str | None) -> bool:
    """Whether the words before a name make it one that is only passed through."""
    return signs_of(language).beside.search(text[max(0, start - LOOKED_BACK) : start]) is not None


def is_of_sort(text: str, end: int, language: str | None) -> bool:
    """Whether the words behind a name make it one that says of what sort a thing is."""
    return signs_of(language).made.match(text, end) is not None


def is_bound_for(before: str, language: str | None) -> bool:
    """Whether the words before a place say that somebody goes there: whoever is visited is no mere place."""
    signs = signs_of(language)
    going = signs.go.search(before[-REACH:])
    return going is not None and signs.meet.search(before[-REACH:], going.end()) is None


def circumstances(text: str, start: int, end: int, language: str | None) -> tuple[Span, ...]:
    """The stretches of a sentence that tell under what circumstances and according to whom something happened."""
    signs = signs_of(language)
    end = min(end, start + LONGEST)
    found: list[Span] = []
    if signs.begins.match(text, start, end) is not None:
        comma = COMMA.search(text, start, end)
        if comma is not None:
            found.append((start, comma.end()))
    for mark in signs.ended_by.finditer(text, start, end):
        commas = [comma.end() for comma in COMMA.finditer(text, start, mark.start())]
        found.append((commas[-1] if commas else start, mark.end()))
    tail = signs.tail.search(text, found[0][1] if found else start + 1, end)
    if tail is not None:
        apart = tail.start() - start <= EARLY or COMMA.search(text, tail.start() - 2, tail.start()) is not None
        comma = COMMA.search(text, tail.end(), end) if apart else None
        found.append((tail.start(), comma.end() if comma else end))
    return tuple(found)


@cache
def signs_of(language: str | None) -> Signs:
    """The signs of a language; none where the file has none for it."""
    forms = _read().get(language or "")
    return _signs(forms, spaceless=language in SPACELESS) if forms else Signs()


@cache
def _read() -> Mapping[str, dict[str, list[str]]]:
    """By language and what they tell, the words."""
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for what, language, written in rows_of(FILE):
        forms[language][what] += written.split("|")
    return forms


def _signs(forms: dict[str, list[str]], *, spaceless: bool) -> Signs:
    edge, left = ("", "") if spaceless else (r"(?!\w)", r"(?<!\w)")
    words = {what: "|".join(map(_word, sorted(some, key=len, reverse=True))) for what, some in forms.items()}

    def pattern(what: str, first: str, last: str) -> Pattern:
        return re.compile(f"{first}(?:{words[what]}){last}", re.IGNORECASE) if what in words else NEVER

    return Signs(
        before=pattern("in", left, r"\s*$"),
        before_locative=pattern("in-locative", left, r"\s*$"),
        before_city=pattern("in-city", left, r"\s*$"),
        beside=pattern("beside", left, r"\s*$"),
        meet=pattern("meet", left, edge),
        behind=_behind(forms.get("behind", ()), spaceless=spaceless),
        begins=pattern("while", r"\W*", edge),
        ended_by=pattern(
            "while-behind", "", "" if "while-behind" in words and _is_glued(forms["while-behind"]) else edge
        ),
        go=pattern("go", left, edge),
        made=pattern("made", r"\s?", r"(?![가-힣])" if "made" in words and _is_glued(forms["made"]) else edge),
        tail=_either(pattern("tail", left, edge), pattern("said", "(?<=[,،] )", edge)),
    )


def _either(one: Pattern, other: Pattern) -> Pattern:
    return re.compile(f"{one.pattern}|{other.pattern}", re.IGNORECASE)


def _word(form: str) -> str:
    return re.escape(form).replace(r"\*", r"\w*")


def _is_glued(forms: Sequence[str]) -> bool:
    """Whether more may follow a form in one word: scripts without capitals."""
    return forms[0][0].lower() == forms[0][0].upper() and forms[0][0].isalpha()


def _behind(forms: Sequence[str], *, spaceless: bool) -> Pattern:
    """What may follow a name: endings, led by an apostrophe where a text may write one, and words of their own."""
    if not forms:
        return NEVER
    endings = "|".join(_word(form[1:]) for form in forms if form.startswith("'"))
    words = "|".join(_word(form) for form in sorted(forms, key=len, reverse=True) if not form.startswith("'"))
    own = f"\\s?(?:{words})" if spaceless or _is_glued(forms) else f"(?:['’]?\\w{{1,5}})?\\s(?:{words})(?!\\w)"
    return re.compile(f"['’]?(?:{endings})(?!\\w)|{own}" if endings else own, re.IGNORECASE)
