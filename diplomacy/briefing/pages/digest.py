"""The daily briefing as a page: what is new under what brought it, what has not, and when the next one comes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from diplomacy.briefing.document import (
    Block,
    Choice,
    Choices,
    Code,
    Document,
    Faint,
    Heading,
    Line,
    Paragraph,
    Strong,
    Text,
)
from diplomacy.briefing.pages import telling
from diplomacy.briefing.pages.following import subscription_name
from diplomacy.briefing.pages.stories import story_line
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.briefing.select import Group, Selection
from diplomacy.reader import Reader
from diplomacy.subscriptions import Subscription
from locales.formats import city, clock_time, country_name, day

WORDS_A_MINUTE = 200
HALF_A_MINUTE = 0.75
"""Minutes up to which reading takes half of one."""
NAMED_IN_HEADING = 3


@dataclass(frozen=True, slots=True)
class SilentFeed:
    """A feed of a followed country that brought nothing for over a day."""

    publisher: str
    country: str
    newest: datetime | None
    """When its newest item was published; None where it never had one."""


@dataclass(frozen=True, slots=True)
class DigestFacts:
    """All that one digest tells."""

    as_of: datetime
    selection: Selection
    since: datetime | None
    """When the last one came; None for the first."""
    next: datetime | None
    """When the next one comes; None where no hour is set."""
    silent: tuple[SilentFeed, ...] = ()
    offers_rest: bool = False
    """Three days in a row had nothing: from now on it writes when there is something, and each Monday."""
    resting: bool = False
    """It rests already, and this is Monday's sign of life."""


def digest(facts: DigestFacts, reader: Reader) -> Document:
    """Tell what is new; a day without anything is one line."""
    if not facts.selection.groups:
        return nothing_new(facts, reader)
    return Document(
        (
            heading(facts, reader),
            *as_of_lines(facts, reader),
            *(block for group in facts.selection.groups for block in group_blocks(group, facts, reader)),
            *rest(facts, reader),
            buttons(facts, reader),
        )
    )


def nothing_new(facts: DigestFacts, reader: Reader) -> Document:
    """Say in one line that there is nothing; after three such days, that it will write when there is something."""
    line = phrase(reader, "digest.alive" if facts.resting else "digest.empty", day=Strong(today(facts, reader)))
    if facts.resting:
        return Document((Paragraph(line),))
    if facts.offers_rest:
        keep = Choice(words(reader, "digest.keep_daily"), "/digest daily")
        return Document((Paragraph(line), Paragraph(phrase(reader, "digest.rest")), Choices(((keep,),))))
    return Document((Paragraph((*line, Text(f" {next_words(facts.next, reader)}"))),))


def nothing_to_tell(facts: DigestFacts, reader: Reader) -> Document:
    """Answer somebody who asked for a briefing now that there is nothing they were not told."""
    line = phrase(reader, "digest.nothing_stored" if facts.since is None else "digest.nothing_now")
    return Document(
        (
            Paragraph((*line, Text(f" {next_words(facts.next, reader)}"))),
            Choices(((Choice(words(reader, "common.following"), "/subscriptions"),),)),
        )
    )


def today(facts: DigestFacts, reader: Reader) -> str:
    """Name the day of the digest: `Tue 25 Nov`."""
    return day(reader.language, facts.as_of, reader.zone, weekday=True, year=False)


def heading(facts: DigestFacts, reader: Reader) -> Heading:
    """Name the day, how many stories, and what brought them."""
    key = "digest.heading_first" if facts.since is None else "digest.heading"
    title = words(reader, key, len(facts.selection.stories), day=today(facts, reader))
    names = [subscription_name(reader, group.subscription) for group in facts.selection.groups[:NAMED_IN_HEADING]]
    return Heading((Strong(title), Text("".join(f" · {name}" for name in names))))


