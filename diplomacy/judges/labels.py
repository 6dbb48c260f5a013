"""`labels-2025`: pair, main event, stage, direction and agenda of reports; only what two readers agreed on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.judges.asked import direction_of, is_root, main_event, pair_of
from diplomacy.measures import (
    Counts,
    Measure,
    Row,
    Rows,
    always_commonest,
    as_list,
    dates_ahead,
    first_two_named,
    gold_of,
    language_of_row,
    mean,
    measure_of,
    overlap,
    pairs_by_names,
    precision,
    read_row,
    recall,
)
from diplomacy.reading.as_json import moment
from diplomacy.reading.shapes import Reading, Root

NAME = "labels-2025"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row's labels beside its reading."""

    row: Row
    gold: dict[str, object]
    reading: Reading


def labels(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Main pair, silence where there is none, root, class, sides, stage, direction of the main event; agenda."""
    labelled = [Labelled(row, dict(gold_of(row)), read_row(row, gazetteer)) for row in rows]
    return [
        *_pairs(labelled),
        *_event([one for one in labelled if one.gold.get("event")]),
        _sides([one for one in labelled if one.gold.get("sides")]),
        *_stage([one for one in labelled if "stage" in one.gold]),
        _direction([one for one in labelled if one.gold.get("direction")]),
        *_agenda([one for one in labelled if "agenda" in one.gold]),
    ]


def _pairs(labelled: Sequence[Labelled]) -> list[Measure]:
    tied = [one for one in labelled if one.gold.get("main_pair")]
    loose = [one for one in labelled if "main_pair" in one.gold and not one.gold["main_pair"]]
    first = [[said.pair for said in one.reading.pairs][:1] == [pair_of(one.gold["main_pair"])] for one in tied]
    plain = [pairs_by_names(one.reading)[:1] == [pair_of(one.gold["main_pair"])] for one in tied]
    silent = [not one.reading.pairs for one in loose]
    fewer = [not pairs_by_names(one.reading) for one in loose]
    return [
        mean("main pair", NAME, first, plain, "first two named"),
        mean("no pair where there is none", NAME, silent, fewer, "fewer than two named"),
    ]


def _event(labelled: Sequence[Labelled]) -> list[Measure]:
    gold = [Root(str(one.gold["event"])) for one in labelled]
    read = [main_event(one.reading) for one in labelled]
    root = [event is not None and is_root(event.root, label) for event, label in zip(read, gold, strict=True)]
    quad = [event is not None and event.root.quad is label.quad for event, label in zip(read, gold, strict=True)]
    quads = always_commonest([label.quad for label in gold])
    return [
        mean("root of the main event", NAME, root, always_commonest(gold), "commonest"),
        mean("quad of the main event", NAME, quad, quads, "commonest"),
    ]


def _sides(labelled: Sequence[Labelled]) -> Measure:
    """Both sides right, None where one is no state; in either order where both do it."""
    right, plain = [], []
    for one in labelled:
        source, target, mutual = as_list(one.gold["sides"])
        accepted = {(source, target), (target, source)} if mutual else {(source, target)}
        event = main_event(one.reading)
        right.append(((event.source, event.target) if event else (None, None)) in accepted)
        plain.append(first_two_named(one.reading) in accepted)
    return mean("sides of the main event", NAME, right, plain, "first two named")


def _stage(labelled: Sequence[Labelled]) -> list[Measure]:
    """How far along an agreement is: where the labels tell a stage, and over all rows, most of which have none."""
    gold = [one.gold["stage"] for one in labelled]
    events = [main_event(one.reading) for one in labelled]
    right = [(event.stage if event else None) == label for event, label in zip(events, gold, strict=True)]
    staged = [str(label) for label in gold if label]
    where = [hit for hit, label in zip(right, gold, strict=True) if label]
    return [
        mean("stage, where there is one", NAME, where, always_commonest(staged), "commonest"),
        mean("stage, all rows", NAME, right, [not label for label in gold], "none"),
    ]


def _direction(labelled: Sequence[Labelled]) -> Measure:
    gold = [str(one.gold["direction"]) for one in labelled]
    right = [direction_of(main_event(one.reading)) == label for one, label in zip(labelled, gold, strict=True)]
    return mean("direction", NAME, right, always_commonest(gold), "commonest")


def _agenda(labelled: Sequence[Labelled]) -> list[Measure]:
    """Whether what lies ahead is found, and nothing else: an item is right where its date equals a labelled one's."""
    read: list[Counts] = []
    plain: list[Counts] = []
    for one in labelled:
        gold = [str(item.get("date")) for item in as_list(one.gold["agenda"]) if isinstance(item, dict)]
        read.append(overlap(gold, [str(item.when.date) for item in one.reading.agenda]))
        published = moment(str(one.row.get("published") or ""))
        plain.append(overlap(gold, dates_ahead(str(one.row.get("text") or ""), language_of_row(one.row), published)))
    scores: dict[str, Callable[[Sequence[Counts]], float]] = {
        "precision": precision,
        "recall": recall,
    }
    return [
        replace(measure_of(f"agenda {kind}", NAME, read, score), baseline=score(plain), baseline_name="dates ahead")
        for kind, score in scores.items()
    ]
