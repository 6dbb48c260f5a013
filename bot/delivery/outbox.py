"""The way of everything that was not asked for: claim ─▶ decode ─▶ render ─▶ pace ─▶ send ─▶ mark.

A row is `sending` before its request leaves, and marked after the answer came. Marks and claims share a transaction, at
most 50 ms apart; the batch under way, messages that may have arrived and are not marked, is never more than 32. Chats
are served side by side, the messages of one chat one after another.
"""

import asyncio
import contextlib
import logging
from collections import Counter, deque
from datetime import datetime

from bot.delivery.batch import BatchUnderWay
from bot.delivery.courier import Courier
from bot.delivery.gate import Gate, GateClosedError
from bot.delivery.message import Outgoing, Send
from bot.delivery.pace import Urgency
from bot.delivery.rows import marked, outgoing, title_of
from bot.telegram import errors
from diplomacy.briefing.codec import PayloadError
from handlers.contract import Services, Sighting
from storage.errors import StorageError
from storage.outbox import Claimed, Outcome, PutBack, Refused, Sent, Uncertain

log = logging.getLogger(__name__)

BATCH = 32
"""The most rows in one transaction, and the most messages that may have arrived without being marked. Marking half of
them while the other half is on its way was slower: transactions cost by their number."""
FLUSH_SECONDS = 0.05
MOST_ACTIVE = 64
"""Chats that are served at once, those not counted whose own limits hold them back."""
MOST_HELD = 256
"""Rows claimed at once, all included."""
LOOK_AGAIN_SECONDS = 1.0
AWAY_SECONDS = 0.5
"""How long to wait for a database that is away before trying again."""
GOODBYE_SECONDS = 1.2


