"""What arrives with a poll: what is new, what only has a new name."""

from datetime import UTC, datetime, timedelta

from diplomacy.arrivals import Mark, all_renamed, renamed, worth_announcing

NOW = datetime(2025, 11, 25, 8, tzinfo=UTC)


def test_a_feed_of_which_nothing_is_known_any_more_has_changed_its_guids() -> None:
    assert all_renamed(["a", "b", "c"], {"x", "y", "z"})
    assert not all_renamed(["a", "b", "x"], {"x", "y", "z"})
    assert not all_renamed(["a", "b"], {"x", "y"})
    assert not all_renamed(["a", "b", "c"], set())


def test_renamed_items_are_matched_by_link_then_by_content_then_by_title() -> None:
    stored = [Mark("1", "//x/1", "One", "h1"), Mark("2", "//x/2", "Two", "h2"), Mark("3", "//x/3", "Three", "h3")]
    arrived = [
        Mark("a", "//x/1", "One, changed", "h9"),
        Mark("b", "", "Other", "h2"),
        Mark("c", "//y/3", "Three", "h8"),
    ]

    assert renamed(stored, arrived) == {"a": "1", "b": "2", "c": "3"}


def test_what_points_to_several_items_matches_none() -> None:
    stored = [Mark("1", "//x", "Briefing", "h1"), Mark("2", "//x", "Briefing", "h2")]
    arrived = [Mark("a", "//x", "Briefing", "h3"), Mark("b", "//x", "Briefing", "h4")]

    assert renamed(stored, arrived) == {}


def test_old_items_are_no_news_however_late_they_come() -> None:
    assert worth_announcing(NOW - timedelta(days=13), NOW)
    assert not worth_announcing(NOW - timedelta(days=15), NOW)
    assert not worth_announcing(NOW - timedelta(days=2), NOW, newer_than=NOW - timedelta(days=1))
