"""References like `&lt;` and `&#128512;` as Telegram decodes them: four names, and numbers."""

import re

from sandbox.api.broken import BrokenMarkup

REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]+));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LAST_CODE_POINT = 0x10FFFF
LONGEST = 10


def reference(source: str, at: int) -> tuple[str, int]:
    """Decode what begins with the `&` at `at`, or take the `&` as it is; returns the character and the place behind."""
    found = REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (NAMED[name], found.end()) if name in NAMED else ("&", at + 1)
    digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
    length = found.end() - at - found[0].endswith(";")
    code = int(digits, base) if digits and length < LONGEST else 0
    if not 0 < code < LAST_CODE_POINT:
        return "&", at + 1
    return chr(code), found.end()


def decoded(source: str) -> str:
    """Decode all references in an attribute's value."""
    pieces, at = [], 0
    while (start := source.find("&", at)) >= 0:
        character, behind = reference(source, start)
        pieces += [source[at:start], character]
        at = behind
    return "".join((*pieces, source[at:]))


def joined(text: str) -> str:
    """Join surrogates that were written one by one; raises BrokenMarkup where one stands alone."""
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise BrokenMarkup(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
