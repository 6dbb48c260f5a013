"""How what was read is called in a few words, the same at the terminal and on the page."""

import re

from diplomacy.reading.shapes import (
    AgendaSaid,
    Attribution,
    EventSaid,
    FigureSaid,
    MentionKind,
    PersonSaid,
    Reading,
    When,
)

UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would move the terminal's cursor, turn the direction of the line, or can't be written at all."""

NOBODY = "–"


def clean(text: str) -> str:
    """Replace what can't be shown, one for one, so that offsets still count right."""
    return UNSHOWN.sub("\ufffd", text)


def joined(*words: str | None) -> str:
    """The words that there are, with commas between."""
    return ", ".join(word for word in words if word)


def share(value: float) -> str:
    """A share between 0 and 1: `.61`."""
    return f"{value:.2f}".removeprefix("0")


def country_name(code: str, kind: MentionKind) -> str:
    """A country by its code, and what names it where that is not its name."""
    return code if kind is MentionKind.NAME else f"{code} {kind}"


def person_name(one: PersonSaid) -> str:
    """Whom the report names: the office and the country."""
    return joined(one.office, one.country) or "person"


def figure_name(one: FigureSaid) -> str:
    """A figure's value with its unit and standing."""
    return f"{number(one.value)} {one.unit or one.kind} · {one.standing}"


def number(value: float) -> str:
    """A value in full."""
    return format(value, ",.12g")


def speaker(one: Attribution | None) -> str:
    """Who says it; empty where the report says it itself."""
    return "" if one is None else joined(one.name, one.country) or "somebody"


def date(when: When) -> str:
    """A date as far as it is known; empty where it is not."""
    return when.date or ""


def sides(one: EventSaid) -> str:
    """Who acts and who is acted on."""
    return f"{one.source or NOBODY} {'↔' if one.mutual else '→'} {one.target or NOBODY}"


def ahead(one: AgendaSaid) -> str:
    """Who takes part in what lies ahead, and where."""
    return joined(*one.countries, *one.people, one.place)


def state(one: EventSaid) -> str:
    """Whether it happened, how far it has come, and whether it is told as a past matter."""
    return joined(one.modality, one.stage, "background" if one.background else None)


def read_how(reading: Reading, length: int) -> str:
    """The language, whether events are read in it, the kind, the version, and where the reading stopped."""
    language = reading.language or "language unknown"
    return " · ".join(
        (
            language if reading.covered else f"{language} (events are not read in it)",
            reading.kind,
            f"reading {reading.version}",
            *(() if reading.read_to is None else (f"all but names read to {reading.read_to:,} of {length:,}",)),
        )
    )
