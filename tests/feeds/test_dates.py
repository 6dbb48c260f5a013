"""Dates as feeds write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.dates import parse_date

MOMENT = datetime(2025, 11, 24, 11, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 24 Nov 2025 11:05:00 GMT", "Mon, 24 Nov 2025 14:05:00 +0300", "24 Nov 2025 14:05 +03:00",
        "Monday, 24 November 2025 06:05:00 EST", "Mon, 24 Nov 2025 14:05:00 GMT+3", "Mon, 24 Nov 25 11:05:00 Z",
        "2025-11-24T11:05:00Z", "2025-11-24T14:05:00+03:00", "2025-11-24T11:05:00.123Z", "2025-11-24 11:05:00",
        "2025/11/24 11:05", "24.11.2025 11:05", "24/11/2025 11:05:00", "11/24/2025 11:05",
        "24 Kasım 2025 11:05", "Pzt, 24 Kas 2025 14:05:00 +0300", "24 novembre 2025 11:05", "24 ноября 2025 11:05",
        "November 24, 2025 11:05 AM", "Nov 24, 2025 at 11:05 a.m.", "2025년 11월 24일 11:05", "2025年11月24日 11:05",
        "1763982300", "1763982300000",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert parse_date(text) == MOMENT.replace(microsecond=0)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 24 Nov 2025 24:00:00 GMT", datetime(2025, 11, 25, tzinfo=UTC)),
        ("2025-11-24", datetime(2025, 11, 24, tzinfo=UTC)),
        ("November 24, 2025 2:05 PM", datetime(2025, 11, 24, 14, 5, tzinfo=UTC)),
        ("12:05 AM", None), ("yesterday", None), ("", None), ("0001-01-01T00:00:00Z", None), ("99 Nov 2025", None),
        ("Mon, 32 Nov 2025 10:00:00 GMT", None),
    ],
)  # fmt: skip
def test_odd_dates_are_understood_or_left(text: str, moment: datetime | None) -> None:
    assert parse_date(text) == moment


@given(st.one_of(st.text(), st.from_regex(r"\d{1,4}[-/. ]\w{1,5}[-/. ]\d{1,4}( \d\d:\d\d)?( [+-]\d{4})?")))
def test_whatever_is_written_nothing_is_raised(text: str) -> None:
    found = parse_date(text)

    assert found is None or found.tzinfo is UTC
