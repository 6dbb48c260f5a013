"""What a report only names in passing is none of its countries."""

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.read import read_text

TITLE = "Norway lends Estonia a ferry"
LEAD = "The Norwegian minister handed the keys over on Monday."
FILLER = "The crew was glad, the weather held, and the cook had baked a cake for everybody who came to see it. " * 5
PASSING = "The cook had learned his trade in Peru."


def codes(gazetteer: Gazetteer, text: str) -> set[str]:
    return {one.code for one in read_text(TITLE, text, gazetteer, language="en").countries}


def test_a_country_named_once_far_down_is_left_out(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, f"{LEAD} {FILLER}{PASSING}") == {"NO", "EE"}


def test_a_country_that_comes_again_and_again_counts(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, f"{LEAD} {FILLER}{PASSING} Peru has ferries. Peru likes them.") == {"NO", "EE", "PE"}


def test_all_of_a_short_text_counts(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, f"{LEAD} {PASSING}") == {"NO", "EE", "PE"}


def test_names_count_in_all_of_a_very_long_text(gazetteer: Gazetteer) -> None:
    assert codes(gazetteer, f"{LEAD} {FILLER * 50}{PASSING}") == {"NO", "EE", "PE"}


def test_the_countries_of_every_pair_are_among_the_countries(gazetteer: Gazetteer) -> None:
    text = f"{LEAD} {FILLER}Peru and Chile signed a treaty. {FILLER}Japan blamed China for it."
    said = read_text(TITLE, text, gazetteer, language="en")
    assert {code for one in said.pairs for code in one.pair} <= {one.code for one in said.countries}
