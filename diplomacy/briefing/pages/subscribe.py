"""What is said when a chat begins to follow something, ends it, or looks at what it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from diplomacy.briefing.document import (
    Block,
    Choice,
    Choices,
    Code,
    Document,
    Flow,
    Heading,
    Items,
    Paragraph,
    Strong,
    Text,
)
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.following import command_words, subscription_name
from diplomacy.briefing.pages.hours import BriefingState, state_line
from diplomacy.briefing.pages.zones import zone_question
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.countries.pair import Pair
from diplomacy.reader import Reader
from diplomacy.relations.asked import ReadAs
from diplomacy.relations.problems import Offer
from diplomacy.relations.report import Coverage, Report
from diplomacy.subscriptions import Subscription
from locales.formats import number

UNFOLLOW_BUTTONS = 20
"""Telegram allows 100 buttons; more than a screen of them helps nobody."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of `/subscribe`."""

    subscription: Subscription
    newest: tuple[Report, ...]
    state: BriefingState
    already: bool = False
    read_as: tuple[ReadAs, ...] = ()
    others: tuple[Subscription, ...] = ()
    """What a name may have meant as well."""
    coverage: tuple[Coverage, ...] = ()
    """What is read of its countries, looked up where nothing is stored of it."""


def followed(facts: Followed, reader: Reader) -> Document:
    """Show the newest reports, then confirm, or ask what time it is where the reader is."""
    return Document((*newest(facts, reader), telling.GAP, *confirmation(facts, reader)))


def newest(facts: Followed, reader: Reader) -> tuple[Flow, ...]:
    """Show the newest stored reports on what is followed from now on, whatever their age."""
    now = facts.state.now
    name = subscription_name(reader, facts.subscription)
    as_of = telling.faint(words(reader, "relations.as_of", moment=telling.at(reader, now)))
    readings = tuple(
        telling.faint(words(reader, "subscribe.read_as", typed=read.typed, country=telling.named(reader, read.country)))
        for read in facts.read_as
    )
    heading = Heading((Strong(name), Text(f" · {words(reader, 'subscribe.newest')}")))
    if not facts.newest:
        return (
            heading,
            as_of,
            *readings,
            Paragraph(phrase(reader, "subscribe.none_stored")),
            *read_there(facts, reader),
        )
    sample = (telling.sample_notice(reader),) if telling.from_sample(facts.newest) else ()
    lines = (telling.signed(reader, report, now) for report in facts.newest)
    return (heading, as_of, *sample, *readings, *lines)


def read_there(facts: Followed, reader: Reader) -> tuple[Flow, ...]:
    """Say how many feeds are read of each country, where nothing is stored: silence may be ours."""
    if not facts.coverage:
        return ()
    feeds = " · ".join(
        f"{telling.named(reader, each.country)} {number(reader.language, each.feeds)}" for each in facts.coverage
    )
    return (telling.faint(words(reader, "subscribe.coverage", feeds=feeds)),)


def confirmation(facts: Followed, reader: Reader) -> tuple[Block, ...]:
    """Confirm what is followed and when the briefing comes; without a zone, ask for it."""
    key = "subscribe.already" if facts.already else "subscribe.following"
    line = phrase(reader, key, what=Strong(subscription_name(reader, facts.subscription)))
    others = tuple(
        Choice(
            words(reader, "subscribe.follow_one", what=subscription_name(reader, other)),
            f"/subscribe {command_words(other)}",
        )
        for other in facts.others
    )
    if not facts.state.knows_zone:
        return (Paragraph(line), *zone_question(reader, facts.state.now, others))
    sentence = Paragraph((*line, Text(" "), *state_line(facts.state, reader)))
    return (
        sentence,
        Choices((*follow_buttons(facts.subscription, facts.state, reader), *((others,) if others else ()))),
    )


