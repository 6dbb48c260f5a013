"""`dragoman read`: one JSON article a line in, one reading a line out."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from diplomacy.countries.as_json import base
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.news import told
from diplomacy.reading.marked import read_marked, unmark
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import Attribution, EventSaid, Mention, Reading, When

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Article:
    """A line of input."""

    title: str
    text: str
    marked: str | None
    language: str | None
    url: str | None
    published: datetime | None


class BadLineError(ValueError):
    """A line that is no article; its sentence says why."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that was read."""

    id: object
    told: str
    """The text that offsets count in."""
    reading: Reading


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that can't be read, and why."""

    error: str
    known: Json = field(default_factory=dict)
    """Its `id`, where it has one."""


def from_line(line: str, gazetteer: Gazetteer) -> str:
    """Read one line; a bad one gets `{"id"?, "error"}`. Never raises; the answer is ASCII."""
    return answer(read_line(line, gazetteer))


def read_line(line: str, gazetteer: Gazetteer) -> ReadLine | BadLine:
    """Read one line; whatever is wrong with it is the answer."""
    try:
        asked = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as problem:
        return BadLine(f"not JSON: {problem}")
    if not isinstance(asked, dict):
        return BadLine("a line must be an object with id and text")
    known = {"id": asked["id"]} if "id" in asked else {}
    try:
        text, reading = _read(_article(asked), gazetteer)
    except BadLineError as problem:
        return BadLine(str(problem), known)
    except Exception as problem:  # noqa: BLE001 (one report that trips the reading must not cost the thousands behind it)
        return BadLine(f"can't be read: {type(problem).__name__}: {problem}", known)
    return ReadLine(asked.get("id"), text, reading)


def answer(read: ReadLine | BadLine) -> str:
    """Write what came of a line as a line."""
    written = (
        {**read.known, "error": read.error} if isinstance(read, BadLine) else {"id": read.id, **as_json(read.reading)}
    )
    try:
        return json.dumps(written, allow_nan=False)
    except (ValueError, RecursionError):
        return json.dumps({"error": "the id is nothing that JSON could tell again"})


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _read(article: Article, gazetteer: Gazetteer) -> tuple[str, Reading]:
    """The told text of an article and what it says."""
    if article.marked is not None:
        text = unmark(article.marked)[0]
        return text, read_marked(article.marked, gazetteer, language=article.language, published=article.published)
    reading = read_text(
        article.title,
        article.text,
        gazetteer,
        language=article.language,
        url=article.url,
        published=article.published,
    )
    return told(article.title, article.text), reading


def _article(asked: Json) -> Article:
    marked = _string(asked, "marked")
    text = _string(asked, "text")
    if text is None and marked is None:
        raise BadLineError("text must be a string")
    return Article(
        _string(asked, "title") or "",
        text or "",
        marked,
        base(_string(asked, "language")),
        _string(asked, "url"),
        moment(_string(asked, "published")),
    )


def moment(told: str | None) -> datetime | None:
    """An ISO 8601 moment, UTC where it names no zone; None where there is none or it can't be read."""
    try:
        read = datetime.fromisoformat((told or "").strip())
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _string(asked: Json, key: str) -> str | None:
    value = asked.get(key)
    if value is None or isinstance(value, str):
        return value
    raise BadLineError(f"{key} must be a string")


def as_json(reading: Reading) -> Json:
    """A reading with all keys of the contract."""
    return {
        "language": reading.language,
        "covered": reading.covered,
        "kind": reading.kind,
        "countries": [
            {"code": one.code, "salience": one.salience, "mentions": [_mention(mention) for mention in one.mentions]}
            for one in reading.countries
        ],
        "pairs": [{"pair": list(one.pair), "salience": one.salience} for one in reading.pairs],
        "events": [_event(one) for one in reading.events],
        "topics": list(reading.topics),
        "people": [
            {"name": one.name, "office": one.office, "country": one.country, "start": one.start, "end": one.end}
            for one in reading.people
        ],
        "figures": [
            {
                "text": one.text,
                "kind": one.kind,
                "value": one.value,
                "unit": one.unit,
                "of": one.of,
                "standing": one.standing,
                "said_by": _said_by(one.said_by),
                "start": one.start,
                "end": one.end,
            }
            for one in reading.figures
        ],
        "agenda": [
            {
                "what": one.what,
                "countries": list(one.countries),
                "people": list(one.people),
                "place": one.place,
                **_when(one.when),
                "start": one.start,
                "end": one.end,
            }
            for one in reading.agenda
        ],
        "read_to": reading.read_to,
        "version": reading.version,
    }


def _mention(one: Mention) -> Json:
    return {"start": one.start, "end": one.end, "text": one.text, "as": one.kind}


def _event(one: EventSaid) -> Json:
    return {
        "event": one.root,
        "quad": one.root.quad,
        "source": one.source,
        "target": one.target,
        "pair": list(one.pair) if one.pair else None,
        "mutual": one.mutual,
        "stage": one.stage,
        "modality": one.modality,
        "tone": one.tone,
        "topics": list(one.topics),
        "said_by": _said_by(one.said_by),
        "when": _when(one.when),
        "background": one.background,
        "confidence": one.confidence,
        "start": one.start,
        "end": one.end,
    }


def _when(one: When) -> Json:
    return {"date": one.date, "precision": one.precision}


def _said_by(one: Attribution | None) -> Json | None:
    if one is None:
        return None
    return {key: value for key, value in (("name", one.name), ("country", one.country)) if value is not None}
