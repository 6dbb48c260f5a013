"""Korean particles after a name that is filled in: their form follows the sound that the name ends with.

Phrases write both forms, `{country}을(를)`; here the one that fits is kept. Where the ending is not Hangul and no
digit (Latin letters may be read in more than one way), both forms stay, as Korean writes them then.
"""

import re

FIRST_SYLLABLE, LAST_SYLLABLE = "가", "힣"
FINALS = 28
RIEUL = 8
"""The final that counts as none before (으)로."""
DIGITS = {"0": 21, "1": RIEUL, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": RIEUL, "8": RIEUL, "9": 0}
"""Finals of 영 일 이 삼 사 오 육 칠 팔 구."""

BOTH = re.compile(r"을\(를\)|은\(는\)|이\(가\)|과\(와\)|\(으\)로|\(이\)라")
FORMS = {
    "을(를)": ("을", "를"),
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
}
"""After a final consonant, after none."""


def fitting(before: str, phrase: str) -> str:
    """Keep of each pair of particles in a phrase the one that fits; `before` is what stands before the phrase."""

    def one(found: re.Match[str]) -> str:
        final = final_of(before + phrase[: found.start()])
        if final is None:
            return found[0]
        after_consonant, after_vowel = FORMS[found[0]]
        open_ended = final == 0 or (found[0] == "(으)로" and final == RIEUL)
        return after_vowel if open_ended else after_consonant

    return BOTH.sub(one, phrase)


def final_of(text: str) -> int | None:
    """Tell the final consonant of the last letter or digit (0: none); None where its sound is not known."""
    last = next((letter for letter in reversed(text) if letter.isalnum()), "")
    if last and FIRST_SYLLABLE <= last <= LAST_SYLLABLE:
        return (ord(last) - ord(FIRST_SYLLABLE)) % FINALS
    return DIGITS.get(last)
