"""Countries that a report only names in passing, which it is not about."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from diplomacy.reading.mentions import Seen
from diplomacy.reading.shapes import MentionKind

ALL_LEAD = 400
"""Characters of a text so short that all of it is a lead."""

LONGEST_REPORT = 20_000
"""A longer text is a collection or a document: whatever it names may be what it is about."""

LEAD = 2
"""Sentences that say what a report is about: its title and the first of its text."""
NEAR = 4
"""Sentences in which a country that is only hinted at, or that comes before any other, still counts."""
OVERVIEW = 12
"""Countries that make a report one about all of them."""
OFTEN = 3
"""Mentions that make a country one that the report is about; one fewer where the lead names one country or none."""


def without_passing(mentions: Sequence[Seen], length: int, tied: AbstractSet[str]) -> tuple[Seen, ...]:
    """The mentions of countries that a report of this length is about.

    `tied` are the countries of its pairs and of what happened.
    A country counts where it is in the lead, where it comes again and again, or where it is hinted at soon. Of a report
    that names none in its lead, those named soon and those named most count; of one that names very many, all.
    """
    if not ALL_LEAD < length <= LONGEST_REPORT:
        return tuple(mentions)
    by_code: dict[str, list[Seen]] = defaultdict(list)
    for one in mentions:
        by_code[one.code].append(one)
    if len(by_code) >= OVERVIEW:
        return tuple(mentions)
    hinted = {code for code, found in by_code.items() if found[0].found.implied}
    leads = {code for code, found in by_code.items() if found[0].sentence.index < LEAD} - hinted
    kept = leads | (tied & by_code.keys())
    most = max(map(len, by_code.values()), default=0)
    often = OFTEN if len(leads) > 1 else OFTEN - 1
    for code, found in by_code.items():
        is_soon = found[0].sentence.index < NEAR
        again = len(found) >= often and not all(one.found.kind is MentionKind.CAPITAL for one in found)
        stands_out = is_soon or code in hinted or len(found) == most or found[0] is mentions[0]
        if again or (stands_out and not leads) or (is_soon and code in hinted):
            kept.add(code)
    return tuple(one for one in mentions if one.code in kept)
