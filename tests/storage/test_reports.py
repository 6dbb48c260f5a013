"""How a stored row speaks where no sentence of it is marked."""

from dataclasses import replace

from diplomacy.reading.shapes import PairSaid, Root
from storage.reports import first_sentence
from storage.rows import pair_rows
from tests.builders import a_reading, an_event


def test_an_abbreviation_ends_no_first_sentence() -> None:
    text = "Envoys of the U.S. and Iraq met. They spoke of trade."
    start, end = first_sentence(text)
    assert text[start:end] == "Envoys of the U.S. and Iraq met."


def test_a_headline_without_a_full_stop_is_a_sentence_and_nothing_is_none() -> None:
    assert first_sentence("\nEnvoys met\nThey spoke.") == (1, 11)
    assert first_sentence("") == (0, 0)


def test_a_pair_speaks_by_its_plainest_sentence_where_anything_happens_in_it() -> None:
    headline, lead = an_event(Root.COOPERATE, start=0, end=30), an_event(Root.AGREE, start=31, end=90)
    reading = replace(a_reading(events=(headline, lead)), pairs=(PairSaid(("KR", "TR"), 0.8, 31, 90),))
    (row,) = pair_rows(reading)
    assert (row["event"], row["start"], row["end"]) == (Root.AGREE, 31, 90)


def test_a_pair_whose_plainest_sentence_tells_nothing_speaks_by_what_happened() -> None:
    reading = replace(a_reading(events=(an_event(start=0, end=30),)), pairs=(PairSaid(("KR", "TR"), 0.8, 31, 90),))
    (row,) = pair_rows(reading)
    assert (row["event"], row["start"], row["end"]) == (Root.AGREE, 0, 30)
