"""What sort of article it is: by its address, its categories, the words that label its title, the words of its text."""

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from diplomacy.countries.folding import fold, fold_with_offsets
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.lexicons import Lexicon
from diplomacy.reading.shapes import ArticleKind

LEADING = re.compile(
    r"\s*(?:[\[(【［]\s*(?P<boxed>[^\])】］\n]{2,30})[\])】］]|(?P<led>[^:|｜\n–—]{2,30}?)\s*(?:[:|｜]|\s[–—-]\s))"
)
TRAILING = re.compile(r"[|｜–—-]\s*(?P<last>[^|｜–—\n-]{2,24})\s*$")
LOOKED_AT = 1500
SPORT_SIGNS = 2
"""So many different words of sport make a report of sport."""


def kind_of(title: str, text: str, url: str | None = None, categories: Sequence[str] = ()) -> ArticleKind:
    """The sort of an article; NEWS where nothing tells otherwise."""
    steps = [step for step in _path(url).lower().split("/") if step]
    labels = [fold(label) for label in (*_labels(title or text[:200]), *categories)]
    for known, named in ((_told("path"), steps[:-1] if len(steps) > 1 else steps), (_told("label"), labels)):
        for name in named:
            if name in known:
                return known[name]
    return ArticleKind.SPORT if _is_sport(f"{title}\n{text[:LOOKED_AT]}") else ArticleKind.NEWS


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def _labels(title: str) -> list[str]:
    """The words that label a title: in brackets or before a colon at its beginning, behind a bar at its end."""
    led, last = LEADING.match(title), TRAILING.search(title)
    found = [led["boxed"] or led["led"]] if led else []
    return [*found, last["last"]] if last else found


def _is_sport(text: str) -> bool:
    folded = fold_with_offsets(text).text
    return len({folded[one.start : one.end] for one in _sport().find(folded)}) >= SPORT_SIGNS


@cache
def _told(where: str) -> dict[str, ArticleKind]:
    """The words that tell a kind there; where two kinds claim a word, the first row of the file has it."""
    found: dict[str, ArticleKind] = {}
    for kind, place, forms in rows_of("kinds.tsv"):
        for form in forms.split("|") if place == where else ():
            found.setdefault(form if where == "path" else fold(form), ArticleKind(kind))
    return found


@cache
def _sport() -> Lexicon:
    return Lexicon((kind, "-", forms) for kind, place, forms in rows_of("kinds.tsv") if place == "text")