def as_of_lines(facts: DigestFacts, reader: Reader) -> Iterator[Block]:
    """Say since when, by whose clock, how long it takes to read, and whether sample news are among it."""
    reading = reading_time(facts.selection, reader)
    if facts.since is None:
        yield Paragraph(phrase(reader, "digest.first_note", style=Faint, reading=reading))
    else:
        told = day(reader.language, facts.since, reader.zone, weekday=True, year=False)
        time = clock_time(reader.language, facts.since, reader.zone)
        place = city(reader.language, reader.zone)
        yield Paragraph(phrase(reader, "digest.since", style=Faint, reading=reading, day=told, time=time, city=place))
    if telling.from_sample(story.report for story in facts.selection.stories):
        yield telling.sample_notice(reader)


def reading_time(selection: Selection, reader: Reader) -> str:
    """Say how long reading takes, in half a minute or whole ones."""
    minutes = sum(len(story.report.words.split()) for story in selection.stories) / WORDS_A_MINUTE
    if minutes <= HALF_A_MINUTE:
        return words(reader, "digest.half_minute")
    return words(reader, "digest.minutes", max(1, round(minutes)))


def group_blocks(group: Group, facts: DigestFacts, reader: Reader) -> Iterator[Block]:
    """Tell one subscription's stories under its name."""
    name = Strong(subscription_name(reader, group.subscription))
    all_new = facts.since is not None and not any(story.development for story in group.stories)
    yield telling.GAP
    yield Paragraph((name, Text(" · "), Code(words(reader, "digest.new"))) if all_new else (name,))
    for story in group.stories:
        yield story_line(story, reader, facts.as_of, bullet=len(group.stories) > 1)


def rest(facts: DigestFacts, reader: Reader) -> Iterator[Block]:
    """Tell what found no room, what has nothing new, which feeds are silent, and when the next one comes."""
    selection = facts.selection
    if selection.left:
        yield telling.GAP
        yield Paragraph(phrase(reader, "digest.left", selection.left, command=Code("/digest now")))
    if selection.quiet:
        yield telling.GAP
        yield Paragraph((*phrase(reader, "digest.nothing_new", style=Strong), quiet_names(selection.quiet, reader)))
    if facts.silent:
        yield telling.GAP
        yield from (Paragraph(silent_line(feed, reader)) for feed in facts.silent)
    yield telling.GAP
    yield Paragraph(phrase(reader, "digest.end", style=Faint, next=next_words(facts.next, reader)))


def quiet_names(quiet: tuple[Subscription, ...], reader: Reader) -> Text:
    """Name what has nothing new."""
    return Text("".join(f" · {subscription_name(reader, subscription)}" for subscription in quiet))


def silent_line(feed: SilentFeed, reader: Reader) -> Line:
    """Say that a feed is silent: what is missing may be ours."""
    who, country = feed.publisher, country_name(reader.language, feed.country)
    if feed.newest is None:
        return phrase(reader, "digest.silent_always", style=Faint, publisher=who, country=country)
    told = day(reader.language, feed.newest, reader.zone, weekday=True, year=False)
    time = clock_time(reader.language, feed.newest, reader.zone)
    return phrase(reader, "digest.silent", style=Faint, publisher=who, country=country, day=told, time=time)


def next_words(moment: datetime | None, reader: Reader) -> str:
    """Say when the next one comes."""
    if moment is None:
        return words(reader, "digest.no_next")
    told = day(reader.language, moment, reader.zone, weekday=True, year=False)
    return words(reader, "digest.next", day=told, time=clock_time(reader.language, moment, reader.zone))


def buttons(facts: DigestFacts, reader: Reader) -> Choices:
    """Offer what was told first, the rest where there is more, and the settings."""
    countries = facts.selection.groups[0].subscription.countries
    opens = {
        1: Choice(words(reader, "digest.open_country"), " ".join(("/country", *countries))),
        2: Choice(words(reader, "digest.open_pair"), " ".join(("/relations", *countries))),
    }
    first = (opens[len(countries)],) if countries else ()
    more = (Choice(words(reader, "digest.more"), "/digest now"),) if facts.selection.left else ()
    return Choices(((*first, *more, Choice(words(reader, "common.settings"), "/settings")),))
