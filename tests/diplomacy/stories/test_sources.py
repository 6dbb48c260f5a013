"""Whose voice a report is. The dealings and the outlets in these tests are invented."""

from dataclasses import replace

import pytest

from diplomacy.reading.shapes import Attribution
from diplomacy.stories.names import skeleton
from diplomacy.stories.sources import credited
from tests.builders import a_publisher, a_reading, an_entry, an_event

FAMILIES = {"Test wire": "wire", "TW": "wire"}


def family_of(text: str, said_by: str | None = None) -> str:
    entry = an_entry("A bridge opens", text, publisher=a_publisher("Test paper"))
    event = replace(an_event(), said_by=Attribution(said_by) if said_by else None)
    return credited(entry, a_reading(events=(event,)), FAMILIES.get).publisher.family


@pytest.mark.parametrize(
    "text",
    ["TALLINN (Test wire) - A bridge opened.", "A bridge opened. (TW/Test paper)", "A bridge opened [Test wire]"],
)
def test_a_credit_in_brackets_counts_to_the_agency(text: str) -> None:
    assert family_of(text) == "wire"


def test_what_somebody_says_according_to_an_agency_counts_to_the_agency() -> None:
    assert family_of("A bridge opened, according to Test wire.", said_by="Test wire") == "wire"


@pytest.mark.parametrize("text", ["A bridge (the third one) opened.", "A bridge opened."])
def test_other_brackets_leave_a_report_to_its_outlet(text: str) -> None:
    assert family_of(text, said_by="The mayor") == "test paper"


@pytest.mark.parametrize(
    "spellings",
    [("Zelensky", "Selenskyj", "Зеленський"), ("Putin", "Poutine", "Путин"), ("Mitsotakis", "Μητσοτάκης")],
)
def test_a_surname_is_much_the_same_in_every_script(spellings: tuple[str, ...]) -> None:
    first, *others = (skeleton(spelling) for spelling in spellings)
    assert all(other.startswith(first) for other in others)
