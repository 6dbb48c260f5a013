"""A report in, what it says out."""

from collections.abc import Sequence
from datetime import datetime

from diplomacy.countries.folding import fold_with_offsets
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.news import Entry, told
from diplomacy.reading.agenda import agenda_of
from diplomacy.reading.ahead import with_ahead, with_pairs
from diplomacy.reading.dates import times_of
from diplomacy.reading.events import events_of
from diplomacy.reading.figures import figures_of
from diplomacy.reading.kind import kind_of
from diplomacy.reading.language import language_of
from diplomacy.reading.lexicons import lexicon_of
from diplomacy.reading.mentions import seen
from diplomacy.reading.pairs import pairs_of
from diplomacy.reading.passing import without_passing
from diplomacy.reading.people import people_in
from diplomacy.reading.salience import countries_said
from diplomacy.reading.shapes import Reading
from diplomacy.reading.ties import tied
from diplomacy.reading.timing import timed
from diplomacy.reading.topics import topics_of
from diplomacy.reading.version import READ_IN_FULL
from diplomacy.reading.voices import attributed, speakers_of
from diplomacy.reading.words import sentences

SURELY_TIED = 0.4
"""The salience from which a pair makes its countries ones that the report is about."""

TOPICS_LOOK_AT = 4000
"""Characters that tell what a report is about."""


def read(entry: Entry, gazetteer: Gazetteer) -> Reading:
    """Read an item of a feed; offsets count in `entry.told`."""
    return read_text(
        entry.title,
        entry.text,
        gazetteer,
        language=entry.language,
        url=entry.url,
        categories=entry.categories,
        published=entry.published,
    )


def read_text(
    title: str,
    text: str,
    gazetteer: Gazetteer,
    *,
    language: str | None = None,
    url: str | None = None,
    categories: Sequence[str] = (),
    published: datetime | None = None,
) -> Reading:
    """Read a title and a text; offsets count in their told text. `language` is what the feed says, a hint only.

    Dates such as `on Thursday` count from `published`; without it only those that tell their year are read.
    """
    whole = told(title, text)
    spoken = language_of(whole, language)
    lexicon = lexicon_of(spoken)
    parts = sentences(whole)
    named = seen(whole, parts, gazetteer, spoken)
    mentions = tuple(one for one in named if not one.found.implied)
    times = times_of(whole, spoken, published)
    events = timed(whole, events_of(whole, parts, mentions, times, lexicon, spoken or ""), times)
    people = people_in(whole, mentions, spoken)
    speakers = speakers_of(whole, parts, mentions, people, spoken)
    acting = {code for event in events[:1] for code in (event.source, event.target) if code}
    pairs = pairs_of(whole, parts, mentions, events)
    if spoken is not None and lexicon is not None:
        pairs = tied(whole, pairs, events, mentions, spoken)
    parties = acting.union(*(pair.pair for pair in pairs if pair.salience >= SURELY_TIED))
    about = without_passing(named, len(whole), parties)
    agenda = agenda_of(whole, parts, mentions, people.named, times)
    said = countries_said(about, acting)
    events = with_ahead(attributed(events, speakers), agenda, said)
    headline_end = len(title) if whole.startswith(title) else 0
    lead = fold_with_offsets(whole[:TOPICS_LOOK_AT])
    return Reading(
        language=spoken,
        kind=kind_of(title, whole, url, categories, language=spoken, folded=lead),
        countries=said,
        pairs=with_pairs([pair for pair in pairs if {one.code for one in about}.issuperset(pair.pair)], events),
        events=events,
        people=people.said,
        figures=attributed(figures_of(whole[:READ_IN_FULL], parts, spoken), speakers),
        topics=topics_of(whole, lead, spoken, headline_end),
        agenda=agenda,
        covered=lexicon is not None,
        read_to=READ_IN_FULL if len(whole) > READ_IN_FULL else None,
    )
