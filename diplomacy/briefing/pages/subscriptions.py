"""What a chat follows, as a list, and the end of it."""

from collections.abc import Sequence

from diplomacy.briefing.document import Choice, Choices, Document, Heading, Items, Paragraph, Strong, Text
from diplomacy.briefing.pages import follow_what, telling
from diplomacy.briefing.pages.following import command_words, subscription_name
from diplomacy.briefing.pages.hours import BriefingState, state_line
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.reader import Reader
from diplomacy.subscriptions import Subscription

UNFOLLOW_BUTTONS = 20
"""Telegram allows 100 buttons; more than a screen of them helps nobody."""


def subscriptions(held: Sequence[Subscription], state: BriefingState, reader: Reader) -> Document:
    """List what a chat follows, and when its briefing comes."""
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


def which_to_end(held: Sequence[Subscription], reader: Reader, unknown: str | None = None) -> Document:
    """Ask which subscription shall end; `unknown` is what was typed and names nothing."""
    choices = [unfollow_choice(subscription, reader) for subscription in held[:UNFOLLOW_BUTTONS]]
    everything = (Choice(words(reader, "subscribe.unfollow_all"), "/unsubscribe all"),) if len(held) > 1 else ()
    rows = telling.rows(choices, 2).rows
    said = () if unknown is None else (follow_what.not_known(unknown, reader),)
    asked = Paragraph(phrase(reader, "subscribe.which"))
    return Document((*said, asked, Choices((*rows, *((everything,) if everything else ())))))


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
