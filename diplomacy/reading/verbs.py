"""English verbs in all their forms: by rule, or as the file of irregular verbs gives them."""

import re
from functools import cache

from diplomacy.reading.lexicon_files import rows_of

REGULAR = "-"
CONSONANT_AND_Y = re.compile("[^aeiou]y$")
SIBILANT = re.compile("(?:s|x|z|ch|sh|o)$")
SILENT_E = re.compile("[^eoy]e$")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    """Each irregular verb with its past and its -ing forms, `-` where the rule makes them."""
    return {verb: (past, going) for verb, past, going in rows_of("verbs.en.tsv")}


def verb_forms(verb: str) -> tuple[str, ...]:
    """`lift`, `lifts`, `lifted`, `lifting`; what stands before a hyphen stays (`re-send`, `re-sent`)."""
    ahead, hyphen, last = verb.rpartition("-")
    past, going = _irregular().get(last, (REGULAR, REGULAR))
    forms = (
        last,
        _third_person(last),
        *(past.split("|") if past != REGULAR else (_past(last),)),
        *(going.split("|") if going != REGULAR else (_going(last),)),
    )
    return tuple(dict.fromkeys(f"{ahead}{hyphen}{form}" for form in forms))


def _third_person(verb: str) -> str:
    if CONSONANT_AND_Y.search(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if SIBILANT.search(verb) else f"{verb}s"


def _past(verb: str) -> str:
    if CONSONANT_AND_Y.search(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _going(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return f"{verb[:-1]}ing" if SILENT_E.search(verb) else f"{verb}ing"