class Delivery:
    """Empties the outbox."""

    def __init__(self, services: Services, send: Send, gate: Gate) -> None:
        """Nothing is sent before `start`."""
        self._services = services
        self._gate = gate
        self._send = send
        self._courier = Courier(services, self._try, gate)
        self._batch = BatchUnderWay(BATCH)
        self._rooms: Counter[asyncio.Task[None] | None] = Counter()
        """What the row that each lane is at takes up of the batch; a note about a closed topic takes room too."""
        self._lanes: dict[int, deque[Claimed]] = {}
        self._working: set[asyncio.Task[None]] = set()
        self._ended: list[Outcome] = []
        self._something = asyncio.Event()
        self._flush: asyncio.TimerHandle | None = None
        self._wanted = self._served = 0
        self._more = False
        """The last claim found as much as it asked for."""
        self._held: dict[int, datetime] = {}
        """Chats one of whose messages was put back, and until when: what comes after it waits as well."""
        self._in_doubt = True
        """Rows may be `sending` that we know nothing of: after a start, and after a claim that broke off."""
        self._settled = asyncio.Event()
        self._stopping = False
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Send from now on; first of all once more what was under way when the program last ended."""
        self._running = asyncio.create_task(self._run(), name="delivery")

    async def stop(self) -> None:
        """Within two seconds: finish what is being sent, put back what still waits, mark both."""
        self._stopping = True
        self._gate.close(Urgency.BROADCAST)
        self._batch.close()
        if self._working:
            await asyncio.wait(self._working, timeout=GOODBYE_SECONDS)
        for task in list(self._working):
            task.cancel()
        await asyncio.gather(*self._working, return_exceptions=True)
        self._something.set()
        if self._running is not None:
            await asyncio.wait([self._running], timeout=2 - GOODBYE_SECONDS)
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running

    def wake(self) -> None:
        """Look into the outbox now: something new is there."""
        self._wanted += 1
        self._something.set()

    async def drain(self) -> None:
        """Return when nothing is due any more and nothing is under way."""
        self.wake()
        wanted = self._wanted
        while self._served < wanted:
            self._settled.clear()
            await self._settled.wait()

    @property
    def busy(self) -> bool:
        """Tell whether something is under way, or may be due."""
        return bool(self._lanes or self._ended) or self._served < self._wanted

    async def _run(self) -> None:
        while not self._has_ended():
            try:
                if self._in_doubt and not self._lanes and not self._ended:
                    await self._recover()
                await self._round()
            except StorageError as away:
                self._in_doubt = True
                log.warning("the outbox waits for its database: %s", away)
                await asyncio.sleep(AWAY_SECONDS)
            except Exception:
                self._in_doubt = True
                log.exception("the outbox stumbled and goes on")
                await asyncio.sleep(AWAY_SECONDS)

    async def _recover(self) -> None:
        """Let everything that is `sending`, and that nobody sends, wait once more."""
        async with self._services.storage.writing() as store:
            lost = await store.outbox.recover(self._services.now())
        self._in_doubt = False
        if lost:
            log.warning("messages of which nobody knows are sent once more", extra={"messages": lost})

    async def _round(self) -> None:
        """Mark what has ended, claim what there is room for, and wait until there is more of either."""
        self._something.clear()
        wanted = self._wanted
        nothing_due = await self._mark_and_claim()
        if nothing_due and not self._lanes and not self._ended:
            self._served = wanted
            self._settled.set()
        if not self._has_ended():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._something.wait(), LOOK_AGAIN_SECONDS)

    def _has_ended(self) -> bool:
        """Tell whether the program ends and everything is marked."""
        return self._stopping and not self._lanes and not self._ended

    async def _mark_and_claim(self) -> bool:
        """Do both in one transaction; tells whether all that was due is claimed."""
        if self._flush is not None:
            self._flush.cancel()
            self._flush = None
        ended, room = tuple(self._ended), self._room()
        if not ended and not (room and (self._more or await self._something_due())):
            return room > 0 or self._stopping
        async with self._services.storage.writing() as store:
            if ended:
                await store.outbox.mark(ended)
            claimed = await store.outbox.claim(self._services.now(), room) if room else ()
        del self._ended[: len(ended)]
        self._batch.ended(sum(1 for outcome in ended if isinstance(outcome, Sent | Uncertain)))
        for row in claimed:
            self._take(row)
        self._more = 0 < room == len(claimed)
        if self._more and self._active() < BATCH:
            self._something.set()
        return not self._more and (room > 0 or self._stopping)

    async def _something_due(self) -> bool:
        """Look before claiming: reading disturbs nobody who writes."""
        now = self._services.now()
        async with self._services.storage.reading() as store:
            due = await store.outbox.next_at(now)
        return due is not None and due <= now

    def _room(self) -> int:
        """Count the rows that may be claimed; those that their own chat's limits hold back leave room for others."""
        if self._stopping or self._in_doubt:
            return 0
        held = sum(map(len, self._lanes.values()))
        return max(0, min(BATCH, MOST_ACTIVE - self._active(), MOST_HELD - held))

    def _active(self) -> int:
        return sum(1 for chat in self._lanes if not self._gate.waits_long(chat))

    def _take(self, row: Claimed) -> None:
        until = self._held.pop(row.message.chat, None)
        if until is not None and self._services.now() < until:
            self._held[row.message.chat] = until
            self._end(PutBack(row.id, until))
            return
        lane = self._lanes.get(row.message.chat)
        if lane is not None:
            lane.append(row)
            return
        lane = self._lanes[row.message.chat] = deque((row,))
        task = asyncio.create_task(self._serve(row.message.chat, lane), name="delivery to a chat")
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def _serve(self, chat: int, lane: deque[Claimed]) -> None:
        """Send the messages of one chat in order; one that is put back takes those behind it along."""
        try:
            while lane:
                outcome = await self._sent(lane[0])
                lane.popleft()
                self._end(outcome)
                if isinstance(outcome, PutBack):
                    self._held[chat] = outcome.not_before
                    self._put_back(lane, outcome)
        except asyncio.CancelledError:
            if lane:
                row = lane.popleft()
                self._end(Uncertain(row.id, "the program ended before the answer came"))
                self._put_back(lane, PutBack(row.id, self._services.now()))
        finally:
            del self._lanes[chat]
            if not self._lanes:
                self._something.set()

    def _put_back(self, lane: deque[Claimed], like: PutBack) -> None:
        while lane:
            row = lane.popleft()
            self._end(PutBack(row.id, like.not_before))

    async def _try(self, message: Outgoing) -> errors.Outcome:
        """Send, once there is room in the batch under way; what may have arrived keeps its room until it is marked."""
        await self._batch.leave()
        lane = asyncio.current_task()
        self._rooms[lane] += 1
        outcome = await self._send(message)
        if not isinstance(outcome, errors.Sent | errors.Uncertain):
            self._rooms[lane] -= 1
            self._batch.ended()
        return outcome

    async def _sent(self, row: Claimed) -> Outcome:
        """Send one message and tell what became of it."""
        try:
            message = outgoing(row)
            outcome = await self._courier.deliver(message, Urgency.BROADCAST)
        except PayloadError as error:
            log.exception("a stored message can't be read", extra={"row": row.id})
            return Refused(row.id, str(error))
        except GateClosedError:
            return PutBack(row.id, self._services.now())
        except Exception:
            log.exception("a message may not have arrived", extra={"row": row.id})
            return Uncertain(row.id, "an error of our own while it was sent")
        if isinstance(outcome, errors.Sent):
            self._services.observe(Sighting(self._services.now(), "sent", title_of(message.part)))
        return marked(row, outcome, self._services.now())

    def _end(self, outcome: Outcome) -> None:
        """Note what became of a row; it is marked with the next batch."""
        may_have_arrived = isinstance(outcome, Sent | Uncertain)
        self._batch.ended(self._rooms.pop(asyncio.current_task(), 0) - may_have_arrived)
        self._ended.append(outcome)
        if len(self._ended) >= BATCH:
            self._something.set()
        elif self._flush is None:
            self._flush = asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._something.set)
