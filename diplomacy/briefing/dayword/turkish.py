"""Turkish words for days. The verb that ends the sentence decides which way a weekday lies."""

import re
from collections.abc import Iterator

from diplomacy.briefing.dayword.shapes import DaysAway, DayWord, Direction, Meaning, ThisWeek, Weekday, outside_quotes

WEEKDAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar")
NEAR = {"dün": -1, "bugün": 0, "yarın": 1}

DAY = re.compile(
    rf"\b(?P<weekday>(?i:{'|'.join(WEEKDAYS)})) günü\b"
    r"|\b(?P<near>[Dd]ün|[Bb]ugün|[Yy]arın)\b(?! [Gg]azetesi)"
    r"|\b(?P<week>[Bb]u hafta)\b(?! sonu)"
)
"""`pazar` alone is a market, so that a weekday counts only with `günü`."""
NOT_AFTER = re.compile(r"\b(?:geçen|geçtiğimiz|gelecek|önümüzdeki|her|bu|bir|evvelki|önceki|ertesi)\s$", re.IGNORECASE)
DATE_BEHIND = re.compile(r"\s*[\[(]|,?\s*\d")

SENTENCE_END = re.compile(r"[.!?]|$")
PAST_VERB = re.compile(r"[dt][ıiuü](?:lar|ler|k|m)?\W*$")
AHEAD_VERB = re.compile(r"(?:acak|ecek)(?:lar|ler|tır|tir)?\W*$")
AHEAD_INSIDE = re.compile(r"(?:aca[kğ]|ece[kğ])\w*|\b(?:planla|bekle|öngör)\w*", re.IGNORECASE)


def day_words(text: str) -> Iterator[DayWord]:
    """Find the words for days in a Turkish text whose meaning is beyond doubt."""
    for match in DAY.finditer(text):
        if outside_quotes(text, match.start()) and (meaning := _meaning(text, match)):
            yield DayWord(match.end(), meaning)


def _meaning(text: str, match: re.Match[str]) -> Meaning | None:
    if NOT_AFTER.search(text, 0, match.start()) or DATE_BEHIND.match(text, match.end()):
        return None
    if match["week"]:
        return ThisWeek()
    if near := match["near"]:
        return DaysAway(NEAR[near.lower()])
    direction = _direction(text, match.end())
    return Weekday(WEEKDAYS.index(match["weekday"].lower()), direction) if direction else None


def _direction(text: str, end: int) -> Direction | None:
    """Tell which way a weekday lies: the last verb alone, for "imzalanacağını söyledi" holds one that lies ahead."""
    closing = SENTENCE_END.search(text, end)
    sentence = text[end : closing.start() if closing else len(text)].strip()
    if AHEAD_VERB.search(sentence):
        return Direction.FUTURE
    if PAST_VERB.search(sentence) and not AHEAD_INSIDE.search(sentence):
        return Direction.PAST
    return None
