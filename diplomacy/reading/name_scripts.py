"""Names of unknown people in scripts without capitals: told by the office beside them and by what no name has."""

import re

from diplomacy.countries.folding import fold
from diplomacy.reading.name_spans import LOOK, TOKEN, Name, Surroundings

FEWEST_WORDS = 2
LONGEST_HAN = 12
ARABIC_JOINED = frozenset({"بن", "بنت", "ابن", "عبد", "ابو", "ال", "ام", "سيد", "ذو", "ولد"})
"""Words that make one name with the next."""
LED = ("ال", "وال", "بال", "لل", "بأ", "وأ", "می")
"""Articles, prepositions and prefixes of verbs, written in one word with what follows."""
KATAKANA = re.compile(r"[\u30a1-\u30ff・＝=]+(?:[\u3400-\u9fff]{1,2}(?=\Z))?\Z")
KANJI = re.compile(r"[\u3400-\u9fff々]+\Z")
LONGEST_KANJI = 5
HANGUL = re.compile(r"([가-힣]+)\Z")
KOREAN_NAME = 3
KOREAN = frozenset({"KR", "KP"})
MOST_KOREAN_WORDS = 3
NEVER_LAST = frozenset("에을를의는로과와께면며고던된할")
"""Particles and endings that end no Korean given name."""
ENDING = re.compile(
    r"[가-힣]+(?:[은는온던며서고]|면서|도록|지만|에게|한테|까지|부터|처럼|보다)\Z"
    r"|[가-힣]{2,}(?:을|를|의|에|에서|와|과|로|으로|한|된|할|될|하는|라|대해|통해|위해|이날|등|께서|가)\Z"
    r"|[가-힣][아어여해와워]\Z|[가-힣]{2}[인이]\Z"
)
"""Particles and endings of verbs, which no name has behind it."""


def arabic_after(around: Surroundings, start: int) -> Name | None:
    """The name that follows an office in Arabic script: two words or more, none of them a verb or preposition."""
    start = _past_adjective(around, start)
    end = begin = start
    count, joined = 0, False
    for token in TOKEN.finditer(around.text, start, min(around.bar_behind(start), start + LOOK)):
        gap = around.text[end : token.start()]
        form = fold(token.group())
        if gap.strip(" ") or form in around.words.stop or form in around.words.adverb:
            break
        if count and not joined and form.startswith("و") and form[1:] in around.words.stop:
            break
        known = around.known_in(token.start(), token.start() + 1)
        if known:
            return Name(begin, known.end)
        if count >= FEWEST_WORDS and not joined and not (form.startswith("ال") and count == FEWEST_WORDS):
            break
        begin = token.start() if not end or end == start else begin
        end = token.end()
        joined = form in ARABIC_JOINED
        count += not joined
    is_whole = count >= FEWEST_WORDS and not joined
    name = Name(begin, end)
    return name if is_whole and _is_arabic_name(around, name) else None


def _is_arabic_name(around: Surroundings, name: Name) -> bool:
    """Whether words may be a name: with a given name first, or foreign, with no articles and something else behind."""
    first, *others = around.text[name.start : name.end].split()
    if fold(first) in around.words.surname or fold(first) in ARABIC_JOINED:
        return True
    led = first.startswith(LED) or any(word.startswith(("و", "ب", "ل", "ال")) for word in others)
    return not led and _is_ended(around, name.end)


def _is_ended(around: Surroundings, end: int) -> bool:
    """Whether a text goes on, behind a name, with what no name goes on with."""
    token = TOKEN.match(around.text, end + 1)
    is_bar = around.bar_behind(end) <= end + 1
    return token is None or is_bar or around.text[end] != " " or fold(token.group()) in around.words.stop


def _past_adjective(around: Surroundings, start: int) -> int:
    """Go past the adjective of a country that nothing knows: `البولندي`."""
    token = TOKEN.match(around.text, start)
    is_adjective = token and token.group().startswith("ال") and fold(token.group()).endswith(("ي", "يه"))
    return token.end() + 1 if token and is_adjective and around.known_in(start, start + 1) is None else start


