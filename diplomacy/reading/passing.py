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
OFTEN = 3
"""Mentions that make a country one that the report is about; one fewer where the lead names one country or none."""


def without_passing(mentions: Sequence[Seen], length: int, tied: AbstractSet[str]) -> tuple[Seen, ...]:
    """The mentions of countries that a report of this length is about; `tied` are those of its pairs and of what happened.

    A country counts where it is in the lead, where it comes again and again, or where it is hinted at. Of a report
    that names none in its lead, the first and the one named most count.
    """
    if not ALL_LEAD < length <= LONGEST_REPORT:
        return tuple(mentions)
    by_code: dict[str, list[Seen]] = defaultdict(list)
    for one in mentions:
        by_code[one.code].append(one)
    leads = {code for code, found in by_code.items() if found[0].sentence.index < LEAD}
    most = max(map(len, by_code.values()), default=0)
    often = OFTEN if len(leads) > 1 else OFTEN - 1
    kept = leads | (tied & by_code.keys())
    for code, found in by_code.items():
        again = len(found) >= often and not all(one.found.kind is MentionKind.CAPITAL for one in found)
        stands_out = not leads and (len(found) == most or found[0] is mentions[0])
        if again or stands_out or any(one.found.implied for one in found):
            kept.add(code)
    return tuple(one for one in mentions if one.code in kept)
