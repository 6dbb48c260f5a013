"""A briefing comes once a local date, at its hour, through every change of clocks and zones that IANA knows."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplomacy.schedule import Days, Schedule, briefing_at, next_briefing, owed, rescheduled

NEW_YORK = ZoneInfo("America/New_York")
ISTANBUL = ZoneInfo("Europe/Istanbul")
SEOUL = ZoneInfo("Asia/Seoul")
SEVEN = time(7)

ODD = (
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Antarctica/Troll",
    "America/Nuuk",
    "America/Scoresbysund",
    "America/Havana",
)
zones = st.sampled_from(ODD) | st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"}))
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
schedules = st.builds(Schedule, zones.map(ZoneInfo), hours, st.sampled_from(Days))
moments = st.datetimes(datetime(1972, 1, 1), datetime(2036, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


def shown(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


def dates_that_exist(first: date, zone: ZoneInfo, count: int) -> list[date]:
    """Every date that the zone's clocks show, found by looking at them each half hour."""
    moment = datetime.combine(first, time(), UTC) - timedelta(days=2)
    seen = {(moment + step * timedelta(minutes=30)).astimezone(zone).date() for step in range((count + 4) * 48)}
    return sorted(day for day in seen if first <= day < first + timedelta(days=count))


def test_an_hour_that_the_spring_leaves_out_is_served_at_the_first_moment_after_the_gap() -> None:
    schedule = Schedule(NEW_YORK, time(2, 30))
    moment = briefing_at(date(2025, 3, 9), schedule)
    assert moment is not None
    assert shown(moment, NEW_YORK) == "2025-03-09 03:00:00"


def test_an_hour_that_the_autumn_repeats_is_served_the_first_time_only() -> None:
    schedule = Schedule(NEW_YORK, time(1, 30))
    first = next_briefing(datetime(2025, 11, 2, 4, tzinfo=UTC), schedule)
    assert first == datetime(2025, 11, 2, 5, 30, tzinfo=UTC)
    assert next_briefing(first, schedule) == datetime(2025, 11, 3, 6, 30, tzinfo=UTC)


def test_the_hour_stays_the_readers_own_through_both_changes_of_new_york() -> None:
    schedule = Schedule(NEW_YORK, SEVEN)
    moment = datetime(2025, 10, 31, 12, tzinfo=UTC)
    coming = [moment := next_briefing(moment, schedule) for _ in range(3)]
    assert [f"{at:%d %H:%M}" for at in coming] == ["01 11:00", "02 12:00", "03 12:00"]
    moment = datetime(2025, 3, 7, 13, tzinfo=UTC)
    coming = [moment := next_briefing(moment, schedule) for _ in range(3)]
    assert [f"{at:%d %H:%M}" for at in coming] == ["08 12:00", "09 11:00", "10 11:00"]


def test_a_date_that_the_zone_never_had_has_no_briefing() -> None:
    schedule = Schedule(ZoneInfo("Pacific/Apia"), SEVEN)
    assert briefing_at(date(2011, 12, 30), schedule) is None
    served = next_briefing(datetime(2011, 12, 29, 12, tzinfo=UTC), schedule)
    assert shown(served, schedule.zone) == "2011-12-29 07:00:00"
    assert shown(next_briefing(served, schedule), schedule.zone) == "2011-12-31 07:00:00"


def test_where_the_gap_runs_to_midnight_the_last_moment_before_it_serves_the_day() -> None:
    nuuk = ZoneInfo("America/Nuuk")
    moment = briefing_at(date(2024, 3, 30), Schedule(nuuk, time(23, 30)))
    assert moment is not None
    assert shown(moment, nuuk) == "2024-03-30 22:59:59"


def test_weekdays_and_weekly_keep_their_days() -> None:
    friday = datetime(2025, 11, 28, 12, tzinfo=UTC)
    assert next_briefing(friday, Schedule(ISTANBUL, SEVEN, Days.WEEKDAYS)).astimezone(ISTANBUL).date() == date(
        2025, 12, 1
    )
    assert next_briefing(friday, Schedule(ISTANBUL, SEVEN, Days.WEEKLY)).astimezone(ISTANBUL).date() == date(
        2025, 12, 1
    )
    assert next_briefing(friday, Schedule(ISTANBUL, SEVEN, Days.DAILY)).astimezone(ISTANBUL).date() == date(
        2025, 11, 29
    )


