"""What a chain of words tells: one verb over another (`refuses to lift the ban`), verbs side by side.

PLOVER composes: to stop aid is SANCTION, to call off talks REJECT, to end a siege YIELD; who agrees, asks, refuses or
threatens to do a thing agrees, asks, refuses or threatens, whatever the thing is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplomacy.reading.lexicons import Trigger
from diplomacy.reading.outcome import UNSTAGED, modality_of, signs_of, stage_of, tone_of
from diplomacy.reading.shapes import Modality, Quad, Root, Stage

OBJECT_REACH, NEAR_REACH = 70, 45
"""So many letters behind a verb its object stands, and a word that makes another thing of it."""

TOGETHER = {
    (Root.MOBILIZE, "AID"): Root.AID,
    (Root.AID, "YIELD"): Root.YIELD,
    (Root.AGREE, "REQUEST"): Root.YIELD,
}
"""What two words make together: forces sent to help are help; to grant a release, or to accept demands, is to yield."""

HARD = frozenset({Root.SANCTION, Root.MOBILIZE, Root.COERCE, Root.ASSAULT})
ENDED_WELL = HARD | {Root.PROTEST, Root.THREATEN}
"""Whoever stops such a thing yields."""

FRIENDLY = frozenset({Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION})

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

    def shared(self) -> "Act":
        """The act as two sides do it side by side: exercises held together are cooperation."""
        if "together" not in self.trigger.entry.marks:
            return self
        return replace(self.to(Root.COOPERATE), mutual=True)

    @property
    def composed(self) -> Root:
        """The root as PLOVER files what is only promised, threatened or refused."""
        friendly = self.root.quad in FRIENDLY
        if self.modality is Modality.WILL:
            return Root.AGREE if friendly else Root.THREATEN if self.root in HARD else self.root
        return Root.REJECT if self.modality is Modality.NOT and friendly else self.root

    def to(self, root: Root) -> "Act":
        """The same act by another root, which no word of the lexicon tells."""
        return replace(self, root=root, stage=stage_of(root, None, self.modality), tone=tone_of(root, self.modality))


def head_of(chain: Sequence[Trigger], text: str, *, verb_last: bool) -> Act | None:
    """The act that heads a chain of triggers in a folded text; None where it tells none."""
    if verb_last:
        return last_act(chain)
    acts = acts_of(chain, text)
    return acts[0] if acts else None


def acts_of(chain: Sequence[Trigger], text: str) -> tuple[Act, ...]:
    """The acts of a clause whose verb stands before its object: its head, and the verbs joined to it."""
    found: list[Act] = []
    done = 0
    sure = any(one.entry.is_head for one in chain)
    for one in chain:
        if (
            one.start < done
            or one.entry.is_sign
            or (sure and not one.entry.is_head)
            or (found and not _is_joined(one, found[0].trigger, text))
        ):
            continue
        act, done = _act(chain, one, text)
        found.append(act)
    return tuple(found)


def last_act(chain: Sequence[Trigger]) -> Act | None:
    """The act of a clause whose verb stands last: its object stands before it."""
    heads = [one for one in chain if not one.entry.is_sign]
    if not heads:
        return None
    head = heads[-1]
    modality = modality_of(signs_of(chain, head, verb_last=True))
    if head.entry.says != "=stop":
        return _plain(head, modality)
    before = [one for one in heads[:-1] if one.entry.is_root and head.start - one.end <= OBJECT_REACH]
    return _stopped(head, before[-1] if before else None, modality)


def _is_joined(one: Trigger, head: Trigger, text: str) -> bool:
    """Whether a later verb stands beside the head in the same form (`accuses … and suspends`), or in its own clause."""
    if NEW_CLAUSE.search(text, max(0, one.start - 40), one.start) is not None:
        return True
    if JOINED.search(text, max(0, one.start - 16), one.start) is None:
        return False
    ending, other = (ENDING.search(text, trigger.start, trigger.end) for trigger in (head, one))
    return ending is not None and other is not None and ending.group() == other.group()


def _act(chain: Sequence[Trigger], head: Trigger, text: str) -> tuple[Act, int]:
    """The act that a trigger heads, and where the words end that make it."""
    following = [one for one in chain if head.end <= one.start <= head.end + OBJECT_REACH]
    things = [one for one in following if one.entry.is_root]
    signs = signs_of(chain, head)
    if head.entry.says == "=stop":
        near = [one for one in things[:2] if one.start - head.end <= NEAR_REACH]
        thing = next((one for one in near if Root(one.entry.says) in HARD), things[0] if things else None)
        return _stopped(head, thing, modality_of(signs)), (thing or head).end
    stop = _stop_of(head, following, text)
    if stop is not None:
        return replace(_stopped(stop, head, modality_of(signs_of(chain, stop))), trigger=head), stop.end
    act, end = _plain(head, modality_of(signs), refused={"=will", "=not"} <= signs), head.end
    if things and things[0].start - head.end <= NEAR_REACH and (act.root, things[0].entry.says) in TOGETHER:
        act, end = act.to(TOGETHER[act.root, things[0].entry.says]), things[0].end
    if "=announces" in signs and act.root not in UNSTAGED and act.stage in {None, Stage.IN_FORCE, Stage.SUSPENDED}:
        act = replace(act, stage=Stage.ANNOUNCED)
    return act, end


def _stop_of(head: Trigger, following: Sequence[Trigger], text: str) -> Trigger | None:
    """The word that tells in the passive that a good thing is stopped: `negotiations … are terminated`."""
    stop = next((one for one in following if one.entry.says == "=stop"), None)
    if stop is None or Root(head.entry.says).quad not in FRIENDLY:
        return None
    return stop if BEING.search(text, head.end, stop.start) else None


def _plain(head: Trigger, modality: Modality, *, refused: bool = False) -> Act:
    """An act as its head names it; a good thing that one says one will not do is refused."""
    entry, root = head.entry, Root(head.entry.says)
    if refused and root.quad in FRIENDLY:
        return Act(Root.REJECT, head, Modality.DID, None, tone_of(Root.REJECT, Modality.DID), mutual=False)
    stage, tone = entry.value("stage"), entry.value("tone")
    return Act(
        root,
        head,
        modality,
        stage_of(root, Stage(stage) if stage else None, modality),
        tone_of(root, modality, float(tone) if tone else None),
        "mutual" in entry.marks,
    )


def _stopped(stop: Trigger, thing: Trigger | None, modality: Modality) -> Act:
    """What it is to stop a thing."""
    ended = Root(thing.entry.says) if thing is not None else None
    called_off = ended is Root.CONSULT and "called-off" in stop.entry.marks
    eased = ended in ENDED_WELL or (ended is None and "eased" in stop.entry.marks)
    root = Root.YIELD if eased else Root.REJECT if called_off else Root.SANCTION
    told = stop.entry.value("stage")
    stage = Stage(told) if told else Stage.IN_FORCE if root is Root.YIELD else Stage.SUSPENDED
    return Act(root, stop, modality, stage_of(root, stage, modality), tone_of(root, modality), mutual=False)
