"""Stretches of time that are counted: `in three weeks`, `two years ago`, `3일 후`."""

from collections.abc import Sequence

from diplomacy.reading.date_words import DateWords, Word

MOST = 400
"""More days, weeks, months or years than these are no date in the news."""


def counted(words: Sequence[Word], folded: str, known: DateWords) -> list[Word]:
    """Make a number and what it counts one word; a stretch that tells no direction is no date and goes."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else None
        if word.sort not in {"number", "count"}:
            if word.sort != "unit":
                kept.append(word)
            at += 1
            continue
        if word.unit == "nth":
            kept.append(word)
            at += 1
            continue
        if not word.unit and following and following.sort == "unit" and not folded[word.end : following.start].strip():
            kept += _directed(word, following.unit, following.end, folded, known)
            at += 2
            continue
        unit = word.unit.removeprefix("count-")
        directed = _directed(word, unit, word.end, folded, known) if unit else []
        if directed:
            kept += directed
        elif word.sort == "number" and not (
            word.unit.startswith("count-") or known.follows("suffix span", folded, word.end)
        ):
            kept.append(word)
        at += 1
    return kept


def _directed(word: Word, unit: str, end: int, folded: str, known: DateWords) -> list[Word]:
    """The day, week, month or year so far ahead or ago."""
    if word.value > MOST:
        return []
    for name, sign in (("ahead", 1), ("ago", -1)):
        if known.follows(f"after {name}", folded, end):
            return [Word("period", sign * word.value, unit, word.start, end)]
    for name, sign in (("ahead", 1), ("ago", -1)):
        if known.leads(f"before {name}", folded, word.start):
            return [Word("period", sign * word.value, unit, word.start, end, loose=sign > 0)]
    return []
