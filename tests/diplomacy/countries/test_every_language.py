"""Every name that CLDR has or had for a country, in every language, is resolved to that country."""

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.names import rows
from diplomacy.countries.resolve import resolve


def test_the_names_of_every_language_resolve_to_their_country(gazetteer: Gazetteer) -> None:
    missed = [
        (language, code, form, resolve(form, language, gazetteer).countries)
        for name in ("names.tsv", "older.tsv", "parts.tsv")
        for code, languages, forms in rows(name)
        for form in forms.split("|")
        for language in languages.split(",")[:1]
        if resolve(form, language, gazetteer).countries != (code,)
    ]
    unexplained = [miss for miss in missed if not _is_shared(gazetteer, miss[2], miss[1])]
    assert unexplained == []


def _is_shared(gazetteer: Gazetteer, form: str, code: str) -> bool:
    """A name that fits several is answered by its default: `Kongo` is CD although some languages call CG so."""
    return any(code in readings for readings in resolve(form, None, gazetteer).several)
