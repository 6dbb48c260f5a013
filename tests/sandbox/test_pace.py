"""Telegram's pace, by a clock that the test moves."""

import pytest

from sandbox.api.pace import Pace
from sandbox.api.refusals import Refused


class Paced:
    """A pace and its seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.off = False
        self.pace = Pace(lambda: self.now, lambda: self.off)

    def takes(self, chat: int, *, group: bool = False) -> int:
        """Send one message; 0, or the seconds to wait."""
        try:
            self.pace.spend(chat, group=group)
        except Refused as refused:
            return waiting_time(refused)
        return 0


def waiting_time(refused: Refused) -> int:
    """The seconds that a refusal names, in its words and beside them alike."""
    wait = (refused.parameters or {}).get("retry_after")
    assert isinstance(wait, int)
    assert (refused.code, refused.description) == (429, f"Too Many Requests: retry after {wait}")
    return wait


@pytest.fixture
def paced() -> Paced:
    return Paced()


def test_the_thirty_first_message_of_a_second_is_refused(paced: Paced) -> None:
    assert [paced.takes(chat) for chat in range(30)] == [0] * 30
    assert paced.takes(31) == 1
    paced.now = 1 / 30
    assert paced.takes(31) == 0
    assert paced.takes(32) == 1


def test_twenty_nine_and_a_half_a_second_are_always_taken(paced: Paced) -> None:
    for count in range(2000):
        paced.now = count / 29.5
        assert paced.takes(count) == 0


def test_a_chat_takes_three_at_once_and_then_one_a_second(paced: Paced) -> None:
    assert [paced.takes(1) for _ in range(4)] == [0, 0, 0, 1]
    paced.now = 1.0
    assert [paced.takes(1) for _ in range(2)] == [0, 1]
    assert paced.takes(2) == 0


def test_a_group_takes_twenty_in_a_minute(paced: Paced) -> None:
    for count in range(20):
        paced.now = count * 1.0
        assert paced.takes(-1, group=True) == 0
    paced.now = 20.0
    assert paced.takes(-1, group=True) == 40
    paced.now = 60.0
    assert paced.takes(-1, group=True) == 0


def test_a_refused_message_counts_nothing(paced: Paced) -> None:
    for _ in range(3):
        paced.takes(1)
    for _ in range(100):
        assert paced.takes(1) == 1
    paced.now = 1.0
    assert paced.takes(1) == 0


def test_switched_off_everything_is_taken(paced: Paced) -> None:
    paced.off = True
    assert not any(paced.takes(-1, group=True) for _ in range(500))
