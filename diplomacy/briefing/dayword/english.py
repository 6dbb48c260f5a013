"""English words for days. A weekday right behind a verb of the past lies behind; else its clause decides."""

import re
from collections.abc import Iterator

from diplomacy.briefing.dayword.shapes import DaysAway, DayWord, Direction, Meaning, ThisWeek, Weekday, outside_quotes

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}

DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?:['’]s)?|\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b(?P<own>['’]s)?"
)
WEEK = re.compile(r"\b[Tt]his week(?:['’]s)?\b")

NOT_AFTER = re.compile(
    r"\b(?:Black|Good|Bloody|Easter|Palm|Ash|Holy|Super|Cyber|Giving|Maundy|next|last|past|previous|following|coming|every|each"
    r"|this|the|a|any|one|most|before|after|even|until|to|of|since|as of|and|or)\s$"
)
"""What stands before a weekday or a near day that is a name, a habit or a puzzle ("the day before yesterday")."""

SURNAME = re.compile(r"(?<![.!?] )(?<!^)\b(?!On\b|Late\b|Early\b|By\b)[A-Z]\w+\s$")
"""A name before a weekday may be a person's first name; "in Ankara Monday" is left alone with it."""

NAME_OR_DATE_BEHIND = re.compile(
    r"\s(?:Times|Telegraph|Mail|Express|Mirror|Agreement|Accords?|Herald|Post|Independent|School|Mass)\b"
    r"|,?\s*[\[(]|,?\s*(?:the\s+)?\d|,?\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d"
)

IRREGULAR = (
    "said|told|met|held|began|took|made|gave|signed|left|won|lost|spoke|went|came|saw|struck|fell|rose|found|sent|wrote|flew"
    "|became|brought|built|chose|drew|drove|fought|got|grew|heard|kept|knew|led|paid|ran|sat|sought|shot|stood|swore|thought"
    "|threw|understood|warned|was|were|had"
)
PAST = re.compile(rf"\b(?:{IRREGULAR}|\w{{2,}}ed)\b")
AHEAD_ED = frozenset(
    {"scheduled", "expected", "planned", "slated", "supposed", "poised", "tasked", "postponed", "need", "proposed"}
)
"""Participles in -ed (and one verb) that do not tell of the past."""
FUTURE = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|must|upcoming|due|until|by|before|scheduled|expected|planned|plans?|planning|slated|poised"
    r"|postponed|proposed|(?:is|are|was|were|set|be) to|ahead of|going to)\b|['’]ll\b"
)
CLAUSE = re.compile(r"[.!?;:—]\s|\s[–-]\s")


def day_words(text: str) -> Iterator[DayWord]:
    """Find the words for days in an English text whose meaning is beyond doubt."""
    for match in (*DAY.finditer(text), *WEEK.finditer(text)):
        if outside_quotes(text, match.start()) and (meaning := _meaning(text, match)):
            yield DayWord(match.end(), meaning)


def _meaning(text: str, match: re.Match[str]) -> Meaning | None:
    """Say what a day means; None where it is part of a name, or more than one thing can be meant."""
    if match.re is WEEK:
        return None if NAME_OR_DATE_BEHIND.match(text, match.end()) else ThisWeek()
    if (
        NOT_AFTER.search(text, 0, match.start())
        or SURNAME.search(text, 0, match.start())
        or NAME_OR_DATE_BEHIND.match(text, match.end())
    ):
        return None
    if near := match["near"]:
        return _near(text, match, near)
    direction = _direction(text, match.start(), match.end())
    return Weekday(WEEKDAYS.index(match["weekday"]), direction) if direction else None


def _near(text: str, match: re.Match[str], near: str) -> DaysAway | None:
    """Count a near day; "today’s world" is our time, and "Russia Today" an outlet."""
    inside = text[: match.start()].rstrip()
    if near[0].isupper() and inside and inside[-1] not in ".!?\n":
        return None
    if match["own"] and near.lower() == "today":
        return None
    return DaysAway(NEAR[near.lower()])


def _direction(text: str, start: int, end: int) -> Direction | None:
    """Tell which way a weekday lies, by the verb right before it, else by all verbs of its clause."""
    words = re.sub(r"\b(?:late |early )?on\s$", "", text[:start]).split()
    if words and _past(words[-1]):
        return None if len(words) > 1 and words[-2] in {"be", "being"} else Direction.PAST
    opened = max((cut.end() for cut in CLAUSE.finditer(text, 0, start)), default=0)
    closed = next((cut.start() for cut in CLAUSE.finditer(text, end)), len(text))
    clause = text[opened:closed]
    ahead = bool(FUTURE.search(clause))
    behind = any(_past(verb[0]) for verb in PAST.finditer(clause))
    if ahead == behind:
        return None
    return Direction.FUTURE if ahead else Direction.PAST


def _past(word: str) -> bool:
    return word not in AHEAD_ED and bool(PAST.fullmatch(word))
