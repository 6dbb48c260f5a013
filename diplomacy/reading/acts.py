"""What a chain of words tells: one verb over another (`refuses to lift the ban`), what comes, what does not happen.

PLOVER composes: to stop aid is SANCTION, to call off talks REJECT, to end a siege YIELD; who agrees, asks, refuses or
threatens to do a thing agrees, asks, refuses or threatens, whatever the thing is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diplomacy.reading.lexicons import Trigger
from diplomacy.reading.shapes import Modality, Quad, Root, Stage

NEGATION_REACH, MODAL_REACH, OBJECT_REACH = 30, 48, 70
"""How many letters a sign stands before its verb, and an object behind it."""

HELP_REACH = 45
TOGETHER: dict[tuple[Root, str], Root] = {
    (Root.MOBILIZE, "AID"): Root.AID,
    (Root.AID, "YIELD"): Root.YIELD,
    (Root.AGREE, "REQUEST"): Root.YIELD,
}
"""What two words make together: forces sent to help are help; to grant a release, or to accept demands, is to yield."""

HARD = frozenset({Root.SANCTION, Root.MOBILIZE, Root.COERCE, Root.ASSAULT})
COOPERATIVE = frozenset({Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION})
GOVERNING = frozenset({Root.AGREE, Root.REQUEST, Root.REJECT, Root.THREATEN, Root.ACCUSE})
"""They take what follows as what is agreed on, asked for, refused …"""

BEING = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being)(?:\s\w+ly)?(?:\s\w+)?\s*$")
JOINED = re.compile(r"\s(?:and|but)(?:\s\w+ly)?\s*$")
NEW_CLAUSE = re.compile(r"\s(?:and|but) that(?:\s\w+){0,3}\s*$")
ENDING = re.compile(r"(?<=\w)(?:s|ed|ing)\b")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a clause tells, and the word that heads it."""

    root: Root
    trigger: Trigger
    modality: Modality
    stage: Stage | None
    tone: float
    mutual: bool

    @property
    def composed(self) -> Root:
        """The root as PLOVER files what is only promised, threatened or refused."""
        friendly = self.root.quad in COOPERATIVE
        if self.modality is Modality.WILL:
            return Root.AGREE if friendly else Root.THREATEN if self.root in HARD else self.root
        return Root.REJECT if self.modality is Modality.NOT and friendly else self.root


def head_of(chain: Sequence[Trigger], text: str, *, verb_last: bool) -> Act | None:
    """The act that heads a chain of triggers; None where it tells none."""
    if verb_last:
        return last_act(chain)
    acts = acts_of(chain, text)
    return acts[0] if acts else None


def acts_of(chain: Sequence[Trigger], text: str) -> tuple[Act, ...]:
    """The acts of a clause whose verb stands before its object: its head, and the verbs joined to it."""
    found: list[Act] = []
    at = 0
    while at < len(chain):
        one = chain[at]
        if one.entry.is_sign:
            at += 1
            continue
        if found and not _is_joined(one, found[0].trigger, text):
            at += 1
            continue
        act, at = _act(chain, at, text)
        found.append(act)
    return tuple(found)


def last_act(chain: Sequence[Trigger]) -> Act | None:
    """The act of a clause whose verb stands last: its object stands before it."""
    heads = [at for at, one in enumerate(chain) if not one.entry.is_sign]
    if not heads:
        return None
    head = chain[heads[-1]]
    before = [chain[at] for at in heads[:-1] if chain[at].entry.says != "=stop"]
    thing = next((one for one in reversed(before) if head.start - one.end <= OBJECT_REACH), None)
    modality = _modality(chain, head, behind=14)
    return _stopped(head, thing, modality) if head.entry.says == "=stop" else _plain(head, modality)


def _is_joined(one: Trigger, head: Trigger, text: str) -> bool:
    """Whether a later verb stands beside the head, in the same form (`accuses … and suspends`)."""
    if NEW_CLAUSE.search(text, max(0, one.start - 40), one.start) is not None:
        return True
    if JOINED.search(text, max(0, one.start - 16), one.start) is None:
        return False
    ending, other = (ENDING.search(text, trigger.start, trigger.end) for trigger in (head, one))
    return ending is not None and other is not None and ending.group() == other.group()


