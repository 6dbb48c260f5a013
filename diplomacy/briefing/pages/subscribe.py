"""What is said when a chat begins to follow something: the newest on it, and when the briefing comes."""

from dataclasses import dataclass

from diplomacy.briefing.document import (
    Block,
    Choice,
    Choices,
    Document,
    Flow,
    Heading,
    Paragraph,
    Strong,
    Text,
)
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.following import command_words, subscription_name
from diplomacy.briefing.pages.hours import BriefingState, state_line
from diplomacy.briefing.pages.zones import zone_question
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader
from diplomacy.relations.asked import ReadAs
from diplomacy.relations.report import Coverage, Report
from diplomacy.subscriptions import Subscription
from locales.formats import number


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
    as_of = telling.faint(telling.as_of(reader, now))
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
