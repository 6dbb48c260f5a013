"""The desk: all stories that are open, and which of them a report goes on with.

A report is compared with the few stories that share most of its rare words, so the work of placing one grows with how
many stories use those words, never with the archive. A story's older reports fade as new ones come: it may move on with
its matter, and a report of where it once began is a story of its own again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from diplomacy.stories.copies import Copies
from diplomacy.stories.facts import Facts, pack, unpack
from diplomacy.stories.likeness import likely, signs
from diplomacy.stories.lookup import Lookup
from diplomacy.stories.rarity import Rarity
from diplomacy.stories.shapes import WINDOW, Continues, Joined, NewStory, OpenStory
from diplomacy.stories.weighing import Weighed, scaled, weigh, weigh_report
from diplomacy.stories.words import stems

COMPARED = 8
"""Stories that a report is compared with closely."""
TELLING_TITLE = 14.0
"""What the words of a title must weigh for two reports with the same title to be of one story."""
SAME_TITLE = 6.0
A_DAY_APART = 0.5
"""What a day between a report and a story speaks against it."""
SURE = 1.0
"""How likely a report must go on with two stories for them to be looked at as one."""
ONE_STORY = 0.6
"""How like one another the words of two stories are that are one."""
PERSON = "~"
PERSON_FINDS = 3.0
"""What it weighs, when stories are looked up, that both name the same person."""
KEPT_FOR = 2 * WINDOW
"""Stories stay on the desk a while longer, for reports that come late."""
SWEPT_EVERY = 512
"""Reports after which stories that are closed are put away."""


@dataclass(slots=True)
class Open:
    """A story on the desk."""

    story: OpenStory
    facts: Facts
    openings: list[str] = field(default_factory=list)
    weighed: Weighed | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """A story that a report may go on with, and how likely."""

    score: float
    story: OpenStory


class Desk:
    """Places reports among open stories; `decide` only looks, `begin` and `go_on` take note."""

    def __init__(self, stories: Iterable[OpenStory] = ()) -> None:
        """Lay out the stories that are open."""
        self._rarity = Rarity()
        self._open: dict[int, Open] = {}
        self._lookup = Lookup()
        self._copies = Copies()
        self._titles: dict[str, dict[int, None]] = {}
        self._noted = 0
        self._sure: list[int] = []
        """Stories that the report decided on last surely goes on with."""
        for story in sorted(stories, key=lambda one: (one.last, one.id)):
            facts = unpack(story.tokens)
            # A story of one report may be stored as its report was told, before it was weighed.
            self._lay(Open(story, facts if facts.reports > 1 else scaled(weigh(facts, self._rarity))))

    def __len__(self) -> int:
        """How many stories are open."""
        return len(self._open)

    def decide(self, report: NewStory) -> NewStory | Continues:
        """The story that a report goes on with, else the one that it begins."""
        self._sure = []
        copied = self._copied(report)
        if copied is not None:
            return Continues(copied, copy=True)
        found = self.likeliest(report)
        self._sure = [one.story.id for one in found[:2] if one.score > SURE]
        return Continues(found[0].story) if found and found[0].score > 0 else report

    def likeliest(self, report: NewStory) -> list[Likely]:
        """The stories that a report is most like, the likeliest first."""
        told = weigh_report(unpack(report.tokens), self._rarity)
        found: list[Likely] = []
        for one in self._candidates(report, told):
            apart = _gap(one.story, report.at) / timedelta(days=1)
            score = likely(told, self._weighed(one)) + _title(report, one.story, told) - A_DAY_APART * apart
            found.append(Likely(score, one.story))
        return sorted(found, key=lambda one: (one.score, one.story.last, -one.story.id), reverse=True)

    def begin(self, number: int, report: NewStory) -> OpenStory:
        """Take a new story under its number."""
        facts = scaled(weigh_report(unpack(report.tokens), self._rarity))
        story = OpenStory(number, report.pair, report.title_key, report.tokens, report.at, report.at)
        self._lay(Open(story, facts), report.opening)
        self._noted += 1
        return story

    def go_on(self, verdict: Continues, report: NewStory) -> None:
        """Take a report into its story; a copy only widens its time."""
        one = self._open[verdict.story.id]
        one.story = replace(one.story, first=min(one.story.first, report.at), last=max(one.story.last, report.at))
        if not verdict.copy:
            told = unpack(report.tokens)
            facts = scaled(weigh_report(told, self._rarity))
            self._rarity.show(told.words)
            one.facts.fade()
            one.facts.add(facts)
            self._note(one, report.opening)
        self._noted += 1

    def joined(self) -> Joined | None:
        """Two stories that the report decided on last proves to be one; from here on there is only the older one."""
        sure = [self._open[number] for number in self._sure if number in self._open]
        self._sure = []
        if len(sure) < len(("kept", "merged")):
            return None
        kept, merged = sorted(sure, key=lambda one: (one.story.first, one.story.id))
        if signs(self._weighed(kept), self._weighed(merged)).cosine < ONE_STORY:
            return None
        self._put_away(merged)
        first, last = min(kept.story.first, merged.story.first), max(kept.story.last, merged.story.last)
        kept.story = replace(kept.story, first=first, last=last)
        kept.facts.add(merged.facts)
        self._rarity.show(merged.facts.words)
        self._note(kept, *merged.openings)
        return Joined(kept.story.id, merged.story.id)

    def sweep(self, now: datetime) -> None:
        """Now and then, put away the stories that no report of these days can go on with."""
        if self._noted >= SWEPT_EVERY:
            self._noted = 0
            for one in [one for one in self._open.values() if one.story.last < now - KEPT_FOR]:
                self._put_away(one)

    def story(self, number: int) -> OpenStory:
        """A story as it stands now, to be stored."""
        one = self._open[number]
        return replace(one.story, tokens=pack(one.facts))

    def _copied(self, report: NewStory) -> OpenStory | None:
        """The story of which a report is a wire copy: the same words, and nobody and no number else in them."""
        number = self._copies.find(report.opening)
        if number is None:
            return None
        one, told = self._open[number], unpack(report.tokens)
        same = told.countries.keys() <= one.facts.countries.keys() and told.figures.keys() <= one.facts.figures.keys()
        return one.story if same and _in_time(one.story, report.at) else None

    def _candidates(self, report: NewStory, told: Weighed) -> Iterator[Open]:
        """Stories worth a close comparison: of the same title, else those that share most rare words or people."""
        asked = told.words | {f"{PERSON}{name}": PERSON_FINDS for name in told.facts.people}
        alike = self._titles.get(report.title_key, {})
        for number in dict.fromkeys((*list(alike)[-COMPARED:], *self._lookup.likeliest(asked, COMPARED))):
            if _in_time(self._open[number].story, report.at):
                yield self._open[number]

    def _weighed(self, one: Open) -> Weighed:
        if one.weighed is None:
            one.weighed = weigh(one.facts, self._rarity)
        return one.weighed

    def _lay(self, one: Open, *openings: str) -> None:
        self._open[one.story.id] = one
        self._titles.setdefault(one.story.title_key, {})[one.story.id] = None
        self._rarity.show(one.facts.words)
        self._note(one, *openings)

    def _note(self, one: Open, *openings: str) -> None:
        """Bring what finds a story up to date with what it says."""
        one.weighed = None
        self._lookup.drop(one.story.id, one.facts.cut())
        weighed = self._weighed(one)
        shares = {word: weight / weighed.norm for word, weight in weighed.words.items()}
        self._lookup.put(one.story.id, shares | {f"{PERSON}{name}": 1.0 for name in one.facts.people})
        for opening in openings:
            self._copies.add(opening, one.story.id)
            one.openings.append(opening)

    def _put_away(self, one: Open) -> None:
        """Take a story off the desk."""
        del self._open[one.story.id]
        self._lookup.drop(one.story.id, (*one.facts.words, *(f"{PERSON}{name}" for name in one.facts.people)))
        self._rarity.take_back(one.facts.words)
        for opening in one.openings:
            self._copies.forget(opening)
        numbers = self._titles[one.story.title_key]
        del numbers[one.story.id]
        if not numbers:
            del self._titles[one.story.title_key]


def _gap(story: OpenStory, at: datetime) -> timedelta:
    """How far a report is from the time in which a story was told; nothing within it."""
    return max(story.first - at, at - story.last, timedelta())


def _in_time(story: OpenStory, at: datetime) -> bool:
    return _gap(story, at) <= WINDOW


def _title(report: NewStory, story: OpenStory, told: Weighed) -> float:
    """What it counts that both have the same title, where the title tells something."""
    if report.title_key != story.title_key:
        return 0.0
    stemmed = {stem for word in report.title_key.split() for stem in stems(word)}
    return SAME_TITLE if sum(told.words.get(stem, 0.0) for stem in stemmed) >= TELLING_TITLE else 0.0
