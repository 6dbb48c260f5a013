"""What the control calls work on."""

from dataclasses import dataclass

from sandbox.api.faults import Faults
from sandbox.api.log import Log
from sandbox.api.telegram import Telegram
from sandbox.control.house import House


@dataclass(frozen=True, slots=True)
class Desk:
    """This Telegram with its log, its faults and the panel of the house."""

    telegram: Telegram
    log: Log
    faults: Faults
    house: House
