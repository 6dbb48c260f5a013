"""What part a country plays where it is named: it acts, only describes a thing, is a place, or a setting."""

import re
from enum import Enum

from diplomacy.countries.found import Found
from diplomacy.reading.circumstances import EARLY, is_bound_for, is_of_sort, is_place
from diplomacy.reading.shapes import MentionKind


class Role(Enum):
    """The part that a country plays in its sentence."""

    ACTOR = "actor"
    ATTRIBUTE = "attribute"
    """It says of what sort a thing is: `Russian gas`, `a Swiss watch`."""
    VENUE = "venue"
    """It is where something happens."""
    SETTING = "setting"
    """It names a war, a crisis, a time before: `the Ukraine war`, `Israeli-backed`, `after the United States …`."""


PLACE_BEFORE = re.compile(
    r"""(?:^|\s)(?:in|at|near|outside|inside|across|throughout|off\ the\ coasts?\ of|on\ the\ sidelines\ of)
    (?:\ the)?(?:\ \w+(?:ern|al))?
    (?:\ (?:city|town|capital|port|village|province|region|coast|waters)\ of)?\s*$""",
    re.VERBOSE,
)
"""Words that make what follows them a place."""

PART_OF_PLACE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*, $")
"""A place in a country: `Kuala Lumpur, ` Malaysia."""

DEALINGS = (
    "president|presidents|prime|premier|foreign|defence|defense|finance|interior|minister|ministers|ministry|"
    "secretary|chancellor|king|queen|prince|crown|emir|sultan|leader|leaders|government|governments|authorities|"
    "officials?|diplomats?|envoys?|ambassadors?|embass\\w+|consul\\w*|parliament|lawmakers|senate|congress|state|"
    "military|army|navy|naval|air|forces?|troops|soldiers|police|coast|border|security|intelligence|drones?|"
    "missiles?|jets?|aircraft|warships?|strikes?|airstrikes?|attacks?|invasion|sides?|delegations?|negotiators?|"
    "counterparts?|spokes\\w+|court|supreme|central|high|federal|cabinet|entit\\w+|compan\\w+|firms?|imports|exports|"
    "goods|tariffs|sanctions|airspace|territory|waters|soil|vice|deputy|first|interim|acting|public|"
    "commerce|justice|education|health|energy|treasury|agriculture|culture|labou?r|economy|"
    "and|or|relations|ties|cooperation|talks|trade|people"
)
DEALT_WITH = re.compile(rf"[\s–-]*(?:{DEALINGS})\b", re.IGNORECASE)
"""What follows the adjective of a state that acts or is acted on."""

MADE = re.compile(
    r"[-–](?:backed|led|owned|based|born|brokered|made|built|style|language|speaking|aligned|linked|flagged|occupied)\b"
)
CONFLICT = re.compile(
    r"(?:['’]s)?(?:[-–\s](?:[A-Z]\w+))?\s(?:war|conflict|crisis|genocide|invasion|peace|vote|question|dispute)\b"
)
ORGANISATIONS = frozenset({"EU", "UN"})
"""They count only where they act: `EU market`, `UN headquarters` and `at the United Nations` name no party."""

OF_ORGANISATION = re.compile(
    r"\s(?:headquarters|building|membership|markets?|climate|conference|laws?|rules|standards|charter|report|data|candidate|"
    r"accession|citizens|resolutions?|tribunal|average|wide|member)\b|-wide\b"
)
LOOKED_BACK = 48
TOWNS = frozenset({MentionKind.CAPITAL, MentionKind.CITY})

ASIDE = re.compile(
    r"(?:,\s+(?:citing|which|who|whose|where|while|saying|adding|noting)|"
    r"\s(?:despite|amid|amidst|after|following|without|because of|in response to|in retaliation for|as part of|"
    r"before))\s"
)
"""Words that lead from what happened to its grounds and circumstances."""


def aside_from(text: str, start: int, end: int) -> int:
    """Where in an English sentence the circumstances begin; its end where there are none."""
    found = ASIDE.search(text, start, end)
    if found is not None and found.start() - start <= EARLY:
        comma = text.find(", ", found.end(), end)
        found = ASIDE.search(text, comma, end) if comma > 0 else found
    return found.start() if found else end


def role_of(text: str, one: Found, language: str | None) -> Role:
    """The part that a mention plays, told by the words around it."""
    if MADE.match(text, one.end) or CONFLICT.match(text, one.end):
        return Role.SETTING
    if one.code in ORGANISATIONS and OF_ORGANISATION.match(text, one.end):
        return Role.ATTRIBUTE
    if is_of_sort(text, one.end, language):
        return Role.ATTRIBUTE
    if one.kind is MentionKind.DEMONYM:
        return Role.ATTRIBUTE if language == "en" and _describes(text, one) else Role.ACTOR
    if one.kind is not MentionKind.PERSON and _is_place(text, one, language):
        return Role.VENUE
    return Role.ACTOR


def _describes(text: str, one: Found) -> bool:
    """Whether an English adjective says of what sort a thing is; nouns of people (`Americans`) don't."""
    return (
        (not one.text.endswith("s") or one.text == "Swiss")
        and text[one.end : one.end + 1] == " "
        and text[one.end + 1 : one.end + 2].islower()
        and not DEALT_WITH.match(text, one.end)
    )


def _is_place(text: str, one: Found, language: str | None) -> bool:
    before = text[max(0, one.start - LOOKED_BACK) : one.start]
    if is_bound_for(before, language):
        return False
    if language == "en" or language is None:
        part = PART_OF_PLACE.search(before)
        place = PLACE_BEFORE.search(before[: part.start()] if part else before)
        return place is not None and not text.startswith(("'s", "’s"), one.end)
    return is_place(text, (one.start, one.end), language, town=one.kind in TOWNS)