def persian_before(around: Surroundings, end: int) -> Name | None:
    """The two or three words before an office, where nothing else stands before them in their clause."""
    low = max(0, end - LOOK)
    tokens = list(TOKEN.finditer(around.text, low, end))
    taken: list[re.Match[str]] = []
    for token in reversed(tokens):
        form = fold(token.group())
        gap = around.text[token.end() : taken[-1].start() if taken else end]
        if gap.strip(" ،") or (taken and "،" in gap) or form in around.words.stop or token.start() in around.bars:
            break
        taken.append(token)
        if len(taken) > FEWEST_WORDS + 1:
            return None
    if len(taken) < FEWEST_WORDS or (low and len(taken) == len(tokens)):
        return None
    name = Name(taken[-1].start(), taken[0].end())
    apart = around.text[name.end : end].strip() == "،"
    return name if fold(taken[-1].group()) in around.words.surname or apart else None


def chinese_after(around: Surroundings, start: int) -> Name | None:
    """The name that follows an office in Chinese: with a surname, or in the letters that write foreign names."""
    stop = min(around.bar_behind(start), start + LONGEST_HAN)
    text = around.text
    at = start
    while at < stop and ("\u3400" <= text[at] <= "\u9fff" or text[at] in "·•・") and text[at] not in around.words.stop:
        at += 1
    run = text[start:at]
    foreign = 0
    while foreign < len(run) and (run[foreign] in around.words.letters or run[foreign] in "·•・"):
        foreign += 1
    dots = [place for place, letter in enumerate(run) if letter in "·•・"]
    if dots:
        last = dots[-1] + 1
        while last < len(run) and run[last] in around.words.letters:
            last += 1
        return Name(start, start + last) if last > dots[-1] + 1 else None
    if foreign > FEWEST_WORDS or (foreign >= FEWEST_WORDS and foreign == len(run)):
        return Name(start, start + foreign)
    own = next((size for size in (2, 1) if run[:size] in around.words.surname), 0)
    return Name(start, at) if own and own < len(run) <= own + 2 else None


def japanese_before(around: Surroundings, end: int) -> Name | None:
    """The name before an office in Japanese: in katakana, or a few kanji that nothing else claims."""
    low = max(0, end - LOOK // 3, around.free_from(end))
    piece = around.text[low:end]
    found = KATAKANA.search(piece)
    if found is None:
        found = KANJI.search(piece)
        if found is None or not FEWEST_WORDS <= len(found.group()) <= LONGEST_KANJI:
            return None
    word = found.group().strip("・＝=")
    if len(word) < FEWEST_WORDS or word in around.words.stop or word[0] in around.words.stop:
        return None
    return Name(low + found.end() - len(word), low + found.end())


def korean_before(around: Surroundings, end: int) -> Name | None:
    """The name before an office in Korean: a word, or two where it is no Korean name; no word with a particle."""
    low = max(0, end - LOOK // 2, around.free_from(end))
    stop = end
    taken: list[tuple[int, int]] = []
    while len(taken) < MOST_KOREAN_WORDS:
        edge = stop
        while edge > low and around.text[edge - 1] == " ":
            edge -= 1
        found = HANGUL.search(around.text, low, edge)
        if found is None or (edge == stop and taken) or _is_rest(around.text, found.start(), low):
            break
        word = found.group(1)
        if word in around.words.stop or (ENDING.match(word) and not _is_korean(word, around)):
            break
        taken.append((found.start(), edge))
        stop = found.start()
        known = around.known_in(found.start(), edge)
        if _is_korean(word, around) and (known is None or known.country in KOREAN):
            break
    if not taken or (len(taken) == 1 and taken[0][1] - taken[0][0] < KOREAN_NAME):
        return None
    return Name(taken[-1][0], taken[0][1])


def _is_rest(text: str, start: int, low: int) -> bool:
    """Whether a word is only what is left of one that begins with a country's name: its particle."""
    return start == low and start > 0 and text[start - 1].isalnum()


def _is_korean(word: str, around: Surroundings) -> bool:
    """Whether a word is written as Korean names are: a surname and two syllables."""
    return len(word) == KOREAN_NAME and word[0] in around.words.surname and word[-1] not in NEVER_LAST


KANA = re.compile("[\u30a1-\u30ff]")


def is_from_home(around: Surroundings, name: str) -> bool:
    """Whether a name is written as people of the language's own country write theirs, where that can be told."""
    match around.language:
        case "ko":
            return _is_korean(name, around)
        case "ja":
            return KANA.search(name) is None
        case _:
            return True
