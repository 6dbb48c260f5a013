"""Who acts on whom: the countries around the word that tells what happened, and what each of them is there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.reading.acts import Act
from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import Role
from diplomacy.reading.shapes import Root
from diplomacy.reading.told import Told
from diplomacy.reading.ways import way

LOOSE = 0.45
"""Two countries that are so likely not to deal with each other are not the sides of an act whose words name but one."""

AGENT_REACH = 90
"""The one who acts in a passive stands so near behind it."""

PASSIVE = re.compile(r"(?:^|\s)(?:is|are|was|were|been|being|be|gets|got)(?:\s\w+ly)?(?:\s\w+ and)?\s$")
PRIVATE = re.compile(
    r"[\s–-]*(?:\w+[\s-]){0,3}?(?:citizens?|nationals?|men|man|women|woman|tourists?|migrants?|refugees?|workers?|students?"
    r"|airlines?|compan(?:y|ies)|firms?|banks?|businessman|businessmen|journalists?|activists?|insurgents?|militants?"
    r"|rebels?|gunmen|fighters|traders?|investors?|carrier|subsidiar(?:y|ies)|club|team|singer|actor|mission|teenagers?)\b",
    re.IGNORECASE,
)
"""Words that make a nationality that of people or firms, who act for no state."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Codes of who acts and who is acted on; None where that is no state. `mutual` where both do it."""

    source: str | None
    target: str | None
    mutual: bool

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two, sorted."""
        if self.source is None or self.target is None or self.source == self.target:
            return None
        return min(self.source, self.target), max(self.source, self.target)


def sides_of(told: Told, act: Act) -> Sides:
    """The sides of an act: by where the countries stand around it, or else as the weights see them."""
    ruled = _ruled(told, act)
    two = _two(told, ruled) if ruled.pair is None else None
    return ruled if two is None else _learned(told, two) or ruled


def _two(told: Told, ruled: Sides) -> tuple[Seen, Seen] | None:
    """The side that the rules found and the country named first beside it, in order; None where there is no other."""
    alone = ruled.source or ruled.target
    there = [one for one in told.mentions if one.role is not Role.SETTING and not is_private(told, one)]
    plainest = sorted(there, key=lambda one: (one.code != alone, one.aside))
    two = list({one.code: one for one in reversed(plainest)}.values())[::-1][:2]
    if len(two) < 2:  # noqa: PLR2004 - a pair
        return None
    first, second = sorted(two, key=lambda one: one.found.start)
    return first, second


def _learned(told: Told, two: tuple[Seen, Seen]) -> Sides | None:
    """The sides as the corpus taught them; None where it taught that there are none."""
    begin = told.sentence.start
    first, second = ((one.found.start - begin, one.found.end - begin) for one in two)
    known = way(told.text, first, second, told.language)
    if known.none > LOOSE:
        return None
    one, other = (seen.code for seen in two)
    if known.back > max(known.forth, known.both):
        return Sides(other, one, mutual=False)
    return Sides(one, other, mutual=known.both > known.forth)


def _ruled(told: Told, act: Act) -> Sides:
    """The sides of an act, by where the countries stand around it."""
    head = act.trigger
    spoken = told.spoken_from
    there = _on_stage([one for one in told.mentions if told.place(one) < spoken] or told.mentions)
    if told.verb_last or (told.verb_first and head.start < min(map(told.place, there), default=0)):
        before = acting([one for one in there if told.place(one) < head.start], act)
        return _in_order(before or acting(there, act), act)
    first = [one for one in there if told.place(one) < head.start]
    then = [one for one in there if told.place(one) >= head.start]
    if _is_passive(told, act):
        source = next(iter(_agents(told, act)), None)
        return Sides(source, _first(first, act, but=source), mutual=False)
    before = acting(first, act)
    source = before[0] if before else None
    if act.mutual and len(before) > 1:
        return Sides(before[0], before[1], mutual=True)
    target = _first(then, act, but=source)
    if target is None and len(before) > 1:
        target = before[1]
    return Sides(source, target, mutual=act.mutual and source is not None and target is not None)


def _on_stage(mentions: Sequence[Seen]) -> Sequence[Seen]:
    """Those that stand outside the circumstances, where they are two countries."""
    plain = [one for one in mentions if not one.aside]
    return plain if len({one.code for one in plain}) > 1 else mentions


def _first(mentions: Sequence[Seen], act: Act, *, but: str | None) -> str | None:
    """The country first acted on among some mentions, another than `but`."""
    return next(iter(acting([one for one in mentions if one.code != but], act)), None)


def _in_order(codes: Sequence[str], act: Act) -> Sides:
    """The sides where both stand on one side of the verb: who acts is named first."""
    source = codes[0] if codes else None
    target = codes[1] if len(codes) > 1 else None
    return Sides(source, target, mutual=act.mutual and target is not None)


def acting(mentions: Sequence[Seen], act: Act) -> list[str]:
    """The countries that act or are acted on: those told plainly, else those that describe one.

    A place is acted on where something is done there; where states meet and agree is no party.
    """
    done_there = act.root not in {Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.COOPERATE}
    plain = [one for one in mentions if not one.aside] or mentions
    for role in (Role.ACTOR, Role.ATTRIBUTE, *((Role.VENUE,) if done_there else ())):
        codes = list(dict.fromkeys(one.code for one in plain if one.role is role))
        if codes:
            return codes
    return []


def is_private(told: Told, one: Seen) -> bool:
    """Whether a mention is the nationality of people or firms."""
    return told.language == "en" and PRIVATE.match(told.text, one.found.end - told.sentence.start) is not None


def _agents(told: Told, act: Act) -> list[str]:
    """Who stands behind `by`."""
    head = act.trigger
    by = (
        head.end
        if told.folded.text[head.start : head.end].endswith(" by")
        else next(
            (
                one.end
                for one in told.triggers
                if one.entry.says == "=by" and head.end <= one.start <= head.end + AGENT_REACH
            ),
            None,
        )
    )
    return [] if by is None else acting([one for one in told.mentions if told.place(one) >= by], act)[:1]


def _is_passive(told: Told, act: Act) -> bool:
    """Whether the act is told of the one it was done to."""
    start = act.trigger.start
    if told.language == "en":
        text = told.folded.text
        done = not text[start : act.trigger.end].split(" ")[0].endswith("ing")
        return done and PASSIVE.search(text, max(0, start - 28), start) is not None and act.root is not Root.AGREE
    return any(
        one.entry.says == "=by" and act.trigger.end <= one.start <= act.trigger.end + AGENT_REACH
        for one in told.triggers
    )
