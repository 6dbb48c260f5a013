"""`event-types`, `event-classes`, `directed-events`: what happened, and between whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from diplomacy.countries.folding import fold
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.judges.asked import is_conflict, main_event
from diplomacy.measures import (
    Measure,
    Row,
    Rows,
    as_list,
    commonest,
    first_two_named,
    gold_of,
    language_of_row,
    mean,
    read_row,
)
from diplomacy.reading.features import main_act
from diplomacy.reading.lexicons import lexicon_of
from diplomacy.reading.marked import read_marked, unmark
from diplomacy.reading.masking import Sided, masked
from diplomacy.reading.shapes import Quad, Root


def event_types(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the event between two marked actors is read as labelled: conflict or not, class, root.

    The baseline is the word of the lexicon that heads the stretch between the two, without weights; where it finds
    none, the root that is commonest in the set.
    """
    gold = [Root(str(gold_of(row)["root"])) for row in rows]
    events = [read_marked(str(row["marked"]), gazetteer, language=language_of_row(row)).events[0] for row in rows]
    read = [event.root for event in events]
    most = Root(commonest(gold))
    plain = [_by_lexicon(row) or most for row in rows]

    def conflict(roots: list[Root]) -> list[bool]:
        return [is_conflict(told.quad) == is_conflict(label.quad) for told, label in zip(roots, gold, strict=True)]

    def quad(roots: list[Root]) -> list[bool]:
        return [told.quad is label.quad for told, label in zip(roots, gold, strict=True)]

    def root(roots: list[Root]) -> list[bool]:
        return [told is label for told, label in zip(roots, gold, strict=True)]

    return [
        mean(f"event {name}", "event-types", right(read), right(plain), "lexicon alone")
        for name, right in (("binary", conflict), ("quad", quad), ("root", root))
    ]


def _by_lexicon(row: Row) -> Root | None:
    """What the rules of the lexicon read between the two marked actors."""
    text, spans = unmark(str(row["marked"]))
    act = main_act(masked(text, Sided(spans.get("s"), spans.get("t")), language_of_row(row) or "en"))
    return act.composed if act else None


CLASSES: Mapping[Quad, int] = {
    Quad.VERBAL_COOPERATION: 1,
    Quad.MATERIAL_COOPERATION: 2,
    Quad.VERBAL_CONFLICT: 3,
    Quad.MATERIAL_CONFLICT: 4,
}


def event_classes(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the class of a sentence is read as labelled: 0 no event, 1 to 4 the quads.

    The set files what PLOVER calls SANCTION (ties cut or suspended, envoys expelled, embargoes, tariffs) among verbal
    conflict: of its sentences that tell of an expulsion 8 in 9 stand in class 3, of a suspension 24 in 29, of sanctions
    imposed 14 in 14. So there are two figures: by PLOVER's quads, and with sanctions filed as the set files them.
    The baseline is the first word of the lexicon that tells an event, sanctions filed as in the set.
    """
    gold = [gold_of(row)["class"] for row in rows]
    events = [main_event(read_row(row, gazetteer)) for row in rows]
    plain = [_class(_first_trigger(row), sanctions=3) == label for row, label in zip(rows, gold, strict=True)]

    def right(sanctions: int) -> list[bool]:
        told = [_class(event.root if event else None, sanctions=sanctions) for event in events]
        return [one == label for one, label in zip(told, gold, strict=True)]

    return [
        mean("event class, PLOVER's", "event-classes", right(4), plain, "first word"),
        mean("event class, sanctions as filed there", "event-classes", right(3), plain, "first word"),
    ]


def _class(root: Root | None, *, sanctions: int) -> int:
    if root is None:
        return 0
    return sanctions if root is Root.SANCTION else CLASSES[root.quad]


def _first_trigger(row: Row) -> Root | None:
    lexicon = lexicon_of(language_of_row(row) or "en")
    found = lexicon.find(fold(str(row["text"]))) if lexicon else ()
    return next((Root(one.entry.says) for one in found if not one.entry.says.startswith("=")), None)


def directed_events(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Who acts on whom, in this order, over the rows that have a state on both sides.

    Precision is the share of what is read that is right; recall the share of what is labelled that is read; the last
    figure the share of rows whose event is right too. The baseline takes the first two countries in the order of the
    text, and the first word of the lexicon that tells an event.
    """
    read, found, both = _Hits(), _Hits(), _Hits()
    for row in rows:
        gold = gold_of(row)
        pairs = {(one, other) for one in as_list(gold.get("source")) for other in as_list(gold.get("target"))}
        if not pairs:
            continue
        reading = read_row(row, gazetteer)
        event = next((event for event in reading.events if event.pair), None)
        hit = event is not None and (event.source, event.target) in pairs
        two = first_two_named(reading)
        plain = two in pairs
        read.right.extend([hit] if event else [])
        read.plain.extend([plain] if two[1] else [])
        found.right.append(hit)
        found.plain.append(plain)
        both.right.append(hit and event is not None and event.root == gold["event"])
        both.plain.append(plain and _first_trigger(row) == gold["event"])
    return [
        mean("directed pair precision", "directed-events", read.right, read.plain, "first two named"),
        mean("directed pair recall", "directed-events", found.right, found.plain, "first two named"),
        mean("directed pair and event", "directed-events", both.right, both.plain, "first two, first word"),
    ]


@dataclass(frozen=True, slots=True)
class _Hits:
    """Whether each row is right, as read and by the trivial reader."""

    right: list[bool] = field(default_factory=list)
    plain: list[bool] = field(default_factory=list)
