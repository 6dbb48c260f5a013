"""What waits to be sent, is being sent, and was sent. Written down, sent, then marked: a crash loses nothing.

waiting -> sending (committed before the request) -> sent | refused | uncertain
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Integer, Row, bindparam, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import batches
from storage.columns import Moment
from storage.messages import (
    Act,
    Claimed,
    OutboxMessage,
    Outcome,
    PutBack,
    Refused,
    Sent,
    State,
    Uncertain,
    UncertainMessage,
)
from storage.rows import Value
from storage.schema import outbox
from storage.telling import tell
from storage.upserts import upsert

__all__ = [
    "Act",
    "Claimed",
    "Outbox",
    "OutboxMessage",
    "Outcome",
    "PutBack",
    "Refused",
    "Sent",
    "State",
    "Uncertain",
    "UncertainMessage",
]

LEASE = timedelta(minutes=2)


EARLIER = outbox.alias("earlier")
UNSENT_BEFORE = exists().where(
    EARLIER.c.dedupe_key == outbox.c.dedupe_key,
    EARLIER.c.part < outbox.c.part,
    EARLIER.c.state.in_((State.WAITING, State.SENDING)),
)
NEXT = (
    select(outbox.c.id)
    .where(outbox.c.state == State.WAITING, outbox.c.not_before <= bindparam("_now", type_=Moment), ~UNSENT_BEFORE)
    .order_by(outbox.c.id)
    .limit(bindparam("_limit", type_=Integer))
)
TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(NEXT.scalar_subquery()))
    .values(state=State.SENDING, attempts=outbox.c.attempts + 1, lease_until=bindparam("_until", type_=Moment))
    .returning(outbox)
)
"""Built once: at thousands of messages a second it shows."""


class Outbox:
    """Questions about messages."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def put(self, messages: Sequence[OutboxMessage], now: datetime) -> int:
        """Store messages; those whose key and part are there already are left out. Tells how many are new."""
        stored = 0
        for batch in batches(messages):
            insertion = upsert(self._db, outbox).on_conflict_do_nothing().returning(outbox.c.id)
            made = await self._db.scalars(insertion, [_new_row(message, now) for message in batch])
            stored += len(made.all())
        return stored

    async def claim(self, now: datetime, limit: int = 32, lease: timedelta = LEASE) -> tuple[Claimed, ...]:
        """Take the next messages in order of their numbers, so that nobody else sends them.

        Marking one batch and claiming the next in one writing block halves the work.
        A part of a document comes only after all earlier parts were sent (or may have been).
        """
        rows = await self._db.execute(TAKE, {"_now": now, "_limit": limit, "_until": now + lease})
        return tuple(Claimed(row.id, _message(row), row.attempts - 1) for row in sorted(rows, key=lambda row: row.id))

    async def mark(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of claimed messages; what was sent marks its stories as told."""
        sent = [outcome for outcome in outcomes if isinstance(outcome, Sent)]
        await self._update(
            {
                "state": State.SENT,
                "message_id": bindparam("_message"),
                "done_at": bindparam("_at", type_=Moment),
            },
            [{"_id": one.id, "_message": one.message_id, "_at": one.at} for one in sent],
        )
        await self._tell(sent)
        for kind, state in ((Refused, State.REFUSED), (Uncertain, State.UNCERTAIN)):
            ended = [{"_id": one.id, "_reason": one.reason} for one in outcomes if isinstance(one, kind)]
            await self._update({"state": state, "reason": bindparam("_reason")}, ended)
        for one in outcomes:
            if isinstance(one, Refused):
                await self._refuse_rest(one)
        put_back = [{"_id": one.id, "_time": one.not_before} for one in outcomes if isinstance(one, PutBack)]
        await self._update(
            {
                "state": State.WAITING,
                "not_before": bindparam("_time", type_=Moment),
                "lease_until": None,
            },
            put_back,
        )

    async def recover(self, now: datetime) -> int:
        """At a start: let what was being sent when the program ended be sent once more; the only possible double."""
        lost = update(outbox).where(outbox.c.state == State.SENDING)
        return (await self._db.execute(lost.values(state=State.WAITING, not_before=now, lease_until=None))).rowcount

    async def counts(self) -> Mapping[str, int]:
        """Count the messages of each state."""
        counted = await self._db.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
        return {**dict.fromkeys((state.value for state in State), 0), **dict(counted.all())}

    async def next_at(self, now: datetime) -> datetime | None:
        """Tell when the next message may be sent, `now` where one may already; None where none waits."""
        first = await self._db.scalar(select(func.min(outbox.c.not_before)).where(outbox.c.state == State.WAITING))
        return None if first is None else max(first, now)

    async def uncertain(self, limit: int) -> tuple[UncertainMessage, ...]:
        """Give the newest messages of which nobody knows whether they arrived."""
        lost = select(outbox).where(outbox.c.state == State.UNCERTAIN).order_by(outbox.c.id.desc()).limit(limit)
        return tuple(
            UncertainMessage(row.id, row.chat_id, row.reason or "", row.created_at)
            for row in await self._db.execute(lost)
        )

    async def _update(self, values: Value, rows: Sequence[Value]) -> None:
        """Change claimed messages; one that was deleted meanwhile stays deleted."""
        if rows:
            await self._db.execute(update(outbox).where(outbox.c.id == bindparam("_id")).values(values), list(rows))

    async def _tell(self, sent: Iterable[Sent]) -> None:
        """Mark the stories of sent messages as told."""
        times = {one.id: one.at for one in sent}
        if not times:
            return
        mine = select(outbox.c.id, outbox.c.chat_id, outbox.c.stories).where(outbox.c.id.in_(times))
        told = await self._db.execute(mine)
        await tell(self._db, [(row.chat_id, story, times[row.id]) for row in told for story in row.stories])

    async def _refuse_rest(self, refused: Refused) -> None:
        """Refuse the later parts of a document."""
        first = outbox.alias("first")
        later = exists().where(
            first.c.id == refused.id, first.c.dedupe_key == outbox.c.dedupe_key, first.c.part < outbox.c.part
        )
        waiting = update(outbox).where(outbox.c.state == State.WAITING, later)
        await self._db.execute(waiting.values(state=State.REFUSED, reason=refused.reason))


def _new_row(message: OutboxMessage, now: datetime) -> Value:
    """Write a message that waits."""
    return {
        "chat_id": message.chat,
        "thread": message.thread,
        "dedupe_key": message.dedupe_key,
        "part": message.part,
        "act": message.act,
        "payload": message.payload,
        "silent": message.silent,
        "stories": message.stories,
        "edits": message.edits,
        "not_before": message.not_before or now,
        "state": State.WAITING,
        "attempts": 0,
        "created_at": now,
    }


def _message(row: Row[*tuple[object, ...]]) -> OutboxMessage:
    """Read a message."""
    return OutboxMessage(
        chat=row.chat_id,
        thread=row.thread,
        dedupe_key=row.dedupe_key,
        part=row.part,
        payload=row.payload,
        act=Act(row.act),
        silent=row.silent,
        stories=row.stories,
        edits=row.edits,
        not_before=row.not_before,
    )
