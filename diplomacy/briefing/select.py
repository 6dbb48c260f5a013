"""What deserves this reader's time: at most five stories, under what brought them, none twice, nobody forgotten."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from diplomacy.reading.shapes import ArticleKind, Stage
from diplomacy.relations.report import Report
from diplomacy.subscriptions import Subscription, SubscriptionKind

MOST_STORIES = 5
MOST_OF_ONE_REPORT = 2
DECISIVE = frozenset({Stage.SIGNED, Stage.RATIFIED, Stage.IN_FORCE, Stage.SUSPENDED, Stage.DENIED})


@dataclass(frozen=True, slots=True)
class Brought:
    """What one subscription brings, newest first: reports that came since the last briefing or not long before it."""

    subscription: Subscription
    reports: tuple[Report, ...]
    earlier: tuple[Report, ...] = ()
    """Older ones, which tell how a story stood when it was told."""


@dataclass(frozen=True, slots=True)
class Development:
    """What is new about a story that was told before."""

    stage: Stage | None = None
    """The rung it stands on now, where it changed."""
    before: Stage | None = None
    corrected: datetime | None = None
    """When the outlet changed what it said."""


@dataclass(frozen=True, slots=True)
class ChosenStory:
    """A story worth telling: the report that tells it, who else does, and what is new where it was told before."""

    report: Report
    subscription: Subscription
    families: int
    """Owners of the outlets whose reports of it we hold."""
    development: Development | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The stories that one subscription brought."""

    subscription: Subscription
    stories: tuple[ChosenStory, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into a digest."""

    groups: tuple[Group, ...]
    quiet: tuple[Subscription, ...]
    """Subscriptions that brought nothing."""
    left: int
    """Stories that found no room."""

    @property
    def stories(self) -> tuple[ChosenStory, ...]:
        """All chosen stories in the order of the page."""
        return tuple(story for group in self.groups for story in group.stories)


def select(
    brought: Sequence[Brought], told: Collection[int], since: datetime | None, most: int = MOST_STORIES
) -> Selection:
    """Choose what to tell. Stories `told` before come back only with something new since `since`, the last briefing.

    Without `since` it is the first one, and the newest comes first.
    """
    candidates = untold(brought, told, since)
    chosen = fair(candidates, most)
    groups = [
        Group(each.subscription, stories)
        for each in brought
        if (stories := tuple(story for story in chosen if story.subscription == each.subscription))
    ]
    groups.sort(key=lambda group: min(chosen.index(story) for story in group.stories))
    fresh = {story.report.story for story in candidates}
    quiet = tuple(each.subscription for each in brought if not fresh.intersection(by_story(each.reports)))
    # What a first briefing leaves is old: it is no news that waits for room, and nothing will bring it again.
    left = 0 if since is None else len(candidates) - len(chosen)
    return Selection(tuple(groups), quiet, left)


def untold(brought: Sequence[Brought], told: Collection[int], since: datetime | None) -> list[ChosenStory]:
    """Tell every story once, under the narrowest subscription that brings it, the weightiest first."""
    stories: dict[int, ChosenStory] = {}
    for each in sorted(brought, key=lambda each: breadth(each.subscription)):
        for number, reports in by_story(each.reports).items():
            development = new_since(reports, by_story(each.earlier).get(number, ()), since) if number in told else None
            if number not in stories and (number not in told or development):
                report = spokesman(reports, development)
                stories[number] = ChosenStory(report, each.subscription, owners(reports), development)
    # A first briefing shows the newest there is; later ones, all new, put first what weighs more.
    return sorted(stories.values(), key=newness if since is None else weight, reverse=True)


def by_story(reports: Iterable[Report]) -> dict[int, list[Report]]:
    """Sort reports of news by their story; opinion, analysis and sport tell no story."""
    stories: dict[int, list[Report]] = {}
    for report in reports:
        if report.kind is ArticleKind.NEWS:
            stories.setdefault(report.story, []).append(report)
    return stories


def new_since(reports: Sequence[Report], earlier: Sequence[Report], since: datetime | None) -> Development | None:
    """Find what is new about a story told before: another rung, or a correction by the outlet; None if neither."""
    known = [report for report in (*reports, *earlier) if since is not None and report.published <= since]
    if since is None or not known:
        return None
    rungs = {report.stage for report in known}
    before = next((report.stage for report in known if report.stage), None)
    for report in reports:
        if report.published > since and report.stage and report.stage not in rungs:
            return Development(stage=report.stage, before=before)
    corrected = max((report.corrected for report in reports if report.corrected), default=None)
    return Development(corrected=corrected) if corrected is not None and corrected > since else None


def spokesman(reports: Sequence[Report], development: Development | None) -> Report:
    """Choose the report that tells its story: the one with what is new, else the newest with a stage or an event."""
    if development is not None:
        reports = [report for report in reports if carries(report, development)]
    return max(reports, key=lambda report: (report.stage is not None, report.event is not None, report.published))


def carries(report: Report, development: Development) -> bool:
    """Whether a report is the one that brought what is new."""
    if development.stage is not None:
        return report.stage is development.stage
    return report.corrected == development.corrected


def owners(reports: Iterable[Report]) -> int:
    """Count the publisher families that report it."""
    return len({report.publisher.family for report in reports})


def breadth(subscription: Subscription) -> tuple[int, int]:
    """Rank how much a subscription takes in, the narrowest first: a pair, a country, a topic."""
    kinds = (SubscriptionKind.PAIR, SubscriptionKind.COUNTRY, SubscriptionKind.TOPIC)
    return kinds.index(subscription.kind), -len(subscription.topics) - len(subscription.words)


def weight(story: ChosenStory) -> tuple[bool, bool, int, datetime]:
    """Weigh a story: a development, a decisive rung, several owners, then its newness."""
    report = story.report
    return story.development is not None, report.stage in DECISIVE, min(story.families, 3), report.published


def newness(story: ChosenStory) -> datetime:
    """Tell when a story's report was published."""
    return story.report.published


def fair(candidates: Sequence[ChosenStory], most: int) -> list[ChosenStory]:
    """Take turns between subscriptions, then see that one country does not take every place."""
    chosen: list[ChosenStory] = []
    waiting: list[ChosenStory] = []
    for story in in_turns(candidates):
        (chosen if len(chosen) < most and has_room(story, chosen) else waiting).append(story)
    return with_room_for_another_country(chosen, waiting)


def in_turns(candidates: Iterable[ChosenStory]) -> list[ChosenStory]:
    """Put first the weightiest story of each subscription, then the second of each, and so on."""
    turns: Counter[Subscription] = Counter()
    places: list[tuple[int, int, ChosenStory]] = []
    for place, story in enumerate(candidates):
        places.append((turns[story.subscription], place, story))
        turns[story.subscription] += 1
    return [story for _, _, story in sorted(places, key=lambda entry: entry[:2])]


def has_room(story: ChosenStory, chosen: Iterable[ChosenStory]) -> bool:
    """Whether the report of this story has not told its two already."""
    return sum(other.report.article == story.report.article for other in chosen) < MOST_OF_ONE_REPORT


def with_room_for_another_country(chosen: list[ChosenStory], waiting: Sequence[ChosenStory]) -> list[ChosenStory]:
    """Give the last place to another followed country's story where one country has them all."""
    if not chosen:
        return chosen
    everywhere = frozenset[str].intersection(*(followed(story) for story in chosen))
    for country in sorted(everywhere):
        others = [story for story in waiting if country not in followed(story)]
        if other := next((story for story in others if has_room(story, chosen[:-1])), None):
            return [*chosen[:-1], other]
    return chosen


def followed(story: ChosenStory) -> frozenset[str]:
    """Name the countries a story is told for: those of its subscription, or for a topic of its report."""
    named = frozenset(story.subscription.countries)
    return named or frozenset((story.report.pair or "").split("-")) - {""}