def test_a_briefing_is_late_within_the_day_but_a_day_gone_by_is_gone() -> None:
    schedule = Schedule(ISTANBUL, SEVEN)
    yesterday = date(2025, 11, 24)
    assert owed(datetime(2025, 11, 25, 3, 59, tzinfo=UTC), schedule, yesterday) is None
    assert owed(datetime(2025, 11, 25, 4, 0, tzinfo=UTC), schedule, yesterday) == date(2025, 11, 25)
    assert owed(datetime(2025, 11, 25, 20, 59, tzinfo=UTC), schedule, yesterday) == date(2025, 11, 25)
    assert owed(datetime(2025, 11, 25, 21, 30, tzinfo=UTC), schedule, yesterday) is None
    assert owed(datetime(2025, 11, 25, 15, 0, tzinfo=UTC), schedule, date(2025, 11, 25)) is None


def test_a_zone_whose_clock_is_past_the_promised_hour_gets_the_promised_briefing_at_once() -> None:
    dawn = datetime(2025, 11, 25, 3, tzinfo=UTC)
    promised = datetime(2025, 11, 25, 4, tzinfo=UTC)
    seoul = Schedule(SEOUL, SEVEN)
    assert rescheduled(dawn, seoul, date(2025, 11, 24), promised, ISTANBUL) == dawn
    assert rescheduled(dawn, seoul, date(2025, 11, 25), promised + timedelta(days=1), ISTANBUL) > promised


def test_a_first_briefing_that_was_promised_for_tomorrow_stays_tomorrow_when_the_zone_is_corrected() -> None:
    afternoon = datetime(2025, 11, 25, 12, tzinfo=UTC)
    promised = datetime(2025, 11, 26, 4, tzinfo=UTC)
    moved = rescheduled(afternoon, Schedule(SEOUL, SEVEN), None, promised, ISTANBUL)
    assert shown(moved, SEOUL) == "2025-11-26 07:00:00"


def test_moving_west_gives_no_second_briefing_for_a_date_already_served() -> None:
    night = datetime(2025, 11, 25, 17, tzinfo=UTC)
    promised = datetime(2025, 11, 25, 22, tzinfo=UTC)
    moved = rescheduled(night, Schedule(NEW_YORK, SEVEN), date(2025, 11, 25), promised, SEOUL)
    assert shown(moved, NEW_YORK) == "2025-11-26 07:00:00"


@given(schedules, moments)
def test_every_briefing_falls_on_its_own_local_date_at_its_hour_or_beside_a_gap(
    schedule: Schedule, after: datetime
) -> None:
    moment = next_briefing(after, schedule)
    assert moment > after
    local = moment.astimezone(schedule.zone)
    assert schedule.days.has(local.date())
    assert briefing_at(local.date(), schedule) == moment
    if local.time() != schedule.at:
        wanted = datetime.combine(local.date(), schedule.at, schedule.zone)
        back = wanted.astimezone(UTC).astimezone(schedule.zone)
        assert back.replace(tzinfo=None) != wanted.replace(tzinfo=None), "the hour exists, yet another one was taken"


@given(zones.map(ZoneInfo), hours, moments)
def test_each_date_that_exists_is_served_exactly_once(zone: ZoneInfo, at: time, start: datetime) -> None:
    schedule = Schedule(zone, at)
    first = start.date()
    served, moment, last = [], datetime.combine(first, time(), UTC) - timedelta(days=3), first - timedelta(days=1)
    while last < first + timedelta(days=6):
        moment = next_briefing(moment, schedule, last)
        last = moment.astimezone(zone).date()
        served.append(last)
    assert [day for day in served if day < first + timedelta(days=6)] == dates_that_exist(first, zone, 6)


@given(st.lists(st.tuples(zones.map(ZoneInfo), hours, st.integers(0, 90)), min_size=1, max_size=8), moments)
def test_whatever_zones_and_hours_a_chat_wanders_through_no_local_date_is_served_twice(
    moves: list[tuple[ZoneInfo, time, int]], start: datetime
) -> None:
    assume(moves)
    now, last, due, by = start, None, None, None
    served: list[date] = []
    for zone, at, hours_there in moves:
        schedule = Schedule(zone, at)
        due, by = rescheduled(now, schedule, last, due, by), zone
        leave = now + timedelta(hours=hours_there)
        while due <= leave:
            now = max(now, due)
            if day := owed(now, schedule, last):
                served.append(day)
                last = day
            due = next_briefing(now, schedule, last)
        now = leave
    assert len(set(served)) == len(served)
    assert served == sorted(served)


@pytest.mark.parametrize("name", ODD)
def test_the_odd_zones_are_read_from_the_database(name: str) -> None:
    assert ZoneInfo(name).key == name
