"""One helpful sentence where a question about countries can't be answered as typed, and buttons where they help."""

from collections.abc import Sequence
from itertools import combinations

from diplomacy.briefing.document import Choice, Code, Document, Flow, Paragraph
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import words
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader
from diplomacy.relations.problems import (
    AheadOfNow,
    NoCountry,
    Offer,
    OneCountry,
    Problem,
    SameTwice,
    TooLong,
    TooMany,
    UnknownName,
)
from locales.formats import day

MOST_CHOICES = 6
WIDTH = 2
"""Names of two countries need half a row."""
SECOND, SECOND_TO_THAT = "JP", "FR"
"""Countries for examples."""


def which_country(problem: Problem, command: str, offer: Offer, reader: Reader) -> Document:
    """Say what is missing for `command` (`relations` or `country`), and offer what can be pressed instead."""
    buttons = _buttons(problem, command, offer, reader)
    lead = _lead(problem, offer, reader) if buttons else ()
    said = (_said(problem, command, reader), *lead)
    return Document((*said, telling.rows(buttons, WIDTH)) if buttons else said)


def _said(problem: Problem, command: str, reader: Reader) -> Paragraph:  # noqa: PLR0911 - one return a problem
    """Say what is missing."""
    example = Code(words(reader, f"{command}.example"))
    match problem:
        case NoCountry():
            return telling.paragraph(reader, f"{command}.which.none", example=example)
        case OneCountry(code):
            return telling.paragraph(
                reader, f"{command}.which.one", country=telling.named(reader, code), example=_example_with(code, reader)
            )
        case SameTwice(code):
            alone = Code(f"/country {code}")
            return telling.paragraph(reader, "relations.which.same", country=telling.named(reader, code), example=alone)
        case TooMany(countries):
            return telling.paragraph(reader, f"{command}.which.many", len(countries))
        case UnknownName(typed, code):
            return _unknown(telling.shown_as_typed(typed), code, example, reader)
        case TooLong(characters):
            return telling.paragraph(reader, "relations.which.long", characters, example=example)
        case AheadOfNow(date):
            return telling.paragraph(reader, "relations.which.ahead", date=day(reader.language, date), example=example)


def _unknown(typed: str, understood: str | None, example: Code, reader: Reader) -> Paragraph:
    if understood is None:
        return telling.paragraph(reader, "relations.which.unknown", typed=typed, example=example)
    country = telling.named(reader, understood)
    beside = _example_with(understood, reader)
    return telling.paragraph(reader, "relations.which.unknown_with", typed=typed, country=country, example=beside)


def _example_with(code: str, reader: Reader) -> Code:
    """Show how a second country is added to one that was understood."""
    second = SECOND if code != SECOND else SECOND_TO_THAT
    return Code(f"/relations {telling.named(reader, code)}, {telling.named(reader, second)}")


def _lead(problem: Problem, offer: Offer, reader: Reader) -> tuple[Flow, ...]:
    """Say what the buttons are."""
    match problem:
        case TooMany():
            return ()
        case UnknownName(close=close) if close:
            return (telling.faint(words(reader, "relations.which.close")),)
        case OneCountry() | SameTwice() | UnknownName(_, str()):
            return (telling.faint(words(reader, "relations.which.partners")),)
        case _:
            key = "relations.which.busiest" if offer.today else "relations.which.busiest_ever"
            return (telling.faint(words(reader, key)),)


def _buttons(problem: Problem, command: str, offer: Offer, reader: Reader) -> Sequence[Choice]:
    """Offer whole commands."""
    match problem:
        case UnknownName(_, other, tail, close) if close:
            return [_for_country(command, code, other, tail, reader) for code in close[:MOST_CHOICES]]
        case TooMany(countries) if command == "country":
            pair = Pair(*countries[:2])
            alone = [Choice(telling.flagged(reader, code), f"/country {code}") for code in countries]
            return [*alone[: MOST_CHOICES - 1], _for_pair(pair, reader)]
        case TooMany(countries):
            pairs = (Pair(first, second) for first, second in combinations(dict.fromkeys(countries), 2))
            return [_for_pair(pair, reader) for pair in pairs][:MOST_CHOICES]
        case SameTwice(code):
            alone = [Choice(telling.flagged(reader, code), f"/country {code}")]
            return [*alone, *(_for_pair(pair, reader) for pair in offer.pairs)][:MOST_CHOICES]
        case _ if command == "country":
            codes = dict.fromkeys(code for pair in offer.pairs for code in (pair.first, pair.second))
            return [Choice(telling.flagged(reader, code), f"/country {code}") for code in codes][:MOST_CHOICES]
        case _:
            return [_for_pair(pair, reader) for pair in offer.pairs][:MOST_CHOICES]


def _for_pair(pair: Pair, reader: Reader) -> Choice:
    return Choice(telling.pair_named(reader, pair), f"/relations {pair.first} {pair.second}")


def _for_country(command: str, code: str, other: str | None, tail: str, reader: Reader) -> Choice:
    """Put a country in the place of a name that was not understood."""
    typed = " ".join(part for part in (f"/{command}", other or "", code, tail) if part)
    return Choice(telling.flagged(reader, code), typed)