def follow_buttons(subscription: Subscription, state: BriefingState, reader: Reader) -> tuple[tuple[Choice, ...], ...]:
    """Offer what can be done about a subscription and its briefing."""
    on = state.schedule is not None
    hour = (
        Choice(words(reader, "digest.change_hour"), "/settings hour")
        if on
        else Choice(words(reader, "digest.switch_on"), "/digest on")
    )
    return (
        (Choice(words(reader, "digest.send_now"), "/digest now"), hour),
        (
            Choice(words(reader, "digest.change_zone"), "/settings zone"),
            Choice(words(reader, "subscribe.unfollow"), f"/unsubscribe {subscription.key}"),
        ),
    )


def confirmed(subscription: Subscription, state: BriefingState, reader: Reader) -> Document:
    """Confirm a subscription once the reader has said what time it is there."""
    return Document(confirmation(Followed(subscription, (), state), reader))


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
    line = phrase(reader, "subscribe.unknown", typed=Code(telling.shown_as_typed(typed)))
    return Document((Paragraph(line), example(reader), pair_choices(busiest.pairs, reader)))


def limit(count: int, reader: Reader) -> Document:
    """Say that there is no room for more."""
    following = Choice(words(reader, "common.following"), "/subscriptions")
    return Document((Paragraph(phrase(reader, "subscribe.limit", count)), Choices(((following,),))))


def subscriptions(held: Sequence[Subscription], state: BriefingState, reader: Reader) -> Document:
    """List what a chat follows, and when its briefing comes."""
    if not held:
        return nothing_followed(Offer(), reader)
    lines = tuple((Text(subscription_name(reader, subscription)),) for subscription in held)
    choices = (
        (
            Choice(words(reader, "digest.send_now"), "/digest now"),
            Choice(words(reader, "subscribe.follow_more"), "/subscribe"),
        ),
        (
            Choice(words(reader, "subscribe.unfollow"), "/unsubscribe"),
            Choice(words(reader, "common.settings"), "/settings"),
        ),
    )
    title = Heading((Strong(words(reader, "subscribe.title", len(held))),))
    return Document((title, Items(lines), Paragraph(state_line(state, reader)), Choices(choices)))


def nothing_followed(busiest: Offer, reader: Reader) -> Document:
    """Say that nothing is followed yet, and how to begin."""
    return Document(
        (Paragraph(phrase(reader, "subscribe.nothing")), example(reader), pair_choices(busiest.pairs, reader))
    )


def which_to_end(held: Sequence[Subscription], reader: Reader) -> Document:
    """Ask which subscription shall end."""
    choices = [unfollow_choice(subscription, reader) for subscription in held[:UNFOLLOW_BUTTONS]]
    everything = (Choice(words(reader, "subscribe.unfollow_all"), "/unsubscribe all"),) if len(held) > 1 else ()
    rows = telling.rows(choices, 2).rows
    return Document(
        (Paragraph(phrase(reader, "subscribe.which")), Choices((*rows, *((everything,) if everything else ()))))
    )


def unfollow_choice(subscription: Subscription, reader: Reader) -> Choice:
    """Offer to end one subscription."""
    return Choice(subscription_name(reader, subscription), f"/unsubscribe {subscription.key}")


def ended(subscription: Subscription, reader: Reader) -> Document:
    """Say that something is no longer followed, and offer it back."""
    name = subscription_name(reader, subscription)
    back = Choice(words(reader, "subscribe.follow_one", what=name), f"/subscribe {command_words(subscription)}")
    following = Choice(words(reader, "common.following"), "/subscriptions")
    return Document((Paragraph(phrase(reader, "subscribe.removed", what=Strong(name))), Choices(((back, following),))))


def all_ended(count: int, reader: Reader) -> Document:
    """Say that nothing is followed any more."""
    more = Choice(words(reader, "subscribe.follow_more"), "/subscribe")
    return Document((Paragraph(phrase(reader, "subscribe.removed_all", count)), Choices(((more,),))))


def not_followed(subscription: Subscription, held: Sequence[Subscription], reader: Reader) -> Document:
    """Say that this is not followed, and what is."""
    name = subscription_name(reader, subscription)
    choices = [unfollow_choice(each, reader) for each in held[:UNFOLLOW_BUTTONS]]
    return Document((Paragraph(phrase(reader, "subscribe.not_followed", what=Strong(name))), telling.rows(choices, 2)))
