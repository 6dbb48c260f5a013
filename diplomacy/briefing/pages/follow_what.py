"""What to follow: today's busiest pairs and one example, and one helpful sentence for what can't be followed."""

from collections.abc import Sequence

from diplomacy.briefing.document import Choice, Choices, Code, Document, Paragraph
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader
from diplomacy.relations.problems import Offer


def ask_what(busiest: Offer, reader: Reader) -> Document:
    """Ask what to follow: today's busiest pairs as buttons, and one example to type."""
    asked = phrase(reader, "subscribe.ask_what" if busiest.pairs and busiest.today else "subscribe.ask_what_quiet")
    return Document((Paragraph(asked), example(reader), pair_choices(busiest.pairs, reader)))


def example(reader: Reader) -> Paragraph:
    """Show one command to type."""
    return Paragraph(phrase(reader, "subscribe.example", example=Code(words(reader, "subscribe.example_typed"))))


def pair_choices(pairs: Sequence[Pair], reader: Reader) -> Choices:
    """Offer pairs to follow."""
    choices = [Choice(telling.pair_named(reader, pair), f"/subscribe {pair.first} {pair.second}") for pair in pairs]
    return telling.rows(choices, 2)


def too_many_countries(countries: Sequence[str], reader: Reader) -> Document:
    """Say that one or two countries can be followed at a time, and offer the first pair and each alone."""
    pair = Pair(countries[0], countries[1])
    choices = [
        Choice(telling.pair_named(reader, pair), f"/subscribe {pair.first} {pair.second}"),
        *(Choice(telling.named(reader, code), f"/subscribe {code}") for code in countries[:5]),
    ]
    return Document((Paragraph(phrase(reader, "subscribe.too_many", len(countries))), telling.rows(choices)))


def same_twice(country: str, reader: Reader) -> Document:
    """Say that a country twice is one country, and offer to follow it."""
    name = telling.named(reader, country)
    follow = Choice(words(reader, "subscribe.follow_one", what=name), f"/subscribe {country}")
    return Document((Paragraph(phrase(reader, "subscribe.same_twice", country=name)), Choices(((follow,),))))


def unknown(typed: str, busiest: Offer, reader: Reader) -> Document:
    """Say that a name is known neither as a country nor as a topic."""
    shown = phrase(reader, "subscribe.example_for", example=Code(words(reader, "subscribe.example_typed")))
    return Document((not_known(typed, reader), Paragraph(shown), pair_choices(busiest.pairs, reader)))


def not_known(typed: str, reader: Reader) -> Paragraph:
    """Say that a name is none."""
    return Paragraph(phrase(reader, "subscribe.unknown", typed=Code(telling.shown_as_typed(typed))))


def limit(count: int, reader: Reader) -> Document:
    """Say that there is no room for more."""
    following = Choice(words(reader, "common.following"), "/subscriptions")
    return Document((Paragraph(phrase(reader, "subscribe.limit", count)), Choices(((following,),))))


def nothing_followed(busiest: Offer, reader: Reader) -> Document:
    """Say that nothing is followed yet, and how to begin."""
    return Document(
        (Paragraph(phrase(reader, "subscribe.nothing")), example(reader), pair_choices(busiest.pairs, reader))
    )
