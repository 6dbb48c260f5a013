"""People's names across scripts: what is left of a surname however it is written in Latin, Cyrillic or Greek."""

from functools import lru_cache

from diplomacy.countries.folding import fold

LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэі", "abvgdeziiklmnoprstufhyei", strict=True)),
        "ё": "o",
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "є": "e",
        "ї": "i",
        "ў": "u",
        "ј": "i",
        "љ": "l",
        "њ": "n",
        "ћ": "ch",
        "ђ": "d",
        "џ": "dz",
        **dict(zip("αβγδεζηικλμνοπρστυφωξ", "avgdeziiklmnoprstyfox", strict=True)),
        "θ": "th",
        "χ": "h",
        "ψ": "ps",
    }
)
LIKE = (("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("th", "t"), ("ph", "f"), ("kh", "h"), ("ts", "s"))
"""Sounds that each language writes its own way."""
ONE_SOUND = str.maketrans({"z": "s", "j": "s", "c": "k", "q": "k", "w": "v", "x": "ks", **dict.fromkeys("aeiouyh", "")})
FEWEST = 3
"""Letters that must be left, else the name is compared whole."""


@lru_cache(maxsize=16_384)
def skeleton(name: str) -> str:
    """The consonants of a surname, much the same in every spelling: Zelensky, Selenskyj and Зеленский."""
    words = fold(name).split()
    if not words:
        return ""
    latin = words[-1].translate(LATIN)
    for several, one in LIKE:
        latin = latin.replace(several, one)
    bare = latin.translate(ONE_SOUND)
    single = "".join(letter for at, letter in enumerate(bare) if at == 0 or bare[at - 1] != letter)
    return single if len(single) >= FEWEST else words[-1]
