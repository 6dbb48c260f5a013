"""`/relations A B`: how two countries stand."""

from dataclasses import dataclass, replace
from datetime import datetime

from diplomacy.briefing.document import Document
from diplomacy.briefing.pages.no_relations import Searched, no_relations
from diplomacy.briefing.pages.relations import relations as relations_page
from diplomacy.briefing.pages.reports import A_PAGE, LAST_PAGE, all_reports, leaf, reach
from diplomacy.briefing.pages.which_country import which_country
from diplomacy.reader import Reader
from diplomacy.relations.asked import Asked, Moment, Window
from diplomacy.relations.asking import listed, pair_asked, words_in
from diplomacy.relations.facts import relation_facts
from diplomacy.relations.report import Coverage, Report, Tally
from handlers.commands.asking import offer_for, understood
from handlers.contract import Reply, ReplyPlace, Request, Services
from storage.database import Store

AT_HAND = 16
"""Newest reports that one screen and its fold are made from."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A question as its reports answer it best, over which time, and what they add up to."""

    asked: Asked
    moment: Moment
    tally: Tally
    unnarrowed: int
    """Reports of the pair in that time, whatever they are about (only those found, where some were)."""


async def relations(request: Request, services: Services) -> Reply:
    """Answer how two countries stand; a name that fits two is answered by its default, the other one tap away."""
    question = listed(request.words)
    what = understood(question.text, request.language_of_words, services.gazetteer)
    now = services.now()
    asked = pair_asked(question.text, what, request.reader.language, now.astimezone(request.reader.zone).date())
    async with services.storage.reading() as store:
        if not isinstance(asked, Asked):
            offer = await offer_for(asked, store, now)
            return Reply(which_country(asked, "relations", offer, request.reader))
        document = await answered(store, asked, now, question.page, request.reader)
    return Reply(document, place_of(request, what.window))


def place_of(request: Request, window: Window | None) -> ReplyPlace:
    """Let another window of an answer take that answer's place: buttons below it name the window, others don't."""
    own = request.pressed and window is not None
    return ReplyPlace.SAME_MESSAGE if own else ReplyPlace.NEW_MESSAGE


async def answered(store: Store, asked: Asked, now: datetime, page: int | None, reader: Reader) -> Document:
    """Answer a question, as one screen or as a page of the list of all reports."""
    counted = await counted_best(store, asked, now, reader)
    if not counted.tally.reports:
        return await _nothing(store, counted, reader)
    if page is not None:
        return await _list(store, counted, page, reader)
    facts = relation_facts(
        asked.pair, await _at_hand(store, counted), counted.tally, await _coverage(store, asked), reader.language
    )
    return relations_page(facts, counted.asked, counted.moment, reader)


async def counted_best(store: Store, asked: Asked, now: datetime, reader: Reader) -> Counted:
    """Count the reports of the window, or, where the pair has none there, those of the last time that had any."""
    counted = await _counted(store, asked, Moment(now, asked.window.begins(now, reader), now))
    if counted.unnarrowed:
        return counted
    newest = await store.relations.newest_before(asked.pair.key, now)
    if newest is None:
        return counted
    window = Window() if asked.window.since else asked.window
    return await _counted(store, asked, Moment(now, window.begins(newest, reader), newest, stood=True))


async def _counted(store: Store, asked: Asked, moment: Moment) -> Counted:
    """Count what was asked: on the topic that was typed, else with its words; the whole pair where that is nothing.

    A pair's whole year may be tens of thousands of reports, so that it is counted only where nothing narrower is found.
    """
    for reading in _readings(asked):
        tally = await _tally(store, reading, moment)
        if tally.reports:
            return Counted(reading, moment, tally, tally.reports)
    whole = await _tally(store, replace(asked, topic=None, words=()), moment)
    return Counted(asked, moment, Tally() if asked.narrowing else whole, whole.reports)


def _readings(asked: Asked) -> tuple[Asked, ...]:
    """List what the narrowing words may mean: a topic, else words to look for."""
    if not asked.narrowing:
        return ()
    as_words = replace(asked, topic=None, words=words_in(asked.narrowing))
    return (asked, as_words) if asked.topic else (as_words,)


async def _tally(store: Store, asked: Asked, moment: Moment) -> Tally:
    return await store.relations.tally(asked.pair.key, moment.since, moment.until, topic=asked.topic, words=asked.words)


async def _between(store: Store, counted: Counted, limit: int, *, decisive: bool = False) -> tuple[Report, ...]:
    asked, moment = counted.asked, counted.moment
    return await store.relations.between(
        asked.pair.key, moment.since, moment.until, limit, decisive=decisive, topic=asked.topic, words=asked.words
    )


async def _at_hand(store: Store, counted: Counted) -> tuple[Report, ...]:
    """Fetch the newest reports, and the newest decisive ones where there are more than that."""
    newest = await _between(store, counted, AT_HAND)
    if counted.tally.reports <= len(newest):
        return newest
    return (*newest, *await _between(store, counted, AT_HAND // 2, decisive=True))


async def _coverage(store: Store, asked: Asked) -> tuple[Coverage, Coverage]:
    return await store.feeds.coverage(asked.pair.first), await store.feeds.coverage(asked.pair.second)


async def _list(store: Store, counted: Counted, page: int, reader: Reader) -> Document:
    """List all reports; a page beyond the last is the last."""
    page = min(page, LAST_PAGE, -(-counted.tally.reports // A_PAGE))
    reports = await _between(store, counted, reach(page))
    return all_reports(leaf(reports, page), counted.asked, counted.moment, counted.tally, reader)


async def _nothing(store: Store, counted: Counted, reader: Reader) -> Document:
    """Say that no report ties the two, out of how many, and what is read of them."""
    totals = await store.feeds.totals()
    searched = Searched(totals.feeds, totals.stories, counted.unnarrowed)
    return no_relations(counted.asked, counted.moment, searched, await _coverage(store, counted.asked), reader)
