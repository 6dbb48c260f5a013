"""Invented reports, as the desk takes them."""

from dataclasses import replace
from datetime import timedelta

from diplomacy.reading.entry import ReadEntry
from diplomacy.reading.shapes import PersonSaid, Reading
from diplomacy.stories.desk import Desk
from diplomacy.stories.place import beginning
from diplomacy.stories.shapes import Continues, NewStory
from tests.builders import NOON, a_publisher, a_reading, an_entry


def a_beginning(
    title: str, text: str = "", *, reading: Reading | None = None, family: str = "test wire", hours: float = 0
) -> NewStory:
    """What a report says, as the desk takes it."""
    at = NOON + timedelta(hours=hours)
    entry = an_entry(title, text, published=at, publisher=a_publisher(family=family))
    return beginning(ReadEntry(entry, "hash", reading or a_reading()))


def placed(desk: Desk, *reports: NewStory) -> list[int]:
    """Place reports one after another; gives their stories, counted from 1."""
    stories = []
    for report in reports:
        match desk.decide(report):
            case Continues() as goes_on:
                desk.go_on(goes_on, report)
                stories.append(goes_on.story.id)
            case NewStory():
                stories.append(desk.begin(len(desk) + 1, report).id)
    return stories


def naming(name: str, language: str) -> Reading:
    """A reading with two countries and somebody's name."""
    person = PersonSaid(name, "minister", None, 0, 1)
    return replace(a_reading(("EE", "NO"), language=language), people=(person,))
