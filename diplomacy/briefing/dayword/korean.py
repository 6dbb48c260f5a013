"""Korean words for days. The predicate that ends the sentence decides which way a weekday lies."""

import re
from collections.abc import Iterator

from diplomacy.briefing.dayword.shapes import DaysAway, DayWord, Direction, Meaning, ThisWeek, Weekday, outside_quotes

WEEKDAYS = "월화수목금토일"
NEAR = {"어제": -1, "오늘": 0, "내일": 1}

DAY = re.compile(
    rf"(?<!\w)(?:(?P<weekday>[{WEEKDAYS}])요일|(?P<near>어제|오늘(?!날)|내일(?!신문))|(?P<week>이번 ?주(?! ?말)))"
    r"(?:에는|에|부터|까지|은|는|의|도)?(?!\w)"
)
NOT_AFTER = re.compile(r"(?:지난|지난주|다음|다음주|다음 주|매주|이번|이번주|이번 주|오는|매)\s$")
DATE_BEHIND = re.compile(r"\s*[\[(]|,?\s*\d")

SENTENCE_END = re.compile(r"[.!?]|$")
AHEAD = re.compile(r"예정|계획|전망|앞두|앞둔|[ㄱ-ㅎ가-힣] 것(?:이|으로|이라)|겠")

FIRST_SYLLABLE = 0xAC00
CODAS = 28
CODA_SS = 20
"""The ending ㅆ, which the past carries: 했다, 밝혔다, 만났습니다."""


def day_words(text: str) -> Iterator[DayWord]:
    """Find the words for days in a Korean text whose meaning is beyond doubt; the date stands behind their particle."""
    for match in DAY.finditer(text):
        if outside_quotes(text, match.start()) and (meaning := _meaning(text, match)):
            yield DayWord(match.end(), meaning)


def _meaning(text: str, match: re.Match[str]) -> Meaning | None:
    if NOT_AFTER.search(text, 0, match.start()) or DATE_BEHIND.match(text, match.end()):
        return None
    if match["week"]:
        return ThisWeek()
    if near := match["near"]:
        return DaysAway(NEAR[near])
    direction = _direction(text, match.end())
    return Weekday(WEEKDAYS.index(match["weekday"]), direction) if direction else None


def _direction(text: str, end: int) -> Direction | None:
    closing = SENTENCE_END.search(text, end)
    sentence = text[end : closing.start() if closing else len(text)].rstrip(" .”\"'’")
    behind = _ends_in_the_past(sentence)
    ahead = bool(AHEAD.search(sentence))
    if ahead == behind:
        return None
    return Direction.FUTURE if ahead else Direction.PAST


def _ends_in_the_past(sentence: str) -> bool:
    """Tell whether a sentence ends in ㅆ다 or ㅆ습니다, but for 있다 (there is)."""
    stem = sentence.removesuffix("습니다") if sentence.endswith("습니다") else sentence.removesuffix("다")
    if stem == sentence or not stem or stem[-1] in "있겠":
        return False
    return (ord(stem[-1]) - FIRST_SYLLABLE) % CODAS == CODA_SS
