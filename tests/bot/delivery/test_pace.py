"""The pace keeps Telegram's limits whatever is queued, and lets nobody who asked wait behind a broadcast."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pace import Pace, Ticket, Urgency

TINY = 1e-6


@dataclass(frozen=True)
class Sent:
    at: float
    ticket: Ticket


def let_out(pace: Pace, arrivals: list[tuple[float, Ticket]], lateness: float = 0.0) -> list[Sent]:
    """Walk a clock from arrival to arrival and from slot to slot, a timer firing late by as much as told."""
    arrivals = sorted(arrivals, key=lambda arrival: arrival[0])
    sent: list[Sent] = []
    now, look_again = 0.0, None
    while arrivals or look_again is not None:
        next_arrival = arrivals[0][0] if arrivals else float("inf")
        timer = look_again + lateness if look_again is not None else float("inf")
        now = max(now, min(next_arrival, timer))
        while arrivals and arrivals[0][0] <= now:
            pace.queue(arrivals.pop(0)[1])
        released, look_again = pace.release(now)
        sent.extend(Sent(now, ticket) for ticket in released)
    return sent


def most_within(times: list[float], seconds: float) -> int:
    """Count the most that fall into any stretch of so many seconds."""
    return max((sum(1 for other in times if start <= other <= start + seconds - TINY) for start in times), default=0)


arrivals = st.lists(
    st.tuples(
        st.one_of(st.just(0.0), st.floats(0, 40)),
        st.builds(Ticket, st.sampled_from((1, 2, 3, -1, -2)), st.sampled_from(Urgency)),
    ),
    max_size=120,
)
many_chats = st.lists(
    st.tuples(st.floats(0, 1.5), st.builds(Ticket, st.integers(1, 10**9), st.sampled_from(Urgency))), max_size=150
)


@given(many_chats, st.sampled_from((0.0, 0.0007, 0.01, 0.03)))
@settings(deadline=None)
def test_no_second_holds_more_than_thirty(queued: list[tuple[float, Ticket]], lateness: float) -> None:
    sent = let_out(Pace(), queued, lateness)
    assert len(sent) == len(queued)
    assert most_within([one.at for one in sent], 1) <= 30


@given(arrivals)
@settings(deadline=None)
def test_no_chat_gets_more_than_one_a_second_but_a_person_gets_three_answers_at_once(
    queued: list[tuple[float, Ticket]],
) -> None:
    by_chat: dict[int, list[Sent]] = defaultdict(list)
    for one in let_out(Pace(), queued):
        by_chat[one.ticket.chat].append(one)
    for chat, sent in by_chat.items():
        times = [one.at for one in sent]
        for earlier, later in pairwise(sent):
            if chat < 0 or later.ticket.urgency is Urgency.BROADCAST:
                assert later.at - earlier.at >= 1 - TINY
        for seconds in (1, 2, 5):
            assert most_within(times, seconds) <= 3 + seconds - 1
        if chat < 0:
            assert most_within(times, 60) <= 20


@given(arrivals)
@settings(deadline=None)
def test_within_a_chat_messages_of_one_sort_keep_their_order(queued: list[tuple[float, Ticket]]) -> None:
    sent = [one.ticket for one in let_out(Pace(), queued)]
    asked = [ticket for _, ticket in sorted(queued, key=lambda arrival: arrival[0])]
    for chat in (1, 2, 3, -1, -2):
        for urgency in Urgency:
            assert [t for t in sent if (t.chat, t.urgency) == (chat, urgency)] == [
                t for t in asked if (t.chat, t.urgency) == (chat, urgency)
            ]


@given(st.lists(st.floats(0, 5), min_size=1, max_size=20), st.integers(1, 300))
@settings(deadline=None, max_examples=40)
def test_a_reply_waits_behind_one_broadcast_at_most(asked_at: list[float], broadcasts: int) -> None:
    replies = [(at, Ticket(10_000 + number, Urgency.REPLY)) for number, at in enumerate(sorted(asked_at))]
    sent = let_out(Pace(), [(0.0, Ticket(chat, Urgency.BROADCAST)) for chat in range(1, broadcasts + 1)] + replies)
    went = {one.ticket: one.at for one in sent}
    for number, (at, reply) in enumerate(replies):
        between = [one for one in sent if at < one.at < went[reply] and one.ticket.urgency is Urgency.BROADCAST]
        assert len(between) <= 1
        waiting_before = sum(1 for _, other in replies[:number] if went[other] > at)
        assert went[reply] - at <= (waiting_before + 1) / 29.5 + TINY


def test_two_thousand_broadcasts_go_at_twenty_nine_and_a_half_a_second() -> None:
    sent = let_out(Pace(), [(0.0, Ticket(chat, Urgency.BROADCAST)) for chat in range(1, 2001)], lateness=0.001)
    assert 29.4 <= 1999 / (sent[-1].at - sent[0].at) <= 29.52


def test_a_question_in_a_group_finds_room_left_by_a_minute_of_briefings() -> None:
    briefings = [(0.0, Ticket(-5, Urgency.BROADCAST)) for _ in range(40)]
    sent = let_out(Pace(), [*briefings, (30.0, Ticket(-5, Urgency.REPLY))])
    assert next(one.at for one in sent if one.ticket.urgency is Urgency.REPLY) <= 31


def test_a_halt_holds_everything_back() -> None:
    pace = Pace()
    pace.halt(5.0)
    sent = let_out(pace, [(0.0, Ticket(1, Urgency.REPLY)), (0.0, Ticket(2, Urgency.BROADCAST))])
    assert [(round(one.at, 1), one.ticket.chat) for one in sent] == [(5.0, 1), (5.0, 2)]


def test_switched_off_it_releases_everything_at_once() -> None:
    sent = let_out(Pace(on=False), [(0.0, Ticket(-1, Urgency.BROADCAST)) for _ in range(500)])
    assert {one.at for one in sent} == {0.0}


def test_a_ticket_that_nobody_waits_for_takes_no_slot() -> None:
    pace = Pace()
    first, second = Ticket(1, Urgency.BROADCAST), Ticket(2, Urgency.BROADCAST)
    pace.queue(first)
    pace.queue(second)
    pace.withdraw(first)
    assert pace.release(0.0) == ((second,), None)


def test_chats_that_had_nothing_for_a_minute_are_forgotten() -> None:
    pace = Pace()
    let_out(pace, [(number / 29, Ticket(number + 1, Urgency.BROADCAST)) for number in range(12_000)])
    assert len(pace._chats) <= 5_001
