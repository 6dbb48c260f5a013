"""The desk of open stories. The dealings in these tests are invented."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.stories.desk import KEPT_FOR, SWEPT_EVERY, Desk
from diplomacy.stories.facts import facts_in, pack, unpack
from diplomacy.stories.shapes import Continues, Joined, NewStory
from tests.builders import NOON, a_reading
from tests.diplomacy.stories.reports import a_beginning, naming, placed

FERRY = a_beginning("Norway lends Estonia the ferry Storfjord", "The Storfjord sails from Bergen to Tallinn on Monday.")
HERRING = a_beginning("Peru bans herring trawlers off Callao", "Trawlers may not catch herring off Callao until June.")
WIRE = (
    "The harbour master of Callao closed both northern piers after a crane fell on a moored trawler late in the "
    "evening, the port authority wrote, and divers will look at the hull before anybody may board it again."
)


def test_each_report_goes_to_the_story_that_it_tells() -> None:
    again = a_beginning("Storfjord ferry arrives in Tallinn", "Estonia has the Storfjord from Bergen on loan.", hours=3)
    trawlers = a_beginning("Herring trawlers leave Callao", "Callao is closed to trawlers that catch herring.", hours=4)
    assert placed(Desk(), FERRY, HERRING, again, trawlers) == [1, 2, 1, 2]


def test_a_wire_copy_is_found_and_adds_no_voice() -> None:
    desk = Desk()
    first = a_beginning("Crane falls at Callao", WIRE, family="wire")
    placed(desk, first)
    copy = a_beginning("Port closed", WIRE.replace("late in the", "late that"), family="paper", hours=1)
    verdict = desk.decide(replace(copy, opening=first.opening.replace("late in the", "late that")))
    assert isinstance(verdict, Continues)
    assert verdict.copy
    desk.go_on(verdict, copy)
    assert unpack(desk.story(1).tokens).families.keys() == {"wire"}
    assert desk.story(1).last == copy.at


def test_two_outlets_of_one_family_are_one_voice() -> None:
    desk = Desk()
    reports = [replace(FERRY, opening=""), a_beginning("The ferry Storfjord is in Tallinn, lent by Norway", hours=1)]
    assert placed(desk, *reports) == [1, 1]
    assert len(unpack(desk.story(1).tokens).families) == 1


def test_a_report_in_another_language_is_known_by_who_and_which_countries() -> None:
    first = a_beginning("Estonian minister Raudsepp meets Halvorsen 1400", reading=naming("Raudsepp", "en"))
    other = a_beginning("Раудсепп принял гостей из Осло 1400", reading=naming("Раудсепп", "ru"), hours=2)
    third = a_beginning("Лосось подорожал", reading=replace(a_reading(("CL", "PE"), language="ru")), hours=2)
    assert placed(Desk(), first, other, third) == [1, 1, 2]


def test_what_one_country_agrees_with_two_others_is_two_stories() -> None:
    greece, iraq = (
        a_beginning(f"Turkey and {name} agree on a project", "Ministers said so.", reading=a_reading(("TR", code)))
        for name, code in (("Greece", "GR"), ("Iraq", "IQ"))
    )
    assert placed(Desk(), greece, iraq) == [1, 2]


def test_two_stories_that_prove_to_be_one_are_joined_under_the_older() -> None:
    desk = Desk()
    desk.begin(1, FERRY)
    desk.begin(2, replace(FERRY, title_key="other", opening=""))
    again = a_beginning("Estonia gets the ferry Storfjord from Norway", "It sails from Bergen to Tallinn.", hours=1)
    assert placed(desk, again)[0] in {1, 2}
    assert desk.joined() == Joined(kept=1, merged=2)
    assert desk.joined() is None
    assert len(desk) == 1
    assert placed(desk, a_beginning("Storfjord ferry from Bergen reaches Tallinn, Estonia", hours=2)) == [1]


def test_a_desk_laid_out_from_what_was_stored_places_as_the_one_before() -> None:
    desk = Desk()
    placed(desk, FERRY, HERRING)
    again = a_beginning("Storfjord ferry arrives in Tallinn", "Estonia has the Storfjord from Bergen on loan.", hours=3)
    anew = Desk([desk.story(2), desk.story(1)])
    verdicts = [desk.decide(again), anew.decide(again)]
    assert [one.story.id for one in verdicts if isinstance(one, Continues)] == [1, 1]


def test_stories_that_nobody_can_go_on_with_leave_the_desk() -> None:
    desk = Desk()
    late = KEPT_FOR / timedelta(hours=1)
    for number in range(SWEPT_EVERY):
        desk.begin(number, a_beginning(f"matter {number}", hours=late if number == SWEPT_EVERY - 1 else 0))
    assert len(desk) == SWEPT_EVERY
    desk.sweep(NOON + 2 * KEPT_FOR - timedelta(hours=1))
    assert len(desk) == 1


def test_a_title_that_is_only_a_date_joins_nothing() -> None:
    reports = [a_beginning("24 November 2025", f"{word} " * 3, hours=0) for word in ("ferries", "herring", "customs")]
    assert placed(Desk(), *reports) == [1, 2, 3]


@given(st.lists(st.text(max_size=120), max_size=8))
def test_any_texts_are_placed_and_come_back_from_their_packed_form(texts: list[str]) -> None:
    stories = placed(Desk(), *(a_beginning(text) for text in texts))
    assert len(stories) == len(texts)
    for text in texts:
        facts = facts_in(text, a_reading(("EE", "NO")), "some family")
        assert pack(unpack(pack(facts))) == pack(facts)


def test_the_same_reports_always_make_the_same_stories() -> None:
    reports = [FERRY, HERRING, a_beginning("Storfjord in Tallinn"), a_beginning("Callao herring")]
    assert placed(Desk(), *reports) == placed(Desk(), *reports)
    assert isinstance(Desk().decide(FERRY), NewStory)
