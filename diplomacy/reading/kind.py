"""What sort of article it is: by its address, its categories, the words that label its title, the words of its text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import SplitResult, urlsplit

from diplomacy.countries.folding import Folded, fold, fold_with_offsets
from diplomacy.reading.kind_words import ANY, KindWords, Parts, kind_words, told_by
from diplomacy.reading.lexicons import Trigger
from diplomacy.reading.shapes import ArticleKind

LEADING = re.compile(
    r"\s*(?:[\[(<【［（〈《]\s*(?P<boxed>[^\])>】］）〉》\n]{2,30})[\])>】］）〉》]"
    r"|(?P<led>[^:：|｜\n–—]{2,60}?)\s*(?:[:：|｜]|\s[–—-]\s)|(?P<agency>[A-Z][A-Za-z ]{2,20})-(?=[A-Z]))"
)
TRAILING = re.compile(r"(?:[|｜–—:：]|\s-)\s*(?P<last>[^|｜–—:：\n-]{2,30})\s*$")
PARTS = re.compile(r"(?:[:：|｜]|\s[–—-])\s+")
QUOTED = re.compile(r"[\"“„«][^\"“”»]*(?:[\"”“»]|$)|‘[^’]*(?:’(?!\w)|$)|(?<!\w)'[^'\n]*(?:'(?!\w)|$)|「[^」]*(?:」|$)")
SCORE = re.compile(
    r"(?<![\w.,:/–-])\d{1,3}\s?(?:[-–:：−]|比|대|a)\s?\d{1,3}(?![\w%٪/]|[-–:.,]\d|\s?(?:am|pm|GMT|Uhr|pct))"
)
QUESTION_MARKS = "?？؟;\u037e"
ASKED_AND_ANSWERED = re.compile(
    r"(?:^|[\n.?!؟？。”\"])\s*(?:Q|S|В|П|問|질문|문|سؤال|س|پرسش|问|Frage|Domanda|Pregunta|Pergunta|Question)\s?[:：]\s"
)
CLOCKED = re.compile(r"(?:^|\n)\s*(?:[01]?\d|2[0-3]):[0-5]\d(?:\s*(?:GMT|BST|CET|UTC|Uhr|am|pm))?\s*[-–—:|\n ]")

Weights = Mapping[str, int]

LOOKED_AT = 600
"""Characters that tell what an article is: further down anything may be named."""
LABEL_IN_TEXT = 200
LONGEST_LABEL = 36
LONGEST_TITLE = 200
PLAIN = 2
"""So much weight of words makes a report of sport."""
SURE = 3
"""So much makes another kind."""
SCORE_REACH = 70
QUESTIONS = 2
CLOCK_TIMES = 3


def kind_of(
    title: str,
    text: str,
    url: str | None = None,
    categories: Sequence[str] = (),
    *,
    language: str | None = None,
    folded: Folded | None = None,
) -> ArticleKind:
    """The sort of an article; NEWS where nothing tells otherwise.

    `text` has the title at its beginning, `folded` is that text folded, where the caller has it already.
    """
    labelled = _by_address(url) or _by_label(title or text[:LABEL_IN_TEXT], categories)
    if labelled is ArticleKind.SPORT:
        return labelled
    folded = folded or fold_with_offsets(text[: 2 * LOOKED_AT])
    words = kind_words(language or ANY)
    found = words.text.find(folded.text[:LOOKED_AT])
    weights = _weights(found, folded)
    if labelled is not ArticleKind.ROUNDUP and _is_sport(weights, found, folded, text):
        return ArticleKind.SPORT
    shaped = labelled or _by_title(title[:LONGEST_TITLE], words)
    return shaped or _by_text(weights, found, folded, text) or ArticleKind.NEWS


def _by_address(url: str | None) -> ArticleKind | None:
    address = _split(url)
    if address is None:
        return None
    steps = [step for step in address.path.lower().split("/") if step]
    if kind := told_by("host").get((address.hostname or "").removeprefix("www.").partition(".")[0]):
        return ArticleKind(kind)
    for step in steps[:-1] if len(steps) > 1 else steps:
        if kind := told_by("path").get(step):
            return ArticleKind(kind)
    slug = steps[-1] if steps else ""
    return next((ArticleKind(kind) for part, kind in told_by("slug").items() if part in slug), None)


def _split(url: str | None) -> SplitResult | None:
    try:
        return urlsplit(url) if url else None
    except ValueError:
        return None


def _by_label(title: str, categories: Sequence[str]) -> ArticleKind | None:
    labels, in_titles = told_by("label"), told_by("title")
    for name in _labels(title):
        if kind := labels.get(name) or in_titles.get(name) or _ending(name):
            return ArticleKind(kind)
    return next((ArticleKind(labels[name]) for name in map(fold, categories) if name in labels), None)


def _labels(title: str) -> Iterator[str]:
    """The words that label a title: in brackets or before a colon at its beginning, behind a bar at its end."""
    if led := LEADING.match(title):
        yield fold(led["boxed"] or led["led"] or led["agency"])
    if last := TRAILING.search(title[-LONGEST_LABEL:]):
        yield fold(last["last"])


def _ending(label: str) -> str | None:
    """The kind that the end of a longer label tells: `Norway election live: …`."""
    return next((kind for form, kind in told_by("ends").items() if label.endswith(f" {form}")), None)


def _is_sport(weights: Weights, found: Sequence[Trigger], folded: Folded, text: str) -> bool:
    weight = weights.get(ArticleKind.SPORT, 0)
    if "result" in weights and any(_is_beside_score(one, folded, text) for one in found if one.entry.says == "result"):
        weight += PLAIN
    return weight >= PLAIN and weight - weights.get(ArticleKind.NEWS, 0) >= PLAIN


def _is_beside_score(result: Trigger, folded: Folded, text: str) -> bool:
    at = folded.origin(result.start)
    return SCORE.search(text, max(0, at - SCORE_REACH), at + SCORE_REACH) is not None


def _weights(found: Sequence[Trigger], folded: Folded) -> Weights:
    """How much the different words that tell a kind weigh together."""
    weights: dict[str, int] = {}
    seen: set[str] = set()
    for one in found:
        word = folded.text[one.start : one.end].strip()
        if word not in seen:
            seen.add(word)
            weights[one.entry.says] = weights.get(one.entry.says, 0) + int(one.entry.value("weight") or 0)
    return weights


def _by_title(title: str, words: KindWords) -> ArticleKind | None:
    """What the shape of a title tells: `Why …`, `… explained`, `…: an interview with …`, a question."""
    plain = title.lower().replace("’", "'").strip(" ¿¡\t")
    if not plain:
        return None
    if kind := _matched(words.parts, *(part.startswith for part in PARTS.split(plain))):
        return kind
    if kind := _matched(words.within, lambda forms: any(form in plain for form in forms)):
        return kind
    if kind := _matched(words.opening, plain.startswith) or _matched(words.closing, plain.rstrip(".").endswith):
        return kind
    return ArticleKind.ANALYSIS if plain[-1] in QUESTION_MARKS and not QUOTED.search(title) else None


def _matched(parts: Parts, *tests: Callable[[tuple[str, ...]], bool]) -> ArticleKind | None:
    for kind, forms in parts:
        for test in tests:
            if test(forms):
                return ArticleKind(kind)
    return None


def _by_text(weights: Weights, found: Sequence[Trigger], folded: Folded, text: str) -> ArticleKind | None:
    """What the words of a text tell: a live page, a round-up, questions and answers, an opinion."""
    for kind in (ArticleKind.LIVE, ArticleKind.ROUNDUP, ArticleKind.INTERVIEW, ArticleKind.ANALYSIS):
        if weights.get(kind, 0) >= SURE:
            return kind
    lead = text[: 2 * LOOKED_AT]
    if lead.count("\n") >= CLOCK_TIMES - 1 and len(CLOCKED.findall(lead)) >= CLOCK_TIMES:
        return ArticleKind.LIVE
    if sum(map(lead.count, "?？؟")) >= QUESTIONS and len(ASKED_AND_ANSWERED.findall(lead)) >= QUESTIONS:
        return ArticleKind.INTERVIEW
    spoken = weights.get(ArticleKind.OPINION, 0) >= SURE and _is_opinion(found, folded, lead)
    return ArticleKind.OPINION if spoken else None


def _is_opinion(found: Sequence[Trigger], folded: Folded, lead: str) -> bool:
    """Whether somebody speaks for themselves, outside quotation marks."""
    quoted = [one.span() for one in QUOTED.finditer(lead)]
    own = [one for one in found if not any(start <= folded.origin(one.start) < end for start, end in quoted)]
    return _weights(own, folded).get(ArticleKind.OPINION, 0) >= SURE
