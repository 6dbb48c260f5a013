"""Case forms of country names in Russian, Ukrainian, Greek and German, by the ending of each word.

Rules of thumb: a form too many does no harm (nobody writes it), a form too few is a country missed.
"""

from collections.abc import Sequence
from itertools import product

CASES = 5
"""Genitive, dative, accusative, instrumental, prepositional."""

SHORTEST = 3
SHORTEST_ADJECTIVE = 5
TAKES_I = "гкхжчшщ"
"""Consonants behind which Russian writes и for ы."""

CONSONANTS = "бвгґдзклмнпрстфхцчшщж"
ADJECTIVES = {
    "ая": "ой ой ую ой ой",
    "яя": "ей ей юю ей ей",
    "ый": "ого ому ый ым ом",
    "ий": "ого ому ий им ом",
    "ое": "ого ому ое ым ом",
    "ые": "ых ым ые ыми ых",
    "ие": "их им ие ими их",
    "ні": "них ним ні ними них",
    "кі": "ких ким кі кими ких",
    "на": "ної ній ну ною ній",
    "ка": "кої кій ку кою кій",
    "ва": "вої вій ву вою вій",
    "ня": "ньої ній ню ньою ній",
}
"""Endings of adjectives, and what the five cases make of them."""

NOUNS = {
    "ru": {
        "ия": ["ии ии ию ией ии"],
        "я": ["и е ю ей е"],
        "а": ["ы е у ой е"],
        "й": ["я ю й ем е"],
        "ь": ["я ю ь ем е", "и и ь ью и"],
        "ы": ["ов ам ы ами ах", " ам ы ами ах"],
        "и": ["ов ам и ами ах", " ам и ами ах"],
        "": ["а у - ом е"],
    },
    "uk": {
        "ія": ["ії ії ію ією ії"],
        "я": ["і і ю ею і"],
        "а": ["и і у ою і"],
        "й": ["я ю й єм ї"],
        "ь": ["я ю ь ем і", "і і ь ю і"],
        "и": ["ів ам и ами ах", " ам и ами ах"],
        "": ["у у - ом і", "а у - ом і"],
    },
}
"""Endings of nouns by language, with the ways in which they may go on; `-` stands for no ending."""

UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}

Forms = Sequence[str]


def slavic(name: str, language: str) -> set[str]:
    """Case forms of a Russian or Ukrainian name (`Южная Корея` → `Южной Кореи`, `Южной Корее` …)."""
    words = name.split(" ")
    options: list[list[Forms]] = []
    noun_seen = False
    for position, word in enumerate(words):
        still = [[word] * CASES]
        adjective = None if noun_seen or position + 1 == len(words) else _adjective(word)
        if len(word) < SHORTEST or not word[0].isupper():
            options.append([*still])
        elif adjective:
            options.append([adjective])
        else:
            # Behind the first noun stand complements, which stay, and second names, which don't.
            options.append([*_nouns(word, language), *(still if noun_seen else [])] or [*still])
            noun_seen = True
    found = {" ".join(form[case] for form in forms) for forms in product(*options) for case in range(CASES)}
    return found - {name}


def _adjective(word: str) -> Forms | None:
    """Forms of an adjective that stands before its noun; None where the word is none."""
    endings = ADJECTIVES.get(word[-2:])
    if not endings or len(word) < SHORTEST_ADJECTIVE:
        return None
    return [word[:-2] + ending for ending in endings.split(" ")]


def _nouns(word: str, language: str) -> list[Forms]:
    """The ways in which a noun may be declined; none for those that never change."""
    for ending, ways in NOUNS[language].items():
        if ending and word.endswith(ending):
            return [[_spelled(word[: -len(ending)], form) for form in way.split(" ")] for way in ways]
    if word[-1] in CONSONANTS:
        return [[_spelled(word, form) for form in way.split(" ")] for way in NOUNS[language][""]]
    return []


def _spelled(stem: str, ending: str) -> str:
    if ending == "-":
        return stem
    return stem + ("и" if ending == "ы" and stem[-1] in TAKES_I else ending)


def greek(name: str) -> set[str]:
    """Genitive and accusative of a Greek name (`Τουρκία` → `Τουρκίας`)."""
    words = name.split(" ")
    return {" ".join(map(_greek_genitive, words)), " ".join(map(_greek_accusative, words))} - {name}


def _greek_genitive(word: str) -> str:
    if len(word) <= SHORTEST or not word[0].isupper():
        return word
    for endings, genitive in ((("ος",), "ου"), (("ες", "οι"), "ων")):
        if word.endswith(endings):
            return word[:-2] + genitive
    return word + "ς" if word.endswith(("α", "η", "ά", "ή")) else word


def _greek_accusative(word: str) -> str:
    changes = len(word) > SHORTEST and word[0].isupper() and word.endswith(("ος", "ης", "άς"))
    return word[:-1] if changes else word


def german(name: str) -> set[str]:
    """German genitive, and the spelling without umlauts (`Ägypten` → `Ägyptens`, `Aegypten`)."""
    spelled = "".join(UMLAUTS.get(letter, letter) for letter in name)
    genitive = {f"{name}s"} if " " not in name and name[-1] not in "sxz" else set()
    return ({spelled} | genitive) - {name}
