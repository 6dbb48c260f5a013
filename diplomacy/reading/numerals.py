"""Digits as languages write them, and a text in the plain letters in which figures are looked for."""

import re
import unicodedata

from diplomacy.countries.folding import fold_character

RUN = re.compile(r"[0-9]+(?:[.,'\u066c][0-9]+)*")
"""Digits and the marks among them, in plain text."""

WELL_FORMED = re.compile(
    r"[0-9]+(?:[.,][0-9]+)?"
    r"|[0-9]{1,3}(?P<mark>[.,'\u066c])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:[.,][0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
)
"""`1234,5`, `1.234,5`, and the Indian `98,76,543.21`; dates such as `1.2.2026` are none."""

SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?(?![0-9])(?![.,][0-9])")
"""Groups of three with a space between: `1 234,5`."""

SPACES_GROUP = frozenset({"fr", "ru", "uk", "es", "pt", "it", "de", "pl", "cs", "sk", "bg", "sv", "no", "fi", "da"})
COMMA_IS_DECIMAL = SPACES_GROUP | {"tr", "el", "nl", "id", "ro", "hu", "sr", "hr", "vi", "az"}
LONGEST = 24
"""Characters of the longest run of digits that is read as a number."""

_WRITTEN = {
    **dict.fromkeys("\u00a0\u2009\u202f\u2002\u2003\u2007\u2008\u3000\t", " "),
    **dict.fromkeys("’ʼ‘＇", "'"),
    **dict.fromkeys("–‑‒−﹣－～〜∼", "-"),
    "٫": ".",
    "٪": "%",
    "﹪": "%",
}
FULL_WIDTH = range(0xFF00, 0xFFF0)


class _Plain(dict[int, str]):
    """A translation table that learns each character when it is first met; one character stays one."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        plain = _WRITTEN.get(character) or self._letter(character)
        self[point] = plain
        return plain

    @staticmethod
    def _letter(character: str) -> str:
        category = unicodedata.category(character)
        if category[0] == "L" or category in {"Nd", "Nl"}:
            return fold_character(character)
        if category == "Cs":
            return "\ufffd"
        if ord(character) in FULL_WIDTH:
            wide = unicodedata.normalize("NFKC", character)
            return wide if len(wide) == 1 else character
        return character


_PLAIN = _Plain()


def plain(text: str) -> str:
    """A text of the same length in small letters without accents, Western digits and simple marks."""
    return text.translate(_PLAIN)


def number_in(written: str, language: str | None) -> float | None:
    """What a run of digits is worth: by its shape, else by the language. None where it is no number."""
    if len(written) > LONGEST:
        return None
    if written.isdigit():
        return float(written)
    if " " not in written and not WELL_FORMED.fullmatch(written):
        return None
    return float(_western(written.replace(" ", "").replace("'", "").replace("\u066c", ""), language))


def _western(written: str, language: str | None) -> str:
    """Digits with a decimal point, if any, and without grouping."""
    point, comma = written.count("."), written.count(",")
    if point and comma:
        decimal = max(".,", key=written.rfind)
        other = "." if decimal == "," else ","
        return written.replace(other, "").replace(decimal, ".")
    if point + comma == 0:
        return written
    mark = "." if point else ","
    if point + comma > 1 or _groups(written, mark, language):
        return written.replace(mark, "")
    return written.replace(mark, ".")


def _groups(written: str, mark: str, language: str | None) -> bool:
    """Whether the only mark groups by thousands: three digits follow it, and the language or the round end says so."""
    whole, _, rest = written.partition(mark)
    if len(rest) != len("000") or whole.startswith("0") or len(whole) > len("000"):
        return False
    grouping = "." if language in COMMA_IS_DECIMAL else ","
    if mark == grouping or rest.endswith("00"):
        return True
    return language == "es" and len(whole) > 1
