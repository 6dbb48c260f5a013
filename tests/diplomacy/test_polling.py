"""When a feed is asked next."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.news import Health
from diplomacy.polling import LONGEST, MANNERS, SHORTEST, after_failure, after_success, habit, hold

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)
URL = "https://news.example.org/feed.rss"
HOUR = timedelta(hours=1)

spans = st.timedeltas(timedelta(0), timedelta(days=400))
urls = st.text(max_size=20)


def test_a_feed_that_publishes_is_asked_sooner_and_a_quiet_one_later() -> None:
    busy, very_busy = after_success(URL, NOW, HOUR, new=1), after_success(URL, NOW, HOUR, new=9)
    quiet = after_success(URL, NOW, HOUR, new=0)

    assert very_busy.interval < busy.interval < HOUR < quiet.interval
    assert busy.at is not None
    assert NOW + busy.interval <= busy.at <= NOW + busy.interval * 1.1


def test_a_busy_feed_comes_down_to_five_minutes_and_a_dead_one_up_to_a_day() -> None:
    busy = quiet = HOUR
    for _ in range(40):
        busy = after_success(URL, NOW, busy, new=3).interval
        quiet = after_success(URL, NOW, quiet, new=0).interval

    assert (busy, quiet) == (timedelta(minutes=5), timedelta(hours=24))


def test_the_first_reading_tells_how_often_a_feed_publishes() -> None:
    every_two_hours = [NOW - timedelta(hours=2 * n) for n in range(30)]

    assert after_success(URL, NOW, HOUR, new=30, first=every_two_hours).interval == HOUR
    assert habit([NOW]) == HOUR
    assert habit([NOW - timedelta(seconds=n) for n in range(30)]) == SHORTEST
    assert habit([NOW - timedelta(days=30 * n) for n in range(30)]) == LONGEST


def test_what_the_feed_and_the_server_ask_for_is_heeded_within_limits() -> None:
    def wait(**asked: timedelta) -> timedelta:
        at = after_success(URL, NOW, SHORTEST, new=5, **asked).at
        assert at is not None
        return at - NOW

    assert HOUR <= wait(ttl=HOUR) < timedelta(minutes=70)
    assert HOUR <= wait(fresh_for=HOUR) < timedelta(minutes=70)
    assert HOUR <= wait(fresh_for=HOUR, ttl=timedelta(minutes=10)) < timedelta(minutes=70)
    assert MANNERS <= wait(fresh_for=timedelta(days=365)) < MANNERS * 1.1 + SHORTEST


def test_the_wait_grows_with_each_failure_and_never_beyond_a_day() -> None:
    waits = [after_failure(URL, NOW, HOUR, failures, Health.UNREACHABLE).at for failures in range(12)]

    assert all(early is not None and late is not None and early <= late for early, late in pairwise(waits))
    assert waits[0] is not None
    assert NOW + HOUR <= waits[0] <= NOW + HOUR * 1.1
    assert waits[-1] == NOW + LONGEST


def test_retry_after_is_heeded_up_to_a_day() -> None:
    six_hours = after_failure(URL, NOW, SHORTEST, 0, Health.HTTP_ERROR, timedelta(hours=6)).at
    a_month = after_failure(URL, NOW, SHORTEST, 0, Health.HTTP_ERROR, timedelta(days=30)).at

    assert six_hours is not None
    assert NOW + timedelta(hours=6) <= six_hours <= NOW + timedelta(hours=6.6)
    assert a_month == NOW + LONGEST
    assert hold(NOW, None) == NOW + HOUR
    assert hold(NOW, timedelta(days=30)) == NOW + LONGEST


def test_a_feed_that_is_gone_is_never_asked_again() -> None:
    assert after_failure(URL, NOW, HOUR, 0, Health.GONE).at is None


@given(
    urls,
    spans,
    st.integers(0, 10**6),
    st.sampled_from([health for health in Health if health is not Health.GONE]),
    spans,
)
def test_no_failure_ends_the_asking(
    url: str, interval: timedelta, failures: int, health: Health, wait: timedelta
) -> None:
    plan = after_failure(url, NOW, interval, failures, health, wait)

    assert plan.at is not None
    assert NOW + SHORTEST <= plan.at <= NOW + LONGEST
    assert plan.failures == failures + 1


@given(urls, spans, st.integers(0, 100), st.none() | spans, st.none() | spans)
def test_the_next_check_always_lies_within_the_limits(
    url: str, interval: timedelta, new: int, fresh_for: timedelta | None, ttl: timedelta | None
) -> None:
    plan = after_success(url, NOW, interval, new=new, fresh_for=fresh_for, ttl=ttl)

    assert plan == after_success(url, NOW, interval, new=new, fresh_for=fresh_for, ttl=ttl)
    assert SHORTEST <= plan.interval <= LONGEST
    assert plan.at is not None
    assert NOW + SHORTEST <= plan.at <= NOW + LONGEST * 1.1
