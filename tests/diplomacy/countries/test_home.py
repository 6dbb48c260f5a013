"""A report of local life is tied to the country whose life it tells of, and its towns with it."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Athens school board hired a superintendent; a county sheriff spoke at the high school.", {"US"}),
        ("Dublin police and the county sheriff's office found the missing boat.", {"US"}),
        ("The borough council in Richmond put up council tax, councillors said.", {"GB"}),
        ("RCMP officers in London closed the bridge, the provincial government said.", {"CA"}),
        ("The school board and the city council of Paris met the French consul from Lyon.", {"US", "FR"}),
        ("Gardaí in Newport found the stolen bicycles.", {"IE"}),
    ],
)
def test_public_life_tells_the_country(gazetteer: Gazetteer, text: str, codes: set[str]) -> None:
    assert {one.code for one in gazetteer.find(text, "en")} == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mansfield lies between Columbus and Cleveland in Ohio.", {"US"}),
        ("Australia and Fiji met in Geneva.", {"AU", "FJ", "CH"}),
        ("Athens and Paris signed a pact on frigates.", {"GR", "FR"}),
        ("London told Washington that the talks had failed.", {"GB", "US"}),
        ("The council met on Monday.", set()),
        ("Ottawa and Paris agreed; the sheriff was not asked.", {"CA", "FR"}),
        ("The ship left Boston for Cambridge, Massachusetts.", {"US"}),
    ],
)
def test_without_public_life_a_town_means_what_it_mostly_means(
    gazetteer: Gazetteer, text: str, codes: set[str]
) -> None:
    assert {one.code for one in gazetteer.find(text, "en")} == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Profits of Fjordline Plc <FJRD.L> fell by a tenth.", "GB"),
        ("Fjordline (TSX: FJD) sold its last ferry.", "CA"),
        ("The ferries cost 40 pence a mile.", "GB"),
    ],
)
def test_money_and_exchanges_hint_at_a_country(gazetteer: Gazetteer, text: str, code: str) -> None:
    found = gazetteer.find(text, "en")
    assert [(one.code, one.implied) for one in found] == [(code, True)]


def test_what_is_only_hinted_at_is_told_apart_from_what_is_named(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Estonia asked the county sheriff and the school board.", "en")
    assert [(one.code, one.implied) for one in found] == [("EE", False), ("US", True)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Republicans in the House criticised Norway.", {"US", "NO"}),
        ("Democrats and Republicans asked Paris for patience.", {"US", "FR"}),
        ("NASA and Denmark will share the telescope.", {"US", "DK"}),
    ],
)
def test_words_of_the_nation_move_no_country(gazetteer: Gazetteer, text: str, codes: set[str]) -> None:
    assert {one.code for one in gazetteer.find(text, "en")} == codes
