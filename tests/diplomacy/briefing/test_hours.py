"""What `/digest` understands, and when an empty day is told."""

from datetime import date, time, timedelta

import pytest

from diplomacy.briefing.empty_days import EmptyDay, empty_day
from diplomacy.briefing.hours import Ask, NoHour, NotUnderstood, SetBriefing, digest_asked
from diplomacy.schedule import Days

MONDAY = date(2025, 11, 24)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("", Ask.SHOW),
        ("now", Ask.NOW),
        ("NOW", Ask.NOW),
        ("off", Ask.OFF),
        ("on", Ask.ON),
        ("07:00", SetBriefing(time(7))),
        ("00:00", SetBriefing(time(0))),
        ("7.30", SetBriefing(time(7, 30))),
        ("7", SetBriefing(time(7))),
        ("7 pm", SetBriefing(time(19))),
        ("12am", SetBriefing(time(0))),
        ("daily", SetBriefing(None, Days.DAILY)),
        ("weekdays 8:30", SetBriefing(time(8, 30), Days.WEEKDAYS)),
        ("08:30 Weekly", SetBriefing(time(8, 30), Days.WEEKLY)),
        ("25:99", NoHour("25:99")),
        ("24", NoHour("24")),
        ("tomorrow", NotUnderstood("tomorrow")),
        ("now 7", NotUnderstood("now 7")),
        ("<b>& >", NotUnderstood("<b>& >")),
    ],
)
def test_words_behind_digest(typed: str, understood: object) -> None:
    assert digest_asked(typed) == understood


def test_three_empty_days_are_told_and_the_third_offers_to_rest() -> None:
    said = [empty_day(before, MONDAY + timedelta(days=before), Days.DAILY, keep_daily=False) for before in range(8)]
    line, offer, silence, alive = EmptyDay.LINE, EmptyDay.OFFER, EmptyDay.SILENCE, EmptyDay.ALIVE
    assert said == [line, line, offer, silence, silence, silence, silence, alive]


def test_who_wants_it_daily_hears_of_every_empty_day() -> None:
    assert {empty_day(n, MONDAY + timedelta(days=n), Days.DAILY, keep_daily=True) for n in range(9)} == {EmptyDay.LINE}


def test_a_weekly_briefing_is_its_own_sign_of_life() -> None:
    assert {empty_day(n, MONDAY, Days.WEEKLY, keep_daily=False) for n in range(9)} == {EmptyDay.LINE}


@pytest.mark.timeout(20)
def test_a_flood_of_spaces_takes_no_time() -> None:
    flood = "\N{NO-BREAK SPACE}" * 100_000
    assert digest_asked(f"now{flood}x") == NotUnderstood(f"now{flood}x")
