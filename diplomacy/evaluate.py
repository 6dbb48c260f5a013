"""How well the reading does on sets that others labelled: each measure with its interval and the trivial baseline."""

from collections.abc import Callable, Mapping

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.heldout import held_out
from diplomacy.judges.countries import countries
from diplomacy.judges.events import directed_events, event_classes, event_types
from diplomacy.judges.figures import money
from diplomacy.judges.labels import labels
from diplomacy.judges.pairs import editors_pairs
from diplomacy.measures import Measure, Rows

JUDGES: dict[str, Callable[[Rows, Gazetteer], list[Measure]]] = {
    "relations": editors_pairs,
    "labels-2025": labels,
    "event-types": event_types,
    "event-classes": event_classes,
    "directed-events": directed_events,
    "countries-newswire-1987": countries("countries-newswire-1987", "countries_besides_us"),
    "countries-lgl": countries("countries-lgl", "countries"),
    "figures": money,
    "heldout": held_out,
}
"""The sets that can be judged, by the name of their file."""


def evaluate(sets: Mapping[str, Rows], gazetteer: Gazetteer) -> tuple[Measure, ...]:
    """Measure on every set that is there, by its name: rows as loaded in, figures out."""
    return tuple(
        measure for name, judge in JUDGES.items() if sets.get(name) for measure in judge(sets[name], gazetteer)
    )
