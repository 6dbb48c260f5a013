"""The same work for many things, spread over worker processes; the answers come in the order of the things."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")

TOGETHER = 16
"""Things that travel to a worker together: a trip costs as much as reading a lead."""
AHEAD = 4
"""Bundles a worker that may be under way or waiting to be taken: the rest is not even looked at yet."""

Make = Callable[[], Callable[[T], R]]
"""Makes the work in the process that does it; a function of a module, so that it can be found there."""


@contextmanager
def spread(make: Make[T, R], workers: int) -> Iterator[Callable[[Iterable[T]], Iterator[R]]]:
    """Give what does the work for each thing, in order: here with one worker, else in fresh processes."""
    if workers == 1:
        yield partial(map, make())
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=partial(_begin, make))
    try:
        yield partial(_in_order, pool, make, AHEAD * workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, make: Make[T, R], most: int, things: Iterable[T]) -> Iterator[R]:
    """Hand out bundles, never far ahead of whoever takes the answers."""
    under_way: deque[Future[list[R]]] = deque()
    rest = iter(things)
    while bundle := list(islice(rest, TOGETHER)):
        under_way.append(pool.submit(_do, make, bundle))
        if len(under_way) >= most:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


_made: dict[object, object] = {}
"""The work of this process, made once."""


def _begin(make: Make[T, R]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started it to hear
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _made[make] = make()


def _end_with_parent() -> None:
    """Where the one who started it was killed, nobody is left to end a process that waits for work."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(make: Make[T, R], things: Sequence[T]) -> list[R]:
    work = cast("Callable[[T], R]", _made[make])
    return [work(thing) for thing in things]
