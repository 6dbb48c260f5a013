"""What a reading is in rows, and rows as parts of a reading."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Row

from diplomacy.countries.pair import pair_key
from diplomacy.reading.shapes import (
    AgendaSaid,
    ArticleKind,
    Attribution,
    EventSaid,
    FigureSaid,
    PairSaid,
    Reading,
    When,
)
from storage.folding import tag
from storage.searching import COUNTRY, DECISIVE, PAIR, TOPIC

Value = dict[str, object]
T = TypeVar("T")


def pair_rows(reading: Reading) -> list[Value]:
    """Tell each pair once, with the most important event between the two; news of the past is none."""
    return [_pair_row(said, reading) for said in _once(reading.pairs)]


def _once(pairs: tuple[PairSaid, ...]) -> Iterable[PairSaid]:
    """Drop a pair that is told twice."""
    return reversed({said.key: said for said in reversed(pairs)}.values())


def _pair_row(said: PairSaid, reading: Reading) -> Value:
    """Write a pair as a row of `article_pair`."""
    events = [one for one in reading.events if one.pair and pair_key(*one.pair) == said.key and not one.background]
    # Headline and lead may both tell it: the plainest sentence on the pair speaks, where anything happens in it.
    event = next((one for one in events if one.start == said.start), next(iter(events), None))
    told = event or said
    return {
        "pair": said.key,
        "topics": reading.topics,
        "decisive": event is not None and reading.kind is ArticleKind.NEWS,
        "event": event and event.root,
        "stage": event and event.stage,
        "tone": event.tone if event else 0.0,
        "start": told.start,
        "end": told.end,
    }


def country_rows(reading: Reading) -> list[Value]:
    """Tell each country once for each pair that it is in; the most important pair leads."""
    rows: list[Value] = []
    led: set[str] = set()
    for said in _once(reading.pairs):
        for country in dict.fromkeys(said.pair):
            rows.append(_country_row(country, said.key, country not in led, said.start, said.end))
            led.add(country)
    for said_country in reading.countries:
        if said_country.code not in led:
            led.add(said_country.code)
            rows.append(_country_row(said_country.code, "", lead=True, start=0, end=0))
    return rows


def _country_row(country: str, pair: str, lead: bool, start: int, end: int) -> Value:  # noqa: FBT001 (a column)
    """Write a country as a row of `article_country`."""
    return {"country": country, "pair": pair, "lead": lead, "start": start, "end": end}


def topic_rows(reading: Reading) -> list[Value]:
    """Tell each topic."""
    return [{"topic": topic} for topic in dict.fromkeys(reading.topics)]


def tags(reading: Reading, pairs: Sequence[Value]) -> list[str]:
    """Name what the report is about for the search index; `pairs` are its rows."""
    countries = {*(said.code for said in reading.countries), *(code for said in reading.pairs for code in said.pair)}
    return [
        *(tag(PAIR, str(row["pair"])) for row in pairs),
        *(tag(DECISIVE, str(row["pair"])) for row in pairs if row["decisive"]),
        *(tag(COUNTRY, country) for country in sorted(countries)),
        *dict.fromkeys(tag(TOPIC, topic) for topic in reading.topics),
    ]


def event_rows(reading: Reading) -> list[Value]:
    """Tell all events, the most important first."""
    return [{"position": at, **_event_row(event)} for at, event in enumerate(reading.events)]


def _event_row(event: EventSaid) -> Value:
    """Write an event as a row."""
    return {
        "root": event.root,
        "source": event.source,
        "target": event.target,
        "pair": pair_key(*event.pair) if event.pair else None,
        "mutual": event.mutual,
        "stage": event.stage,
        "modality": event.modality,
        "tone": event.tone,
        "topics": event.topics,
        **_said_by(event.said_by),
        "date": event.when.date,
        "precision": event.when.precision,
        "background": event.background,
        "confidence": event.confidence,
        "start": event.start,
        "end": event.end,
    }


def figure_rows(reading: Reading) -> list[Value]:
    """Tell all figures."""
    return [{"position": at, **_figure_row(figure)} for at, figure in enumerate(reading.figures)]


def _figure_row(figure: FigureSaid) -> Value:
    """Write a figure as a row."""
    return {
        "text": figure.text,
        "kind": figure.kind,
        "value": figure.value,
        "unit": figure.unit,
        "of": figure.of,
        "standing": figure.standing,
        **_said_by(figure.said_by),
        "start": figure.start,
        "end": figure.end,
    }


def agenda_rows(reading: Reading) -> list[Value]:
    """Tell all that lies ahead."""
    return [{"position": at, **_agenda_row(item)} for at, item in enumerate(reading.agenda)]


def _agenda_row(item: AgendaSaid) -> Value:
    """Write something that lies ahead as a row."""
    return {
        "what": item.what,
        "countries": item.countries,
        "people": item.people,
        "place": item.place,
        "date": item.when.date,
        "precision": item.when.precision,
        "start": item.start,
        "end": item.end,
    }


def _said_by(speaker: Attribution | None) -> Value:
    """Write who says it: nobody named is another thing than nobody."""
    return {
        "said": speaker is not None,
        "said_by_name": speaker and speaker.name,
        "said_by_country": speaker and speaker.country,
    }


def event_of(row: Row[*tuple[object, ...]]) -> EventSaid:
    """Read an event."""
    return EventSaid(
        root=row.root,
        source=row.source,
        target=row.target,
        pair=tuple(row.pair.split("-")) if row.pair else None,
        mutual=row.mutual,
        stage=row.stage,
        modality=row.modality,
        tone=row.tone,
        topics=row.topics,
        said_by=Attribution(row.said_by_name, row.said_by_country) if row.said else None,
        when=When(row.date, row.precision),
        background=row.background,
        confidence=row.confidence,
        start=row.start,
        end=row.end,
    )


def figure_of(row: Row[*tuple[object, ...]]) -> FigureSaid:
    """Read a figure."""
    return FigureSaid(
        text=row.text,
        kind=row.kind,
        value=row.value,
        unit=row.unit,
        of=row.of,
        standing=row.standing,
        said_by=Attribution(row.said_by_name, row.said_by_country) if row.said else None,
        start=row.start,
        end=row.end,
    )


def grouped(found: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    """Gather what belongs to one article."""
    gathered: dict[int, list[T]] = {}
    for number, value in found:
        gathered.setdefault(number, []).append(value)
    return {number: tuple(values) for number, values in gathered.items()}
