"""From what a chat follows to its digest: what the store brings, what of it deserves the time, and the page's facts.

One run asks the store for each subscription once, however many chats have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from diplomacy.briefing.pages.digest import DigestFacts, SilentFeed
from diplomacy.briefing.select import Brought, select
from diplomacy.news import FeedKind
from diplomacy.relations.report import Report
from diplomacy.schedule import Days
from diplomacy.subscriptions import Subscription
from storage.chats import ChatSettings
from storage.database import Store

MOST_REPORTS = 60
NEWEST_FOR_FIRST = 20
OVERLAP = {Days.DAILY: timedelta(hours=36), Days.WEEKDAYS: timedelta(days=4), Days.WEEKLY: timedelta(days=8)}
"""How far before the last digest a story may have come in: what was lost on the way, or found no room, comes back."""
STORY_AGE = timedelta(days=10)
"""How far back it is looked how a story stood."""
SILENT_AFTER = timedelta(hours=24)
MOST_SILENT = 3
SPEAK_DAILY = frozenset({FeedKind.AGENCY, FeedKind.OUTLET})
"""Of these a day's silence means something; a ministry may have nothing to say."""

MOST_KEPT = 300
"""Answers of the store that one run keeps in memory."""

Question = tuple[Subscription, datetime | None, datetime | None]
"""A subscription, published since when, arrived since when."""


@dataclass(slots=True)
class Lookups:
    """What one run has asked the store so far."""

    now: datetime
    reports: dict[Question, tuple[Report, ...]] = field(default_factory=dict)
    silent: dict[str, tuple[SilentFeed, ...]] = field(default_factory=dict)

    async def newest(self, store: Store, subscription: Subscription) -> tuple[Report, ...]:
        """Fetch the newest stored reports of a subscription, whatever their age."""
        key = (subscription, None, None)
        if key not in self.reports:
            found = store.relations.following(subscription, None, self.now, NEWEST_FOR_FIRST, announced_only=False)
            self.keep(key, await found)
        return self.reports[key]

    async def since(
        self, store: Store, subscription: Subscription, published: datetime, arrived: datetime | None
    ) -> tuple[Report, ...]:
        """Fetch what a subscription brings since `published`; with `arrived` only what came in since then."""
        key = (subscription, published, arrived)
        if key not in self.reports:
            found = store.relations.following(subscription, published, self.now, MOST_REPORTS, arrived_since=arrived)
            self.keep(key, await found)
        return self.reports[key]

    def keep(self, key: Question, found: tuple[Report, ...]) -> None:
        """Keep an answer of the store, at the cost of the oldest one kept."""
        if len(self.reports) >= MOST_KEPT:
            self.reports.pop(next(iter(self.reports)))
        self.reports[key] = found

    async def silent_feeds(self, store: Store, countries: Sequence[str]) -> tuple[SilentFeed, ...]:
        """Fetch the feeds of some countries that were heard before and have been silent for a day."""
        found: list[SilentFeed] = []
        for country in countries:
            if country not in self.silent:
                self.silent[country] = await silent_feeds_of(store, country, self.now)
            found.extend(self.silent[country])
        found.sort(key=lambda feed: feed.newest or self.now, reverse=True)
        return tuple(found[:MOST_SILENT])


async def silent_feeds_of(store: Store, country: str, now: datetime) -> tuple[SilentFeed, ...]:
    """Fetch the outlets and agencies of a country that were heard before and have been silent for a day."""
    states = await store.feeds.silent((country,), now - SILENT_AFTER)
    return tuple(
        SilentFeed(state.feed.publisher.name, country, state.newest_item_at)
        for state in states
        if state.newest_item_at and state.next_check_at and state.feed.publisher.kind in SPEAK_DAILY
    )


async def compose(
    store: Store, chat: ChatSettings, held: Sequence[Subscription], lookups: Lookups, coming: datetime | None
) -> DigestFacts:
    """Put together what a chat's digest tells at this moment; `coming` is when the next one comes."""
    since = chat.last_digest_at
    brought = [await bring(store, subscription, chat, lookups) for subscription in held]
    stories = {report.story for each in brought for report in each.reports}
    told = await store.chats.told(chat.chat, stories) if stories else frozenset[int]()
    if told and since is not None:
        brought = [await with_earlier(store, each, told, since, lookups) for each in brought]
    countries = tuple(dict.fromkeys(code for subscription in held for code in subscription.countries))
    silent = await lookups.silent_feeds(store, countries)
    return DigestFacts(lookups.now, select(brought, told, since), since, coming, silent)


async def bring(store: Store, subscription: Subscription, chat: ChatSettings, lookups: Lookups) -> Brought:
    """Ask what a subscription brings to a chat: to its first digest the newest there is, else what came since."""
    if chat.last_digest_at is None:
        return Brought(subscription, await lookups.newest(store, subscription))
    # By the hour, so that chats with nearly the same last digest share one question.
    came = (chat.last_digest_at - OVERLAP[chat.digest_days]).replace(minute=0, second=0, microsecond=0)
    return Brought(subscription, await lookups.since(store, subscription, came - STORY_AGE, came))


async def with_earlier(
    store: Store, brought: Brought, told: frozenset[int], since: datetime, lookups: Lookups
) -> Brought:
    """Add how the stories stood that were told before and have come up again."""
    if told.isdisjoint(report.story for report in brought.reports):
        return brought
    day = since.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(brought, earlier=await lookups.since(store, brought.subscription, day - STORY_AGE, None))