def _act(chain: Sequence[Trigger], at: int, text: str) -> tuple[Act, int]:
    """The act that a trigger heads, and where in the chain to go on."""
    head = chain[at]
    modality = _modality(chain, head, behind=0)
    following = [place for place in range(at + 1, len(chain)) if chain[place].start - head.end <= OBJECT_REACH]
    if head.entry.says == "=stop":
        things = [place for place in following if not chain[place].entry.says.startswith("=")][:2]
        thing = next((place for place in things if Root(chain[place].entry.says) in HARD), things[0] if things else None)
        return _stopped(head, None if thing is None else chain[thing], modality), (thing or at) + 1
    stop = next((place for place in following if chain[place].entry.says == "=stop"), None)
    if stop is not None and BEING.search(text, head.end, chain[stop].start) and Root(head.entry.says).quad in COOPERATIVE:
        return replace(_stopped(chain[stop], head, _modality(chain, chain[stop], behind=0)), trigger=head), stop + 1
    signs = set(_signs(chain, head, 0))
    act = _plain(head, modality, refused={"=will", "=not"} <= signs)
    if "=announces" in signs and act.root not in UNSTAGED and act.stage in {None, Stage.IN_FORCE, Stage.SUSPENDED}:
        act = replace(act, stage=Stage.ANNOUNCED)
    thing = next((place for place in following if not chain[place].entry.says.startswith("=")), None)
    if thing is not None and chain[thing].start - head.end <= HELP_REACH and (act.root, chain[thing].entry.says) in TOGETHER:
        root = TOGETHER[act.root, chain[thing].entry.says]
        return replace(act, root=root, stage=stage_of(root, None, modality), tone=composed_tone(root, modality)), thing + 1
    return act, at + 1


def _plain(head: Trigger, modality: Modality, *, refused: bool = False) -> Act:
    """An act as its head names it; a good thing that one says one will not do is refused."""
    entry = head.entry
    if refused and Root(entry.says).quad in COOPERATIVE:
        return Act(Root.REJECT, head, Modality.DID, None, TONES[Root.REJECT], mutual=False)
    stage = entry.value("stage")
    return Act(
        Root(entry.says),
        head,
        modality,
        stage_of(Root(entry.says), Stage(stage) if stage else None, modality),
        _tone(float(entry.value("tone") or 0), modality),
        "mutual" in entry.marks,
    )


def _stopped(stop: Trigger, thing: Trigger | None, modality: Modality) -> Act:
    """What it is to stop a thing."""
    root, tone = Root.SANCTION, -5.0
    if thing is not None:
        ended = Root(thing.entry.says)
        if ended in HARD or ended is Root.PROTEST or ended is Root.THREATEN:
            root, tone = Root.YIELD, 4.0
        elif ended is Root.CONSULT and "called-off" in stop.entry.marks:
            root, tone = Root.REJECT, -3.0
    told = stop.entry.value("stage")
    stage = Stage(told) if told else Stage.IN_FORCE if root is Root.YIELD else Stage.SUSPENDED
    return Act(root, stop, modality, stage_of(root, stage, modality), _tone(tone, modality), mutual=False)


def _tone(tone: float, modality: Modality) -> float:
    """What was not done weighs half and the other way; what may come, less."""
    if modality is Modality.NOT:
        return -tone / 2
    return tone if modality is Modality.DID else tone * 0.7


TONES = {
    Root.AGREE: 4.0, Root.CONSULT: 3.0, Root.SUPPORT: 4.0, Root.COOPERATE: 5.0, Root.AID: 5.0, Root.YIELD: 4.0,
    Root.REQUEST: -1.0, Root.ACCUSE: -4.0, Root.REJECT: -3.0, Root.THREATEN: -5.0,
    Root.PROTEST: -4.0, Root.SANCTION: -6.0, Root.MOBILIZE: -5.0, Root.COERCE: -5.0, Root.ASSAULT: -9.0,
}  # fmt: skip
"""What each root does to a relation, from -10 (war) to 10 (union)."""


def composed_tone(root: Root, modality: Modality) -> float:
    """The tone of a root that no word of the lexicon tells."""
    return _tone(TONES[root], modality)


def stage_of(root: Root, stage: Stage | None, modality: Modality) -> Stage | None:
    """The rung that an act tells: what is only to come is announced, what is not so is denied."""
    if modality is Modality.NOT:
        return Stage.DENIED if stage is not None else None
    if modality is Modality.WILL and root not in UNSTAGED:
        return Stage.ANNOUNCED
    if modality is Modality.MAY and stage is not Stage.TALKS:
        return None
    return stage


UNSTAGED = frozenset({Root.REQUEST, Root.ACCUSE, Root.THREATEN, Root.PROTEST, Root.ASSAULT})
"""What they name is no matter that moves along the ladder."""


def _modality(chain: Sequence[Trigger], head: Trigger, *, behind: int) -> Modality:
    """Whether it happened, by the signs before the head with no other verb between; behind it where the verb is last."""
    signs = set(_signs(chain, head, behind))
    return next((modality for says, modality in MODALITIES if says in signs), Modality.DID)


MODALITIES = (("=not", Modality.NOT), ("=may", Modality.MAY), ("=will", Modality.WILL))


def _signs(chain: Sequence[Trigger], head: Trigger, behind: int) -> Iterator[str]:
    for one in chain:
        reach = NEGATION_REACH if one.entry.says == "=not" else MODAL_REACH
        if one.end <= head.start:
            if head.start - one.end <= reach and not _parted(chain, one, head):
                yield one.entry.says
        elif one is not head and head.start <= one.start <= head.end + behind:
            yield one.entry.says


def _parted(chain: Sequence[Trigger], sign: Trigger, head: Trigger) -> bool:
    """Whether another verb stands between a sign and the head."""
    return any(
        sign.end <= one.start and one.end <= head.start and not one.entry.is_sign
        for one in chain
    )
