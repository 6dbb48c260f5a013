"""Case forms of country names in Russian, Ukrainian and Greek, by the ending of each word.

Rules of thumb: a form too many does no harm (nobody writes it), a form too few is a country missed.
"""

from itertools import product

HARD_I = "гкхжчшщ"
CASES = 5
"""Genitive, dative, accusative, instrumental, prepositional."""

Forms = tuple[str, str, str, str, str]


def _noun_ru(word: str, soft: str, hard_i: str) -> list[Forms]:
    """Forms of a noun; `soft` is `и` in Russian and `і` in Ukrainian, `hard_i` is `ы` and `и`."""
    stem, last = word[:-1], word[-1]
    i = (soft if soft == "и" else "и") if stem and stem[-1] in HARD_I else hard_i
    if word.endswith(("ия", "ія")):
        deep = "ии" if soft == "и" else "ії"
        whole = word[:-2]
        return [(whole + deep, whole + deep, stem + "ю", stem + ("ей" if soft == "и" else "єю"), whole + deep)]
    match last:
        case "я":
            dative = "е" if soft == "и" else "і"
            return [(stem + soft, stem + dative, stem + "ю", stem + "ей", stem + dative)]
        case "а":
            dative = "е" if soft == "и" else "і"
            return [(stem + i, stem + dative, stem + "у", stem + "ой", stem + dative), (stem + i, stem + dative, stem + "у", stem + "ою", stem + dative)]
        case "й":
            return [(stem + "я", stem + "ю", word, stem + ("ем" if soft == "и" else "єм"), stem + ("е" if soft == "и" else "ї"))]
        case "ь":
            return [
                (stem + "я", stem + "ю", word, stem + "ем", stem + "е"),
                (stem + soft, stem + soft, word, stem + "ью", stem + soft),
            ]
        case "ы":
            return [(stem + "ов", stem + "ам", word, stem + "ами", stem + "ах"), (stem, stem + "ам", word, stem + "ами", stem + "ах")]
        case "и":
            return [(stem + "ов", stem + "ам", word, stem + "ами", stem + "ах"), (stem, stem + "ам", word, stem + "ами", stem + "ах"), (stem + "ів", stem + "ам", word, stem + "ами", stem + "ах")]
        case _ if last in "бвгґдзклмнпрстфхцчшщж":
            return [(word + "а", word + "у", word, word + "ом", word + ("е" if soft == "и" else "і")), (word + "у", word + "у", word, word + "ом", word + "у")]
        case _:
            return []


def _adjective(word: str) -> list[Forms]:
    """Forms of an adjective that stands before its noun; empty where the word is none."""
    endings: dict[str, Forms] = {
        "ая": ("ой", "ой", "ую", "ой", "ой"),
        "яя": ("ей", "ей", "юю", "ей", "ей"),
        "ый": ("ого", "ому", "ый", "ым", "ом"),
        "ий": ("ого", "ому", "ий", "им", "ом"),
        "ое": ("ого", "ому", "ое", "ым", "ом"),
        "ые": ("ых", "ым", "ые", "ыми", "ых"),
        "ие": ("их", "им", "ие", "ими", "их"),
        "ні": ("них", "ним", "ні", "ними", "них"),
        "кі": ("ких", "ким", "кі", "кими", "ких"),
        "на": ("ної", "ній", "ну", "ною", "ній"),
        "ка": ("кої", "кій", "ку", "кою", "кій"),
        "ва": ("вої", "вій", "ву", "вою", "вій"),
        "ня": ("ньої", "ній", "ню", "ньою", "ній"),
    }
    forms = endings.get(word[-2:])
    return [(*[word[:-2] + ending for ending in forms],)] if forms and len(word) > 4 else []  # type: ignore[list-item]


def slavic(name: str, language: str) -> set[str]:
    """Case forms of a Russian or Ukrainian name (`Южная Корея` → `Южной Кореи`, `Южной Корее` …)."""
    soft, hard_i = ("и", "ы") if language == "ru" else ("і", "и")
    words = name.split(" ")
    found: set[str] = set()
    options: list[list[Forms]] = []
    noun_seen = False
    for position, word in enumerate(words):
        still = [(word,) * CASES]
        if not word or not word[0].isupper() or len(word) < 3:
            options.append(still)  # type: ignore[arg-type]
            continue
        adjective = _adjective(word) if position + 1 < len(words) and not noun_seen else []
        if adjective:
            options.append(adjective)
            continue
        options.append([*(_noun_ru(word, soft, hard_i) or still), *(still if noun_seen else [])])  # type: ignore[list-item]
        noun_seen = True
    for combination in product(*options):
        found |= {" ".join(forms[case] for forms in combination) for case in range(CASES)}
    return found - {name}


def greek(name: str) -> set[str]:
    """Case forms of a Greek name (`Τουρκία` → `Τουρκίας`)."""
    words = name.split(" ")

    def genitive(word: str) -> str:
        if len(word) < 4 or not word[0].isupper():
            return word
        if word.endswith(("α", "η", "ά", "ή")):
            return word + "ς"
        if word.endswith("ος"):
            return word[:-2] + "ου"
        if word.endswith(("ες", "οι")):
            return word[:-2] + "ων"
        return word

    def accusative(word: str) -> str:
        return word[:-1] if len(word) > 3 and word[0].isupper() and word.endswith(("ος", "ης", "άς")) else word

    return {" ".join(map(genitive, words)), " ".join(map(accusative, words))} - {name}


def german(name: str) -> set[str]:
    """German genitive, and the spelling without umlauts (`Ägypten` → `Ägyptens`, `Aegypten`)."""
    spelled = name
    for letter, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}.items():
        spelled = spelled.replace(letter, letters)
    genitive = {name + "s"} if " " not in name and name[-1] not in "sxz" else set()
    return ({spelled} | genitive) - {name}
