"""The shorthand of the files of words: many forms written as one, so that a person can read and extend them."""

import re
from collections.abc import Iterator
from itertools import product

from diplomacy.countries.names import expand
from diplomacy.reading.verbs import verb_forms

BRACES = re.compile("[{}]")


def forms_of(written: str) -> Iterator[str]:
    """Take a column apart: `a|b`, `stem+a,b`, choices (`lift {the/its/} ban`) and English verbs (`~lift`)."""
    for item in written.split("|"):
        for chosen in _choices(item) if "{" in item else (item,):
            for form in _verbs(chosen) if "~" in chosen else (chosen,):
                yield from expand(form) if "+" in form else (form,)


def _choices(item: str) -> Iterator[str]:
    """Every way to choose one of each pair of braces: what stands between them is divided by slashes."""
    parts = BRACES.split(item)
    return map("".join, product(*(part.split("/") if at % 2 else (part,) for at, part in enumerate(parts))))


def _verbs(form: str) -> Iterator[str]:
    """The form with its verb in every form."""
    before, _, after = form.partition("~")
    verb, space, rest = after.partition(" ")
    return (f"{before}{one}{space}{rest}" for one in verb_forms(verb))
