"""Text as the search index knows it: folded and parted into tokens, the same way before storing and before asking.

Letters lose case and accents (`İ`, `I`, `ı` and `i` are one). Scripts that write no spaces between words are cut into
pairs of neighbouring characters, and Korean too, whose words carry their endings: `한국` so finds `한국은`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST_TOKEN = 64
MOST_TOKENS = 16_000
"""PostgreSQL counts no positions above 16,383."""
MOST_TERMS = 16
LONGEST_PHRASE = 48
PREFIX_FROM = 6
"""A word of this many letters also finds words that begin with it (`sanction`: sanctions); a shorter one would find too
much (`niger`: Nigeria)."""

ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]")
LETTERS = str.maketrans(
    {
        "İ": "i", "I": "i", "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ک": "ك", "ی": "ي", "ى": "ي",
        "ە": "ه", "ة": "ه",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None,
    }
)  # fmt: skip
"""Letters that no decomposition brings together, and characters that nobody sees."""

MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e\u0e50-\u0eff"
    "\u0f71-\u0fbc\u1000-\u109f\u1780-\u17d3"
)
TOKEN = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
"""Letters, digits and the marks that belong to them."""

STORED_TOKEN = re.compile(rf"[\w{MARKS}]+")
"""The same as TOKEN in texts without `_`; several times faster."""
ASCII_TOKENS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""In ASCII all but letters and digits parts tokens; faster still."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f"
)
"""Thai, Lao, Burmese, Khmer, Hangul, kana, Han."""
RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
IS_UNSPACED = re.compile(f"[{UNSPACED}]")
TYPED = re.compile(r'(-?)["“”„«»「『]([^"“”„«»」』]*)["“”„«»」』]|(\S+)')


def fold(text: str) -> str:
    """Take case and accents off a text."""
    if text.isascii():
        return text.lower()
    whole = unicodedata.normalize("NFKC", text).translate(LETTERS).casefold()
    bare = ACCENTS.sub("", unicodedata.normalize("NFD", whole))
    return unicodedata.normalize("NFC", bare.translate(LETTERS))


def tokens(text: str) -> list[str]:
    """Cut a text into the tokens that are stored."""
    if text.isascii():
        found = text.lower().translate(ASCII_TOKENS).split()[:MOST_TOKENS]
        return found if max(map(len, found), default=0) <= LONGEST_TOKEN else [word[:LONGEST_TOKEN] for word in found]
    words = STORED_TOKEN.findall(fold(text).replace("_", " "))[:MOST_TOKENS]
    return [token for word in words for run in RUN.findall(word) for token in _stored(run)][:MOST_TOKENS]


def _stored(run: str) -> list[str]:
    """Cut a run of one sort of script: a word stays whole, an unspaced run becomes pairs and its last character."""
    if not IS_UNSPACED.match(run):
        return [run[:LONGEST_TOKEN]]
    return [*(run[at : at + 2] for at in range(len(run) - 1)), run[-1]]


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that must stand one after another; the last may be the beginning of a longer one."""

    tokens: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search asks for: all of these terms, none of those, and all of the tags."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for; exclusions alone ask for nothing."""
        return bool(self.terms or self.tags)


def wanted(typed: str) -> Wanted:
    """Read what somebody typed: words, "phrases", `-words` that must not occur. No character of it is an operator."""
    terms: list[Term] = []
    without: list[Term] = []
    for minus, phrase, word in TYPED.findall(typed):
        if word:
            bare = word.lstrip("-")
            found = [term for part in TOKEN.findall(fold(bare)) for term in _asked(part)]
            (without if word.startswith("-") and bare else terms).extend(found)
        elif runs := [run for part in TOKEN.findall(fold(phrase)) for run in RUN.findall(part)]:
            (without if minus else terms).append(_phrase(runs))
    return Wanted(tuple(dict.fromkeys(terms))[:MOST_TERMS], tuple(dict.fromkeys(without))[:MOST_TERMS])


def _asked(word: str) -> list[Term]:
    """Turn one typed word into terms, as its runs were stored."""
    return [_asked_run(run) for run in RUN.findall(word)]


def _asked_run(run: str) -> Term:
    """Ask for a run: a single character begins a pair; a longer one is its pairs, one after another."""
    if not IS_UNSPACED.match(run):
        return Term((run[:LONGEST_TOKEN],), prefix=PREFIX_FROM <= len(run) < LONGEST_TOKEN and run.isalpha())
    if len(run) == 1:
        return Term((run,), prefix=True)
    return Term(tuple(run[at : at + 2] for at in range(len(run) - 1))[:LONGEST_PHRASE])


def _phrase(runs: list[str]) -> Term:
    """Ask for runs that follow one another; all but the last stand whole."""
    last = _asked_run(runs[-1])
    before = [token for run in runs[:-1] for token in _stored(run)]
    return Term((*before, *last.tokens)[:LONGEST_PHRASE], prefix=last.prefix and bool(IS_UNSPACED.match(runs[-1])))


@lru_cache(maxsize=65_536)
def tag(kind: str, key: str) -> str:
    """Name something that is no word of the text (a pair, a country, a topic) as one token: `pkrtr`."""
    return kind + "".join(letter for letter in fold(key) if letter.isalnum())
