"""How a stored row speaks where no sentence of it is marked."""

from storage.reports import first_sentence


def test_an_abbreviation_ends_no_first_sentence() -> None:
    text = "Envoys of the U.S. and Iraq met. They spoke of trade."
    start, end = first_sentence(text)
    assert text[start:end] == "Envoys of the U.S. and Iraq met."


def test_a_headline_without_a_full_stop_is_a_sentence_and_nothing_is_none() -> None:
    assert first_sentence("\nEnvoys met\nThey spoke.") == (1, 11)
    assert first_sentence("") == (0, 0)
