"""What tests of countries and of reading share."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer, load


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """All names, read once for all tests."""
    return load()
