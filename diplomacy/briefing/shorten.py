"""How a report's sentence may be shortened, and nothing beyond that.

1. A dateline or an agency's tag at its start is left out: `ANKARA, Nov 24 (Xinhua) –`, `ALBAWABA-`, `(서울=연합뉴스)`.
   A bare word in capitals before a spaced dash stays, for it may be a party ("NATO – Russia").
2. White space collapses to single spaces.
3. Above `LONG` characters an English sentence may end earlier, at the comma of the one clause that hangs on its end
   (", which …", ", after …"), if it holds no number, negation, modality, condition or attribution; "…" says so.
   Turkish and Korean carry the verb at the end and are never cut so.
4. Above `ENDLESS` characters any text is cut at a word, and "…" tells it; such words are no sentence any more
   (`whole` is False) and make no bottom line.

What is left is one stretch of the told text, so that anybody can look it up: `stands_in`.
"""

import re
from dataclasses import dataclass

from diplomacy.briefing.dating import MARK
from diplomacy.briefing.document import Words

LONG = 320
ENDLESS = 700
CUT = " …"

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPITAL = "A-ZÇĞİÖŞÜ"
_WORD = rf"[{_CAPITAL}][\w.’'-]*"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD}){{0,2}})?"
_NAMES = (
    "AA|AFP|ANI|ANKA|ANSA|ANTARA|AP|APA|APP|APS|ATA|AZERTAC|Belga|Bernama|Bloomberg|BSS|BTA|CNA|CTK|DHA|dpa|DPA|EFE|IANS"
    "|İHA|IHA|Interfax|IRNA|KCNA|KUNA|Kyodo|Lusa|MAP|MENA|MTI|NAN|NNA|PAP|PNA|PTI|QNA|Reuters|REUTERS|RIA Novosti|SANA"
    "|SPA|TANJUG|TAP|TASR|TASS|Ukrinform|UNB|UPI|VNA|VOA|WAM|Xinhua|XINHUA|Yonhap"
)
_AGENCY = rf"\((?:{_NAMES})\)"
_DASH = r"\s*(?:[-–—]{1,2}|:)\s"
DATELINE = re.compile(
    rf"{_PLACE},\s{_DATE}(?:\s{_AGENCY})?{_DASH}"  # ANKARA, Nov 24 (Xinhua) –
    rf"|(?:{_PLACE}\s)?{_AGENCY}{_DASH}"  # WASHINGTON (AP) —  and  (Reuters) -
    rf"|[{_CAPITAL}][{_CAPITAL} .]{{2,28}}[{_CAPITAL}](?:[-–]|\s?--|\s?—)\s"  # ALBAWABA-  and  ISTANBUL —
    # (서울=연합뉴스) 아무개 기자 =
    r"|[(\[][^()\[\]=]{1,20}=[^()\[\]]{2,20}[)\]]\s*(?:\S{2,4}\s(?:특파원|기자)\s*=\s*)?"
)

CLAUSE = re.compile(r",\s(?=(?:which|who|whose|where|amid|alongside|following|including|after)\b)|;\s")
_NOT_LAST = re.compile(r"[,;:—–]\s|\s-\s|[.!?]\s")
"""What shows that a clause ends before the sentence does, so that the main verb may stand behind it."""
_NEVER_DROPPED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|both|all|only"
    r"|no|not|nor|never|none|neither|without|denie[ds]|deny|denying|reject\w*|refus\w*|fail\w*|instead|despite|although|though|but"
    r"|if|unless|until|whether|would|could|may|might|should|must|will|can|cannot|alleged\w*|reported\w*|suspected|apparent\w*"
    r"|say|says|said|saying|tells?|told|according|announc\w+|stat(?:es|ed|ing|ement)|claim\w*|add(?:s|ed|ing)|quot\w+|cit(?:es|ed|ing)"
    r"|warn\w*|accus\w*|note[sd]?|noting|argu\w+|insist\w*|confirm\w*)\b|n['’]t\b|[“”\"«»]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stays of a sentence: a stretch of the told text, and whether it still says all that the rules protect."""

    start: int
    end: int
    cut: bool = False
    whole: bool = True


def shortened(told: str, start: int, end: int, language: str | None) -> Stretch:
    """Shorten the sentence from `start` to `end` of a told text by the rules above."""
    start, end = _trimmed(told, start, end)
    if dateline := DATELINE.match(told, start, end):
        start, end = _trimmed(told, dateline.end(), end) if dateline.end() < end else (start, end)
    if end - start > LONG and language == "en" and (border := _border(told, start, end)):
        return Stretch(start, border, cut=True)
    if end - start > ENDLESS:
        space = told.rfind(" ", start + ENDLESS // 2, start + ENDLESS)
        return Stretch(start, space if space > 0 else start + ENDLESS, cut=True, whole=False)
    return Stretch(start, end)


def stands_in(told: str, words: Words) -> bool:
    """Tell whether words of a document stand in the told text at their evidence, but for our dates and our "…"."""
    place = words.evidence
    if place.end > len(told):
        return False
    source = " ".join(told[place.start : place.end].split())
    shown = _without_marks(words.text, source)
    return shown in (source, source + CUT)


def _trimmed(told: str, start: int, end: int) -> tuple[int, int]:
    while start < end and told[start].isspace():
        start += 1
    while end > start and told[end - 1].isspace():
        end -= 1
    return start, end


def _border(told: str, start: int, end: int) -> int | None:
    """Find where a clause hangs on that may fall away: the last such place within `LONG`, else the first behind it."""
    borders = [match.start() for match in CLAUSE.finditer(told, start + LONG // 2, end)]
    allowed = [border for border in borders if _may_fall(told[border:end])]
    near = [border for border in allowed if border <= start + LONG]
    return max(near) if near else min(allowed, default=None)


def _may_fall(tail: str) -> bool:
    """Tell whether a tail is one clause to the end, and says nothing that the rules protect."""
    return not _NOT_LAST.search(tail[2:]) and not _NEVER_DROPPED.search(tail)


def _without_marks(shown: str, source: str) -> str:
    """Leave out the dates in brackets that the source does not have at that place itself."""
    kept: list[str] = []
    at = 0
    while at < len(shown):
        mark = MARK.match(shown, at)
        if mark and not source.startswith(mark[0], sum(map(len, kept))):
            at = mark.end()
        else:
            kept.append(shown[at])
            at += 1
    return "".join(kept)
