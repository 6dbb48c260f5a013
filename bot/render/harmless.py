"""Text from anywhere, made harmless before it stands in a message: no controls, no half characters, no bidi tricks."""

import re

_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls, and the marks that turn the reading direction of all that follows (embeddings, overrides, isolates)."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT_TO_LEFT}]")
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\d_]|[^\w\n])*(?<=[{_RIGHT_TO_LEFT}])")
"""A run of right-to-left words with what stands between them; it ends at the last such letter."""

_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"


def harmless(text: str) -> str:
    """Keep what a reader can see, with line breaks as line feeds; half of a surrogate pair becomes U+FFFD."""
    if not _SUSPECT.search(text):
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _REMOVED.sub("", _BREAKS.sub("\n", whole).replace("\t", " "))


def one_line(text: str) -> str:
    """Make a text harmless and put it on one line, as words of a report, labels and cells stand."""
    return harmless(text).replace("\n", " ")


def isolated(text: str) -> str:
    """Fence off a text of somebody else's that holds right-to-left words, so that they turn only themselves around."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}" if _ANY_RIGHT_TO_LEFT.search(text) else text


def runs_isolated(text: str) -> str:
    """Fence off each run of right-to-left words inside a sentence of our own."""
    if text.isascii():
        return text
    return _RUN.sub(lambda run: f"{_FIRST_STRONG_ISOLATE}{run[0]}{_POP}", text)


def units(text: str) -> int:
    """Measure a text as Telegram does, in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
