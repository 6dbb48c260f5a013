"""Names that count only where somebody types them for a country; in running text they mean something else.

Names of languages (`turecki`, `tyrkisk`) are adjectives of countries there, and `Columbia` is a city.
"""

from functools import cache

from diplomacy.countries.folding import fold
from diplomacy.countries.names import Case, Sense, rows, spoken
from diplomacy.countries.typed import LONGEST_CODE
from diplomacy.reading.shapes import MentionKind

LISTS = (("typed.tsv", MentionKind.NAME), ("adjectives.tsv", MentionKind.DEMONYM))


@cache
def typed_names() -> dict[str, tuple[Sense, ...]]:
    """Read the lists once: folded forms and what they name."""
    found: dict[str, tuple[Sense, ...]] = {}
    for name, kind in LISTS:
        for code, languages, forms in rows(name):
            one = Sense(code, kind, spoken(languages), Case.ANY, open=False)
            for form in map(fold, forms.split("|")):
                if len(form) > LONGEST_CODE or not form.isascii():
                    found[form] = (*found.get(form, ()), one)
    return found
