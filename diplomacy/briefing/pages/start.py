"""The first page anybody sees, the one for those who come back, and the hint for words that are no command."""

from collections.abc import Sequence

from diplomacy.briefing.document import Choice, Choices, Code, Document, Items, Paragraph
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.hours import BriefingState, state_line
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader

STEPS = ("step_follow", "step_time", "step_briefing")
FIRST_PAIR = Pair("TR", "KR")
"""What is offered where the store holds no pair yet."""


def start(busiest: Sequence[Pair], reader: Reader) -> Document:
    """Say what this is, the three steps to a first briefing, and offer the first step as buttons."""
    steps = Items(tuple(phrase(reader, f"start.{step}") for step in STEPS))
    example = Code(words(reader, "start.example_typed"))
    return Document(
        (
            telling.titled(words(reader, "start.title")),
            Paragraph(phrase(reader, "start.what")),
            steps,
            Paragraph(phrase(reader, "start.or_ask", example=example)),
            first_choices(busiest, reader),
        )
    )


def first_choices(busiest: Sequence[Pair], reader: Reader) -> Choices:
    """Offer to follow the busiest pairs, to ask about the first, to say the time, and help."""
    pairs = busiest or (FIRST_PAIR,)
    follow = tuple(
        (
            Choice(
                words(reader, "subscribe.follow_one", what=telling.pair_named(reader, pair)),
                f"/subscribe {pair.first} {pair.second}",
            ),
        )
        for pair in pairs
    )
    first = pairs[0]
    ask = Choice(
        words(reader, "start.ask", what=telling.pair_named(reader, first)), f"/relations {first.first} {first.second}"
    )
    others = (
        Choice(words(reader, "settings.zone"), "/settings zone"),
        Choice(words(reader, "settings.language"), "/settings language"),
    )
    return Choices((*follow, (ask,), others, (Choice(words(reader, "start.help"), "/help"),)))


def back(state: BriefingState, reader: Reader) -> Document:
    """Say that a chat that had stopped hears from the bot again."""
    choices = (
        Choice(words(reader, "common.following"), "/subscriptions"),
        Choice(words(reader, "common.settings"), "/settings"),
    )
    return Document(
        (Paragraph(phrase(reader, "start.back")), Paragraph(state_line(state, reader)), Choices((choices,)))
    )


def hint(reader: Reader) -> Document:
    """Say what can be written instead of words that name nothing."""
    example = Code(words(reader, "start.example_words"))
    choices = (
        Choice(words(reader, "subscribe.follow_more"), "/subscribe"),
        Choice(words(reader, "start.help"), "/help"),
    )
    return Document((Paragraph(phrase(reader, "start.no_command", example=example)), Choices((choices,))))
