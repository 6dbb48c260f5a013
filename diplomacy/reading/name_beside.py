"""The name that belongs to an office: behind it or before it, as the language puts it."""

import re
from collections.abc import Callable

from diplomacy.countries.folding import fold
from diplomacy.reading.name_scripts import arabic_after, chinese_after, japanese_before, korean_before, persian_before
from diplomacy.reading.name_spans import (
    CAPITALS_NOT_USED,
    ENDS_CASED,
    INFLECTED,
    LOOK,
    NEEDS_TWO,
    TOKEN,
    Known,
    Name,
    Surroundings,
)
from diplomacy.reading.titles import Title

BEHIND = re.compile(r"(?P<comma>[,،]? ?)[\"“«]?")
BEFORE = re.compile(r"[,،、(（]? ?(?:[^\W\d_'’]{1,3} )?\Z")
"""A comma or a bracket between a name and the office behind it, perhaps with an article."""
CLOSE_BEFORE = re.compile(r"[,،、(（]? ?(?:(?<= )[가-힣] )?\Z")
"""As it is where there are no articles; in Korean headlines a country may be one syllable: `베선트 미 재무장관`."""
COMMAS = frozenset(",،、(（")
MOST_HONORIFICS = 3
BY_SCRIPT_AFTER: dict[str, Callable[[Surroundings, int], Name | None]] = {
    "ar": arabic_after,
    "fa": arabic_after,
    "zh": chinese_after,
}
BY_SCRIPT_BEFORE: dict[str, Callable[[Surroundings, int], Name | None]] = {
    "fa": persian_before,
    "ja": japanese_before,
    "ko": korean_before,
}
BEFORE_FIRST = frozenset({"ko", "ja"})
"""Languages that put the name before the office."""


def name_beside(around: Surroundings, title: Title) -> Name | None:
    """The name of the one who bears an office; None where the text names nobody."""
    if around.language in BEFORE_FIRST:
        name = _before(around, title) or _known_behind(around, title)
    else:
        name = _behind(around, title) or _before(around, title)
    return None if name and _is_things(around, name) else name


def _behind(around: Surroundings, title: Title) -> Name | None:
    """The name behind an office: right behind it, or behind a comma if it is whole."""
    gap = BEHIND.match(around.text, title.end)
    start = _past_honorifics(around, gap.end() if gap else title.end)
    known = around.known_in(start, start + 1)
    if around.language in CAPITALS_NOT_USED:
        if known:
            return Name(known.start, known.end)
        by_script = BY_SCRIPT_AFTER.get(around.language)
        found = by_script(around, start) if by_script and not (gap and gap["comma"].strip()) else None
        return _with_known(around, found)
    found = around.cased(start, len(around.text))
    if found is None:
        return Name(known.start, known.end) if known else None
    whole = _with_known(around, found)
    if known or (whole and whole != found) or around.known_in(found.start, found.end):
        return whole
    return found if _is_whole(around, found, alone=bool(gap and gap["comma"].strip())) else None


def _known_behind(around: Surroundings, title: Title) -> Name | None:
    """A known name right behind an office."""
    known = around.known_in(title.end, title.end + 2)
    return Name(known.start, known.end) if known and not around.text[title.end : known.start].strip() else None


def _is_whole(around: Surroundings, name: Name, *, alone: bool) -> bool:
    """Whether an unknown name is told well enough: two words where a comma parts it from the office."""
    written = around.text[name.start : name.end]
    return " " in written or not (alone or around.language in NEEDS_TWO | INFLECTED)


def _is_things(around: Surroundings, name: Name) -> bool:
    """Whether a name is a thing's, by its own words or the one behind: an airport, an administration."""
    following = TOKEN.match(around.text, name.end + 1) if around.text[name.end : name.end + 1] == " " else None
    words = [*around.text[name.start : name.end].split()[1:], following.group() if following else ""]
    return any(fold(word) in around.words.thing for word in words)


def _with_known(around: Surroundings, name: Name | None) -> Name | None:
    """A name together with the known one that begins in it."""
    known = around.known_in(name.start, name.end) if name else None
    return Name(name.start, max(name.end, known.end)) if name and known else name


def _past_honorifics(around: Surroundings, start: int) -> int:
    """Go past `Mr`, `Dr.` and the like."""
    for _ in range(MOST_HONORIFICS):
        token = TOKEN.match(around.text, start)
        if token is None or fold(token.group().rstrip(".")) not in around.words.honorific:
            break
        start = token.end() + (around.text[token.end() : token.end() + 1] == " ")
    return start


def _before(around: Surroundings, title: Title) -> Name | None:
    """The name before an office: known, or by the script; in scripts with capitals behind a comma and whole."""
    pattern = CLOSE_BEFORE if around.language in CAPITALS_NOT_USED else BEFORE
    gap = pattern.search(around.text, max(0, title.start - LOOK // 10), title.start)
    edge = gap.start() if gap else title.start
    is_apart = bool(gap and gap.group()[:1] in COMMAS)
    known = _known_until(around, edge)
    if known and is_apart and title.country and known.country != title.country:
        return None
    if around.language in CAPITALS_NOT_USED:
        return _uncased_before(around, title, known, is_apart=is_apart)
    # `The Fund, the governor said`: what is told stands before the comma, not the governor's name.
    says = around.text[title.end : title.end + 1] == " " and around.bar_behind(title.end) == title.end + 1
    return _cased_before(around, edge, known) if is_apart and (known or not says) else None


def _uncased_before(around: Surroundings, title: Title, known: Known | None, *, is_apart: bool) -> Name | None:
    by_script = BY_SCRIPT_BEFORE.get(around.language)
    found = by_script(around, title.start) if by_script else None
    if known and not (found and found.start < known.start and found.end == known.end):
        return Name(known.start, known.end)
    # An unknown name that a comma parts from its office is told by a second one behind.
    return None if is_apart and not known and around.text[title.end : title.end + 1] not in COMMAS else found


def _cased_before(around: Surroundings, edge: int, known: Known | None) -> Name | None:
    low = max(0, edge - LOOK, around.free_from(edge))
    run = ENDS_CASED.search(around.text[low:edge])
    name = around.cased(low + run.start(1), edge) if run else None
    if known:
        return Name(min(known.start, name.start), known.end) if name and name.end == known.end else Name(*known[:2])
    return name if name and name.end == edge and " " in around.text[name.start : name.end] else None


def _known_until(around: Surroundings, end: int) -> Known | None:
    """The known name that ends at `end`."""
    found = around.known_in(max(0, end - LOOK // 2), end)
    while found and found.end < end:
        found = around.known_in(found.end, end)
    return found if found and found.end == end else None
