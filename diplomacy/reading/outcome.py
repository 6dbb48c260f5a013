"""Whether a thing happened, will, may or did not; how far along the ladder that puts it; what it does to a relation."""

from collections.abc import Iterator, Sequence

from diplomacy.reading.lexicons import Trigger
from diplomacy.reading.shapes import Modality, Root, Stage

NEGATION_REACH, MODAL_REACH = 30, 48
"""How many letters a sign stands before its verb."""

LAST_REACH = 14
"""How many letters it stands behind a verb that ends the sentence."""

MODALITIES = (("=not", Modality.NOT), ("=may", Modality.MAY), ("=will", Modality.WILL))

UNSTAGED = frozenset({Root.REQUEST, Root.ACCUSE, Root.THREATEN, Root.PROTEST, Root.ASSAULT})
"""What they name is no matter that moves along the ladder."""

TONES = {
    Root.AGREE: 4.0, Root.CONSULT: 3.0, Root.SUPPORT: 4.0, Root.COOPERATE: 5.0, Root.AID: 5.0, Root.YIELD: 4.0,
    Root.REQUEST: -1.0, Root.ACCUSE: -4.0, Root.REJECT: -3.0, Root.THREATEN: -5.0,
    Root.PROTEST: -4.0, Root.SANCTION: -6.0, Root.MOBILIZE: -5.0, Root.COERCE: -5.0, Root.ASSAULT: -9.0,
}  # fmt: skip
"""What each root does to a relation, from -10 (war) to 10 (union), where no word of the lexicon tells more."""


def modality_of(signs: frozenset[str]) -> Modality:
    """The modality that the signs around a verb tell: a negation outweighs a doubt, a doubt a future."""
    return next((modality for says, modality in MODALITIES if says in signs), Modality.DID)


def signs_of(chain: Sequence[Trigger], head: Trigger, *, verb_last: bool = False) -> frozenset[str]:
    """What the signs around a verb say, no other verb between; those behind it too where the verb ends the sentence."""
    return frozenset(_signs(chain, head, LAST_REACH if verb_last else 0))


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
    return any(sign.end <= one.start and one.end <= head.start and not one.entry.is_sign for one in chain)


def stage_of(root: Root, stage: Stage | None, modality: Modality) -> Stage | None:
    """The rung that an act tells: what is only to come is announced, what is not so is denied."""
    if modality is Modality.NOT:
        return Stage.DENIED if stage is not None else None
    if modality is Modality.WILL and root not in UNSTAGED:
        return Stage.ANNOUNCED
    return None if modality is Modality.MAY and stage is not Stage.TALKS else stage


def tone_of(root: Root, modality: Modality, told: float | None = None) -> float:
    """What an act does to a relation; what was not done weighs half and the other way, what may come weighs less."""
    tone = TONES[root] if told is None else told
    if modality is Modality.NOT:
        return -tone / 2
    return tone if modality is Modality.DID else tone * 0.7
