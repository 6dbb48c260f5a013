"""A reading at the terminal: the text with its stretches in colour and in brackets, then what was read line by line."""

from collections.abc import Iterator

from rich.text import Text

from bot.explaining.naming import ahead, clean, date, joined, number, read_how, share, sides, speaker, state
from bot.explaining.spans import Closed, Layer, Opened, Words, parts, spans_of
from diplomacy.reading.as_json import BadLine, ReadLine
from diplomacy.reading.shapes import Attribution, EventSaid, Reading

STYLES = {
    Layer.EVENT: "underline",
    Layer.AGENDA: "yellow",
    Layer.FIGURE: "green",
    Layer.PERSON: "magenta",
    Layer.COUNTRY: "bold cyan",
}
INDENT = "  "


def explain(read: ReadLine | BadLine) -> Text:
    """One report, with an empty line behind it. Without colours the brackets tell the same."""
    match read:
        case BadLine():
            name = f"{clean(str(read.known['id']))}: " if "id" in read.known else ""
            return Text(f"{name}{clean(read.error)}\n", "red")
        case ReadLine():
            text, reading = clean(read.told).rstrip(), read.reading
    head = Text(clean("" if read.id is None else str(read.id)), "bold")
    head.append(f"  {read_how(reading, len(text))}\n", "dim")
    return Text.assemble(head, marked(text, reading), "\n", *(Text(f"{line}\n") for line in told(reading)))


def marked(text: str, reading: Reading) -> Text:
    """The text: `[Ankara|TR capital]`, `▸1` before the sentence of the first event, `…` where a stretch was cut."""
    shown, inside = Text(), list[Layer]()
    for part in parts(text, spans_of(reading)):
        match part:
            case Words(words):
                shown.append(words, " ".join(STYLES[layer] for layer in inside))
            case Opened(span, again):
                inside.append(span.layer)
                shown.append(_opening(span.layer, span.name, again=again), "dim")
            case Closed(span, for_now):
                inside.pop()
                shown.append(_closing(span.layer, span.name, for_now=for_now), f"dim {STYLES[span.layer]}")
    return shown


def _opening(layer: Layer, name: str, *, again: bool) -> str:
    if layer is Layer.EVENT:
        return "" if again else f"▸{name} "
    return "[…" if again else "["


def _closing(layer: Layer, name: str, *, for_now: bool) -> str:
    if layer is Layer.EVENT:
        return ""
    return f"{'…' if for_now else ''}|{clean(name)}]"


def told(reading: Reading) -> Iterator[str]:
    """What was read, a line each, the most important first."""
    lists = (
        ("countries", "  ".join(f"{one.code} {share(one.salience)}" for one in reading.countries)),
        ("pairs", "  ".join(f"{one.key} {share(one.salience)}" for one in reading.pairs)),
        ("topics", ", ".join(reading.topics)),
    )
    yield from (f"{name:<10}{said}" for name, said in lists if said)
    for at, event in enumerate(reading.events, 1):
        yield clean(f"event {at:<4}{event_line(event)}")
        if event.because:
            yield clean(f"{'':<10}{event.because}")
    for person in reading.people:
        yield clean(f"{'person':<10}{joined(person.name, person.office, person.country)}")
    for figure in reading.figures:
        value = f"{number(figure.value)} {figure.unit or figure.kind}"
        of = f"of {figure.of}" if figure.of else None
        yield clean(f"{'figure':<10}{joined(value, figure.standing, of, _by(figure.said_by))}")
    for item in reading.agenda:
        yield clean(f"{'ahead':<10}{joined(date(item.when) or 'no date', item.what, ahead(item))}")


def event_line(event: EventSaid) -> str:
    """An event in one line."""
    return INDENT.join(
        word
        for word in (
            f"{event.root} ({event.root.quad})",
            sides(event),
            state(event),
            f"tone {event.tone:g}",
            f"sure {share(event.confidence)}",
            ", ".join(event.topics),
            _by(event.said_by),
            event.when.date and f"on {event.when.date}",
        )
        if word
    )


def _by(one: Attribution | None) -> str:
    return "" if one is None else f"says {speaker(one)}"
