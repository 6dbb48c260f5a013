"""Where somebody is, by what they answer to "What time is it where you are?"."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.zones.book import NO_PLACE
from diplomacy.zones.find import SeveralZones, find_zone, likely, local_hours, offset_of, offset_words

NOW = datetime(2025, 11, 25, 12, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Istanbul", "Europe/Istanbul"),
        ("istanbul", "Europe/Istanbul"),
        ("İSTANBUL", "Europe/Istanbul"),
        ("이스탄불", "Europe/Istanbul"),
        ("istambul", "Europe/Istanbul"),
        ("Ankara", "Europe/Istanbul"),
        ("seoul", "Asia/Seoul"),
        ("Seul", "Asia/Seoul"),
        ("서울", "Asia/Seoul"),
        ("부산", "Asia/Seoul"),
        ("new york", "America/New_York"),
        ("뉴욕", "America/New_York"),
        ("Münih", "Europe/Berlin"),
        ("Londra", "Europe/London"),
        ("Москва", "Europe/Moscow"),
        ("Europe/Istanbul", "Europe/Istanbul"),
        ("asia/seoul", "Asia/Seoul"),
        ("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("UTC", "UTC"),
        ("Turkey", "Europe/Istanbul"),
        ("japan", "Asia/Tokyo"),
    ],
)
def test_a_city_or_a_name_of_a_zone_is_understood(typed: str, zone: str) -> None:
    assert find_zone(typed, NOW) == ZoneInfo(zone)


@pytest.mark.parametrize("typed", ["", "xyzzy", "turkey korea", "25:99", "<b>& >", "+99", "a" * 4000, "\u202e"])
def test_what_is_no_place_is_not_guessed(typed: str) -> None:
    assert find_zone(typed, NOW) is None


@pytest.mark.parametrize("typed", ["15:40", "15.40", "3:40 pm", "15:45", "UTC+3", "utc+3", "+3", "GMT+03:00", "+0300"])
def test_the_hour_on_the_wall_or_an_offset_gives_the_cities_that_keep_it(typed: str) -> None:
    found = find_zone(typed, NOW)
    assert isinstance(found, SeveralZones)
    assert found.zones[0] == ZoneInfo("Europe/Istanbul")
    assert all(offset_of(zone, NOW) == timedelta(hours=3) for zone in found.zones)


def test_an_hour_around_midnight_is_found_on_both_sides_of_it() -> None:
    midnight = datetime(2025, 11, 25, 20, 55, tzinfo=UTC)
    found = find_zone("00:01", midnight)
    assert isinstance(found, SeveralZones)
    assert ZoneInfo("Europe/Istanbul") in found.zones


@given(st.sampled_from(sorted(available_timezones() - NO_PLACE)))
def test_every_zone_of_the_database_can_be_typed(key: str) -> None:
    found = find_zone(key, NOW)
    if found != ZoneInfo(key):  # `GMT+0` is an offset, which several cities keep; `Turkey` stands for its city
        keeps = found.zones[0] if isinstance(found, SeveralZones) else found
        assert keeps is not None
        assert offset_of(keeps, NOW) == offset_of(ZoneInfo(key), NOW)


def test_every_hour_that_a_clock_shows_is_offered_once_and_its_button_leads_back_to_it() -> None:
    hours = local_hours(NOW)
    shown = [NOW.astimezone(hour.zone).strftime("%a %H:%M") for hour in hours]
    assert len(set(shown)) == len(shown) == len(hours)
    for hour in hours:
        found = find_zone(offset_words(hour.offset), NOW + timedelta(hours=5))
        assert isinstance(found, SeveralZones)
        assert hour.zone in found.zones


def test_the_likely_hours_fit_a_screen_and_have_the_great_cities() -> None:
    offered = likely(local_hours(NOW))
    assert len(offered) <= 25
    cities = {"Europe/Istanbul", "Asia/Seoul", "America/New_York", "Europe/London", "Asia/Kolkata", "Asia/Tehran"}
    offsets = {hour.offset for hour in offered}
    assert {offset_of(ZoneInfo(key), NOW) for key in cities} <= offsets
