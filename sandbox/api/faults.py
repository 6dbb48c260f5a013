"""Misbehaviour on demand: slow, refusing, or cutting the line."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

SEED = 20_251_124
"""So that the same calls are hit in the same order each time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is to go wrong with a call."""

    delay: float = 0.0
    status: int = 0
    drop: bool = False
    rate: float = 1.0
    for_s: float | None = None


class Faults:
    """The fault that holds now, if any."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Start well-behaved."""
        self._monotonic = monotonic
        self._fault: Fault | None = None
        self._ends = 0.0
        self._random = random.Random(SEED)  # noqa: S311 -- repeatable, not secret

    def set(self, fault: Fault | None) -> None:
        """Misbehave like this from now on; None ends it."""
        self._fault = fault
        self._random.seed(SEED)
        self._ends = self._monotonic() + fault.for_s if fault is not None and fault.for_s is not None else float("inf")

    def hit(self) -> Fault | None:
        """What goes wrong with the call that has come in, if anything."""
        if self._fault is None:
            return None
        if self._monotonic() >= self._ends:
            self._fault = None
            return None
        return self._fault if self._random.random() < self._fault.rate else None
