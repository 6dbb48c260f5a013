"""ISO codes of countries, in either case; codes that countries once had, in capitals."""

from functools import cache

from diplomacy.countries.names import rows
from diplomacy.countries.typed import Piece, plain


def code_of(piece: Piece) -> str:
    """The country whose code a word is; empty for none."""
    typed = plain(piece.typed).upper()
    codes = _codes()
    return codes.get(typed, "") or ("" if piece.is_small else codes.get(f"{typed}{IN_CAPITALS}", ""))


def country_of_flag(letters: str) -> str:
    """The country whose flag shows these two letters; empty for none."""
    return _codes().get(letters, "") or _codes().get(f"{letters}{IN_CAPITALS}", "")


IN_CAPITALS = "!"
"""Marks codes that count in capitals only: `bu` is a word, `BU` was Burma."""


@cache
def _codes() -> dict[str, str]:
    """Codes of two and three letters, and the country of each."""
    found = {"XKX": "XK", "EU": "EU", "UN": "UN"}
    for country, case, codes in rows("former.tsv"):
        found |= {f"{code}{'' if case == '*' else IN_CAPITALS}": country for code in codes.split("|")}
    for code, _, three in rows("codes.tsv"):
        found |= {code: code, three or code: code}
    return found
