"""Where and by whom a report was written: datelines and bylines, in fifteen languages. They name no party."""

import re
from collections.abc import Iterator, Sequence

from diplomacy.countries.found import Found
from diplomacy.reading.shapes import MentionKind
from diplomacy.reading.words import Sentence

LOOKED_AT = 160
"""Characters of a line in which its dateline ends."""

AGENCIES = (
    "Reuters|AP|AFP|Xinhua|dpa|APA|TASS|Yonhap|AA|Anadolu|Kyodo|IRNA|ANI|PTI|UPI|EFE|ANSA|AGI|İHA|DHA|Bloomberg|Lusa|"
    "UrduPoint[^)]*|共同|時事|ロイター|聯合|連合|新華社|新华社|中央社|ニュース|通信|新聞|뉴스|통신|연합|특파원|기자|"
    "أ ش أ|الأناضول|بترا|واس|رويترز|سانا|وام|قنا|كونا|وكالات|إيرنا|أ ف ب|د ب أ|"
    "ایرنا|ایسنا|تسنیم|فارس|مهر|شینهوا|ایلنا|ТАСС|ИНТЕРФАКС|УНІАН|УНН|Укрінформ|РИА Новости"
)

OPENING = re.compile(r"\s*(?:\((?:[A-Z]{2,12})\)\s*[-–—]\s*)?[(\[（［【〔]?\s*")
"""What stands before the place: `(ANSA) - ROMA`, `[モスクワ`."""

CHAIN = re.compile(r"\s?[,/،·-]\s?|\s(?:and|et|y|e|und|и|та|و)\s")
"""What stands between two places of one dateline."""

AFTER = re.compile(
    rf"""
    (?P<date>[.,،]?\s+(?:le\s|el\s|den\s|في\s)?
      (?:\d{{1,2}}[.º]?(?:日|\s+(?:de\s+)?[^\W\d_]{{3,12}}\.?)|[^\W\d_]{{3,9}}\.?\s+\d{{1,2}})
      (?:,?\s+(?:de\s+)?\d{{4}}(?!\d))?)?
    \s*(?P<by>\([^)\n]{{2,40}}\)|/\s?[^/\n]{{2,20}}\s?/|[.,]\s(?:{AGENCIES})[.:]|\s?[-/–]\s?(?:{AGENCIES})(?=\s?[-–:/])
      |\s(?:{AGENCIES})(?=[\]］】）)]))?
    (?P<end>\s*(?:[.,]?\s?[-–—]{{1,2}}|[:.]|[\]］】〕）)]\s?[-–—]{{0,2}})\s*|(?<=[)./])\s+)
    """,
    re.VERBOSE,
)
"""What follows the place: a day, an agency, and a mark that ends the dateline."""

DASH = re.compile(r"\s*[-–—:]")
BRACKET_END = re.compile(r"\s*[\]］】〕）)]")

SOMEWHERE = re.compile(
    rf"""\A\s*(?:
      # ANKARA, Nov 24 (Xinhua) –   ABBOTTABAD, Pakistan (AP) —
      [A-ZÀ-Þİ][A-ZÀ-Þİ .,'’/-]{{2,60}}?(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?
        (?:,?\s+\w{{3,9}}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?)?\s*(?:\([^)\n]{{2,40}}\))?\s*(?:[-–—]{{1,2}}|:)\s
      # Abbottabad (Reuters) -
    | [A-ZÀ-Þ][\w .,'’-]{{2,50}}?\((?:{AGENCIES})\)\s*[-–—:]*\s
      # OUTLET- The sentence
    | [A-Z]{{5,20}}\s?[-–—]\s?(?=[A-Z])
      # (서울=연합뉴스)   서울=연합뉴스)   [도쿄=이데일리 홍길동 특파원]   【北京＝山田太郎】
    | [(\[（［【〔]?[\w가-힣]{{2,12}}\s?[=＝]\s?[^)\]）］】〕\n]{{2,30}}[)\]）］】〕]
      # 【北京】   [東京 3日 ロイター]
    | 【[^】\n]{{2,30}}】
    | [(\[（［〔][^)\]）］〕\n]{{0,30}}(?:{AGENCIES})[^)\]）］〕\n]{{0,12}}[)\]）］〕]
      # 新华社安卡拉11月24日电   （中央社東京3日報導）
    | [（(]?(?:新华社|新華社|中新网|中新社|中央社|央视网|央视新闻|人民网|环球网|環球網|参考消息网)
        [^，。\n]{{2,30}}(?:电|電|讯|訊|报道|報導)[）)（(]?
    )""",
    re.VERBOSE,
)
"""Datelines of places that the gazetteer doesn't know, and those that an agency opens."""

BYLINE = re.compile(r"\A\s*By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?: in [A-Z][\w-]+)?\s*(?:\n|$)")

PLACES = frozenset({MentionKind.CAPITAL, MentionKind.CITY, MentionKind.NAME})


def written_at(text: str, sentences: Sequence[Sentence], found: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    """Stretches that tell where and by whom a text was written, at its beginning and that of its second line."""
    return tuple(stretch for sentence in sentences[:2] for stretch in _of_line(text, sentence.start, found))


def _of_line(text: str, start: int, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    line = text[start : start + LOOKED_AT]
    end = _behind_place(text, start, [one for one in found if start <= one.start < start + LOOKED_AT])
    for pattern in (SOMEWHERE, BYLINE):
        written = pattern.match(line)
        if written:
            end = max(end, start + written.end())
    if end > start:
        yield start, end


def _behind_place(text: str, start: int, found: Sequence[Found]) -> int:
    """Where a dateline ends that begins with a place of the gazetteer; the start where there is none."""
    opening = OPENING.match(text, start)
    begin = opening.end() if opening else start
    places = list(_chained(text, begin, found))
    if not places:
        return start
    end = places[-1].end
    if opening and opening.group().rstrip().endswith(tuple("([（［【〔")) and BRACKET_END.match(text, end):
        return end + 1
    after = AFTER.match(text, end, start + LOOKED_AT)
    if after is None or after.end() == end:
        return start
    if after["date"] or after["by"]:
        return after.end()
    if all(one.kind is MentionKind.NAME for one in places):
        return start
    is_shouted = text[begin:end].isupper() and DASH.match(after["end"])
    is_followed = any(one.start == after.end() for one in found)
    is_parted = after["end"].strip() in {"-", "–", "—", "--"} and " " in after["end"] and not is_followed
    capital = text[after.end() : after.end() + 1].isupper()
    return after.end() if is_shouted or (is_parted and capital) else start


def _chained(text: str, begin: int, found: Sequence[Found]) -> Iterator[Found]:
    """The places that stand one behind the other from a point on: `Ankara/Moscow`, `Seoul, South Korea`."""
    at = begin
    for one in found:
        gap = text[at : one.start]
        if one.start < at or one.kind not in PLACES or not (at == begin == one.start or CHAIN.fullmatch(gap)):
            return
        yield one
        at = one.end
