"""What is said to lie ahead between two countries is an event to come."""

from collections.abc import Sequence

from diplomacy.reading.outcome import tone_of
from diplomacy.reading.shapes import AgendaSaid, CountrySaid, EventSaid, Modality, PairSaid, Root, Stage

FAINT = 0.1
"""How much a report is about a pair of which it tells only that it will meet."""

MOST = 4
CONFIDENCE = 0.6


def with_ahead(
    events: Sequence[EventSaid], agenda: Sequence[AgendaSaid], countries: Sequence[CountrySaid]
) -> tuple[EventSaid, ...]:
    """The events, and behind them one for each item ahead that ties a pair of which no event is told."""
    told = {event.pair for event in events}
    order = {one.code: at for at, one in enumerate(countries)}
    found: list[EventSaid] = []
    for item in agenda:
        codes = sorted(set(item.countries) & set(order), key=lambda code: order[code])
        if len(codes) == 2 and _pair(codes) not in told:  # noqa: PLR2004 - a pair
            told.add(_pair(codes))
            found.append(_event(item, codes[0], codes[1]))
    return (*events, *found[:MOST])


def with_pairs(pairs: Sequence[PairSaid], events: Sequence[EventSaid]) -> tuple[PairSaid, ...]:
    """The pairs, and behind them those that only an event to come ties."""
    known = {pair.pair for pair in pairs}
    further: dict[tuple[str, str], PairSaid] = {}
    for event in events:
        if event.pair is not None and event.pair not in known and event.modality is Modality.WILL:
            further.setdefault(event.pair, PairSaid(event.pair, FAINT, event.start, event.end))
    return (*pairs, *further.values())


def _pair(codes: Sequence[str]) -> tuple[str, str]:
    return min(codes), max(codes)


def _event(item: AgendaSaid, source: str, target: str) -> EventSaid:
    return EventSaid(
        root=Root.CONSULT,
        source=source,
        target=target,
        pair=_pair((source, target)),
        mutual=True,
        stage=Stage.ANNOUNCED,
        modality=Modality.WILL,
        tone=tone_of(Root.CONSULT, Modality.WILL),
        topics=(),
        said_by=None,
        when=item.when,
        background=False,
        confidence=CONFIDENCE,
        start=item.start,
        end=item.end,
        because="rule: it lies ahead of both",
    )
